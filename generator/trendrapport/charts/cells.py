"""A CSV text to rows of cells that know their line and column; knows no types and no files.

The csv module of Python says in which row something is wrong, but never at which character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_QUOTED = re.compile(r'"((?:[^"]|"")*)(")?')
_PLAIN = re.compile(r"[^,\n]*")


@dataclass(frozen=True)
class Cell:
    """The text of a cell and the place of its first character; both count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class BrokenQuote:
    """A quotation mark after which cells cannot be told apart."""

    kind: Literal["open", "stray"]
    line: int
    column: int


def rows(text: str) -> Iterator[list[Cell] | BrokenQuote]:
    """Each row that is not an empty line; a broken quotation mark is the last thing that comes."""
    position, line, start = 0, 1, 0
    row: list[Cell] = []
    while position < len(text) or row:
        column = position - start + 1
        quoted = _QUOTED.match(text, position)
        if quoted and not quoted[2]:
            yield BrokenQuote("open", line, column)
            return
        found = quoted or _PLAIN.match(text, position)
        assert found is not None
        stray = _stray(text, quoted, found, position)
        if stray is not None:
            yield BrokenQuote("stray", line + text.count("\n", position, stray), stray - text.rfind("\n", 0, stray))
            return
        row.append(Cell(quoted[1].replace('""', '"') if quoted else found[0], line, column))
        line += found[0].count("\n")
        start = max(start, text.rfind("\n", 0, found.end()) + 1)
        position = found.end() + 1
        if found.end() < len(text) and text[found.end()] == ",":
            if position == len(text):
                row.append(Cell("", line, position - start + 1))
            else:
                continue
        if quoted or len(row) > 1 or row[0].text:
            yield row
        row, line, start = [], line + 1, position


def _stray(text: str, quoted: re.Match[str] | None, found: re.Match[str], position: int) -> int | None:
    """Where a mark stands in a cell that does not start with one, or what follows a closing mark."""
    if quoted:
        return found.end() if found.end() < len(text) and text[found.end()] not in ",\n" else None
    mark = text.find('"', position, found.end())
    return mark if mark >= 0 else None
