"""Names beside the marks of a drawing: where each can stand without touching a mark, another name or what
else is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from trendrapport.diagnostics import Language
from trendrapport.placing import wrapping
from trendrapport.placing.dots import Box
from trendrapport.placing.hyphenation import HYPHEN, parts

SAFE = 1.06
"""Names are semibold, which is wider than what is measured."""
LINE = 1.2
"""The height of a line, in sizes of the text."""
GAP = 4.0
"""Between a name and its mark; to anything else it is more."""
LENGTHS = (26, 18, 13)
"""How many characters a line of a name has at most, the best first."""


@dataclass(frozen=True)
class Spot:
    """A round thing that is drawn: its middle and its radius."""

    x: float
    y: float
    radius: float

    def touches(self, box: Box) -> bool:
        """Whether it shares a place with a rectangle."""
        return math.dist((self.x, self.y), box.nearest(self.x, self.y)) < self.radius


@dataclass(frozen=True)
class Name:
    """A name as it is drawn: its lines, where the first one stands, and the rectangle that it takes."""

    lines: tuple[str, ...]
    box: Box
    anchor: str
    """As in SVG: start, middle or end."""

    @property
    def x(self) -> float:
        """The place of the text, as its anchor has it."""
        return {
            "start": self.box.left,
            "middle": (self.box.left + self.box.right) / 2,
            "end": self.box.right,
        }[self.anchor]


def extent(lines: Sequence[str], size: float) -> tuple[float, float]:
    """Width and height of lines of text, a little more rather than less."""
    return max(wrapping.width(line, size) for line in lines) * SAFE, len(lines) * size * LINE


def within(text: str, size: float, room: float, language: Language) -> tuple[str, ...]:
    """A text in as few lines as fit in a width; only a word that is too long by itself is broken."""
    words = [
        part
        for word in text.split()
        for part in parts(word, lambda part: extent([part], size)[0] <= room, language)
    ]
    lines = [words[0]] if words else [""]
    for word in words[1:]:
        joined = f"{lines[-1]} {word}"
        if lines[-1].endswith(HYPHEN) or extent([joined], size)[0] > room:
            lines.append(word)
        else:
            lines[-1] = joined
    return tuple(lines)


def names(
    texts: Sequence[str],
    marks: Sequence[Spot],
    size: float,
    inside: Box,
    *,
    rounds: Sequence[Spot] = (),
    boxes: Sequence[Box] = (),
    cost: Callable[[int, Box], float] = lambda _index, _box: 0.0,
) -> list[Name | None]:
    """A name for each mark, in order of worth, or None where there is no room.

    `rounds` and `boxes` are what else is drawn; `cost` says how bad it is that the name of a mark (by index)
    takes a place.
    """
    taken = list(boxes)
    found: list[Name | None] = []
    for index, (text, mark) in enumerate(zip(texts, marks, strict=True)):
        others = [*marks[:index], *marks[index + 1 :], *rounds]
        wanted = sorted(_candidates(text, mark, size), key=lambda one: cost(index, one.box))
        name = next((one for one in wanted if inside.holds(one.box) and _free(one.box, others, taken)), None)
        found.append(name)
        if name:
            taken.append(name.box)
    return found


def _free(box: Box, rounds: Sequence[Spot], boxes: Sequence[Box]) -> bool:
    wide = Box(box.left - GAP, box.top - 1, box.right + GAP, box.bottom + 1)
    return not any(wide.touches(other) for other in boxes) and not any(spot.touches(wide) for spot in rounds)


@cache
def _candidates(text: str, mark: Spot, size: float) -> tuple[Name, ...]:
    return tuple(_around(text, mark, size))


def _around(text: str, mark: Spot, size: float) -> Iterator[Name]:
    """Beside the mark, below and above it, beside it a little lower or higher, and aslant; in few lines
    first.
    """
    for lines in dict.fromkeys(tuple(wrapping.wrapped(text, length).split("\n")) for length in LENGTHS):
        width, height = extent(lines, size)
        away, beside = mark.radius + GAP, height / 2
        below = mark.radius + GAP / 2
        for anchor, left, top in (
            ("start", away, -beside),
            ("end", -away - width, -beside),
            ("middle", -width / 2, below),
            ("middle", -width / 2, -below - height),
            *(
                (anchor, left, top)
                for anchor, left in (("start", away), ("end", -away - width))
                for top in (-beside / 5, -9 * beside / 5)
            ),
            *(
                (anchor, left, top)
                for anchor, left in (("start", -mark.radius), ("end", mark.radius - width))
                for top in (below, -below - height)
            ),
        ):
            yield Name(
                lines, Box(mark.x + left, mark.y + top, mark.x + left + width, mark.y + top + height), anchor
            )
