"""A wheel with sectors clockwise from the top and rings from the middle outwards: its cells and its points.

The name of a ring is at its top, along the outer edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

Cell = tuple[int, int]
"""Sector and ring, both counted from 0."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Wheel:
    """A wheel around (0, 0); lengths in units of the drawing, angles in radians from the top, clockwise."""

    sectors: int
    strip: float
    """The height of the names of rings."""
    names: tuple[float, ...]
    """How long the name of each ring is."""
    air: float
    """The least distance between marks; half of it to the borders of a cell."""
    edges: tuple[float, ...] = ()
    """The outer radius of each ring."""

    @property
    def radius(self) -> float:
        """From the middle to the rim."""
        return self.edges[-1]

    @property
    def span(self) -> float:
        """The angle of a sector."""
        return 2 * math.pi / self.sectors

    def at(self, radius: float, angle: float) -> Point:
        """The point at a distance and an angle, rounded to a hundredth."""
        return round(radius * math.sin(angle), 2), round(-radius * math.cos(angle), 2)

    def sector_of(self, x: float, y: float) -> int:
        """The sector in which a point lies."""
        return int(turned(x, y) // self.span) % self.sectors

    def bounds(self, ring: int) -> tuple[float, float]:
        """The inner and outer radius of a ring."""
        inner = self.edges[ring - 1] if ring else 0.0
        return inner, self.edges[ring]

    def band(self, cell: Cell) -> tuple[float, float]:
        """The inner and outer radius between which a cell has room, below the name of its ring."""
        inner, outer = self.bounds(cell[1])
        if self.named(cell):
            outer -= self.strip
        return inner, outer

    def named(self, cell: Cell) -> bool:
        """Whether the name of the ring reaches into a cell."""
        sector, ring = cell
        reach = self.names[ring] / 2 / max(self.edges[ring] - self.strip, 1)
        return min(sector, self.sectors - 1 - sector) * self.span < reach

    def name(self, ring: int) -> list[tuple[Point, float]]:
        """The name of a ring, as round things that cover it: middle and radius."""
        radius, step = self.edges[ring] - self.strip / 2, self.strip / 2
        count = math.ceil(self.names[ring] / step)
        rounds = []
        for index in range(count + 1):
            middle = self.at(radius, (index - count / 2) * step / radius)
            rounds.append((middle, self.strip / 2))
        return rounds


def turned(x: float, y: float) -> float:
    """The angle of a point, clockwise from the top."""
    return math.atan2(x, -y) % (2 * math.pi)
