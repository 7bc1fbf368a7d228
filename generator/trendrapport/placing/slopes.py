"""Things on two moments, side by side and joined by lines, in levels below each other: places as plain
values; knows no trends.

Each name has a row of its own, as high as its lines need, so that names never overlap; levels are as high as
their fullest side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.placing.mark_names import LINE, extent, within

AIR = 10.0
"""Between two names below each other."""
BESIDE = 8.0
"""From a mark to its name, with room for a ring."""
ROW = 26.0
"""The least height of a row: room for a finger."""


@dataclass(frozen=True)
class Slopes:
    """How large a drawing is, in pixels at its usual width."""

    name: str
    column: float
    """The width of the names on either side."""
    middle: float
    """The width between the marks."""
    text: float
    dot: float
    """The radius of marks."""
    language: Language = "nl"
    """By whose rules words are broken."""


@dataclass(frozen=True)
class Item:
    """What has a name and a level (counted from the top) on either side, or on one of them."""

    left: int | None
    right: int | None
    left_name: str = ""
    right_name: str = ""


@dataclass(frozen=True)
class _End:
    """One side of an item: which item, its lines and its height."""

    index: int
    lines: tuple[str, ...]
    height: float


def drawing(measure: Slopes, items: Sequence[Item], levels: Sequence[str]) -> dict[str, Any]:
    """The levels with their names, and for each item both ends (or None) and whether its line rises, falls or
    stays.
    """
    strip = measure.text * LINE + 12
    left, right = (
        _ends(measure, items, len(levels), left=True),
        _ends(measure, items, len(levels), left=False),
    )
    top, bands, places = 0.0, [], {}
    for level, name in enumerate(levels):
        height = strip + max(sum(end.height for end in ends[level]) for ends in (left, right)) + AIR
        bands.append({"name": name, "y": round(top, 1), "text": round(top + measure.text + 6, 1)})
        for side, ends in ((0, left[level]), (1, right[level])):
            y = top + strip
            for end in ends:
                places[end.index, side] = _end(measure, end, y, side) | {"level": level}
                y += end.height
        top += height
    width = 2 * measure.column + measure.middle
    drawn = [
        {"left": places.get((index, 0)), "right": places.get((index, 1)), "course": _course(item)}
        for index, item in enumerate(items)
    ]
    return {
        "name": measure.name,
        "text": measure.text,
        "box": [0, 0, round(width, 1), round(top, 1)],
        "width": width,
        "levels": bands,
        "left": measure.column,
        "right": measure.column + measure.middle,
        "dot": measure.dot,
        "ends": drawn,
    }


def _course(item: Item) -> str:
    if item.left is None or item.right is None:
        return "new" if item.left is None else "gone"
    return "up" if item.right < item.left else "down" if item.right > item.left else "same"


def _ends(measure: Slopes, items: Sequence[Item], levels: int, *, left: bool) -> list[list[_End]]:
    """The names of one side by level; those that lead up come first, so that lines cross little."""
    found: list[list[tuple[tuple[int, int, str], _End]]] = [[] for _ in range(levels)]
    for index, item in enumerate(items):
        here, there, name = (
            (item.left, item.right, item.left_name) if left else (item.right, item.left, item.right_name)
        )
        if here is not None:
            lines = within(name, measure.text, measure.column - 2 * measure.dot - BESIDE, measure.language)
            end = _End(index, lines, max(ROW, extent(lines, measure.text)[1] + AIR))
            found[here].append(((there is None, -1 if there is None else there, name.casefold()), end))
    return [[end for _, end in sorted(ends, key=lambda one: one[0])] for ends in found]


def _end(measure: Slopes, end: _End, y: float, side: int) -> dict[str, Any]:
    """The mark, and the lines of the name beside it; a line's place is that of the feet of its letters."""
    middle = y + end.height / 2
    first = middle - (len(end.lines) - 1) * measure.text * LINE / 2 + measure.text * 0.35
    x = measure.column + measure.middle * side
    return {
        "x": round(x, 1),
        "y": round(middle, 1),
        "top": round(y, 1),
        "height": round(end.height, 1),
        "text_x": round(x + (measure.dot + BESIDE) * (1 if side else -1), 1),
        "anchor": "start" if side else "end",
        "lines": [
            {"text": line, "y": round(first + index * measure.text * LINE, 1)}
            for index, line in enumerate(end.lines)
        ],
    }
