"""The table in a sheet as columns of cells that are not read yet, each with its names and places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.likeness import UNIT, is_period, is_valued
from trendrapport.intake.marks import NOTE_SIGN
from trendrapport.intake.region import Region
from trendrapport.intake.sheet import EMPTY, Cell, Place
from trendrapport.intake.words import GROUP

_IN_BRACKETS = re.compile(r"^(?P<title>.*\S)\s*[\[(](?P<unit>[^()\[\]]{1,40})[\])]$")
_IN_UNIT = re.compile(
    r"^(?P<title>.*\S),?\s+in\s+(?P<unit>%|procent|euro|€|miljoen euro|mln euro)$", re.IGNORECASE
)
_SHORT = 15

_FILL = Text(
    nl='In kolom "{column}" zijn cellen leeg onder een naam, zoals {place}. Geldt die naam ook daar?',
    en='In column "{column}", cells below a name are empty, such as {place}. Does the name apply there too?',
)
_FILLED = Text(nl="lege cellen krijgen de naam erboven", en="empty cells get the name above them")
_LEFT = Text(nl="lege cellen zijn ontbrekende waarden", en="empty cells are missing values")
_UNITS = Text(nl="regel {row} bevat eenheden: {units}", en="row {row} has units: {units}")
_MERGED = Text(
    nl="namen in samengevoegde cellen gelden voor elke kolom eronder",
    en="names in merged cells apply to each column below them",
)


@dataclass(frozen=True)
class RawColumn:
    """A column: its names from the top down, its unit, and its cells with their places."""

    names: tuple[str, ...]
    unit: str
    cells: tuple[Cell, ...]
    places: tuple[Place, ...]
    period: Cell | None = None
    """The period in its heading, which is not among its names."""

    @property
    def title(self) -> str:
        """The names as one."""
        return " – ".join(self.names)

    @property
    def valued(self) -> bool:
        """Whether most of its cells hold a number or a moment."""
        given = [cell for cell in self.cells if not cell.empty]
        return sum(map(is_valued, given)) * 2 > len(given)


def raw_columns(region: Region, dialogue: Dialogue) -> list[RawColumn]:
    """The columns of a region; subheadings among its rows are one of their own."""
    headings = _Headings(region, dialogue)
    found = [_column(region, column, headings) for column in region.columns]
    found = [_filled_down(column, number, found, dialogue) for number, column in enumerate(found)]
    if region.sections:
        found.insert(0, _sections(region))
    return found


class _Headings:
    """The rows with names of columns, and the row with units among them."""

    def __init__(self, region: Region, dialogue: Dialogue) -> None:
        self.rows = {row: _spread_right(region, row) for row in region.headings}
        self.units: dict[int, str] = {}
        last = region.headings[-1] if len(region.headings) > 1 else None
        if last is not None and self._has_units(region, last):
            row = self.rows.pop(last)
            self.units = {column: cell.text for column, cell in row.items() if cell.text}
            shown = ", ".join(dict.fromkeys(self.units.values()))
            dialogue.tell(
                "units", region.place(last, min(self.units)), _UNITS.filled(row=last + 1, units=shown)
            )
        elif last is not None:
            dialogue.tell("heading.merged", region.place(region.headings[0], 0), _MERGED)

    def _has_units(self, region: Region, row: int) -> bool:
        """Whether a row has units: short texts below a row in which each column has its own name."""
        above = region.sheet.rows[region.headings[-2]]
        cells = {column: region.sheet.rows[row][column] for column in region.columns}
        given = {column: cell for column, cell in cells.items() if not cell.empty}
        if not given or any(above[column].empty or not cell.text for column, cell in given.items()):
            return False
        are_units = all(UNIT.fullmatch(cell.text) for cell in given.values())
        are_short = all(len(cell.text) <= _SHORT for cell in given.values())
        return are_units or (are_short and len(given) < len(cells))


def _spread_right(region: Region, row: int) -> dict[int, Cell]:
    """The names in a row, each also in the columns to the right of it that have none here."""
    cells = region.spread[row]
    found = {column: cells[column] for column in region.columns}
    if row == region.headings[-1]:
        return found
    covered = {
        column
        for area in region.sheet.merged
        if area.top <= row <= area.bottom
        for column in range(area.left, area.right + 1)
    }
    last = EMPTY
    for column in region.columns:
        if not cells[column].empty:
            last = EMPTY if column in covered else cells[column]
        elif not last.empty:
            found[column] = last
    return found


def _column(region: Region, column: int, headings: _Headings) -> RawColumn:
    names: list[str] = []
    period: Cell | None = None
    for row in headings.rows.values():
        cell = row[column]
        if not cell.empty and is_period(cell) and period is None:
            period = cell
        elif not cell.empty:
            names.append(NOTE_SIGN.sub("", cell.text or str(cell.value)).strip())
    names = list(dict.fromkeys(names))
    unit = headings.units.get(column, "")
    if names:
        names[-1], own = parted(names[-1])
        unit = unit or own
    cells = tuple(region.spread[row][column] for row in region.body)
    places = tuple(region.place(row, column) for row in region.body)
    return RawColumn(tuple(names), unit.strip("()[] "), cells, places, period)


def parted(name: str) -> tuple[str, str]:
    """A name and the unit in brackets behind it."""
    for pattern in (_IN_BRACKETS, _IN_UNIT):
        found = pattern.match(name)
        if found and UNIT.fullmatch(found["unit"].strip()):
            return found["title"], found["unit"].strip()
    return name, ""


def _filled_down(
    column: RawColumn, number: int, columns: Sequence[RawColumn], dialogue: Dialogue
) -> RawColumn:
    """A column of names in which each name also applies to the empty cells below it, if that is meant."""
    empty = [row for row, cell in enumerate(column.cells) if cell.empty]
    beside = [other for other in columns[number + 1 :] if not any(cell.empty for cell in other.cells)]
    is_grouping = bool(empty) and empty[0] > 0 and not column.valued and bool(beside)
    if not is_grouping or any(not other.valued and other.cells for other in columns[:number]):
        return column
    place = column.places[empty[0]]
    question = _FILL.filled(column=column.title or place, place=place)
    choices = (Choice("fill", _FILLED), Choice("leave", _LEFT))
    likely = "fill" if number == 0 and len(empty) * 2 >= len(column.cells) else None
    if dialogue.ask(Doubt(f"fill.{place}", place, question, choices, likely)) == "leave":
        return column
    cells: list[Cell] = []
    for cell in column.cells:
        cells.append(cells[-1] if cell.empty else cell)
    return RawColumn(column.names, column.unit, tuple(cells), column.places, column.period)


def _sections(region: Region) -> RawColumn:
    """The column with the subheading above each row."""
    cells, places = [], []
    for row in region.body:
        above = [(at, name) for at, name in region.sections if at < row]
        at, name = above[-1] if above else (row, "")
        cells.append(Cell(name) if name else EMPTY)
        places.append(region.place(at, region.columns[0]))
    return RawColumn((GROUP,), "", tuple(cells), tuple(places))
