"""Bars in parts: how a whole is divided, and how that differs between years or categories.

Use it for parts that add up. Readers can tell three to five parts apart; the first is the easiest to
compare. Bars for years, months and dates are vertical, others horizontal. A part without a value is left
out, and its bar says "onvolledig".

Fields: `category` (text, year, month, date or whole number), `value` (one column for each part, or one
column together with `series`, the column that names the part), and `provisional` (true or false): those
categories get an *.

Options: `order` (of the parts), `share` (true: show parts as percentages of their sum, in bars of equal
length), `totals` (true: show the sum at the end of each bar), `lying` (true for horizontal bars, false for
vertical ones), `breaks` (categories of vertical bars from which values cannot be compared with earlier
ones), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: stacked_bars
    data: zonnestroom_nederland
    fields: {category: peildatum, series: sector, value: vermogen_kwp}
    filter: {sector: [woningen, bedrijven]}
    options: {divide_by: 1000000, totals: true}
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.annotations.words import at_point
from trendrapport.charts.parts import standing
from trendrapport.charts.parts.amounts import Amounts, round_scale
from trendrapport.charts.parts.breaks import BreakOptions
from trendrapport.charts.parts.canvas import dots
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.layers import (
    GAP,
    WORD,
    WORD_ABOVE_NUMBER,
    Layer,
    Row,
    amount_axis,
    bar_breaks,
    beside,
    chart,
    in_order,
    legend,
    lying,
    sized,
)
from trendrapport.charts.parts.naming import naming
from trendrapport.charts.parts.plots import Plot, bar_plot, foot
from trendrapport.charts.parts.series import SERIES_FIELDS, SeriesOptions, keys, names, points, with_gaps
from trendrapport.charts.parts.stacks import WHOLE, shares, stacked
from trendrapport.charts.plan import NUMBERS, TIMES, WORDS, Plan, Role
from trendrapport.model.base import described
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"category": Role(WORDS), **SERIES_FIELDS, "value": Role(NUMBERS, many=True, parts=True)}

HEIGHT = 300
ROW, SMALL_ROW = 30, 24
LETTERS = 32
"""Longer names of lying bars than this are broken over lines."""

MANY, PIN = 15, 3
"""Of more bars than these each gets less room; and half the size of the dot at a part that is marked."""


class Options(BreakOptions, SeriesOptions):
    """The settings of stacked bars."""

    totals: bool = described(
        "de som aan het eind van elke staaf", "the sum at the end of each bar", default=False
    )
    lying: bool | None = described(
        "liggende staven; anders staan alleen perioden",
        "lying bars; otherwise only periods stand",
        default=None,
    )
    share: bool = described(
        "delen als percentage van hun som, in even lange staven",
        "parts as percentages of their sum, in bars of one length",
        default=False,
    )


OPTIONS = Options
LIMITED = "category"
ANNOTATIONS = {"moment", "range", "value", "point"}


def draw(plan: Plan) -> Layer:
    """A bar for each category with its parts, from the first series on."""
    options = plan.options(Options)
    lies = options.lying if options.lying is not None else plan.column("category").type not in TIMES
    found = points(plan, "category", options)
    series = names(found, options)
    found = found if lies else with_gaps(found, plan, "category")
    kept = keys(found)[: plan.chart.limit]
    rows = list(
        stacked(
            [point for point in found if point.key in kept],
            series,
            plan,
            "category",
            LETTERS if lies else None,
        )
    )
    if options.share:
        rows = shares(rows, Amounts(plan, options))
    return (_lying if lies else _standing)(rows, plan, options)


def _ends(rows: list[Row], plan: Plan, options: Options) -> list[Row]:
    """The words at the end of each bar: its sum, or that a part or all of it is missing."""
    amounts = Amounts(plan, options)
    ends = []
    for name in in_order(rows):
        parts = [row for row in rows if row["category"] == name]
        known = [part["known"] for part in parts]
        # Of nothing there are no shares: an empty bar must say why it is empty.
        text = amounts.text(parts[-1]["sum"]) if options.totals or not parts[-1].get("drawn", True) else ""
        if not all(known):
            text = (notation.INCOMPLETE if any(known) else notation.NO_DATA).of(plan.theme.language)
        ends.append({"category": name, "to": parts[-1]["to"], "text": text, "whole": all(known)})
    return [end for end in ends if end["text"]]


def _fitting(ends: list[Row], room: float, plan: Plan) -> list[Row]:
    """The words above bars if all have room; else only that a bar is not whole, as a dash."""
    if all(wrapping.width(end["text"], plan.theme.text_size) < room for end in ends):
        return ends
    return [{**end, "text": MISSING} for end in ends if not end["whole"]]


def _colour(rows: list[Row], plan: Plan, above: int, left: float) -> alt.Color:
    import altair as alt

    series = in_order(rows, "series")
    colours = [plan.theme.series[index % len(plan.theme.series)] for index in range(len(series))]
    scale = alt.Scale(domain=series, range=colours)
    return alt.Color("series:N", sort=None, scale=scale, legend=legend(series, plan, above, left))


def _parts(rows: list[Row], plan: Plan, places: dict[str, Any], left: float, above: int = 8) -> Layer:
    import altair as alt

    known = [row for row in rows if row["known"] and row.get("drawn", True)]
    return (
        chart(known)
        .mark_bar(stroke=plan.theme.paper, strokeWidth=1)
        .encode(
            **places, color=_colour(rows, plan, above, left), description=alt.Description("description:N")
        )
    )


def _values(rows: list[Row], plan: Plan, across: dict[str, Any], along: Layer) -> list[Layer]:
    """The values of the parts that have room for them."""
    import altair as alt

    if not rows:
        return []
    return [
        chart(rows)
        .mark_text(color=plan.theme.paper, aria=False)
        .encode(along, text=alt.Text("text:N"), **across)
    ]


def _lying(rows: list[Row], plan: Plan, options: Options) -> Layer:
    import altair as alt

    ends, size = _ends(rows, plan, options), plan.theme.text_size
    right = beside((end["text"] for end in ends if end["to"]), plan)
    names = naming((row["category"] for row in rows), plan, right)
    high = WHOLE if options.share else max(row["to"] for row in rows) or 1.0
    unit = (plan.theme.width - names.left - right) / high
    y = lying(rows, plan, above=names.above, block=ROW * (1 - GAP), paddingInner=GAP, paddingOuter=0.1)
    x = alt.X("from:Q", axis=None, scale=alt.Scale(domain=[0, high], nice=False))
    wide = [
        row
        for row in rows
        if row["known"] and (row["to"] - row["from"]) * unit > wrapping.width(row["text"], size) + 6
    ]
    layers = [
        _parts(rows, plan, {"x": x, "x2": alt.X2("to:Q"), "y": y}, names.left, 8 + round(names.above / 2)),
        *_values(wide, plan, {"y": y}, alt.X("middle:Q")),
    ]
    if ends:
        layers.append(
            chart(ends)
            .mark_text(align="left", dx=6, aria=False)
            .encode(x=alt.X("to:Q"), y=y, text=alt.Text("text:N"))
        )
    count = len(in_order(rows))
    return sized(
        layers,
        plan,
        count * names.row(ROW * (1 - GAP), SMALL_ROW if count > MANY else ROW),
        left=names.left,
        right=right,
    )


def _standing(rows: list[Row], plan: Plan, options: Options) -> Layer:
    import altair as alt

    ends, size = _ends(rows, plan, options), plan.theme.text_size
    amounts = Amounts(plan, options)
    low, high, step = (
        (0, WHOLE, 25)
        if options.share
        else round_scale([*(row["to"] for row in rows), *reference_values(plan)])
    )
    scaled = amounts.shares if options.share else amounts
    left = beside([scaled.round_text(WHOLE)] if options.share else amounts.ends(low, high), plan)
    feet = standing.below(rows, plan, left)
    rows, ends = feet.on(rows), feet.on(ends)
    x = feet.x()
    y = alt.Y(
        "from:Q",
        axis=alt.Axis(**amount_axis(low, high, step, scaled, left)),
        scale=alt.Scale(domain=[low, high], nice=False),
    )
    unit = HEIGHT / (high - low)
    room = plan.theme.width * 0.92 / len(in_order(rows)) * (1 - GAP)
    tall = [row for row in rows if row["known"] and (row["to"] - row["from"]) * unit > size + 4]
    fit = [row for row in tall if wrapping.width(row["text"], size) < room]
    # On a narrow screen a few values among many would look chosen.
    shown = fit if fit == tall or not plan.theme.narrow else []
    tops = [
        {
            **row,
            "text": next((end["text"] for end in ends if end["category"] == row["category"]), ""),
            "series": "",
        }
        for row in rows
    ]
    plot = bar_plot(plan, tops, (low, high), HEIGHT, left=left, broken=options.broken)
    plot = replace(plot, points=_points(rows, plot))
    marks = annotated(plot)
    above = round((WORD_ABOVE_NUMBER if options.broken else WORD) + marks.above)
    layers = [
        *marks.behind,
        _parts(rows, plan, {"y": y, "y2": alt.Y2("to:Q"), "x": x}, left, above),
        *_values(shown, plan, {"x": x}, alt.Y("middle:Q")),
    ]
    if ends := _fitting(ends, plan.theme.width * 0.92 / len(in_order(rows)), plan):
        layers.append(
            chart(ends)
            .mark_text(baseline="bottom", dy=-5, aria=False)
            .encode(x=x, y=alt.Y("to:Q"), text=alt.Text("text:N"))
        )
    layers += [
        *bar_breaks(rows, options.broken, plan),
        *marks.front,
        *_pins(plan, plot),
        *below(marks, plot, HEIGHT + foot(rows, plan), feet.listed),
    ]
    return sized(layers, plan, HEIGHT, left=left)


def _pins(plan: Plan, plot: Plot) -> list[Layer]:
    """A dot at each part that is marked, for a line from its label runs along other parts."""
    found = [
        at for one in plan.chart.annotations if one.form == "point" and (at := at_point(one, plot.points))
    ]
    return dots(
        [{"x": round(x, 2), "y": round(y, 2), "colour": plan.theme.ink} for x, y in found],
        size=6 * PIN**2,
        aria=False,
    )


def _points(rows: list[Row], plot: Plot) -> dict[tuple[str, str], tuple[float, float]]:
    """The right edge of each part, halfway up, in the gap between bars."""
    names = in_order(rows)
    band = plot.inside.right / len(names)
    return {
        (row["series"], str(row["key"])): (
            band * (names.index(row["category"]) + 1 - GAP / 2) + PIN,
            plot.up(row["middle"]),
        )
        for row in rows
        if row["known"]
    }
