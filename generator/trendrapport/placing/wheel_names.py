"""The points of marks in a wheel that leave room for as many names as possible beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from trendrapport.placing.cells import Shift, points
from trendrapport.placing.dots import Box
from trendrapport.placing.mark_names import Name, Spot, names
from trendrapport.placing.polar import Cell, Point, Wheel

RIM = 8.0
"""How near to the rim a name is better not."""
LACKING = 10.0
"""The penalty of a mark without a name."""
SHIFTS: tuple[Shift, ...] = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1))
FEW, SWEEPS = 16, 2
"""Of more marks than these, cells are not shifted to make room for names: there is none. Of fewer, how many
times all cells are tried.
"""


@dataclass(frozen=True)
class Item:
    """A mark that has to get a point in its cell, and a name."""

    cell: Cell
    weight: int
    """Of marks that have more, names choose their side first."""
    radius: float
    title: str


def radii_by_cell(items: Iterable[Item]) -> dict[Cell, tuple[float, ...]]:
    """The radii of the marks in each cell."""
    found: dict[Cell, list[float]] = {}
    for item in items:
        found.setdefault(item.cell, []).append(item.radius)
    return {cell: tuple(radii) for cell, radii in found.items()}


@dataclass(frozen=True)
class Plan:
    """What has to get a point and a name, and what is drawn already."""

    wheel: Wheel
    items: Sequence[Item]
    named: bool
    """Whether names are written beside marks."""
    text: float
    """The size of names."""
    inside: Box
    """The edges of the drawing."""
    taken: Sequence[Box]
    """The names of sectors."""

    @cached_property
    def rounds(self) -> list[Spot]:
        """The names of rings, as round things that cover them."""
        found: list[Spot] = []
        for ring in range(len(self.wheel.edges)):
            found += [Spot(*middle, radius) for middle, radius in self.wheel.name(ring)]
        return found

    @cached_property
    def sizes(self) -> dict[Cell, tuple[float, ...]]:
        """The radii of the marks in each cell."""
        return radii_by_cell(self.items)

    @cached_property
    def by_weight(self) -> list[int]:
        """The marks (by index), the heaviest first."""
        return sorted(range(len(self.items)), key=lambda index: (-self.items[index].weight, index))


@dataclass(frozen=True)
class _Tried:
    """Points for all marks, the names that have room there, and the penalty for what is wanting."""

    penalty: float
    spots: Sequence[Spot]
    names: list[Name | None]


def layout(plan: Plan, known: tuple[Spot, ...] | None) -> tuple[Sequence[Spot], list[Name | None]]:
    """The marks and their names; without known points, cells are shifted one by one as long as that makes
    room for more or better names.
    """
    trying = _trying(plan)
    best = trying(known) if known else _shifted(plan, trying)
    return best.spots, best.names


def _shifted(plan: Plan, trying: Callable[[tuple[Spot, ...]], _Tried]) -> _Tried:
    """The best that is found by shifting cells."""
    shifts: dict[Cell, Shift] = dict.fromkeys(sorted(plan.sizes), (0, 0))
    best = trying(_spots(plan, shifts))
    if len(plan.items) > FEW:
        return best
    for cell in [*shifts] * SWEEPS:
        for shift in SHIFTS:
            if not best.penalty:
                return best
            tried = trying(_spots(plan, shifts | {cell: shift}))
            if tried.penalty < best.penalty:
                best = tried
                shifts[cell] = shift
    return best


def _trying(plan: Plan) -> Callable[[tuple[Spot, ...]], _Tried]:
    """What names have room beside marks at given points; kept, as not every shift moves a mark."""

    @cache
    def cost(index: int, box: Box) -> float:
        return _awkward(plan.wheel, plan.items[index].cell[0], box)

    @cache
    def tried(spots: tuple[Spot, ...]) -> _Tried:
        if not plan.named:
            return _Tried(0.0, spots, [None] * len(spots))
        found = _names(plan, spots, cost)
        return _Tried(sum(_penalties(found, cost)), spots, found)

    return tried


def _penalties(found: Sequence[Name | None], cost: Callable[[int, Box], float]) -> Iterator[float]:
    for index, name in enumerate(found):
        if name is None:
            yield LACKING
        else:
            yield cost(index, name.box)


def _awkward(made: Wheel, sector: int, box: Box) -> float:
    """How many corners of a name lie in another sector (which counts twice) or near the rim, where further
    out counts more.
    """
    return sum(
        2 * (made.sector_of(*corner) != sector)
        + min(3.0, max(0.0, math.hypot(*corner) - made.radius + RIM) / RIM)
        for corner in _corners(box)
    )


def _corners(box: Box) -> Iterator[tuple[float, float]]:
    for y in (box.top, box.bottom):
        yield box.left, y
        yield box.right, y


def _spots(plan: Plan, shifts: dict[Cell, Shift]) -> tuple[Spot, ...]:
    """The marks in their cells, each cell shifted as given."""
    free: dict[Cell, Iterator[Point]] = {}
    for cell, radii in plan.sizes.items():
        free[cell] = iter(points(plan.wheel, cell, radii, shifts[cell]) or ())
    return tuple(Spot(*next(free[item.cell]), item.radius) for item in plan.items)


def _names(
    plan: Plan,
    spots: Sequence[Spot],
    cost: Callable[[int, Box], float],
) -> list[Name | None]:
    """A name for each mark that has room for it; the heaviest choose first."""
    order = plan.by_weight
    found = names(
        [plan.items[index].title for index in order],
        [spots[index] for index in order],
        plan.text,
        plan.inside,
        rounds=plan.rounds,
        boxes=plan.taken,
        cost=lambda rank, box: cost(order[rank], box),
    )
    by_index = dict(zip(order, found, strict=True))
    return [by_index[index] for index in range(len(spots))]
