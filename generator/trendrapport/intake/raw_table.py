"""The table in a sheet as columns of cells that are not read yet, each with its names and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.likeness import is_sign, is_valued
from trendrapport.intake.names import column_names
from trendrapport.intake.region import Region
from trendrapport.intake.sheet import EMPTY, Cell, Place
from trendrapport.intake.words import GROUP

_FILL = Text(
    nl='In kolom "{column}" zijn cellen leeg onder een naam, zoals {place}. Geldt die naam ook daar?',
    en='In column "{column}", cells below a name are empty, such as {place}. Does the name apply there too?',
)
_CHOICES = (
    Choice("fill", Text(nl="lege cellen krijgen de naam erboven", en="empty cells get the name above them")),
    Choice("leave", Text(nl="lege cellen zijn ontbrekende waarden", en="empty cells are missing values")),
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
        given = [cell for cell in self.cells if not cell.empty and not is_sign(cell)]
        return sum(map(is_valued, given)) * 2 > len(given)

    @property
    def gaps(self) -> list[int]:
        """The rows in which it is empty."""
        return [row for row, cell in enumerate(self.cells) if cell.empty]

    def at(self, rows: Sequence[int]) -> RawColumn:
        """The column at these rows."""
        cells = tuple(map(self.cells.__getitem__, rows))
        return replace(self, cells=cells, places=tuple(map(self.places.__getitem__, rows)))


def raw_columns(region: Region, dialogue: Dialogue) -> list[RawColumn]:
    """The columns of a region; subheadings among its rows are one of their own."""
    found: list[RawColumn] = []
    for column, above in column_names(region, dialogue).items():
        cells = tuple(region.spread[row][column] for row in region.body)
        places = tuple(region.place(row, column) for row in region.body)
        found.append(RawColumn(above.names, above.unit, cells, places, above.period))
    made: list[RawColumn] = []
    if region.sections:
        made.append(_sections(region))
    for number, raw in enumerate(found):
        is_first = not any(other.valued for other in found[:number])
        if is_first and _has_groups(raw, found[number + 1 :]):
            made.append(_filled_down(raw, dialogue, is_first=number == 0))
        else:
            made.append(raw)
    return made


def _has_groups(column: RawColumn, others: Sequence[RawColumn]) -> bool:
    """Whether a column of names has some above empty cells, beside a column in which nothing is missing."""
    gaps = column.gaps
    if not gaps or gaps[0] == 0 or column.valued:
        return False
    return any(not other.gaps for other in others)


def _filled_down(column: RawColumn, dialogue: Dialogue, *, is_first: bool) -> RawColumn:
    """A column of names in which each name also applies to the empty cells below it, if that is meant."""
    gaps = column.gaps
    place = column.places[gaps[0]]
    question = _FILL.filled(column=column.title or place, place=place)
    likely = None
    if is_first and len(gaps) * 2 >= len(column.cells):
        likely = "fill"
    if dialogue.ask(Doubt(f"fill.{place}", place, question, _CHOICES, likely)) == "leave":
        return column
    cells = list(column.cells)
    for row in gaps:
        cells[row] = cells[row - 1]
    return replace(column, cells=tuple(cells))


def _sections(region: Region) -> RawColumn:
    """The column with the subheading above each row."""
    names = dict(region.sections)
    cells: list[Cell] = []
    places: list[Place] = []
    last, at = EMPTY, region.body[0]
    for row in sorted([*names, *region.body]):
        if row in names:
            last, at = Cell(names[row]), row
        else:
            cells.append(last)
            places.append(region.place(at, region.columns[0]))
    return RawColumn((GROUP,), "", tuple(cells), tuple(places))
