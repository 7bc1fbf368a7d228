"""Dots in rows, of which each group begins on a row of its own, as plain values for a template; knows no
trends.

A dot is a line without length that has round ends: so the path of a hundred dots is short.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDE = 10
"""The most dots in a row."""
PITCH = 8
"""From the middle of a dot to that of the next; a dot is 6 wide."""


@dataclass(frozen=True)
class DotRows:
    """The path of each group, and the size of the drawing."""

    width: int
    height: int
    paths: tuple[str, ...]


def dot_rows(counts: Sequence[int]) -> DotRows:
    """The dots of groups of these sizes, the first at the top; an empty group takes no row."""
    paths = []
    rows = 0
    for count in counts:
        paths.append("".join(_dot(number, rows) for number in range(count)))
        rows += math.ceil(count / WIDE)
    return DotRows(PITCH * WIDE, PITCH * rows, tuple(paths))


def _dot(number: int, first: int) -> str:
    """A dot of a group that begins at a row."""
    row, column = divmod(number, WIDE)
    return f"M{PITCH * column + PITCH // 2} {PITCH * (first + row) + PITCH // 2}h0"
