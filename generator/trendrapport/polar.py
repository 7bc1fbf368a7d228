"""Places for marks in the cells of a wheel: sectors clockwise from the top, rings from the middle outwards.

Every mark gets a slot of the same size, and slots never overlap: within a row they stand at least a slot apart, rows are a slot apart,
and each keeps half a slot from its cell's borders. A ring gets wider, and with it the wheel, where a cell holds more than fits.
At the top a strip along the outer edge of each ring is kept free for the ring's name, in every sector that the name reaches.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

Cell = tuple[int, int]
"""Sector and ring, both counted from 0."""

Shift = tuple[int, int]
"""Whether the marks of a cell stand against the clock (-1) or with it (1), and inwards (-1) or outwards (1), as far as there is room."""

CROWD = 0.75
"""Outer edges are a power of the ring's place lower than 1: inner rings are wider, as they have less room in their length."""


@dataclass(frozen=True)
class Wheel:
    """A wheel around (0, 0); lengths in units of the drawing, angles in radians from the top, clockwise."""

    sectors: int
    slot: float
    """The room for a mark, across."""
    strip: float
    """The height of the names of rings."""
    names: tuple[float, ...]
    """How long the name of each ring is."""
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

    def at(self, radius: float, angle: float) -> tuple[float, float]:
        """The point at a distance and an angle, rounded to a hundredth."""
        return round(radius * math.sin(angle), 2), round(-radius * math.cos(angle), 2)

    def sector_of(self, x: float, y: float) -> int:
        """The sector in which a point lies."""
        return int(math.atan2(x, -y) % (2 * math.pi) // self.span) % self.sectors

    def bounds(self, cell: Cell) -> tuple[float, float]:
        """The radii between which the marks of a cell stand: without the strip if the ring's name reaches it."""
        sector, ring = cell
        inner, outer = (self.edges[ring - 1] if ring else 0.0), self.edges[ring]
        reach = self.names[ring] / 2 / max(outer - self.strip, 1)
        return inner, outer - self.strip if min(sector, self.sectors - 1 - sector) * self.span < reach else outer


def wheel(counts: Mapping[Cell, int], sectors: int, names: Sequence[float], slot: float, strip: float, radius: float) -> Wheel:
    """The smallest wheel of at least this radius of which every cell has a slot for each of its marks; a ring for each name."""
    made = Wheel(sectors, slot, strip, tuple(names))
    for ring in range(len(names)):
        inner = made.edges[-1] if ring else 0.0
        edge = max(radius * ((ring + 1) / len(names)) ** CROWD, inner + strip + slot / 2)
        cells = {cell: count for cell, count in counts.items() if cell[1] == ring}
        while True:
            tried = replace(made, edges=(*made.edges, round(edge, 2)))
            if all(sum(_capacities(tried, cell)) >= count for cell, count in cells.items()):
                break
            edge += slot / 4
        made = tried
    return made


def places(made: Wheel, cell: Cell, count: int, shift: Shift = (0, 0)) -> list[tuple[float, float]]:
    """The middle of each mark of a cell, row by row outwards; rows are filled evenly, from the middle of the band."""
    room = _capacities(made, cell)
    filled = [0] * len(room)
    middle = (len(room) - 1) / 2
    for _ in range(count):
        free = [row for row in range(len(room)) if filled[row] < room[row]]
        row = min(free, key=lambda row: ((filled[row] + 1) / room[row], abs(row - middle), -row))
        filled[row] += 1
    return [made.at(radius, angle) for radius, number in zip(_rows(made, cell, shift[1]), filled, strict=True)
            for angle in _angles(made, cell[0], radius, number, shift[0])]


def _rows(made: Wheel, cell: Cell, outwards: int = 0) -> list[float]:
    """The radius of each row of a cell."""
    inner, outer = made.bounds(cell)
    count = int((outer - inner) // made.slot)
    spare = (outer - inner) / count - made.slot if count else 0.0
    return [inner + (outer - inner) * (row + 0.5) / count + outwards * spare / 2 for row in range(count)]


def _angles(made: Wheel, sector: int, radius: float, number: int, turn: int) -> list[float]:
    if not number:
        return []
    spare = made.span / number / 2 - math.asin(made.slot / 2 / radius)
    return [made.span * (sector + (index + 0.5) / number) + turn * spare for index in range(number)]


def _capacities(made: Wheel, cell: Cell) -> list[int]:
    """How many slots each row of a cell has at least, wherever its marks are shifted to."""
    inner, outer = made.bounds(cell)
    rows = _rows(made, cell)
    spare = (outer - inner) / len(rows) - made.slot if rows else 0.0
    return [_capacity(made, radius - spare / 2) for radius in rows]


def _capacity(made: Wheel, radius: float) -> int:
    """The slots of a row: the chord between neighbours is at least a slot, and half of that to the borders of the sector."""
    if radius <= made.slot / 2:
        return 0
    return int(made.span / 2 / math.asin(made.slot / 2 / radius))
