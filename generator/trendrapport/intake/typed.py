"""A column of values, and a column of cells while it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.marks import PROVISIONAL, mark
from trendrapport.intake.numbers import without_signs
from trendrapport.intake.raw_table import RawColumn
from trendrapport.intake.sheet import Cell, Place, letters
from trendrapport.intake.words import NAMES
from trendrapport.model.charts import DeclaredType, FieldType

Item = TypeVar("Item")


@dataclass(frozen=True)
class Typed:
    """A column of values as a table writes them; an empty text is a missing value."""

    key: str
    title: str
    type: DeclaredType
    values: tuple[str, ...]
    places: tuple[Place, ...]
    unit: str = ""
    sort: FieldType | None = None
    """What its moments are, also where a table keeps these as text: quarters and weeks."""
    marks: tuple[str, ...] = ()
    """The sign for a missing value in each row; empty elsewhere."""
    provisional: tuple[bool, ...] = ()
    kept: tuple[bool, ...] = ()
    """Which rows are meant; without any, all."""
    key_column: bool = False
    """Whether it says what a row is about, and does not measure it."""

    @property
    def shown(self) -> Text:
        """What messages call it."""
        return _shown(self.title, self.places)

    def taken(self, rows: Sequence[int]) -> Typed:
        """The column at these rows."""
        return replace(
            self,
            values=_at(self.values, rows),
            places=_at(self.places, rows),
            marks=_at(self.marks, rows),
            provisional=_at(self.provisional, rows),
            kept=(),
        )


def _at(items: tuple[Item, ...], rows: Sequence[int]) -> tuple[Item, ...]:
    """The items at these rows, if there are any."""
    if items:
        return tuple(map(items.__getitem__, rows))
    return ()


def _shown(title: str, places: Sequence[Place]) -> Text:
    """What messages call a column: its title, or the letters of one without."""
    plain = title or letters(places[0].column)
    return NAMES.get(title) or Text(plain, plain)


@dataclass(frozen=True)
class Reading:
    """A column while it is read."""

    key: str
    """What answers about it go by."""
    raw: RawColumn
    dialogue: Dialogue

    @cached_property
    def given(self) -> list[tuple[int, Cell]]:
        """The cells that hold a value, with their rows: neither empty nor a sign for a missing value."""
        found: list[tuple[int, Cell]] = []
        for row, cell in enumerate(self.raw.cells):
            if not cell.empty and not is_missing(cell):
                found.append((row, cell))
        return found

    @cached_property
    def cells(self) -> list[Cell]:
        """The same without their rows."""
        return [cell for _, cell in self.given]

    @cached_property
    def texts(self) -> dict[int, str]:
        """The cells of these that are text, by row, without signs of provisional figures and footnotes."""
        return {row: plain_text(cell) for row, cell in self.given if cell.text}

    @property
    def shown(self) -> Text:
        """What messages call the column."""
        return _shown(self.raw.title, self.raw.places)

    def doubt(
        self,
        name: str,
        row: int,
        question: Text,
        choices: Sequence[Choice],
        proposed: str | None = None,
        **values: object,
    ) -> Doubt:
        """A doubt about the column, first seen in a row; values go into the question."""
        filled = question.filled(column=self.shown, place=self.raw.places[row], **values)
        return Doubt(f"{self.key}.{name}", self.raw.places[row], filled, tuple(choices), proposed)

    def tell(self, name: str, row: int, what: Text, **values: object) -> None:
        """Says what was understood of the column."""
        filled = what.filled(column=self.shown, **values)
        self.dialogue.tell(f"{self.key}.{name}", self.raw.places[row], filled)

    def with_cells(self, cells: Sequence[Cell]) -> Reading:
        """The same with other cells."""
        return Reading(self.key, replace(self.raw, cells=tuple(cells)), self.dialogue)


def is_missing(cell: Cell) -> bool:
    """Whether a cell stands for a missing value: a sign, or a formula that failed."""
    return bool(cell.error) or sign_of(cell) is not None


def sign_of(cell: Cell) -> str | None:
    """The sign for a missing value that a cell is, as a table writes it; None if it is none."""
    if cell.text:
        return _sign(cell.text)
    return None


@lru_cache(maxsize=65536)
def _sign(text: str) -> str | None:
    found = mark(without_signs(text) or text)
    if found:
        return found.sign
    return None


def plain_text(cell: Cell) -> str:
    """The text of a cell without the sign of a provisional figure or a footnote."""
    return without_signs(cell.text)


def is_provisional(cell: Cell) -> bool:
    """Whether a value is marked as provisional."""
    return bool(cell.text) and mark(cell.text) is None and bool(PROVISIONAL.search(cell.text))
