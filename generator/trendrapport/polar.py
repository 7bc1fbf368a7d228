"""Places for marks in the cells of a half wheel: sectors from left to right, rings from the middle outwards.

Every mark gets a slot of the same size, and slots never overlap: within a row they stand at least a slot apart along the arc,
rows are a slot apart, and each keeps half a slot from its cell's borders. Where a cell holds more than fits, all rings get wider.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Cell = tuple[int, int]
"""Sector and ring, both counted from 0."""


@dataclass(frozen=True)
class Wheel:
    """A half wheel around (0, 0) that opens upwards; lengths in units of the drawing, angles in radians from the left."""

    sectors: int
    rings: int
    hub: float
    """The radius of the empty middle."""
    band: float
    """The width of each ring."""

    @property
    def radius(self) -> float:
        """From the middle to the rim."""
        return self.hub + self.rings * self.band

    @property
    def span(self) -> float:
        """The angle of a sector."""
        return math.pi / self.sectors

    def at(self, radius: float, angle: float) -> tuple[float, float]:
        """The point at a distance and an angle, rounded to a hundredth."""
        return round(-radius * math.cos(angle), 2), round(-radius * math.sin(angle), 2)


def wheel(counts: Mapping[Cell, int], sectors: int, rings: int, slot: float, hub: float = 60) -> Wheel:
    """The smallest wheel of which every cell has a slot for each of its marks; a band is at least three slots wide."""
    band = 3 * slot
    while True:
        made = Wheel(sectors, rings, hub, band)
        if all(sum(_capacities(made, ring, slot)) >= count for (_, ring), count in counts.items()):
            return made
        band += slot


def places(made: Wheel, cell: Cell, count: int, slot: float) -> list[tuple[float, float]]:
    """The middle of each mark of a cell, row by row outwards; rows are filled evenly, from the middle of the band."""
    sector, ring = cell
    room = _capacities(made, ring, slot)
    filled = [0] * len(room)
    middle = (len(room) - 1) / 2
    for _ in range(count):
        free = [row for row in range(len(room)) if filled[row] < room[row]]
        row = min(free, key=lambda row: (2 * filled[row] // room[row], abs(row - middle), -row))
        filled[row] += 1
    return [made.at(radius, made.span * (sector + (index + 0.5) / number))
            for radius, number in zip(_rows(made, ring, slot), filled, strict=True) for index in range(number)]


def _rows(made: Wheel, ring: int, slot: float) -> list[float]:
    """The radius of each row of a ring."""
    count = int(made.band // slot)
    return [made.hub + ring * made.band + made.band * (row + 0.5) / count for row in range(count)]


def _capacities(made: Wheel, ring: int, slot: float) -> list[int]:
    """How many slots each row of a cell has: the chord between neighbours is at least a slot."""
    return [int(made.span / (2 * math.asin(min(1.0, slot / 2 / radius)))) if radius > slot / 2 else 0
            for radius in _rows(made, ring, slot)]
