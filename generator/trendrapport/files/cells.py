"""A CSV text to rows of cells that know their line and column; knows no types and no files.

The csv module of Python says in which row something is wrong, but never at which character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple, cast

_QUOTED = re.compile(r'"((?:[^"]|"")*)(")?')
_PLAIN = {separator: re.compile(rf"[^{re.escape(separator)}\n]*") for separator in ",;\t|"}


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


def rows(text: str, separator: str = ",") -> Iterator[list[Cell] | BrokenQuote]:
    """Each row that is not an empty line; a broken quotation mark is the last thing that comes."""
    if '"' not in text:
        yield from _plain_rows(text, separator)
        return
    row: list[Cell] = []
    for cell, raw, ending in _cells(text, separator):
        if isinstance(cell, BrokenQuote):
            yield cell
            return
        row.append(cell)
        if ending != separator:
            if raw or len(row) > 1:
                yield row
            row = []


def written(text: str) -> Iterator[list[Cell]]:
    """Each row of a text in which every quotation mark is closed."""
    return (row for row in rows(text) if not isinstance(row, BrokenQuote))


def filled(row: list[Cell]) -> bool:
    """Whether a row holds anything: a spreadsheet saves rows that have only separators."""
    return any(cell.text.strip() for cell in row)


def _plain_rows(text: str, separator: str) -> Iterator[list[Cell]]:
    """The rows of a text without quotation marks, in which every separator and line end counts: three times
    as fast.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            parts = line.split(separator)
            starts = accumulate((len(part) + 1 for part in parts[:-1]), initial=1)
            yield [Cell(part, number, start) for part, start in zip(parts, starts, strict=True)]


def _cells(text: str, separator: str) -> Iterator[tuple[Cell | BrokenQuote, str, str]]:
    """Each cell with its text as written and the character after it."""
    plain, line, start, position, ending = _PLAIN[separator], 1, 0, 0, separator
    while ending:
        column = position - start + 1
        quoted = _QUOTED.match(text, position)
        found = cast("re.Match[str]", quoted or plain.match(text, position))
        raw, ending = found[0], text[found.end() : found.end() + 1]
        if broken := _broken(
            raw, ending in ("", separator, "\n"), line, column, closed=bool(quoted and quoted[2])
        ):
            yield broken, raw, ending
            return
        yield Cell(quoted[1].replace('""', '"') if quoted else raw, line, column), raw, ending
        line += raw.count("\n") + (ending == "\n")
        position = found.end() + 1
        start = text.rfind("\n", 0, position) + 1


def _broken(raw: str, ends: bool, line: int, column: int, *, closed: bool) -> BrokenQuote | None:
    """What is wrong with the quotation marks of a cell that ends where its text does, or not."""
    if raw.startswith('"') and not closed:
        return BrokenQuote("open", line, column)
    if closed and ends:
        return None
    stray = len(raw) if closed else raw.find('"')
    if stray < 0:
        return None
    before = raw[:stray]
    inside = len(before) - before.rfind("\n")
    return BrokenQuote("stray", line + before.count("\n"), inside if "\n" in before else column + stray)
