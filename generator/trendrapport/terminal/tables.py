"""Rows of texts to aligned columns on a terminal."""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Sequence

import click

from trendrapport.diagnostics.visible import visible

_BETWEEN, _INDENT, _LEAST = 2, 2, 20


def aligned(rows: Sequence[Sequence[str]], *, headed: bool = False) -> str:
    """Rows as lines in which the cells of a column start at one place; the last column is folded to the width
    of the terminal, and with `headed` the first row is bold.
    """
    starts = _starts(rows)
    room = max(shutil.get_terminal_size().columns - starts[-1], _LEAST)
    lines: list[str] = []
    for number, row in enumerate(rows):
        for line in _folded(row, starts, room):
            if headed and number == 0:
                line = click.style(line, bold=True)  # noqa: PLW2901 - the same line, seen
            lines.append(line)
    return "\n".join(lines)


def width(text: str) -> int:
    """How many places a text takes on a terminal: Chinese and Japanese letters take two, marks none."""
    places = 0
    for character in text:
        if not unicodedata.combining(character):
            places += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return places


def _starts(rows: Sequence[Sequence[str]]) -> list[int]:
    """The place at which each column starts."""
    starts = [_INDENT]
    for column in list(zip(*rows, strict=True))[:-1]:
        starts.append(starts[-1] + max(map(width, map(visible, column))) + _BETWEEN)
    return starts


def _folded(row: Sequence[str], starts: Sequence[int], room: int) -> list[str]:
    """A row as one line, or as more if its last cell is long."""
    line = ""
    for start, cell in zip(starts, row[:-1], strict=False):
        line += " " * (start - width(line)) + visible(cell)
    first, *rest = textwrap.wrap(visible(row[-1]), room, break_on_hyphens=False) or [""]
    line += " " * (starts[-1] - width(line)) + first
    return [line.rstrip(), *(" " * starts[-1] + more for more in rest)]
