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
    shown = [[visible(cell) for cell in row] for row in rows]
    if not shown:
        return ""
    columns = zip(*(row[:-1] for row in shown), strict=True)
    widths = [max(map(width, column)) for column in columns]
    left = _INDENT + sum(one + _BETWEEN for one in widths)
    room = max(shutil.get_terminal_size().columns - left, _LEAST)
    lines: list[str] = []
    for number, row in enumerate(shown):
        start = " " * _INDENT + "".join(
            _padded(cell, one) for cell, one in zip(row[:-1], widths, strict=True)
        )
        first, *more = textwrap.wrap(row[-1], room, break_on_hyphens=False) or [""]
        made = [(start + first).rstrip(), *(" " * left + line for line in more)]
        lines += [click.style(line, bold=True) for line in made] if headed and number == 0 else made
    return "\n".join(lines)


def width(text: str) -> int:
    """How many places a text takes on a terminal: Chinese and Japanese letters take two, marks none."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def _padded(cell: str, to: int) -> str:
    return cell + " " * (to - width(cell) + _BETWEEN)
