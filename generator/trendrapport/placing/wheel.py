"""Marks in a wheel of sectors and rings, with as many names as there is room for, as plain values for a
template; knows no trends.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TypedDict

from trendrapport.placing.cells import smallest_wheel
from trendrapport.placing.dots import Box
from trendrapport.placing.mark_names import Name, Spot
from trendrapport.placing.name_lines import LINE, Line, extent, rounded, written
from trendrapport.placing.polar import Cell, Wheel
from trendrapport.placing.rim_names import rim_names
from trendrapport.placing.wheel_names import Item, Plan, layout, radii_by_cell

TIP, RING = 0.5, 0.34
"""How far the tip of a mark that moved and the ring around a new one stick out, in parts of its radius."""
OUT = {"inwards": TIP, "outwards": TIP, "ring": RING, "dashed": RING}
AIR = 4.0
"""Between marks."""
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
    """Whether names are written beside the marks."""

    @property
    def heading(self) -> float:
        """The size of the names of sectors."""
        return self.text + 1


@dataclass(frozen=True)
class Mark:
    """What is drawn: where it belongs, its weight (1 to 5), name and form (`ring`, `dashed`, `inwards`,
    `outwards` or `plain`).
    """

    cell: Cell
    weight: int
    title: str
    form: str


class Label(TypedDict):
    """The lines of a name, where they are anchored, and the edges of the rectangle that they take."""

    lines: list[Line]
    x: float
    anchor: str
    taken: list[float]


class Ring(TypedDict):
    """A ring's outer radius, and the arc along which its name is written."""

    radius: float
    name: str
    arc: str


class Sector(Label):
    """The line with which a sector starts, its part of the rim and its name."""

    line: list[float]
    rim: str


class DrawnMark(TypedDict):
    """A mark and its name; `turn` (degrees) points the tip of one that moved inwards or outwards."""

    x: float
    y: float
    size: float
    form: str
    tip: str
    turn: float
    label: Label | None
    """None where there is no room."""


class Drawing(TypedDict):
    """All that a template draws."""

    name: str
    text: float
    box: list[float]
    rings: list[Ring]
    sectors: list[Sector]
    marks: list[DrawnMark]


def reach(mark: Mark, measure: Measure) -> float:
    """How far a mark reaches from its middle."""
    return measure.sizes[mark.weight - 1] * (1 + OUT.get(mark.form, 0.0))


@cache
def drawing(
    measure: Measure,
    marks: tuple[Mark, ...],
    sectors: tuple[str, ...],
    rings: tuple[str, ...],
    like: Measure | None = None,
) -> Drawing:
    """The rings, the sectors, and the marks with their names.

    With `like`, marks are where they are in the drawing of that measure, as far as they fit there.
    """
    items = [Item(mark.cell, mark.weight, reach(mark, measure), mark.title) for mark in marks]
    made = _wheel(measure, items, len(sectors), rings)
    headings = rim_names(made, sectors, measure.heading, measure.margin, measure.length)
    box = _box(made, headings)
    plan = Plan(
        wheel=made,
        items=items,
        named=measure.named,
        text=measure.text,
        inside=box,
        taken=[name.box for name in headings],
    )
    known = _as_in(drawing(like, marks, sectors, rings), plan) if like else None
    spots, names = layout(plan, known)
    drawn = zip(marks, spots, names, strict=True)
    return {
        "name": measure.name,
        "text": measure.text,
        "box": rounded(box.left, box.top, box.right - box.left, box.bottom - box.top),
        "rings": [_ring(made, ring, name) for ring, name in enumerate(rings)],
        "sectors": [_sector(made, sector, name, measure) for sector, name in enumerate(headings)],
        "marks": [_mark(mark, spot, name, measure) for mark, spot, name in drawn],
    }


def _wheel(measure: Measure, items: Iterable[Item], sectors: int, rings: Sequence[str]) -> Wheel:
    """The smallest wheel for these marks."""
    strip = measure.text * LINE + 4
    lengths = [extent([ring], measure.text)[0] + 8 for ring in rings]
    return smallest_wheel(radii_by_cell(items), sectors, lengths, strip, AIR, measure.radius)


def _box(made: Wheel, headings: Sequence[Name]) -> Box:
    """The edges of the drawing: around the wheel and the names of its sectors."""
    around = Box(-made.radius, -made.radius, made.radius, made.radius)
    for name in headings:
        around = around.united(name.box)
    return around.widened(EDGE, EDGE)


def _as_in(other: Drawing, plan: Plan) -> tuple[Spot, ...] | None:
    """The marks at the same angles and parts of their rings as in another drawing; None where they would
    touch something here.
    """
    radii = [0.0, *(ring["radius"] for ring in other["rings"])]
    spots: list[Spot] = []
    for item, drawn in zip(plan.items, other["marks"], strict=True):
        ring, size = item.cell[1], item.radius
        part = (math.hypot(drawn["x"], drawn["y"]) - radii[ring]) / (radii[ring + 1] - radii[ring])
        inner, outer = plan.wheel.bounds(ring)
        least = inner + size if ring else 0.0
        most = plan.wheel.band(item.cell)[1] - size
        radius = min(max(inner + part * (outer - inner), least), most)
        point = plan.wheel.at(radius, math.atan2(drawn["x"], -drawn["y"]))
        spots.append(Spot(*point, size))
    if any(_touch(*pair) for pair in combinations(spots, 2)):
        return None
    return tuple(spots)


def _touch(one: Spot, two: Spot) -> bool:
    return math.hypot(one.x - two.x, one.y - two.y) < one.radius + two.radius + 1


def _ring(made: Wheel, ring: int, name: str) -> Ring:
    radius = made.edges[ring]
    line = radius - made.strip * 0.8
    x, y = made.at(line, -math.pi * 0.9)
    half = round(line, 2)
    return {"radius": radius, "name": name, "arc": f"M{x} {y}A{half} {half} 0 1 1 {-x} {y}"}


def _sector(made: Wheel, sector: int, name: Name, measure: Measure) -> Sector:
    start, end, gap = made.span * sector, made.span * (sector + 1), 3 / made.radius
    large = int(made.span - 2 * gap > math.pi)
    (ax, ay), (bx, by) = made.at(made.radius, start + gap), made.at(made.radius, end - gap)
    return {
        "line": list(made.at(made.radius, start)),
        "rim": f"M{ax} {ay}A{made.radius} {made.radius} 0 {large} 1 {bx} {by}",
        **_text(name, measure.heading),
    }


def _mark(mark: Mark, spot: Spot, name: Name | None, measure: Measure) -> DrawnMark:
    turn = math.degrees(math.atan2(-spot.x, spot.y))
    if mark.form == "outwards":
        turn += 180
    size = measure.sizes[mark.weight - 1]
    return {
        "x": spot.x,
        "y": spot.y,
        "size": size,
        "form": mark.form,
        "tip": tip(size),
        "turn": round(turn, 1),
        "label": _text(name, measure.text) if name else None,
    }


def tip(size: float) -> str:
    """A round mark with a tip that points up: two tangents and the rest of the circle."""
    far = size * (1 + TIP)
    y = -size * size / far
    x = math.sqrt(size * size - y * y)
    return f"M0 {-far:g}L{x:.2f} {y:.2f}A{size:g} {size:g} 0 1 1 {-x:.2f} {y:.2f}Z"


def _text(name: Name, size: float) -> Label:
    box = name.box
    return {
        "lines": written(name.lines, size, box.top + size * (LINE + 0.6) / 2),
        "x": round(name.x, 1),
        "anchor": name.anchor,
        "taken": rounded(box.left, box.top, box.right, box.bottom),
    }
