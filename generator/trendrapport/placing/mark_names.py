"""Names beside the marks of a drawing: where each has room without touching a mark, another name or what else
is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from trendrapport.placing import wrapping
from trendrapport.placing.dots import Box, Space
from trendrapport.placing.name_lines import extent

GAP = 4.0
"""Between a name and its mark; to anything else it is more."""
LENGTHS = (26, 18, 13)
"""How many characters a line of a name has at most, the best first."""

Offset = tuple[str, float, float]
"""The anchor of a name, and its left and top edge as seen from the middle of its mark."""


@dataclass(frozen=True)
class Spot:
    """A round thing that is drawn: its middle and its radius."""

    x: float
    y: float
    radius: float

    def touches(self, other: Box) -> bool:
        """Whether it overlaps a rectangle."""
        return math.dist((self.x, self.y), other.nearest(self.x, self.y)) < self.radius


@dataclass(frozen=True)
class Name:
    """A name as it is drawn: its lines, the rectangle that it takes, and its anchor."""

    lines: tuple[str, ...]
    box: Box
    anchor: str
    """As in SVG: start, middle or end."""

    @property
    def x(self) -> float:
        """Where the text is anchored."""
        if self.anchor == "start":
            return self.box.left
        if self.anchor == "end":
            return self.box.right
        return (self.box.left + self.box.right) / 2


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
    """A name for each mark, in order of importance, or None where there is no room.

    `rounds` and `boxes` are what else is drawn; `cost` is the penalty when the name of a mark (by index)
    takes a rectangle.
    """
    taken = list(boxes)
    found: list[Name | None] = []
    for index, (text, mark) in enumerate(zip(texts, marks, strict=True)):
        space = Space(inside, [*taken, *marks[:index], *marks[index + 1 :], *rounds], across=GAP, down=1)
        name = _cheapest_free(text, mark, size, space, partial(cost, index))
        found.append(name)
        if name:
            taken.append(name.box)
    return found


def _cheapest_free(
    text: str, mark: Spot, size: float, space: Space, cost: Callable[[Box], float]
) -> Name | None:
    for name in sorted(_candidates(text, mark, size), key=lambda name: cost(name.box)):
        if space.is_free(name.box):
            return name
    return None


@cache
def _candidates(text: str, mark: Spot, size: float) -> tuple[Name, ...]:
    return tuple(_around(text, mark, size))


def _around(text: str, mark: Spot, size: float) -> Iterator[Name]:
    """A name at each of the offsets from its mark; in few lines first."""
    wrappings = dict.fromkeys(wrapping.wrapped(text, length) for length in LENGTHS)
    for wrapped in wrappings:
        lines = tuple(wrapped.split("\n"))
        width, height = extent(lines, size)
        for anchor, across, down in _offsets(mark.radius, width, height):
            left, top = mark.x + across, mark.y + down
            yield Name(lines, Box(left, top, left + width, top + height), anchor)


def _offsets(radius: float, width: float, height: float) -> Iterator[Offset]:
    """Beside the mark, below and above it, beside it a little lower or higher, and aslant."""
    away, below = radius + GAP, radius + GAP / 2
    above = -below - height
    half = height / 2
    sides = (("start", away), ("end", -away - width))
    for anchor, left in sides:
        yield anchor, left, -half
    for top in (below, above):
        yield "middle", -width / 2, top
    for anchor, left in sides:
        yield anchor, left, -half / 5
        yield anchor, left, -9 * half / 5
    for anchor, left in (("start", -radius), ("end", radius - width)):
        yield anchor, left, below
        yield anchor, left, above
