"""Bars in parts: how a whole is divided, and how that differs between years or categories.

Use it for parts that add up to something. Three to five parts can be told apart; the
first part is the easiest to compare. Years, months and dates stand, other categories lie. A part without
a figure is left out, and its bar says "onvolledig".

Fields: `category` (text, year, month, date or whole number), `value` (one column for each part, or one
column together with `series`, the column that names the part), and `provisional` (true or
false): those categories get an *.

Options: `order` (of the parts), `totals` (the sum at the end of each bar), `lying` (true or false, to
decide otherwise), and for all numbers `divide_by`, `decimals` and `unit`.

    kind: stacked_bars
    data: zonnestroom_nederland
    fields: {category: peildatum, series: sector, value: vermogen_kwp}
    filter: {sector: [woningen, bedrijven]}
    options: {divide_by: 1000000, totals: true}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.amounts import Amounts, round_scale
from trendrapport.charts.layers import LINES, Row, amount_axis, chart, label, sized, told
from trendrapport.charts.plan import TIMES, WORDS, Plan, Role
from trendrapport.charts.series import SERIES_FIELDS, Point, SeriesOptions, keys, names, points
from trendrapport.model import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"category": Role(WORDS), **SERIES_FIELDS}

HEIGHT = 300
ROW = 30
BAND = 0.7
"""The part of a bar's place that is bar."""


class Options(SeriesOptions):
    """The settings of stacked bars."""

    totals: bool = described("de som aan het eind van elke staaf", "the sum at the end of each bar", default=False)
    lying: bool | None = described("liggende staven; anders staan alleen perioden", "lying bars; otherwise only periods stand",
                                   default=None)


OPTIONS = Options


def draw(plan: Plan) -> alt.LayerChart:
    """A bar for each category with its parts, from the first series on."""
    options = plan.options(Options)
    found = points(plan, "category", options)
    kept = keys(found)[:plan.chart.limit]
    rows = list(_rows([point for point in found if point.key in kept], plan, names(found, options)))
    lying = options.lying if options.lying is not None else plan.column("category").type not in TIMES
    return (_lying if lying else _standing)(rows, plan, options)


def _rows(found: list[Point], plan: Plan, series: list[str]) -> Iterator[Row]:
    """A row for each part, with where it starts and ends."""
    column = plan.column("category")
    for key in keys(found):
        parts = {point.series: point for point in found if point.key == key}
        end = 0.0
        name = label(key, column, plan, any(point.provisional for point in parts.values()))
        for word in series:
            part = parts.get(word)
            amount = part.amount if part else None
            start, end = end, end + (amount or 0.0)
            yield {"category": notation.wrapped(name, 32), "series": word, "from": start, "to": end, "known": amount is not None,
                   "text": part.text if part and amount is not None else "", "middle": (start + end) / 2,
                   "description": told(f"{name}, {word}", part.text if part else notation.NO_DATA.of(plan.theme.language), plan)}


def _colour(rows: list[Row], plan: Plan) -> alt.Color:
    import altair as alt

    series = list(dict.fromkeys(row["series"] for row in rows))
    scale = alt.Scale(domain=series, range=[plan.theme.series[i % len(plan.theme.series)] for i in range(len(series))])
    return alt.Color("series:N", scale=scale, sort=None, legend=alt.Legend(symbolType="square"))


def _ends(rows: list[Row], plan: Plan, options: Options) -> list[Row]:
    """The words at the end of each bar: its sum, or that a part is missing."""
    amounts = Amounts(plan, options)
    ends = []
    for name in dict.fromkeys(row["category"] for row in rows):
        parts = [row for row in rows if row["category"] == name]
        whole, some = all(row["known"] for row in parts), any(row["known"] for row in parts)
        text = amounts.text(parts[-1]["to"]) if whole and options.totals else ""
        if not whole:
            text = (notation.INCOMPLETE if some else notation.NO_DATA).of(plan.theme.language)
        ends.append({"category": name, "to": parts[-1]["to"], "text": text})
    return [end for end in ends if end["text"]]


def _layers(rows: list[Row], ends: list[Row], plan: Plan, places: dict[str, Any], length: str, unit: float) -> list[alt.Chart]:
    """The parts, the values of those that have room for them, and the ends; `unit` is pixels for an amount of 1."""
    import altair as alt

    known = [row for row in rows if row["known"]]
    wide = [row for row in known if (row["to"] - row["from"]) * unit >= _room(row, plan, length)]
    across = "y" if length == "x" else "x"
    middle = {length: (alt.X if length == "x" else alt.Y)("middle:Q"), across: places[across]}
    end = {"align": "left", "dx": 6} if length == "x" else {"baseline": "bottom", "dy": -5}
    layers = [chart(known).mark_bar(stroke=plan.theme.paper, strokeWidth=1).encode(
        **places, color=_colour(rows, plan), description="description:N")]
    if wide:
        layers.append(chart(wide).mark_text(color=plan.theme.paper, aria=False).encode(**middle, text="text:N"))
    if ends:
        at = {length: (alt.X if length == "x" else alt.Y)("to:Q"), across: places[across]}
        layers.append(chart(ends).mark_text(aria=False, **end).encode(**at, text="text:N"))
    return layers


def _room(row: Row, plan: Plan, length: str) -> float:
    size = plan.theme.text_size
    return notation.width(row["text"], size) + 6 if length == "x" else size + 4


def _lying(rows: list[Row], plan: Plan, options: Options) -> alt.LayerChart:
    import altair as alt

    ends = _ends(rows, plan, options)
    size = plan.theme.text_size
    count = len(dict.fromkeys(row["category"] for row in rows))
    high = max(row["to"] for row in rows) or 1.0
    right = max((notation.width(end["text"], size) + 10 for end in ends), default=2.0)
    left = max(notation.width(row["category"], size) for row in rows) + 10
    band = alt.Scale(paddingInner=1 - BAND, paddingOuter=0.1)
    axis = alt.Axis(labelExpr=LINES, labelLimit=0, grid=False, labelColor=plan.theme.ink, labelPadding=8)
    places = {"y": alt.Y("category:N", sort=None, scale=band, axis=axis), "x2": "to:Q",
              "x": alt.X("from:Q", axis=None, scale=alt.Scale(domain=[0, high], nice=False))}
    unit = (plan.theme.width - left - right) / high
    return sized(_layers(rows, ends, plan, places, "x", unit), plan, count * ROW, right=right)


def _standing(rows: list[Row], plan: Plan, options: Options) -> alt.LayerChart:
    import altair as alt

    ends = _ends(rows, plan, options)
    low, high, step = round_scale(row["to"] for row in rows)
    axis = alt.Axis(**amount_axis(low, high, step, Amounts(plan, options).suffix))
    band = alt.Scale(paddingInner=1 - BAND, paddingOuter=(1 - BAND) / 2)
    places = {"x": alt.X("category:O", sort=None, scale=band, axis=alt.Axis(labelExpr=LINES, ticks=False)), "y2": "to:Q",
              "y": alt.Y("from:Q", axis=axis, scale=alt.Scale(domain=[low, high], nice=False))}
    return sized(_layers(rows, ends, plan, places, "y", HEIGHT / (high - low)), plan, HEIGHT, top=14)
