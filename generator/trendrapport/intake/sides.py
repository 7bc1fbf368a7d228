"""The part of a sheet with one of several tables that are side by side, with an empty column between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.likeness import is_valued
from trendrapport.intake.outline import PAIR, Outline
from trendrapport.intake.sheet import EMPTY, Cell, Sheet, letters

_QUESTION = Text(
    nl="Er staan meer tabellen naast elkaar. Welke?", en="Several tables are side by side. Which one?"
)
_SIDE = Text(nl="kolom {first} tot en met {last}: {cells}", en="columns {first} to {last}: {cells}")
_ALL = Text(nl="het is één tabel met een lege kolom", en="it is one table with an empty column")
ALL = "all"
Side = range
"""Columns without an empty one, which count from 0."""


def side_of(sheet: Sheet, dialogue: Dialogue) -> Sheet:
    """The sheet with only the table that is meant; as it is if there is one."""
    outline = Outline(sheet)
    rows = [row for row, count in enumerate(outline.counts) if count >= PAIR]
    sides = _sides(sheet, rows)
    if not _are_tables(sheet, rows, sides):
        return sheet
    choices: list[Choice] = []
    for number, side in enumerate(sides, 1):
        means = _SIDE.filled(
            first=letters(side[0] + 1), last=letters(side[-1] + 1), cells=_names(sheet, rows, side)
        )
        choices.append(Choice(str(number), means))
    place = sheet.place(rows[0], sides[1][0])
    chosen = dialogue.ask(Doubt("side", place, _QUESTION, (*choices, Choice(ALL, _ALL))))
    if chosen == ALL:
        return sheet
    return _only(sheet, rows, sides[int(chosen) - 1])


def _sides(sheet: Sheet, rows: Sequence[int]) -> list[Side]:
    """The groups of columns between which every row of the tables is empty."""
    found: list[Side] = []
    for column in range(sheet.width):
        if all(sheet.rows[row][column].empty for row in rows):
            continue
        if found and found[-1][-1] == column - 1:
            found[-1] = range(found[-1][0], column + 1)
        else:
            found.append(range(column, column + 1))
    return found


def _are_tables(sheet: Sheet, rows: Sequence[int], sides: Sequence[Side]) -> bool:
    """Whether each group of columns has names above values; and the groups begin alike, or do not end
    together, as the columns of one table do.
    """
    if len(sides) < PAIR or not all(_is_table(sheet, rows, side) for side in sides):
        return False
    firsts = {_first(sheet, rows, side)[0].text.casefold() for side in sides}
    ends = {_filled(sheet, rows, side)[-1] for side in sides}
    return len(firsts) == 1 or len(ends) > 1


def _filled(sheet: Sheet, rows: Sequence[int], side: Side) -> list[int]:
    """The rows in which a group has a cell that is not empty."""
    filled = []
    for row in rows:
        cells = [sheet.rows[row][column] for column in side]
        if not all(cell.empty for cell in cells):
            filled.append(row)
    return filled


def _first(sheet: Sheet, rows: Sequence[int], side: Side) -> list[Cell]:
    """The first row of a group with more than a title."""
    for row in _filled(sheet, rows, side):
        cells = [sheet.rows[row][column] for column in side]
        if sum(not cell.empty for cell in cells) >= PAIR:
            return cells
    return [EMPTY for _ in side]


def _is_table(sheet: Sheet, rows: Sequence[int], side: Side) -> bool:
    """Whether a group has several columns with a name each, which are no values, and values below these."""
    first = _first(sheet, rows, side)
    if len(side) < PAIR or any(not cell.text or is_valued(cell) for cell in first):
        return False
    for row in _filled(sheet, rows, side)[1:]:
        if any(is_valued(sheet.rows[row][column]) for column in side):
            return True
    return False


def _names(sheet: Sheet, rows: Sequence[int], side: Side) -> str:
    return shortened(", ".join(cell.text for cell in _first(sheet, rows, side)), 50)


def _only(sheet: Sheet, rows: Sequence[int], side: Side) -> Sheet:
    """The sheet without the cells of the other tables; a title above all of them or a note below stays."""
    found: list[tuple[Cell, ...]] = []
    for number, row in enumerate(sheet.rows):
        cells = list(row)
        if rows[0] <= number <= rows[-1]:
            cells = [EMPTY] * len(row)
            cells[side.start : side.stop] = row[side.start : side.stop]
        found.append(tuple(cells))
    return replace(sheet, rows=tuple(found))
