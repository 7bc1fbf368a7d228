"""A CSV text to rows of cells that know their line and column; knows no types and no files.

The csv module of Python says in which row something is wrong, but never at which character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple, cast


@dataclass(frozen=True)
class Signs:
    """What parts a text into rows and cells, in the words of Table Dialect
    (https://datapackage.org/standard/table-dialect/).
    """

    delimiter: str = ","
    quote: str = '"'
    doubled: bool = True
    """Whether two quotation marks within a quoted cell are one."""
    escape: str = ""
    """What takes its meaning from the character after it."""
    end: str = "\n"
    skips_blanks: bool = False
    """Whether blanks at the start of a cell are no part of it."""
    comment: str = ""
    """How a line starts that is no row."""
    null: str = ""
    """A cell that stands for no value; an escape in it is part of it, as in \\N."""

    @cached_property
    def quoted(self) -> re.Pattern[str]:
        """A quoted cell: what is in it, and the mark that closes it if there is one."""
        mark = re.escape(self.quote)
        inside = [rf"[^{mark}{re.escape(self.escape)}]"]
        if self.doubled:
            inside.append(mark * 2)
        inside += self._escaped
        return re.compile(rf"{mark}((?:{'|'.join(inside)})*)({mark})?", re.DOTALL)

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """A cell without quotation marks."""
        ends = list(map(re.escape, (self.delimiter, self.end)))
        if len(self.delimiter) == len(self.end) == 1:  # the same as below, and faster
            other = rf"[^{''.join(ends)}{re.escape(self.escape)}]+"
        else:
            other = rf"(?!{'|'.join(ends)})."
        return re.compile(rf"(?:{'|'.join([*self._escaped, other])})*", re.DOTALL)

    @cached_property
    def _escaped(self) -> list[str]:
        return [rf"{re.escape(self.escape)}."] if self.escape else []

    def unescaped(self, text: str) -> str:
        """What is meant by the text of a cell."""
        if not self.escape:
            return text
        return re.sub(rf"{re.escape(self.escape)}(.)", r"\1", text, flags=re.DOTALL)

    def bare(self, text: str) -> str:
        """What is meant by the text of a cell without quotation marks."""
        return text if text.strip() == self.null else self.unescaped(text)

    def within(self, text: str) -> str:
        """What is meant by the text between quotation marks."""
        return self.unescaped(text.replace(self.quote * 2, self.quote) if self.doubled else text)

    def is_simple(self, text: str) -> bool:
        """Whether every delimiter and line end in a text counts."""
        return not (self.quote in text or self.escape or self.skips_blanks)


TIDY = Signs()
"""Those of a table that says nothing of them."""


class Cell(NamedTuple):
    """The text of a cell and the place of its first character; both count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class BrokenQuote:
    """A quotation mark after which it is unclear where cells end."""

    kind: Literal["open", "stray"]
    line: int
    column: int


Row = list[Cell] | BrokenQuote


def rows(text: str, signs: Signs = TIDY) -> Iterator[Row]:
    """Each row that is not an empty line; a broken quotation mark is the last thing that comes."""
    return (row for _, row in numbered(text, signs))


def numbered(text: str, signs: Signs = TIDY) -> Iterator[tuple[int, Row]]:
    """The same with their numbers, which count from 1; comments and empty lines are counted too."""
    if signs.is_simple(text):
        yield from _simple_rows(text, signs)
        return
    row: list[Cell] = []
    number = 1
    for cell, raw, ending in _cells(text, signs):
        if isinstance(cell, BrokenQuote):
            yield number, cell
            return
        if cell:
            row.append(cell)
        if ending != signs.delimiter:
            if raw or len(row) > 1:
                yield number, row
            row, number = [], number + 1


def filled(row: list[Cell]) -> bool:
    """Whether a row holds anything: a spreadsheet saves rows that have only separators."""
    return any(cell.text.strip() for cell in row)


def _simple_rows(text: str, signs: Signs) -> Iterator[tuple[int, list[Cell]]]:
    """The rows of a text without quotation marks, in which every separator and line end counts: three times
    as fast.
    """
    size, line, column = len(signs.delimiter), 1, 1
    in_lines = signs.end == "\n"
    for number, row in enumerate(text.split(signs.end), 1):
        if row and not (signs.comment and row.startswith(signs.comment)):
            parts = row.split(signs.delimiter)
            if in_lines:
                starts = accumulate((len(part) + size for part in parts[:-1]), initial=1)
                yield number, [Cell(part, number, start) for part, start in zip(parts, starts, strict=True)]
            else:
                yield number, list(_placed(parts, signs, line, column))
        if not in_lines:
            line, column = _after(row + signs.end, line, column)


def _placed(parts: list[str], signs: Signs, line: int, column: int) -> Iterator[Cell]:
    """The cells of a row that need not be a line."""
    for part in parts:
        yield Cell(part, line, column)
        line, column = _after(part + signs.delimiter, line, column)


def _after(text: str, line: int, column: int) -> tuple[int, int]:
    """The place after a text that starts at a line and a column."""
    lines = text.count("\n")
    if not lines:
        return line, column + len(text)
    return line + lines, len(text) - text.rfind("\n")


def _cells(text: str, signs: Signs) -> Iterator[tuple[Cell | BrokenQuote | None, str, str]]:
    """Each cell with its text as written and the sign after it; None for a line that is no row."""
    line, column, position, ending = 1, 1, 0, signs.delimiter
    starts_row = True
    while ending:
        if starts_row and signs.comment and text.startswith(signs.comment, position):
            raw, ending = _comment(text, position, signs)
            yield None, "", ending
        else:
            skipped = _skipped(text, position, signs)
            line, column = _after(skipped, line, column)
            position += len(skipped)
            cell, raw, ending = _cell(text, position, signs, line, column)
            yield cell, raw, ending
            if isinstance(cell, BrokenQuote):
                return
        starts_row = ending != signs.delimiter
        line, column = _after(raw + ending, line, column)
        position += len(raw + ending)


def _comment(text: str, position: int, signs: Signs) -> tuple[str, str]:
    """A line that is no row, and the sign after it."""
    last = text.find(signs.end, position)
    return (text[position:last], signs.end) if last >= 0 else (text[position:], "")


def _skipped(text: str, position: int, signs: Signs) -> str:
    """The blanks before a cell that are no part of it."""
    if not signs.skips_blanks:
        return ""
    rest = text[position : position + _MOST_BLANKS]
    return rest[: len(rest) - len(rest.lstrip(" "))]


_MOST_BLANKS = 1_000


def _cell(
    text: str, position: int, signs: Signs, line: int, column: int
) -> tuple[Cell | BrokenQuote, str, str]:
    """The cell that starts at a position, its text as written and the sign after it."""
    quoted = signs.quoted.match(text, position)
    found = cast("re.Match[str]", quoted or signs.plain.match(text, position))
    raw, ending = found[0], _ending(text, found.end(), signs)
    closed = bool(quoted and quoted[2])
    ends = ending is not None
    broken = _broken(raw, signs, line, column, closed=closed, ends=ends)
    if broken:
        return broken, raw, ""
    meant = signs.within(quoted[1]) if quoted else signs.bare(raw)
    return Cell(meant, line, column), raw, ending or ""


def _ending(text: str, position: int, signs: Signs) -> str | None:
    """The sign that ends a cell; empty at the end of the text, None if the cell does not end here."""
    if position == len(text):
        return ""
    for sign in (signs.delimiter, signs.end):
        if text.startswith(sign, position):
            return sign
    return None


def _broken(
    raw: str, signs: Signs, line: int, column: int, *, closed: bool, ends: bool
) -> BrokenQuote | None:
    """What is wrong with the quotation marks of a cell that ends where its text does, or not."""
    if raw.startswith(signs.quote) and not closed:
        return BrokenQuote("open", line, column)
    if closed and ends:
        return None
    stray = len(raw) if closed else _first_quote(raw, signs)
    if stray < 0:
        return None
    return BrokenQuote("stray", *_after(raw[:stray], line, column))


def _first_quote(raw: str, signs: Signs) -> int:
    """The place of the first quotation mark that is not escaped; -1 if there is none."""
    if not signs.escape:
        return raw.find(signs.quote)
    blind = re.sub(rf"{re.escape(signs.escape)}.", "  ", raw, flags=re.DOTALL)
    return blind.find(signs.quote)
