"""Things at two moments, side by side and joined by lines, in levels below each other, as plain values for a
template; knows no trends.

Each name has a row of its own, as high as its lines need, so that names never overlap; levels are as high as
their fullest side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from trendrapport.diagnostics import Language
from trendrapport.placing.name_lines import LINE, Line, extent, name_lines, written_around

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

    @property
    def width(self) -> float:
        """Of the whole drawing."""
        return 2 * self.column + self.middle

    @property
    def beside(self) -> float:
        """From the middle of a mark to its name."""
        return self.dot + BESIDE

    @property
    def strip(self) -> float:
        """The height of the name of a level."""
        return self.text * LINE + 12


@dataclass(frozen=True)
class Item:
    """What has a name and a level (counted from the top) on either side, or on one of them."""

    left: int | None
    right: int | None
    left_name: str = ""
    right_name: str = ""

    @property
    def course(self) -> str:
        """Whether its line rises, falls or stays level, or why it has none."""
        if self.left is None:
            return "new"
        if self.right is None:
            return "gone"
        if self.left == self.right:
            return "same"
        return "up" if self.right < self.left else "down"


@dataclass(frozen=True)
class _End:
    """One end of an item: which item, its name and its level, and the level of the other end."""

    index: int
    name: str
    level: int
    other: int | None
    lines: tuple[str, ...]
    height: float

    @property
    def order(self) -> tuple[bool, int, str]:
        """Those that lead up come first, and those without a line last, so that lines cross little."""
        return self.other is None, self.other or 0, self.name.casefold()


@dataclass(frozen=True)
class _Side:
    """The names on one side."""

    x: float
    """Of the marks."""
    text_x: float
    anchor: str
    levels: list[list[_End]]
    """By level, from the top."""

    def height(self, level: int) -> float:
        """Of the names of a level."""
        return sum(end.height for end in self.levels[level])


class Level(TypedDict):
    """A level with its name: its upper edge, and the baseline of the name."""

    name: str
    y: float
    text: float


class End(TypedDict):
    """A mark in its row, and the name beside it."""

    x: float
    y: float
    top: float
    height: float
    text_x: float
    anchor: str
    lines: list[Line]
    level: int


class Ends(TypedDict):
    """Both ends of an item, and whether its line rises, falls or stays level, or why it has none."""

    left: End | None
    right: End | None
    course: str


class Drawing(TypedDict):
    """All that a template draws."""

    name: str
    text: float
    box: list[float]
    width: float
    levels: list[Level]
    left: float
    right: float
    dot: float
    ends: list[Ends]


def drawing(measure: Slopes, items: Sequence[Item], levels: Sequence[str]) -> Drawing:
    """The levels with their names, and both ends of each item."""
    left, right = _left(measure, items, len(levels)), _right(measure, items, len(levels))
    bands: list[Level] = []
    left_ends: dict[int, End] = {}
    right_ends: dict[int, End] = {}
    top = 0.0
    for level, name in enumerate(levels):
        bands.append({"name": name, "y": round(top, 1), "text": round(top + measure.text + 6, 1)})
        left_ends |= _drawn(measure, left, level, top)
        right_ends |= _drawn(measure, right, level, top)
        top += measure.strip + max(left.height(level), right.height(level)) + AIR
    ends: list[Ends] = []
    for index, item in enumerate(items):
        ends.append({"left": left_ends.get(index), "right": right_ends.get(index), "course": item.course})
    return {
        "name": measure.name,
        "text": measure.text,
        "box": [0, 0, round(measure.width, 1), round(top, 1)],
        "width": measure.width,
        "levels": bands,
        "left": left.x,
        "right": right.x,
        "dot": measure.dot,
        "ends": ends,
    }


def _left(measure: Slopes, items: Sequence[Item], levels: int) -> _Side:
    ends = []
    for index, item in enumerate(items):
        if item.left is not None:
            ends.append(_end(measure, index, item.left_name, item.left, item.right))
    x = measure.column
    return _Side(x, x - measure.beside, "end", _by_level(ends, levels))


def _right(measure: Slopes, items: Sequence[Item], levels: int) -> _Side:
    ends = []
    for index, item in enumerate(items):
        if item.right is not None:
            ends.append(_end(measure, index, item.right_name, item.right, item.left))
    x = measure.column + measure.middle
    return _Side(x, x + measure.beside, "start", _by_level(ends, levels))


def _end(measure: Slopes, index: int, name: str, level: int, other: int | None) -> _End:
    lines = name_lines(name, measure.text, measure.column - 2 * measure.dot - BESIDE, measure.language)
    height = max(ROW, extent(lines, measure.text)[1] + AIR)
    return _End(index, name, level, other, lines, height)


def _by_level(ends: Iterable[_End], levels: int) -> list[list[_End]]:
    found: list[list[_End]] = [[] for _ in range(levels)]
    for end in sorted(ends, key=lambda end: end.order):
        found[end.level].append(end)
    return found


def _drawn(measure: Slopes, side: _Side, level: int, top: float) -> dict[int, End]:
    """The marks of a level below each other, and the lines of the name beside each; by item."""
    drawn: dict[int, End] = {}
    y = top + measure.strip
    for end in side.levels[level]:
        middle = y + end.height / 2
        drawn[end.index] = {
            "x": round(side.x, 1),
            "y": round(middle, 1),
            "top": round(y, 1),
            "height": round(end.height, 1),
            "text_x": round(side.text_x, 1),
            "anchor": side.anchor,
            "lines": written_around(end.lines, measure.text, middle),
            "level": level,
        }
        y += end.height
    return drawn
