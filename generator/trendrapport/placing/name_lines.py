"""The lines of a name in a drawing: which words each has, how large they are and where they are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from trendrapport.diagnostics import Language
from trendrapport.placing import wrapping

SEMIBOLD = 1.06
"""Names are semibold, which is wider than what is measured."""
LINE = 1.2
"""The height of a line, in sizes of the text."""
RISE = 0.35
"""From the baseline of letters up to their middle, in sizes of the text."""


class Line(TypedDict):
    """A line of text, and the height of its baseline."""

    text: str
    y: float


def extent(lines: Sequence[str], size: float) -> tuple[float, float]:
    """Width and height of lines of text, a little more rather than less."""
    widest = max(wrapping.width(line, size) for line in lines)
    return widest * SEMIBOLD, len(lines) * size * LINE


def name_lines(text: str, size: float, room: float, language: Language) -> tuple[str, ...]:
    """A name in as few lines as fit in a width; only a word that is too long by itself is broken."""

    def fits(line: str) -> bool:
        return extent([line], size)[0] <= room

    return tuple(wrapping.lines(text, fits, language))


def rounded(*parts: float) -> list[float]:
    """Numbers of a drawing, to a tenth of a pixel."""
    return [round(part, 1) for part in parts]


def written(lines: Sequence[str], size: float, first: float) -> list[Line]:
    """Each line with the height of its baseline, given that of the first."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        found.append({"text": line, "y": round(first + index * size * LINE, 1)})
    return found


def written_around(lines: Sequence[str], size: float, middle: float) -> list[Line]:
    """Each line with the height of its baseline, so that together they have their middle there."""
    first = middle - (len(lines) - 1) * size * LINE / 2 + size * RISE
    return written(lines, size, first)
