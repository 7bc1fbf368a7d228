"""Marks in a wheel of sectors and rings, with as many names as there is room for, as plain values for a
template; knows no trends.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from trendrapport.placing.dots import Box
from trendrapport.placing.mark_names import LINE, Name, Spot, extent, names
from trendrapport.placing.polar import Cell, Shift, Wheel, places, wheel
from trendrapport.placing.rim_names import rim_names

TIP, RING = 0.5, 0.34
"""How far the tip of a mark that moved and the ring around a new one stand out, in parts of its radius."""
RIM = 8.0
"""As near to the rim as a name stands rather not."""
AIR = 4.0
"""Between marks."""
SHIFTS: tuple[Shift, ...] = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1))
FEW, SWEEPS = 16, 2
"""Of more marks than these, cells are not shifted to make room for names: there is none.

All cells are tried so many times.
"""
EDGE = 4.0
"""Around the drawing."""


@dataclass(frozen=True)
class Measure:
    """How large a drawing is, in pixels at its usual width."""

    name: str
    radius: float
    """Of the wheel, at least."""
    sizes: tuple[float, ...]
    """The radius of marks by weight, 1 to 5."""
    text: float
    """The size of all text."""
    margin: float
    """How far names may stick out beside the wheel."""
    length: int
    """How many characters a line of a sector's name has at most."""
    named: bool = True
    """Whether names stand beside the marks."""


@dataclass(frozen=True)
class Mark:
    """What is drawn: where it belongs, its weight (1 to 5), name and form (`ring`, `inwards`, `outwards` or
    plain).
    """

    cell: Cell
    weight: int
    title: str
    form: str


def reach(mark: Mark, measure: Measure) -> float:
    """How far a mark reaches from its middle."""
    size = measure.sizes[mark.weight - 1]
    return size * (1 + {"inwards": TIP, "outwards": TIP, "ring": RING, "dashed": RING}.get(mark.form, 0.0))


@cache
def drawing(
    measure: Measure,
    marks: tuple[Mark, ...],
    sectors: tuple[str, ...],
    rings: tuple[str, ...],
    like: Measure | None = None,
) -> dict[str, Any]:
    """All places: of the rings, the sectors, the marks and their names (None where there is no room).

    With `like`, marks stand where they do in the drawing of that measure, as far as they fit there.
    """
    strip = measure.text * LINE + 4
    lengths = [extent([ring], measure.text)[0] + 8 for ring in rings]
    made = wheel(_sizes(marks, measure), len(sectors), lengths, strip, AIR, measure.radius)
    outside = rim_names(made, sectors, measure.text + 1, measure.margin, measure.length)
    box = _box(made, outside)
    known = _as_in(drawing(like, marks, sectors, rings), made, measure, marks) if like else None
    at, beside = _placed(made, measure, marks, box, [name.box for name in outside], known)
    return {
        "name": measure.name,
        "text": measure.text,
        "box": [round(part, 1) for part in (box.left, box.top, box.right - box.left, box.bottom - box.top)],
        "rings": [_ring(made, ring, name) for ring, name in enumerate(rings)],
        "sectors": [
            _sector(made, sector) | _text(name, measure.text + 1) for sector, name in enumerate(outside)
        ],
        "marks": [
            _mark(mark, spot, measure) | {"label": _text(name, measure.text) if name else None}
            for mark, spot, name in zip(marks, at, beside, strict=True)
        ],
    }


def _sizes(marks: Iterable[Mark], measure: Measure) -> dict[Cell, list[float]]:
    """How far the marks of each cell reach."""
    found: dict[Cell, list[float]] = {}
    for mark in marks:
        found.setdefault(mark.cell, []).append(reach(mark, measure))
    return found


def _box(made: Wheel, outside: Sequence[Name]) -> Box:
    boxes = [Box(-made.radius, -made.radius, made.radius, made.radius), *(name.box for name in outside)]
    return Box(
        min(box.left for box in boxes) - EDGE,
        min(box.top for box in boxes) - EDGE,
        max(box.right for box in boxes) + EDGE,
        max(box.bottom for box in boxes) + EDGE,
    )


def _as_in(
    other: dict[str, Any], made: Wheel, measure: Measure, marks: Sequence[Mark]
) -> tuple[Spot, ...] | None:
    """The marks at the same angles and parts of their rings as in another drawing; None where they would
    touch something here.
    """
    radii = [0.0, *(ring["radius"] for ring in other["rings"])]
    spots: list[Spot] = []
    for mark, drawn in zip(marks, other["marks"], strict=True):
        ring = mark.cell[1]
        part = (math.hypot(drawn["x"], drawn["y"]) - radii[ring]) / (radii[ring + 1] - radii[ring])
        inner, outer = made.bounds(ring)
        size = reach(mark, measure)
        top = outer - (made.strip if made.named(mark.cell) else 0.0) - size
        radius = min(max(inner + part * (outer - inner), inner + size if ring else 0.0), top)
        spots.append(Spot(*made.at(radius, math.atan2(drawn["x"], -drawn["y"])), size))
    pairs = combinations(spots, 2)
    apart = all(math.hypot(one.x - two.x, one.y - two.y) >= one.radius + two.radius + 1 for one, two in pairs)
    return tuple(spots) if apart else None


def _placed(
    made: Wheel,
    measure: Measure,
    marks: Sequence[Mark],
    box: Box,
    boxes: Sequence[Box],  # noqa: PLR0913, PLR0917
    known: tuple[Spot, ...] | None,
) -> tuple[Sequence[Spot], list[Name | None]]:
    """The marks and their names; cells are shifted one by one as long as that gives more names a place,
    unless places are known.
    """
    shifts: dict[Cell, Shift] = dict.fromkeys(sorted({mark.cell for mark in marks}), (0, 0))
    rounds = [Spot(*at, radius) for ring in range(len(made.edges)) for at, radius in made.name(ring)]

    cost = cache(lambda index, place: _awkward(made, marks[index], place))

    @cache  # not every shift moves a mark
    def tried(spots: tuple[Spot, ...]) -> tuple[float, Sequence[Spot], list[Name | None]]:
        if not measure.named:
            return 0.0, spots, [None] * len(marks)
        beside = _names(measure, marks, spots, box, rounds, boxes, cost)
        return sum(_lack(made, mark, name) for mark, name in zip(marks, beside, strict=True)), spots, beside

    if known:
        _, spots, beside = tried(known)
        return spots, beside
    best = tried(_spots(made, measure, marks, shifts))
    for cell in [*shifts] * SWEEPS if len(marks) <= FEW else ():
        for shift in SHIFTS if best[0] else ():
            found = tried(_spots(made, measure, marks, shifts | {cell: shift}))
            if found[0] < best[0]:
                best, shifts[cell] = found, shift
    return best[1], best[2]


def _lack(made: Wheel, mark: Mark, name: Name | None) -> float:
    """What is wanting: a name, or a better place for it."""
    return 10.0 if name is None else _awkward(made, mark, name.box)


def _awkward(made: Wheel, mark: Mark, box: Box) -> float:
    """How many corners of a name lie in the sector of another (which counts twice) or near the rim, where
    further out counts more.
    """
    corners = ((box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom))
    return sum(
        2 * (made.sector_of(*corner) != mark.cell[0])
        + min(3.0, max(0.0, math.hypot(*corner) - made.radius + RIM) / RIM)
        for corner in corners
    )


def _spots(
    made: Wheel, measure: Measure, marks: Sequence[Mark], shifts: dict[Cell, Shift]
) -> tuple[Spot, ...]:
    free = {
        cell: iter(places(made, cell, tuple(sizes), shifts[cell]) or ())
        for cell, sizes in _sizes(marks, measure).items()
    }
    return tuple(Spot(*next(free[mark.cell]), reach(mark, measure)) for mark in marks)


def _names(
    measure: Measure,
    marks: Sequence[Mark],
    spots: Sequence[Spot],
    box: Box,  # noqa: PLR0913, PLR0917
    rounds: Sequence[Spot],
    boxes: Sequence[Box],
    cost: Callable[[int, Box], float],
) -> list[Name | None]:
    order = sorted(range(len(marks)), key=lambda index: (-marks[index].weight, index))
    found = names(
        [marks[index].title for index in order],
        [spots[index] for index in order],
        measure.text,
        box,
        rounds=rounds,
        boxes=boxes,
        cost=lambda index, place: cost(order[index], place),
    )
    named = dict(zip(order, found, strict=True))
    return [named[index] for index in range(len(marks))]


def _ring(made: Wheel, ring: int, name: str) -> dict[str, Any]:
    """A ring's outer radius, and the arc on which its name stands."""
    radius = made.edges[ring]
    line = radius - made.strip * 0.8
    (x, y), half = made.at(line, -math.pi * 0.9), round(line, 2)
    return {"radius": radius, "name": name, "arc": f"M{x} {y}A{half} {half} 0 1 1 {-x} {y}"}


def _sector(made: Wheel, sector: int) -> dict[str, Any]:
    """The line with which a sector starts, and its part of the rim."""
    start, end, gap = made.span * sector, made.span * (sector + 1), 3 / made.radius
    x, y = made.at(made.radius, start)
    large = int(made.span - 2 * gap > math.pi)
    (ax, ay), (bx, by) = made.at(made.radius, start + gap), made.at(made.radius, end - gap)
    return {"line": [x, y], "rim": f"M{ax} {ay}A{made.radius} {made.radius} 0 {large} 1 {bx} {by}"}


def _mark(mark: Mark, spot: Spot, measure: Measure) -> dict[str, Any]:
    """Its place, radius and form; `turn` (degrees) points the tip of a mark that moved to the middle or away
    from it.
    """
    inwards = math.degrees(math.atan2(-spot.x, spot.y))
    size = measure.sizes[mark.weight - 1]
    return {
        "x": spot.x,
        "y": spot.y,
        "size": size,
        "form": mark.form,
        "tip": tip(size),
        "turn": round(inwards + (180 if mark.form == "outwards" else 0), 1),
    }


def tip(size: float) -> str:
    """A round mark with a tip that points up: two tangents and the rest of the circle."""
    far = size * (1 + TIP)
    y = -size * size / far
    x = math.sqrt(size * size - y * y)
    return f"M0 {-far:g}L{x:.2f} {y:.2f}A{size:g} {size:g} 0 1 1 {-x:.2f} {y:.2f}Z"


def _text(name: Name, size: float) -> dict[str, Any]:
    """Where the lines of a name stand; the place of a line is that of the feet of its letters."""
    first = name.box.top + size * (LINE + 0.6) / 2
    return {
        "lines": [
            {"text": line, "y": round(first + index * size * LINE, 1)}
            for index, line in enumerate(name.lines)
        ],
        "x": round(name.x, 1),
        "anchor": name.anchor,
        "taken": [round(part, 1) for part in (name.box.left, name.box.top, name.box.right, name.box.bottom)],
    }
