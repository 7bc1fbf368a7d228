"""Points for round marks in the cells of a wheel, and the smallest wheel in which all of them fit.

Marks never overlap and stay in their cell. Where there is room they form even rows; else they go wherever
they fit; and where they don't fit at all, the ring gets wider, and with it the wheel.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from trendrapport.placing.packing import packed
from trendrapport.placing.polar import Cell, Point, Wheel

Shift = tuple[int, int]
"""Whether the marks of a cell are moved against the clock (-1) or with it (1), and inwards (-1) or outwards
(1), as far as there is room.
"""

CROWD = 0.75
"""Outer edges grow with a power of the ring's number, lower than 1: inner rings are wider, as their rows are
shorter.
"""
STEP = 6.0
"""How much wider a ring gets at a time."""


def smallest_wheel(
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
        usual = radius * ((ring + 1) / len(names)) ** CROWD
        inner = made.edges[-1] if ring else 0.0
        cells = {cell: tuple(radii) for cell, radii in sizes.items() if cell[1] == ring}
        made = _with_ring(made, max(usual, inner + strip + air), cells)
    return made


def _with_ring(made: Wheel, edge: float, cells: Mapping[Cell, tuple[float, ...]]) -> Wheel:
    """The wheel with one more ring, which ends at this edge or as little further out as its marks need."""
    while True:
        tried = replace(made, edges=(*made.edges, round(edge, 2)))
        if all(points(tried, cell, radii) is not None for cell, radii in cells.items()):
            return tried
        edge += STEP


@cache
def points(made: Wheel, cell: Cell, radii: tuple[float, ...], shift: Shift = (0, 0)) -> list[Point] | None:
    """The middle of each mark of a cell, or None when they do not fit."""
    return _in_rows(made, cell, radii, shift) or packed(made, cell, radii)


@dataclass(frozen=True)
class _Rows:
    """Rows of slots in a cell, from the inside out."""

    radii: list[float]
    """Of the middle of each row."""
    slot: float
    """What each mark gets: as much as the largest needs."""
    spare: float
    """What a row is higher than a slot."""


def _in_rows(made: Wheel, cell: Cell, radii: Sequence[float], shift: Shift) -> list[Point] | None:
    """Row by row outwards, if there are slots for all."""
    rows = _rows(made, cell, 2 * max(radii) + made.air)
    room = [_capacity(made, radius - rows.spare / 2, rows.slot) for radius in rows.radii]
    if sum(room) < len(radii):
        return None
    turn, outwards = shift
    found: list[Point] = []
    for middle, number in zip(rows.radii, _filled(room, len(radii)), strict=True):
        if not number:
            continue
        radius = middle + outwards * rows.spare / 2
        spare = made.span / number / 2 - math.asin(rows.slot / 2 / radius)
        for index in range(number):
            angle = made.span * (cell[0] + (index + 0.5) / number) + turn * spare
            found.append(made.at(radius, angle))
    return found


def _rows(made: Wheel, cell: Cell, slot: float) -> _Rows:
    """As many rows as there is room for."""
    inner, outer = made.band(cell)
    count = int((outer - inner) // slot)
    if not count:
        return _Rows([], slot, 0.0)
    radii = [inner + (outer - inner) * (row + 0.5) / count for row in range(count)]
    return _Rows(radii, slot, (outer - inner) / count - slot)


def _filled(room: Sequence[int], marks: int) -> list[int]:
    """How many marks each row gets: rows are filled evenly, from the middle of the band."""
    filled = [0] * len(room)
    middle = (len(room) - 1) / 2

    def fullness(row: int) -> tuple[float, float, int]:
        return (filled[row] + 1) / room[row], abs(row - middle), -row

    for _ in range(marks):
        free = [row for row in range(len(room)) if filled[row] < room[row]]
        filled[min(free, key=fullness)] += 1
    return filled


def _capacity(made: Wheel, radius: float, slot: float) -> int:
    """The slots of a row: the chord between neighbours is at least a slot, and half of that to the borders of
    the sector.
    """
    if radius <= slot / 2:
        return 0
    return int(made.span / 2 / math.asin(slot / 2 / radius))
