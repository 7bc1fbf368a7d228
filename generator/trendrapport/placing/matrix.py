"""Numbered marks with their names in a grid of levels by levels, as plain values for a template; knows no
trends.

Each mark has a place of its own within its cell, as wide as the cell allows and as high as its name needs;
rows are as high as their
fullest cell, and rows without marks are low. So nothing ever overlaps, whatever the number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.placing.mark_names import LINE, extent, within

PAD, GAP = 5.0, 5.0
"""Inside the border of a cell, and between a mark and its name."""
LEAST, EMPTY = 54.0, 24.0
"""The least height of a row with marks, and the height of one without: enough for the name of its level."""


@dataclass(frozen=True)
class Grid:
    """How large a drawing is, in pixels at its usual width."""

    name: str
    width: float
    """Of all cells together."""
    bare: float
    """The width of a column without marks."""
    slot: float
    """The least width of the place of a mark with its name."""
    size: float
    """Half the height of a mark."""
    text: float
    named: bool = True
    """Whether names stand beside the marks."""
    language: Language = "nl"
    """By whose rules words are broken."""


@dataclass(frozen=True)
class Item:
    """A mark: its column from the left and its row from the top, counted from 0, and its name."""

    column: int
    row: int
    title: str


def drawing(grid: Grid, items: Sequence[Item], levels: int) -> dict[str, Any]:
    """The edges of columns and rows, and for each item its mark, the lines of its name and the rectangle that
    both take.
    """
    filled = {item.column for item in items}
    share = (grid.width - grid.bare * (levels - len(filled))) / max(len(filled), 1)
    columns = _edges([share if column in filled else grid.bare for column in range(levels)])
    placed: dict[int, dict[str, Any]] = {}
    rows, top = [0.0], 0.0
    for row in range(levels):
        cells = [
            [index for index, item in enumerate(items) if (item.column, item.row) == (column, row)]
            for column in range(levels)
        ]
        heights = [
            _cell(grid, items, cell, (columns[column], columns[column + 1], top), placed)
            for column, cell in enumerate(cells)
        ]
        top += max(LEAST, *heights) if any(cells) else EMPTY
        rows.append(round(top, 1))
    return {
        "name": grid.name,
        "text": grid.text,
        "width": columns[-1],
        "height": rows[-1],
        "columns": columns,
        "rows": rows,
        "items": [placed[index] for index in range(len(items))],
    }


def _edges(widths: Sequence[float]) -> list[float]:
    return [round(sum(widths[:count]), 1) for count in range(len(widths) + 1)]


def _cell(
    grid: Grid,
    items: Sequence[Item],
    cell: Sequence[int],
    place: tuple[float, float, float],
    placed: dict[int, dict[str, Any]],
) -> float:
    """Puts the marks of a cell side by side, row by row; returns the height that they take."""
    left, right, top = place
    room = right - left - 2 * PAD
    beside = min(max(1, int(room // grid.slot)), max(1, len(cell)))
    y = top + PAD
    for start in range(0, len(cell), beside):
        found = [_item(grid, items[index], room / beside) for index in cell[start : start + beside]]
        height = max(one["height"] for one in found)
        for offset, (index, one) in enumerate(zip(cell[start : start + beside], found, strict=True)):
            placed[index] = _put(grid, one, left + PAD + offset * room / beside, y, height)
        y += height
    return y + PAD - top


def _item(grid: Grid, item: Item, width: float) -> dict[str, Any]:
    lines = (
        within(item.title, grid.text, width - 2 * grid.size - 2 * GAP, grid.language) if grid.named else ()
    )
    return {
        "lines": lines,
        "width": width,
        "height": max(2 * grid.size + 4, extent(lines, grid.text)[1] + 8 if lines else 0.0),
    }


def _put(grid: Grid, item: dict[str, Any], x: float, y: float, height: float) -> dict[str, Any]:
    """The mark stands in the middle of its place when it is alone in it, else before its name; a line's place
    is the feet of its letters.
    """
    middle = y + height / 2
    first = middle - (len(item["lines"]) - 1) * grid.text * LINE / 2 + grid.text * 0.35
    return {
        "box": [round(one, 1) for one in (x, y, item["width"], height)],
        "y": round(middle, 1),
        "x": round(x + (grid.size if grid.named else item["width"] / 2), 1),
        "text_x": round(x + 2 * grid.size + GAP, 1),
        "lines": [
            {"text": line, "y": round(first + index * grid.text * LINE, 1)}
            for index, line in enumerate(item["lines"])
        ],
    }
