"""A sheet of typed cells, each with its place; the form in which every sort of file comes in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from trendrapport.files.decoding import without_unwanted

Value = str | int | float | bool | date | datetime | None
"""What a cell holds; None if it is empty."""

Exactness = Literal["date", "yearmonth", "year"]


@dataclass(frozen=True, order=True)
class Place:
    """A cell of a sheet; both counts from 1. A text file has no sheet, and its columns are those of cells."""

    row: int = 1
    column: int = 1
    sheet: str = ""

    def __str__(self) -> str:
        return f"{letters(self.column)}{self.row}"


def letters(column: int) -> str:
    """The letters of a column, as spreadsheets write them: A, B, ..., Z, AA."""
    made = ""
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


@dataclass(frozen=True)
class Cell:
    """The value of a cell, with what its number format says of it."""

    value: Value = None
    unit: str = ""
    """The unit in its number format: a percentage or a currency. A percentage counts in hundredths here."""
    exactness: Exactness = "date"
    """How much of a date its format shows."""
    error: str = ""
    """What a formula gives that failed, such as #N/B."""

    @property
    def text(self) -> str:
        """The text of a cell that holds text; of others, nothing."""
        if isinstance(self.value, str):
            return self.value
        return ""

    @property
    def empty(self) -> bool:
        """Whether it holds nothing; `text_cell` makes no cell of spaces alone."""
        return self.value is None and not self.error


EMPTY = Cell()
_SPACES = re.compile(r"\s+")
_SOFT_HYPHEN = "\u00ad"
UNCOUNTED = "="
"""The error of a formula that no spreadsheet program has calculated yet."""


def text_cell(text: str) -> Cell:
    """A cell with a text on one line, in which every space is a plain one and every character can be seen."""
    seen = without_unwanted(unicodedata.normalize("NFC", text.replace(_SOFT_HYPHEN, "")))
    plain = _SPACES.sub(" ", seen).strip()
    if plain:
        return Cell(plain)
    return EMPTY


@dataclass(frozen=True)
class Merged:
    """Cells that are merged into one: the first and the last row and column, which count from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet, each row as long as the others; rows and columns count from 0."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    separator: str = ""
    """What separates columns in a text, in which every cell is text."""

    @property
    def width(self) -> int:
        """The number of columns."""
        if self.rows:
            return len(self.rows[0])
        return 0

    def place(self, row: int, column: int) -> Place:
        """The place of a cell."""
        return Place(row + 1, column + 1, self.name)

    def filled(self) -> Iterator[tuple[int, int, Cell]]:
        """Every cell that holds something, with its row and column."""
        for number, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if not cell.empty:
                    yield number, column, cell


def squared(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows made equally long, without empty ones at the end and empty columns at the right."""
    while rows and all(cell.empty for cell in rows[-1]):
        rows.pop()
    width = 0
    for row in rows:
        width = max(width, *(index + 1 for index, cell in enumerate(row) if not cell.empty), 0)
    return tuple((*row[:width], *[EMPTY] * (width - len(row))) for row in rows)
