"""How a reader walks from mark to mark in a drawing: which marks make a series, and along which axis they
follow each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trendrapport.charts.parts.layers import Row


@dataclass(frozen=True)
class Walk:
    """The order of marks, by what they say."""

    series: dict[str, str]
    """The number of the series of each mark that is not of the first, which needs none."""
    way: str
    """How the marks of a series follow each other: `down`, as lying bars; in a `grid` of rows and columns; or
    else across, which is empty.
    """


def walk(vega_lite: str) -> Walk:
    """The walk through a specification: its rows name the `series` of what has a `description`."""
    spec = json.loads(vega_lite)
    sets = [rows for rows in spec.get("datasets", {}).values() if isinstance(rows, list)]
    rows = [row for rows in sets for row in rows if isinstance(row, dict) and "description" in row]
    said = {row["description"]: row["series"] for row in rows if "series" in row}
    names = list(dict.fromkeys(said.values()))
    numbers = {text: str(names.index(name)) for text, name in said.items() if name != names[0]}
    lying = any(_lies(layer) for layer in _layers(spec))
    return Walk(numbers, "down" if lying else "grid" if not numbers and _cells(rows) else "")


def _layers(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield spec
    for layer in spec.get("layer", ()):
        yield from _layers(layer)


def _lies(layer: dict[str, Any]) -> bool:
    return bool((layer.get("encoding", {}).get("y") or {}).get("field") == "category")


def _cells(rows: list[Row]) -> bool:
    """Whether marks are boxes of one size below and beside each other, each of which says something else."""
    boxes = [row for row in rows if "x2" in row]
    sizes = {(round(box["x2"] - box["x"]), round(box["y2"] - box["y"])) for box in boxes}
    columns, lines, said = ({box[of] for box in boxes} for of in ("x", "y", "description"))
    return len(sizes) == 1 and len(said) == len(boxes) > max(len(columns), len(lines))
