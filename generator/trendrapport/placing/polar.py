"""Places for round marks in the cells of a wheel: sectors clockwise from the top, rings from the middle
outwards.

Marks never overlap and stay in their cell. Where it can be they stand in rows, evenly; else wherever they
fit; and where even that
cannot be, the ring gets wider, and with it the wheel. The name of a ring stands at its top, along the outer
edge, and is kept free.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

Cell = tuple[int, int]
"""Sector and ring, both counted from 0."""

Point = tuple[float, float]

Shift = tuple[int, int]
"""Whether the marks of a cell stand against the clock (-1) or with it (1), and inwards (-1) or outwards (1),
as far as there is room.
"""

CROWD = 0.75
"""Outer edges are a power of the ring's place lower than 1: inner rings are wider, as they have less room in
their length.
"""
STEP = 6.0
"""By so much a ring gets wider at a time."""
GRID, FINEST = 300, 3.0
"""Places wherever they fit are sought at about so many points of a cell, and no closer together than this."""


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
        return int(math.atan2(x, -y) % (2 * math.pi) // self.span) % self.sectors

    def bounds(self, ring: int) -> tuple[float, float]:
        """The inner and outer radius of a ring."""
        return (self.edges[ring - 1] if ring else 0.0), self.edges[ring]

    def named(self, cell: Cell) -> bool:
        """Whether the name of the ring reaches into a cell."""
        sector, ring = cell
        reach = self.names[ring] / 2 / max(self.edges[ring] - self.strip, 1)
        return min(sector, self.sectors - 1 - sector) * self.span < reach

    def name(self, ring: int) -> list[tuple[Point, float]]:
        """The place of a ring's name, as round things that cover it: middle and radius."""
        radius, step = self.edges[ring] - self.strip / 2, self.strip / 2
        count = math.ceil(self.names[ring] / step)
        return [
            (self.at(radius, (index - count / 2) * step / radius), self.strip / 2)
            for index in range(count + 1)
        ]


def wheel(
    sizes: Mapping[Cell, Sequence[float]],
    sectors: int,
    names: Sequence[float],
    strip: float,
    air: float,
    radius: float,
) -> Wheel:
    """The smallest wheel of at least this radius that holds the marks of each cell, given by their radii; a
    ring for each name.
    """
    made = Wheel(sectors, strip, tuple(names), air)
    for ring in range(len(names)):
        edge = max(
            radius * ((ring + 1) / len(names)) ** CROWD, (made.edges[-1] if ring else 0.0) + strip + air
        )
        cells = {cell: tuple(radii) for cell, radii in sizes.items() if cell[1] == ring}
        while True:
            tried = replace(made, edges=(*made.edges, round(edge, 2)))
            if all(places(tried, cell, radii) is not None for cell, radii in cells.items()):
                break
            edge += STEP
        made = tried
    return made


@cache
def places(made: Wheel, cell: Cell, radii: tuple[float, ...], shift: Shift = (0, 0)) -> list[Point] | None:
    """The middle of each mark of a cell, or None when they do not fit."""
    return _in_rows(made, cell, radii, shift) or _anywhere(made, cell, radii)


@cache
def _anywhere(made: Wheel, cell: Cell, radii: tuple[float, ...]) -> list[Point] | None:
    """Where rows have no room; kept, as it is the same however the cell is shifted."""
    return _spread(made, cell, radii) or _packed(made, cell, radii)


def _in_rows(made: Wheel, cell: Cell, radii: Sequence[float], shift: Shift) -> list[Point] | None:
    """Row by row outwards, each mark with a slot as large as the largest needs; rows are filled evenly, from
    the middle of the band.
    """
    inner, outer = made.bounds(cell[1])
    outer -= made.strip if made.named(cell) else 0.0
    slot = 2 * max(radii) + made.air
    rows = int((outer - inner) // slot)
    spare = (outer - inner) / rows - slot if rows else 0.0
    at = [inner + (outer - inner) * (row + 0.5) / rows for row in range(rows)]
    room = [_capacity(made, radius - spare / 2, slot) for radius in at]
    if sum(room) < len(radii):
        return None
    filled = [0] * rows
    for _ in radii:
        free = [row for row in range(rows) if filled[row] < room[row]]
        row = min(free, key=lambda row: ((filled[row] + 1) / room[row], abs(row - (rows - 1) / 2), -row))
        filled[row] += 1
    return [
        made.at(radius + shift[1] * spare / 2, angle)
        for radius, number in zip(at, filled, strict=True)
        for angle in _angles(made, cell[0], radius + shift[1] * spare / 2, number, slot, shift[0])
    ]


def _angles(made: Wheel, sector: int, radius: float, number: int, slot: float, turn: int) -> list[float]:  # noqa: PLR0913, PLR0917
    if not number:
        return []
    spare = made.span / number / 2 - math.asin(slot / 2 / radius)
    return [made.span * (sector + (index + 0.5) / number) + turn * spare for index in range(number)]


def _capacity(made: Wheel, radius: float, slot: float) -> int:
    """The slots of a row: the chord between neighbours is at least a slot, and half of that to the borders of
    the sector.
    """
    return int(made.span / 2 / math.asin(slot / 2 / radius)) if radius > slot / 2 else 0


def _spread(made: Wheel, cell: Cell, radii: Sequence[float]) -> list[Point] | None:
    """Largest first, each as far from the others and from the borders as it can be."""
    return _sought(made, cell, radii, lambda clear, _point: -clear)


def _packed(made: Wheel, cell: Cell, radii: Sequence[float]) -> list[Point] | None:
    """Largest first, each as near to the rim and to the start of the sector as it can be."""
    return _sought(
        made,
        cell,
        radii,
        lambda _clear, point: (-round(math.hypot(*point)), math.atan2(point[0], -point[1]) % (2 * math.pi)),
    )


def _sought(
    made: Wheel, cell: Cell, radii: Sequence[float], badness: Callable[[float, Point], object]
) -> list[Point] | None:
    taken = made.name(cell[1]) if made.named(cell) else []
    found: dict[int, Point] = {}
    points = _grid(made, cell, min(radii))
    for index in sorted(range(len(radii)), key=lambda index: (-radii[index], index)):
        clear = [
            (
                min(
                    [
                        edge - made.air / 2,
                        *(math.dist(point, other) - radius - made.air for other, radius in taken),
                    ]
                )
                - radii[index],
                point,
            )
            for edge, point in points
        ]
        free = [one for one in clear if one[0] >= 0]
        if not free:
            return None
        found[index] = min(free, key=lambda one: badness(*one))[1]  # type: ignore[arg-type, return-value]
        taken.append((found[index], radii[index]))
    return [found[index] for index in range(len(radii))]


@lru_cache(maxsize=32)
def _grid(made: Wheel, cell: Cell, least: float) -> tuple[tuple[float, Point], ...]:
    """Points of a cell, each with its distance to the nearest border; kept, as what does not fit in one way
    is tried in another.
    """
    return tuple(_points(made, cell, least))


def _points(made: Wheel, cell: Cell, least: float) -> Iterator[tuple[float, Point]]:
    inner, outer = made.bounds(cell[1])
    step = max(FINEST, math.sqrt(made.span / 2 * (outer * outer - inner * inner) / GRID))
    for row in range(int((outer - inner) / step) + 1):
        radius = inner + row * step
        for place in range(int(radius * made.span / step) + 1):
            angle = (place + 0.5) * step / radius if radius else 0.0
            sides = (
                [radius * math.sin(min(one, math.pi / 2)) for one in (angle, made.span - angle)]
                if made.sectors > 1
                else []
            )
            edge = min([radius - inner if cell[1] else outer, outer - radius, *sides])
            if edge >= least:
                yield edge, made.at(radius, made.span * cell[0] + angle)
