"""Where characters of running text are in the file: its lines lost their indent and signs of quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from markdown_it.token import Token


class Positions:
    """The positions of the characters of one text; both row and column count from 0."""

    def __init__(self, token: Token, lines: Sequence[str]) -> None:
        self.text = token.content
        rows = token.content.split("\n")
        self._first = _first_row(token, rows[0], lines)
        self._starts = [0]
        for row in rows[:-1]:
            self._starts.append(self._starts[-1] + len(row) + 1)
        own = zip(rows, lines[self._first : self._first + len(rows)], strict=False)
        self._indents = [max(line.find(row), 0) for row, line in own]

    def of(self, at: int) -> tuple[int, int]:
        """The row and column of a character, by its index in the text."""
        number = bisect_right(self._starts, at) - 1
        indent = self._indents[number] if number < len(self._indents) else 0
        return self._first + number, indent + at - self._starts[number]


def _first_row(token: Token, beginning: str, lines: Sequence[str]) -> int:
    """The row on which a text begins: the parser drops a line of no-break spaces before it."""
    first, end = token.map or (0, 0)
    return next((row for row in range(first, min(end, len(lines))) if beginning in lines[row]), first)
