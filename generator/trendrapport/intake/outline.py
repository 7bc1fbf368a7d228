"""The rows of a sheet as they look before it is known which of them are the table: names, values or notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from trendrapport.diagnostics import shortened
from trendrapport.intake.likeness import is_period, is_sign, is_valued
from trendrapport.intake.sheet import Cell, Sheet

_NOTE = re.compile(
    r"(?:bron|bronnen|source|sources|noot|noten|note|notes|toelichting|voetnoot|copyright|let op|peildatum|"
    r"stand|opmerking|legenda|legend|verklaring)\b\s*:?|©|\*|\u00b9|\d\)|[-.x:?]\s*=",
    re.IGNORECASE,
)
_LONG, _WORDS = 45, 5
"""A text of more characters or words is no name in a row."""
PAIR = 2
"""The cells of a row with a name and a value; a note may have as many: a sign and what it means."""


@dataclass(frozen=True)
class Outline:
    """The rows of a sheet, by their numbers."""

    sheet: Sheet

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """The number of cells of each row that hold something."""
        return tuple(len(self.cells(row)) for row in range(len(self.sheet.rows)))

    @cached_property
    def widest(self) -> int:
        """The number of cells in the row that has most."""
        return max(self.counts, default=0)

    @cached_property
    def least(self) -> int:
        """The number of cells that a row must have to be no title or note."""
        return min(PAIR, self.widest)

    @property
    def last(self) -> int:
        """The last row."""
        return len(self.counts) - 1

    def cells(self, row: int) -> list[Cell]:
        """The cells of a row that hold something."""
        return [cell for cell in self.sheet.rows[row] if not cell.empty]

    def filled(self, first: int, last: int) -> Iterator[int]:
        """The rows that hold something."""
        for row in range(first, last + 1):
            if self.counts[row]:
                yield row

    def wide(self, first: int, last: int) -> Iterator[int]:
        """The rows that are no titles or notes."""
        for row in range(first, last + 1):
            if self.counts[row] >= self.least:
                yield row

    def has_values(self, row: int) -> bool:
        """Whether a row has several cells, of which at least one holds a number or a moment."""
        return self.counts[row] >= self.least and any(map(is_valued, self.cells(row)))

    def has_names(self, row: int) -> bool:
        """Whether a row has names, or periods, and no values."""
        return all(map(_is_name, self.cells(row)))

    def first_text(self, row: int) -> str:
        """The text in the first cell of a row that holds something; nothing if that is no text."""
        cells = self.cells(row)
        if cells:
            return cells[0].text
        return ""

    def is_note(self, row: int) -> bool:
        """Whether a row is text and no values: a source, a legend, a long sentence."""
        text = self.first_text(row)
        is_sentence = self.counts[row] == 1 and (len(text) > _LONG or len(text.split()) > _WORDS)
        return self._has_words_only(row) and (is_sentence or bool(_NOTE.match(text)))

    def begins_as_note(self, row: int) -> bool:
        """Whether a row begins with what a note begins with, such as "Bron:"."""
        return self._has_words_only(row) and bool(_NOTE.match(self.first_text(row)))

    def _has_words_only(self, row: int) -> bool:
        """Whether a row of a table with several columns has a text, with at most one other beside it."""
        cells = self.cells(row)
        if self.widest == 1 or not cells or len(cells) > PAIR:
            return False
        return bool(cells[0].text) and not any(map(is_valued, cells[1:]))

    def valued_columns(self, first: int, last: int) -> list[int]:
        """The columns in which most rows have a number or a moment; the first rows may still have names."""
        rows = list(self.wide(first, last))
        found: list[int] = []
        for column in range(self.sheet.width):
            cells = self._given(column, rows[len(rows) // 3 :])
            if cells and sum(map(is_valued, cells)) * 2 > len(cells):
                found.append(column)
        return found

    def are_periods(self, column: int, first: int, last: int) -> bool:
        """Whether every cell of a column is a period."""
        cells = self._given(column, range(first, last + 1))
        return bool(cells) and all(map(is_period, cells))

    def texts(self, rows: Iterable[int]) -> Iterator[str]:
        """The texts of rows around the table, one line each."""
        # In a text, a sentence with the sign that separates columns came apart.
        between = f"{self.sheet.separator.strip()} "
        for row in rows:
            line = between.join(map(_shown, self.cells(row)))
            if line:
                yield line

    def shown(self, row: int) -> str:
        """The start of a row, for a message."""
        return shortened(", ".join(map(_shown, self.cells(row))), 50)

    def _given(self, column: int, rows: Iterable[int]) -> list[Cell]:
        cells = (self.sheet.rows[row][column] for row in rows)
        return [cell for cell in cells if not cell.empty and not is_sign(cell)]


def _is_name(cell: Cell) -> bool:
    return not cell.error and (is_period(cell) or not is_valued(cell))


def _shown(cell: Cell) -> str:
    return cell.text or cell.error or str(cell.value)
