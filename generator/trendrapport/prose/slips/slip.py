"""What does not come out as an editor meant it, and where it is in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token


@dataclass(frozen=True)
class Slip:
    """One of them: its code, the characters it is about, and where they are, counted from 0."""

    code: str
    shown: str
    row: int
    column: int


def slip_in_block(code: str, shown: str, lines: Sequence[str], token: Token) -> Slip:
    """A slip at these characters on the first line of a block, or at the beginning of that line."""
    row = first_row(token)
    if row >= len(lines):
        return Slip(code, shown, row, 0)
    return slip_on_row(code, shown, lines, row)


def slip_on_row(code: str, shown: str, lines: Sequence[str], row: int) -> Slip:
    """A slip at these characters on a line, or at the beginning of that line."""
    return Slip(code, shown, row, max(lines[row].find(shown), 0))


def first_row(token: Token) -> int:
    """The row on which a block begins."""
    return token.map[0] if token.map else 0


def last_row(token: Token) -> int:
    """The row on which a block ends."""
    return token.map[1] - 1 if token.map else 0


def without_margin(line: str) -> str:
    """A line without its indent and the signs of a quotation."""
    return line.strip(" \t>")
