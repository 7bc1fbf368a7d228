"""Dots by two numbers: whether places or groups with more of one also have more of the other.

Use it for twenty to a few hundred places or groups with two known numbers. Say in the title what the pattern
is, because readers first see only dots. Highlighted dots have their names next to them; if none are
highlighted, as many dots as have room for a name. A row that lacks one of the numbers is not drawn, but
listed below the figure.

Fields: `x` and `y` (a number each), and `label` (the name of each dot).

Options: `highlight` (labels of dots in colour, with their names), `zero` (start both scales at 0; false
unless you say true), `logarithmic` and `x_logarithmic` (see Logarithmic scales), `divide_by`, `decimals` and
`unit` for the numbers at `y`, and `x_divide_by`, `x_decimals` and `x_unit` for those at `x`. Explore: `zoom`.

    kind: scatter
    data: energieverbruik_woning_nederland
    fields: {x: gas_m3, y: elektriciteit_kwh, label: jaar}
    options: {unit: kWh, x_unit: m³}
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from trendrapport.charts.annotations.placing import annotated, reference_values
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.axes import Axis, axis, level, upright
from trendrapport.charts.parts.canvas import column, dots, lines, no_data_lines, words
from trendrapport.charts.parts.layers import Layer, Row, beside, describe, label, of_municipality, sized
from trendrapport.charts.parts.logarithmic import LogOptions, log_axis
from trendrapport.charts.parts.plots import Plot
from trendrapport.charts.parts.sizes import text_width
from trendrapport.charts.parts.unit_apart import scale_name, too_long
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Record, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.placing.dots import Box, Name, dot_box, placed

FIELDS = {"x": Role(NUMBERS), "y": Role(NUMBERS), "label": Role(WORDS, required=False)}

HEIGHT, HEAD = 340, 26
"""The height of the scale, and the room for its name above it."""
NAMED = 14
"""Of more dots than these only highlighted ones and those at the ends of a scale have names."""
MOST = 8
"""At most this many dots at the ends of scales have names."""
CLOSE = 14
"""A name that is further than this from its dot has a line to it."""


class Options(LogOptions, AmountOptions):
    """The settings of dots by two numbers."""

    highlight: tuple[str | int, ...] = described(
        "namen van stippen in kleur", "labels of dots in colour", default=()
    )
    zero: bool = described("beide schalen beginnen bij 0", "both scales start at 0", default=False)
    x_divide_by: float = described(
        "getal waardoor elke waarde bij x wordt gedeeld",
        "number by which each value of x is divided",
        default=1.0,
        gt=0,
    )
    x_decimals: int | None = described(
        "aantal decimalen bij x (0, 1 of 2)", "number of decimals of x (0, 1 or 2)", default=None, ge=0, le=2
    )
    x_unit: str | None = described("eenheid bij x", "unit of x", default=None)
    x_logarithmic: bool = described("logaritmische schaal bij x", "logarithmic scale for x", default=False)


OPTIONS = Options
TRAITS = Traits(compared=("label",), highlighted="label", known_by_label=True)
SUITS = Suits(
    Text(
        nl="een puntenwolk laat zien of het ene samengaat met het andere",
        en="a cloud of dots shows whether one goes together with the other",
    ),
    good={"rows": (20, 400)},
    possible={"rows": (6, 1000)},
    sketch="cloud",
)
LIMITED = "label"
ANNOTATIONS = {"value", "point"}
EXPLORE = frozenset({"zoom"})

Point = tuple[float, float]
"""Units of the drawing from the left and from the top."""


@dataclass(frozen=True)
class _Dot:
    """A row of the table as a dot."""

    name: str
    across: float | None
    up: float | None
    front: bool
    """Whether it is highlighted."""
    colour: str
    description: str
    municipality: str | None

    @property
    def known(self) -> bool:
        return self.across is not None and self.up is not None


@dataclass(frozen=True)
class _Scales:
    """Both scales in units of the drawing, and how their numbers are written."""

    x: Axis
    y: Axis
    across: Amounts
    up: Amounts
    left: float
    """The room for the numbers on the left."""

    def at(self, dot: _Dot) -> Point:
        """Where a dot is drawn."""
        return self.x.at(dot.across or 0.0), self.y.at(dot.up or 0.0)


def draw(plan: Plan) -> Layer:
    """A dot for each row, two scales with their names, and names beside dots where they are free."""
    options = plan.options(Options)
    across, up = _amounts(plan, options)
    dots_of_rows = [_dot(record, across, up, options) for record in plan.records()[: plan.chart.limit]]
    known = sorted((dot for dot in dots_of_rows if dot.known), key=lambda dot: dot.front)
    scales = _scales(known, across, up, options)
    marks = annotated(_plot(known, scales, plan))
    missing = no_data_lines([dot.name for dot in dots_of_rows if not dot.known], plan)
    below, bottom = column([*marks.key, *missing], plan, HEAD + HEIGHT + 50)
    right = scales.x.end + 12
    layers = [
        *level(scales.x, scales.across, HEAD, HEAD + HEIGHT),
        *upright(scales.y, scales.up, scales.left, right),
        *_titles(across, up, right),
        *_dots(known, scales, plan),
        *_names(known, scales, plan, options, marks.used),
        *marks.front,
        *below,
    ]
    return sized(layers, plan, bottom)


def _amounts(plan: Plan, options: Options) -> tuple[Amounts, Amounts]:
    """The numbers from left to right, and those upwards."""
    across = AmountOptions(divide_by=options.x_divide_by, decimals=options.x_decimals, unit=options.x_unit)
    return Amounts(plan, across, "x"), Amounts(plan, options, "y")


def _dot(record: Record, across: Amounts, up: Amounts, options: Options) -> _Dot:
    plan, field = up.plan, up.plan.optional("label")
    key = record[field.name] if field else None
    name = label(key, field, plan) if field else ""
    x, y = plan.column("x"), plan.column("y")
    right, high = across.of(record[x.name]), up.of(record[y.name])
    said = f"{x.title}: {across.text(right)}; {y.title}: {up.text(high)}"
    in_front = key in options.highlight
    return _Dot(
        name,
        right,
        high,
        in_front,
        plan.theme.muted if options.highlight and not in_front else plan.theme.series[0],
        describe(name, said) if name else said,
        plan.municipality(record),
    )


def _scales(known: list[_Dot], across: Amounts, up: Amounts, options: Options) -> _Scales:
    plan = up.plan
    heights = [*(dot.up for dot in known), *reference_values(plan)]
    y = axis(heights, HEAD + HEIGHT, HEAD, zero=options.zero)
    if options.logarithmic:
        y = log_axis(heights, HEAD + HEIGHT, HEAD)
    written_up, written_across = _written(up), _written(across)
    left = beside(written_up.marks(y.marks), plan)
    x = axis((dot.across for dot in known), 0, 1, zero=options.zero)
    if options.x_logarithmic:
        x = log_axis((dot.across for dot in known), 0, 1)
    last = beside([written_across.round_text(x.high)], plan) / 2
    x = replace(x, start=left + 8, end=plan.theme.width - 6 - max(14, last))
    return _Scales(x, y, written_across, written_up, left)


def _written(amounts: Amounts) -> Amounts:
    """Numbers along a scale, which has a long unit in its name."""
    return amounts.apart if too_long(amounts.unit, amounts.plan) else amounts


def _plot(known: list[_Dot], scales: _Scales, plan: Plan) -> Plot:
    """Where annotations find the dots."""
    positions = {("", dot.name): scales.at(dot) for dot in known}
    taken = [dot_box(*scales.at(dot)) for dot in known]
    inside = Box(scales.x.start, HEAD, scales.x.end, HEAD + HEIGHT)
    return Plot(plan, inside, lambda _: 0.0, scales.y.at, positions, taken)


def _titles(across: Amounts, up: Amounts, right: float) -> list[Layer]:
    """The names of the scales."""
    plan = up.plan
    head = {"x": 0, "y": 8, "text": scale_name(up), "colour": plan.theme.soft}
    foot = {"x": right, "y": HEAD + HEIGHT + 35, "text": scale_name(across), "colour": plan.theme.soft}
    return [*words([head], plan), *words([foot], plan, "right")]


def _dots(known: list[_Dot], scales: _Scales, plan: Plan) -> list[Layer]:
    """The dots, those in front larger."""
    edge = {"stroke": plan.theme.paper, "strokeWidth": 1}
    behind = [_row(dot, scales) for dot in known if not dot.front]
    front = [_row(dot, scales) for dot in known if dot.front]
    return [*dots(behind, size=64, **edge), *dots(front, size=130, **edge)]


def _row(dot: _Dot, scales: _Scales) -> Row:
    x, y = scales.at(dot)
    return {
        "x": x,
        "y": y,
        "name": dot.name,
        "across": dot.across,
        "up": dot.up,
        "description": dot.description,
        "colour": dot.colour,
        **of_municipality(dot.municipality),
    }


def _names(
    known: list[_Dot], scales: _Scales, plan: Plan, options: Options, used: Sequence[Box]
) -> list[Layer]:
    """The names for which there is room, with a thin line to those further away."""
    wanted = [dot for dot in known if dot.front] if options.highlight else _telling(known)
    named = [dot for dot in wanted if dot.name]
    inside = Box(scales.left, 0, plan.theme.width - 6, HEAD + HEIGHT)
    names = [_name(dot, scales, plan) for dot in named]
    boxes = placed(names, list(map(scales.at, known)), inside, far=bool(options.highlight), others=used)
    texts: list[Row] = []
    leads: list[Row] = []
    for dot, box in zip(named, boxes, strict=True):
        if box:
            middle = round((box.top + box.bottom) / 2, 2)
            texts.append({"x": round(box.left, 2), "y": middle, "text": dot.name, "colour": plan.theme.ink})
            leads += _lead(scales.at(dot), box, plan)
    return [*lines(leads, strokeWidth=1), *words(texts, plan)]


def _name(dot: _Dot, scales: _Scales, plan: Plan) -> Name:
    x, y = scales.at(dot)
    return Name(x, y, text_width(dot.name, plan), plan.theme.text_size * 1.2)


def _lead(at_dot: Point, box: Box, plan: Plan) -> Iterator[Row]:
    """A line from a dot to its name, if that is not near it."""
    x, y = at_dot
    near = box.nearest(x, y)
    if math.dist(near, at_dot) > CLOSE:
        x2, y2 = near
        yield {"x": x, "y": y, "x2": round(x2, 2), "y2": round(y2, 2), "colour": plan.theme.soft}


def _telling(known: list[_Dot]) -> list[_Dot]:
    """All dots if they are few, else those at the ends of both scales, the outermost first."""
    if len(known) <= NAMED:
        return known
    highest = sorted(known, key=lambda dot: (-(dot.up or 0.0), dot.name))
    lowest = sorted(known, key=lambda dot: (dot.up or 0.0, dot.name))
    last = sorted(known, key=lambda dot: (-(dot.across or 0.0), dot.name))
    first = sorted(known, key=lambda dot: (dot.across or 0.0, dot.name))
    ends = chain.from_iterable(zip(highest, lowest, last, first, strict=True))
    return list({id(dot): dot for dot in ends}.values())[:MOST]
