"""Points for round marks in a cell of a wheel that has no room for rows: wherever they fit, the largest
first.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from trendrapport.placing.polar import Cell, Point, Wheel, turned

GRID, FINEST = 300, 3.0
"""About how many points of a cell are tried, and the least distance between them."""

Rank = tuple[float, ...]
Badness = Callable[[float, Point], Rank]
"""Ranks the points that are free, the lowest best; given how far a point is from all that is near, and where
it is.
"""


@cache
def packed(made: Wheel, cell: Cell, radii: tuple[float, ...]) -> list[Point] | None:
    """The middle of each mark, as far from each other as can be or else close together; None when they do not
    fit.

    Kept, as it is the same however the cell is shifted.
    """
    return _search(made, cell, radii, _crowding) or _search(made, cell, radii, _depth)


def _crowding(clear: float, _point: Point) -> Rank:
    """How near to others and to the borders."""
    return (-clear,)


def _depth(_clear: float, point: Point) -> Rank:
    """How far from the rim, and from the start of the sector."""
    return -round(math.hypot(*point)), turned(*point)


def _search(made: Wheel, cell: Cell, radii: Sequence[float], badness: Badness) -> list[Point] | None:
    taken = made.name(cell[1]) if made.named(cell) else []
    found: dict[int, Point] = {}
    points = _grid(made, cell, min(radii))
    for index in sorted(range(len(radii)), key=lambda index: (-radii[index], index)):
        point = _best(points, radii[index], taken, made.air, badness)
        if point is None:
            return None
        found[index] = point
        taken.append((point, radii[index]))
    return [found[index] for index in range(len(radii))]


def _best(
    points: Sequence[tuple[float, Point]],
    radius: float,
    taken: Sequence[tuple[Point, float]],
    air: float,
    badness: Badness,
) -> Point | None:
    """Where a mark of this radius goes, or None when it has no room."""
    best: Point | None = None
    least: Rank = ()
    for edge, point in points:
        gaps = [math.dist(point, other) - size - air for other, size in taken]
        clear = min([edge - air / 2, *gaps]) - radius
        if clear < 0:
            continue
        rank = badness(clear, point)
        if best is None or rank < least:
            best, least = point, rank
    return best


@lru_cache(maxsize=32)
def _grid(made: Wheel, cell: Cell, least: float) -> tuple[tuple[float, Point], ...]:
    """Points of a cell, each with its distance to the nearest border; kept, as what does not fit in one way
    is tried in another.
    """
    return tuple(_points(made, cell, least))


def _points(made: Wheel, cell: Cell, least: float) -> Iterator[tuple[float, Point]]:
    inner, outer = made.bounds(cell[1])
    area = made.span / 2 * (outer * outer - inner * inner)
    step = max(FINEST, math.sqrt(area / GRID))
    for row in range(int((outer - inner) / step) + 1):
        radius = inner + row * step
        to_rings = [outer - radius]
        if cell[1]:
            to_rings.append(radius - inner)
        for column in range(int(radius * made.span / step) + 1):
            angle = (column + 0.5) * step / radius if radius else 0.0
            edge = min([*to_rings, *_to_sides(made, radius, angle)])
            if edge >= least:
                yield edge, made.at(radius, made.span * cell[0] + angle)


def _to_sides(made: Wheel, radius: float, angle: float) -> list[float]:
    """The distances to the borders of the sector, given the angle from its start; a whole wheel has none."""
    if made.sectors == 1:
        return []
    return [radius * math.sin(min(side, math.pi / 2)) for side in (angle, made.span - angle)]
