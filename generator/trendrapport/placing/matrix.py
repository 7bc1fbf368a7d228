"""Numbered marks with their names in a grid of levels by levels, as plain values for a template; knows no
trends.

Each mark has a slot of its own within its cell, as wide as the cell allows and as high as its name needs;
rows are as high as their fullest cell, and rows without marks are low. So nothing ever overlaps, whatever the
number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from trendrapport.diagnostics import Language
from trendrapport.placing.name_lines import Line, extent, name_lines, rounded, written_around

PAD, GAP = 5.0, 5.0
"""Inside the border of a cell, and between a mark and its name."""
LEAST, EMPTY = 54.0, 24.0
"""The least height of a row with marks, and the height of one without: enough for the name of its level."""
AIR, MARK_AIR = 8, 4
"""Between names below each other, and between marks without names."""


@dataclass(frozen=True)
class Grid:
    """How large a drawing is, in pixels at its usual width."""

    name: str
    width: float
    """Of all cells together."""
    bare: float
    """The width of a column without marks."""
    slot: float
    """The least width of the slot of a mark with its name."""
    size: float
    """Half the height of a mark."""
    text: float
    named: bool = True
    """Whether names are written beside the marks."""
    language: Language = "nl"
    """By whose rules words are broken."""


@dataclass(frozen=True)
class Item:
    """A mark: its column from the left and its row from the top, counted from 0, and its name."""

    column: int
    row: int
    title: str


@dataclass(frozen=True)
class _Slot:
    """What a mark takes with its name."""

    lines: tuple[str, ...]
    width: float
    height: float


class Mark(TypedDict):
    """A mark with its name, and the rectangle that both take: left, top, width and height."""

    box: list[float]
    x: float
    y: float
    text_x: float
    lines: list[Line]


class Drawing(TypedDict):
    """All that a template draws."""

    name: str
    text: float
    width: float
    height: float
    columns: list[float]
    """The edges of columns, from the left."""
    rows: list[float]
    """The edges of rows, from the top."""
    items: list[Mark]


def drawing(grid: Grid, items: Sequence[Item], levels: int) -> Drawing:
    """The grid, and the mark of each item."""
    columns = _edges(_widths(grid, {item.column for item in items}, levels))
    drawn: dict[int, Mark] = {}
    rows, top = [0.0], 0.0
    for row in range(levels):
        height = EMPTY
        for column, cell in _cells(items, row).items():
            slots, high = _cell(grid, [items[index] for index in cell], columns[column : column + 2], top)
            drawn.update(zip(cell, slots, strict=True))
            height = max(height, LEAST, high)
        top += height
        rows.append(round(top, 1))
    return {
        "name": grid.name,
        "text": grid.text,
        "width": columns[-1],
        "height": rows[-1],
        "columns": columns,
        "rows": rows,
        "items": [drawn[index] for index in range(len(items))],
    }


def _widths(grid: Grid, filled: set[int], levels: int) -> list[float]:
    """Columns without marks are bare; the others share what is left."""
    share = (grid.width - grid.bare * (levels - len(filled))) / max(len(filled), 1)
    widths = [grid.bare] * levels
    for column in filled:
        widths[column] = share
    return widths


def _edges(widths: Sequence[float]) -> list[float]:
    return [round(sum(widths[:count]), 1) for count in range(len(widths) + 1)]


def _cells(items: Sequence[Item], row: int) -> dict[int, list[int]]:
    """The items (by index) of each column that has some in this row."""
    found: dict[int, list[int]] = {}
    for index, item in enumerate(items):
        if item.row == row:
            found.setdefault(item.column, []).append(index)
    return found


def _cell(grid: Grid, items: Sequence[Item], sides: Sequence[float], top: float) -> tuple[list[Mark], float]:
    """The marks of a cell side by side, row by row, and the height that they take."""
    left, right = sides
    room = right - left - 2 * PAD
    beside = min(max(1, int(room // grid.slot)), len(items))
    width = room / beside
    drawn: list[Mark] = []
    y = top + PAD
    for start in range(0, len(items), beside):
        slots = [_slot(grid, item, width) for item in items[start : start + beside]]
        height = max(slot.height for slot in slots)
        for offset, slot in enumerate(slots):
            drawn.append(_drawn(grid, slot, left + PAD + offset * room / beside, y, height))
        y += height
    return drawn, y + PAD - top


def _slot(grid: Grid, item: Item, width: float) -> _Slot:
    height = 2 * grid.size + MARK_AIR
    if not grid.named:
        return _Slot((), width, height)
    lines = name_lines(item.title, grid.text, width - 2 * grid.size - 2 * GAP, grid.language)
    return _Slot(lines, width, max(height, extent(lines, grid.text)[1] + AIR))


def _drawn(grid: Grid, slot: _Slot, x: float, y: float, height: float) -> Mark:
    """A mark without a name is in the middle of its slot, one with a name before it."""
    middle = y + height / 2
    centre = x + (grid.size if grid.named else slot.width / 2)
    return {
        "box": rounded(x, y, slot.width, height),
        "y": round(middle, 1),
        "x": round(centre, 1),
        "text_x": round(x + 2 * grid.size + GAP, 1),
        "lines": written_around(slot.lines, grid.text, middle),
    }
