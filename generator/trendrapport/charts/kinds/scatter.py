"""Dots by two numbers: whether places or groups with more of one also have more of the other.

Use it for twenty to a few hundred places or groups with two known numbers. Say in the title what the
pattern is, because readers first see only dots. Highlighted dots have their names next to them; if none are
highlighted, as many dots as have room for a name. A row that lacks one of the numbers is not drawn, but
listed below the figure.

Fields: `x` and `y` (a number each), and `label` (the name of each dot).

Options: `highlight` (labels of dots in colour, with their names), `zero` (start both scales at 0; false
unless you say true), `divide_by`, `decimals` and `unit` for the numbers at `y`, and `x_divide_by`,
`x_decimals` and `x_unit` for those at `x`. Explore: `zoom`.

    kind: scatter
    data: energieverbruik_woning_nederland
    fields: {x: gas_m3, y: elektriciteit_kwh, label: jaar}
    options: {unit: kWh, x_unit: m³}
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from trendrapport.charts.annotations.placing import annotated, reference_values
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.axes import axis, level, upright
from trendrapport.charts.parts.canvas import column, dots, lines, without, words
from trendrapport.charts.parts.layers import Layer, Row, at, beside, label, sized, told
from trendrapport.charts.parts.plots import Plot
from trendrapport.charts.parts.unit_apart import scale_name, too_long
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Record, Role
from trendrapport.model.base import described
from trendrapport.placing import wrapping
from trendrapport.placing.dots import Box, Name, dot_box, placed

FIELDS = {"x": Role(NUMBERS), "y": Role(NUMBERS), "label": Role(WORDS, required=False)}

HEIGHT, HEAD = 340, 26
"""The height of the scale, and the room for its name above it."""
NAMED = 14
"""Of more dots than these only highlighted ones and those at the ends of a scale have names."""
MOST, CLOSE = 8, 14
"""So many names at the ends of scales, and how far from its dot a name needs a line to it."""


class Options(AmountOptions):
    """The settings of dots by two numbers."""

    highlight: tuple[str | int, ...] = described(
        "namen van stippen in kleur", "labels of dots in colour", default=()
    )
    zero: bool = described("beide schalen beginnen bij 0", "both scales start at 0", default=False)
    x_divide_by: float = described(
        "getal waardoor elke waarde bij x gedeeld wordt",
        "number by which each value at x is divided",
        default=1.0,
        gt=0,
    )
    x_decimals: int | None = described(
        "aantal decimalen bij x (0, 1 of 2)", "number of decimals at x (0, 1 or 2)", default=None, ge=0, le=2
    )
    x_unit: str | None = described("eenheid bij x", "unit at x", default=None)


OPTIONS = Options
LIMITED = "label"
ANNOTATIONS = {"value", "point"}
EXPLORE = frozenset({"zoom"})


def draw(plan: Plan) -> Layer:
    """A dot for each row, two scales with their names, and names beside dots where they are free."""
    options = plan.options(Options)
    up = Amounts(plan, options, "y")
    across = Amounts(
        plan,
        AmountOptions(divide_by=options.x_divide_by, decimals=options.x_decimals, unit=options.x_unit),
        "x",
    )
    rows = [_row(record, across, up, options) for record in plan.records()[: plan.chart.limit]]
    known = [row for row in rows if row["across"] is not None and row["up"] is not None]
    y = axis([*(row["up"] for row in known), *reference_values(plan)], HEAD + HEIGHT, HEAD, zero=options.zero)
    up_marks, across_marks = (
        amounts.apart if too_long(amounts.unit, plan) else amounts for amounts in (up, across)
    )
    left = beside(up_marks.marks(y.marks), plan)
    wide = axis((row["across"] for row in known), 0, 1, zero=options.zero)
    right = plan.theme.width - 6 - max(14, beside([across_marks.round_text(wide.high)], plan) / 2)
    x = replace(wide, start=left + 8, end=right)
    known = sorted(
        ({**row, "x": x.at(row["across"]), "y": y.at(row["up"])} for row in known),
        key=lambda row: row["front"],
    )
    titles = [{"x": 0, "y": 8, "text": scale_name(up), "colour": plan.theme.soft}]
    below = [
        {"x": right + 12, "y": HEAD + HEIGHT + 35, "text": scale_name(across), "colour": plan.theme.soft}
    ]
    names = [row["name"] for row in rows if row["across"] is None or row["up"] is None]
    plot = Plot(
        plan,
        Box(left + 8, HEAD, right, HEAD + HEIGHT),
        lambda _: 0.0,
        y.at,
        {("", row["name"]): (row["x"], row["y"]) for row in known},
        [dot_box(row["x"], row["y"]) for row in known],
    )
    marks = annotated(plot)
    missing, bottom = column([*marks.key, *without(names, plan)], plan, HEAD + HEIGHT + 50)
    return sized(
        [
            *level(x, across_marks, HEAD, HEAD + HEIGHT),
            *upright(y, up_marks, left, right + 12),
            *words(titles, plan),
            *words(below, plan, "right"),
            *_dots(known, plan),
            *_names(known, Box(left, 0, plan.theme.width - 6, HEAD + HEIGHT), plan, options, marks.used),
            *marks.front,
            *missing,
        ],
        plan,
        bottom,
    )


def _row(record: Record, across: Amounts, up: Amounts, options: Options) -> Row:
    """What a dot says, its numbers, and whether it stands in front."""
    plan, column = up.plan, up.plan.optional("label")
    key = record[column.name] if column else None
    name = label(key, column, plan) if column else ""
    x, y = (plan.column(role) for role in ("x", "y"))
    right, high = across.of(record[x.name]), up.of(record[y.name])
    said = f"{x.title}: {across.text(right)}; {y.title}: {up.text(high)}"
    in_front = key in options.highlight
    return {
        "name": name,
        "across": right,
        "up": high,
        "front": in_front,
        "description": told(name, said) if name else said,
        "colour": plan.theme.muted if options.highlight and not in_front else plan.theme.series[0],
        **at(plan.place(record)),
    }


def _dots(known: list[Row], plan: Plan) -> list[Layer]:
    """The dots, those in front larger."""
    edge = {"stroke": plan.theme.paper, "strokeWidth": 1}
    return [
        *dots([row for row in known if not row["front"]], size=64, **edge),
        *dots([row for row in known if row["front"]], size=130, **edge),
    ]


def _names(known: list[Row], inside: Box, plan: Plan, options: Options, used: Sequence[Box]) -> list[Layer]:
    """The names that find a free place, with a thin line to those further away."""
    wanted = [row for row in known if row["front"]] if options.highlight else _telling(known)
    size = plan.theme.text_size
    names = [
        Name(row["x"], row["y"], wrapping.width(row["name"], size), size * 1.2)
        for row in wanted
        if row["name"]
    ]
    boxes = placed(
        names, [(row["x"], row["y"]) for row in known], inside, far=bool(options.highlight), others=used
    )
    found = [
        (row, box) for row, box in zip((row for row in wanted if row["name"]), boxes, strict=True) if box
    ]
    texts = [
        {
            "x": round(box.left, 2),
            "y": round((box.top + box.bottom) / 2, 2),
            "text": row["name"],
            "colour": plan.theme.ink,
        }
        for row, box in found
    ]
    ends = [(row, box.nearest(row["x"], row["y"])) for row, box in found]
    leads = [
        {"x": row["x"], "y": row["y"], "x2": round(x, 2), "y2": round(y, 2), "colour": plan.theme.soft}
        for row, (x, y) in ends
        if math.dist((x, y), (row["x"], row["y"])) > CLOSE
    ]
    return [*lines(leads, strokeWidth=1), *words(texts, plan)]


def _telling(known: list[Row]) -> list[Row]:
    """All dots if they are few, else those at the ends of both scales."""
    if len(known) <= NAMED:
        return known
    ordered = [
        sorted(known, key=lambda row: (sign * row[of], row["name"]))
        for of in ("up", "across")
        for sign in (-1, 1)
    ]
    ends = [row for rank in zip(*ordered, strict=True) for row in rank]
    return list({id(row): row for row in ends}.values())[:MOST]
