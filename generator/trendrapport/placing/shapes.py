"""A shape for each of up to eight categories, so that colour is never needed to tell them apart; as SVG paths
around (0, 0).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """A regular polygon, or round without corners."""

    corners: int
    turn: float = 0
    """How far it is turned, in degrees."""
    reach: float = 1
    """How far its corners are from its middle, for about the same area as a round one of 1."""

    def directions(self) -> Iterator[tuple[float, float]]:
        """Where its corners are, to the right and down, at a distance of 1."""
        for corner in range(self.corners):
            angle = math.radians(self.turn + 360 * corner / self.corners)
            yield math.sin(angle), -math.cos(angle)


SHAPES = (
    Shape(0),
    Shape(4, turn=45, reach=1.25),
    Shape(3, reach=1.4),
    Shape(4, reach=1.3),
    Shape(6, reach=1.1),
    Shape(3, turn=180, reach=1.4),
    Shape(5, reach=1.15),
    Shape(8, turn=22.5, reach=1.08),
)
REACH = 1.4
"""How far any shape reaches, in parts of the radius."""
TRIANGLE = 3


def _shape(index: int) -> Shape:
    """The shape of a category; after the eighth they return."""
    return SHAPES[index % len(SHAPES)]


def lowered(index: int, size: float) -> float:
    """How far the middle of a text of that size is below the middle of the shape of a category: a triangle is
    widest near its foot.
    """
    shape = _shape(index)
    if shape.corners != TRIANGLE:
        return 0.0
    return -0.1 * size if shape.turn else 0.1 * size


def path(index: int, radius: float) -> str:
    """The outline of the shape of a category."""
    shape = _shape(index)
    if not shape.corners:
        half = f"a{radius:g} {radius:g} 0 1 1"
        return f"M{-radius:g} 0{half} {2 * radius:g} 0{half} {-2 * radius:g} 0z"
    far = radius * shape.reach
    points = [f"{far * across:.1f} {far * down:.1f}" for across, down in shape.directions()]
    return f"M{'L'.join(points)}z"


def clip(index: int) -> str:
    """The shape of a category as CSS cuts it from a square box, as large as fits."""
    shape = _shape(index)
    if not shape.corners:
        return "circle(50%)"
    across, down = zip(*shape.directions(), strict=True)
    room = max(max(across) - min(across), max(down) - min(down))
    x_middle, y_middle = (max(across) + min(across)) / 2, (max(down) + min(down)) / 2
    points = []
    for x, y in shape.directions():
        points.append(f"{50 + 100 * (x - x_middle) / room:.0f}% {50 + 100 * (y - y_middle) / room:.0f}%")
    return f"polygon({','.join(points)})"
