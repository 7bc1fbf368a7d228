"""Names beside dots: where each can stand without touching another name, a dot or the edge of the drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist

AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""The sides of a dot on which a name can stand, the best first."""

DOT, FURTHEST, GRID = 5.0, 5, 8
"""Half the size of a dot, how many times further away than beside it a name can stand, and the distance
between places on a grid.
"""


@dataclass(frozen=True)
class Box:
    """A rectangle in units of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether the two share a place."""
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
        """The same rectangle so much further down."""
        return Box(self.left, self.top + down, self.right, self.bottom + down)

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The place in this rectangle that is nearest to another place."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)


@dataclass(frozen=True)
class Name:
    """A name's width and height, and the dot it belongs to."""

    x: float
    y: float
    width: float
    height: float


def dot_box(x: float, y: float) -> Box:
    """The place that a dot takes."""
    return Box(x - DOT, y - DOT, x + DOT, y + DOT)


def placed(
    names: Sequence[Name],
    dots: Sequence[tuple[float, float]],
    inside: Box,
    *,
    far: bool,
    others: Sequence[Box] = (),
) -> list[Box | None]:
    """A box for each name, in order of worth; None for a name that has no free place, near its dot or, if
    `far`, about it.

    Names touch neither dots nor the `others`.
    """
    taken = [*others, *(dot_box(*dot) for dot in dots)]
    found: list[Box | None] = []
    for name in names:
        box = next(
            (
                box
                for box in _candidates(name, FURTHEST if far else 1)
                if inside.holds(box) and not any(box.touches(other) for other in taken)
            ),
            None,
        )
        found.append(box)
        if box:
            taken.append(box)
    return found


def _candidates(name: Name, furthest: int) -> Iterator[Box]:
    for times in range(1, furthest + 1):
        for right, down in AROUND:
            away = DOT + 3 + (times - 1) * name.height * 0.8
            x = name.x + right * (away + name.width / 2)
            y = name.y + down * ((away if not right or times > 1 else 2) + name.height / 2)
            yield Box(x - name.width / 2, y - name.height / 2, x + name.width / 2, y + name.height / 2)


def nearest_free(name: Name, inside: Box, taken: Sequence[Box]) -> Box | None:
    """The free box nearest to a name's dot on a grid over the whole place; None if there is none."""
    if name.width > inside.right - inside.left:
        return None
    lefts = range(int(inside.left), int(inside.right - name.width) + 1, GRID)
    tops = range(int(inside.top), int(inside.bottom - name.height) + 1, GRID)
    every = (Box(left, top, left + name.width, top + name.height) for left in lefts for top in tops)
    near = sorted(every, key=lambda box: dist(box.nearest(name.x, name.y), (name.x, name.y)))
    return next((box for box in near if not any(box.touches(other) for other in taken)), None)
