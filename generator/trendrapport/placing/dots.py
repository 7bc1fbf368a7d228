"""Names beside dots: where each has room without touching another name, a dot or the edge of the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist
from typing import Protocol

AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""The sides of a dot at which a name can be, the best first."""

DOT, BESIDE, FURTHEST, GRID = 5.0, 3.0, 5, 8
"""Half the size of a dot, the distance from a dot to its name, how many times further away a name can be, and
the distance between points of a grid.
"""


@dataclass(frozen=True)
class Box:
    """A rectangle in units of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly within this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def moved(self, down: float) -> Box:
        """The same rectangle further down."""
        return Box(self.left, self.top + down, self.right, self.bottom + down)

    def widened(self, across: float, down: float) -> Box:
        """The rectangle with space on both sides, and above and below it."""
        return Box(self.left - across, self.top - down, self.right + across, self.bottom + down)

    def united(self, other: Box) -> Box:
        """The smallest rectangle that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of this rectangle that is nearest to a point."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)


class Shape(Protocol):
    """What is drawn, and a name must not touch."""

    def touches(self, other: Box, /) -> bool:
        """Whether it overlaps a rectangle."""


@dataclass(frozen=True)
class Space:
    """A drawing and what is drawn in it already."""

    inside: Box
    taken: list[Shape]
    across: float = 0.0
    """How far what is added stays from anything to its left or right."""
    down: float = 0.0
    """How far it stays from anything above or below it."""

    def is_free(self, box: Box) -> bool:
        """Whether a rectangle lies within the drawing and touches nothing."""
        return self.inside.holds(box) and self.is_clear(box)

    def is_clear(self, box: Box) -> bool:
        """Whether a rectangle touches nothing."""
        wide = box.widened(self.across, self.down)
        return not any(shape.touches(wide) for shape in self.taken)


@dataclass(frozen=True)
class Name:
    """A name's width and height, and the dot it belongs to."""

    x: float
    y: float
    width: float
    height: float


def dot_box(x: float, y: float) -> Box:
    """What a dot takes of the drawing."""
    return Box(x - DOT, y - DOT, x + DOT, y + DOT)


def placed(
    names: Sequence[Name],
    dots: Sequence[tuple[float, float]],
    inside: Box,
    *,
    far: bool,
    others: Sequence[Box] = (),
) -> list[Box | None]:
    """A box for each name, in order of importance; None for a name that has no room near its dot or, if
    `far`, somewhat further away.

    Names touch neither dots nor the `others`.
    """
    furthest = FURTHEST if far else 1
    space = Space(inside, [*others, *(dot_box(*dot) for dot in dots)])
    found: list[Box | None] = []
    for name in names:
        box = next(filter(space.is_free, _candidates(name, furthest)), None)
        found.append(box)
        if box:
            space.taken.append(box)
    return found


def _candidates(name: Name, furthest: int) -> Iterator[Box]:
    """Around the dot, the nearest first."""
    for times in range(1, furthest + 1):
        away = DOT + BESIDE + (times - 1) * name.height * 0.8
        for right, down in AROUND:
            beside = right and times == 1
            x = name.x + right * (away + name.width / 2)
            y = name.y + down * ((2 if beside else away) + name.height / 2)
            yield Box(x - name.width / 2, y - name.height / 2, x + name.width / 2, y + name.height / 2)


def nearest_free(name: Name, inside: Box, taken: Sequence[Box]) -> Box | None:
    """The free box nearest to a name's dot on a grid over the whole drawing; None if there is none."""
    if name.width > inside.right - inside.left:
        return None

    def distance(box: Box) -> float:
        return dist(box.nearest(name.x, name.y), (name.x, name.y))

    space = Space(inside, list(taken))
    near = sorted(_on_grid(name, inside), key=distance)
    return next(filter(space.is_clear, near), None)


def _on_grid(name: Name, inside: Box) -> Iterator[Box]:
    lefts = range(int(inside.left), int(inside.right - name.width) + 1, GRID)
    tops = range(int(inside.top), int(inside.bottom - name.height) + 1, GRID)
    for left in lefts:
        for top in tops:
            yield Box(left, top, left + name.width, top + name.height)
