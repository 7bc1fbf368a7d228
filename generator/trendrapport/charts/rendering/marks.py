"""The marks of a drawing: which row each one shows, and how a reader walks from mark to mark."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from trendrapport.charts.parts.layers import Row


def row_of(mark: Element) -> tuple[Any, Any]:
    """The series and the municipality of a mark's row, where it has them (see `identify` in drawing.js)."""
    role = mark.get("aria-roledescription", "")
    if not role.startswith("["):
        return None, None
    series, municipality = json.loads(role)
    return series, municipality


def way(vega_lite: str) -> str:
    """The order in which the marks of a series follow each other: `down` for horizontal bars, in a `grid` of
    rows and columns, or else across, which is empty.
    """
    spec = json.loads(vega_lite)
    if any(_lies(layer) for layer in _layers(spec)):
        return "down"
    if _is_grid(list(_described(spec))):
        return "grid"
    return ""


def _layers(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield spec
    for layer in spec.get("layer", ()):
        yield from _layers(layer)


def _lies(layer: dict[str, Any]) -> bool:
    """Whether categories are from top to bottom."""
    y = layer.get("encoding", {}).get("y") or {}
    return bool(y.get("field") == "category")


def _described(spec: dict[str, Any]) -> Iterator[Row]:
    """The rows whose marks say something."""
    for rows in spec.get("datasets", {}).values():
        if isinstance(rows, list):
            yield from (row for row in rows if isinstance(row, dict) and "description" in row)


def _is_grid(rows: Sequence[Row]) -> bool:
    """Whether marks are boxes of one size below and side by side, of one series, each of which says
    something else.
    """
    if len({row["series"] for row in rows if "series" in row}) > 1:
        return False
    boxes = [row for row in rows if "x2" in row]
    sizes = {(round(box["x2"] - box["x"]), round(box["y2"] - box["y"])) for box in boxes}
    said = {box["description"] for box in boxes}
    if len(sizes) != 1 or len(said) != len(boxes):
        return False
    return len({box["x"] for box in boxes}) < len(boxes) and len({box["y"] for box in boxes}) < len(boxes)
