"""How a reader walks from mark to mark in a drawing: which marks make a series, and along which axis they follow each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Walk:
    """The order of marks, by what they say."""

    series: dict[str, str]
    """The number of the series of each mark; empty when there is one."""
    down: bool
    """Whether the marks of a series stand below each other, as lying bars do."""


def walk(vega_lite: str) -> Walk:
    """The walk through a specification: its rows name the `series` of what has a `description`."""
    spec = json.loads(vega_lite)
    rows = (row for rows in spec.get("datasets", {}).values() if isinstance(rows, list) for row in rows if isinstance(row, dict))
    said = {row["description"]: row["series"] for row in rows if "description" in row and "series" in row}
    names = list(dict.fromkeys(said.values()))
    numbers = {text: str(names.index(name)) for text, name in said.items()} if len(names) > 1 else {}
    return Walk(numbers, any(_lies(layer) for layer in _layers(spec)))


def _layers(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield spec
    for layer in spec.get("layer", ()):
        yield from _layers(layer)


def _lies(layer: dict[str, Any]) -> bool:
    return bool((layer.get("encoding", {}).get("y") or {}).get("field") == "category")
