"""Filled areas over time: how a whole grows, and what it consists of.

Use it for amounts that add up, at many moments. The lowest area is the easiest to compare, so put what
matters most first. For series that do not add up, use `lines`; for a few moments, use `stacked_bars`. If a
part is missing, the whole is unknown: the area is interrupted there, with a dash. It is also interrupted
where the table skips a year or month.

Fields: `x` (year, month, date or whole number), `value` (one column for each part, or one column together
with `series`, the column that names the part), and `provisional` (true or false): there, the area is paler,
with an outline.

Options: `order` (of the parts, from the bottom), `share` (true: show parts as percentages of their sum),
and `divide_by`, `decimals` and `unit` for all numbers.

    kind: area
    data: zonnestroom_nederland
    fields: {x: peildatum, series: sector, value: vermogen_kwp}
    filter: {sector: [woningen, bedrijven]}
    options: {divide_by: 1000000, unit: GW}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.parts.amounts import Amounts, round_scale
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.layers import Layer, Row, amount_axis, beside, chart, sized
from trendrapport.charts.parts.line_ends import named_ends
from trendrapport.charts.parts.moments import moment, moment_axis, pace_of, runs, span
from trendrapport.charts.parts.plots import time_plot
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    names,
    points,
    series_colours,
)
from trendrapport.charts.parts.stacks import WHOLE, shares, stacked
from trendrapport.charts.plan import NUMBERS, TIMES, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"x": Role(TIMES | {"integer"}), **SERIES_FIELDS, "value": Role(NUMBERS, many=True, parts=True)}

HEIGHT = 300
LETTERS = 40


class Options(SeriesOptions):
    """The settings of areas."""

    share: bool = described(
        "delen als percentage van hun som", "parts as percentages of their sum", default=False
    )


OPTIONS = Options
ANNOTATIONS = {"moment", "range", "value", "point"}
PROVISIONAL = Text(nl="Lichter deel", en="Paler part")


def draw(plan: Plan) -> Layer:
    """An area for each part, with a dot for each value and its name at the end."""
    import altair as alt

    options = plan.options(Options)
    amounts = Amounts(plan, options)
    found = sorted(points(plan, "x", options), key=lambda point: moment(point.key))
    series = names(found, options)
    rows = [{**row, "x": moment(row["key"])} for row in stacked(found, series, plan, "x", LETTERS)]
    rows = shares(rows, amounts) if options.share else rows
    whole = _whole(rows, found)
    known = [
        row for row in rows if any(point.key == row["key"] and point.amount is not None for point in whole)
    ]
    low, high, step = (
        (0.0, float(WHOLE), 25.0)
        if options.share
        else round_scale([*(row["to"] for row in known), *reference_values(plan)])
    )
    x = alt.X(
        "x:Q", axis=alt.Axis(**moment_axis(found, plan)), scale=alt.Scale(domain=span(found), nice=False)
    )
    scaled = amounts.shares if options.share else amounts
    colours = series_colours(series, plan)
    left = beside([scaled.round_text(WHOLE)] if options.share else amounts.ends(low, high), plan)
    y = alt.Y(
        "from:Q",
        scale=alt.Scale(domain=[low, high], nice=False),
        axis=alt.Axis(**amount_axis(low, high, step, scaled, left)),
    )
    ends, right, bottom = named_ends(
        _ends(known, colours, plan), plan, (x, alt.Y("value:Q")), low, (high - low) / HEIGHT, (left, HEIGHT)
    )
    tops = [Point(row["key"], row["series"], row["to"], "", provisional=False) for row in known]
    paths = [[(name, row["x"], row["to"]) for row in known if row["series"] == name] for name in series]
    plot = time_plot(plan, tops or found, paths, (low, high), HEIGHT, left=left, right=right)
    marks = annotated(plot)
    layers = [
        *marks.behind,
        *_areas(known, whole, colours, plan, x, y),
        *_dots(known, colours, plan, x),
        *_gaps(whole, plan, x),
        *ends,
        *marks.front,
        *below(marks, plot, bottom),
    ]
    return sized(layers, plan, HEIGHT, left=left, right=right)


def _whole(rows: list[Row], found: list[Point]) -> list[Point]:
    """The sum at each moment, or that it is not known."""
    provisional = {point.key for point in found if point.provisional}
    drawn = {
        key: all(row["known"] and row.get("drawn", True) for row in rows if row["key"] == key)
        for key in dict.fromkeys(row["key"] for row in rows)
    }
    return [
        Point(key, "", 1.0 if complete else None, "", key in provisional) for key, complete in drawn.items()
    ]


def _areas(
    known: list[Row], whole: list[Point], colours: dict[str, str], plan: Plan, x: alt.X, y: alt.Y
) -> list[Layer]:
    """Whole and paler parts, each interrupted where a moment is missing."""
    import altair as alt

    layers = []
    for dashed in (False, True):
        rows = [
            {**row, "run": f"{row['series']} {index}", "colour": colours[row["series"]]}
            for index, run in enumerate(runs(whole, [], pace_of(plan)))
            if run.dashed is dashed
            for key in [point.key for point in run.points]
            for row in known
            if row["key"] == key
        ]
        if rows:
            # What is paler has an outline in its colour, or it would fade into the paper.
            edge = alt.Stroke("colour:N", scale=None) if dashed else alt.StrokeValue(plan.theme.paper)
            mark = chart(rows).mark_area(
                aria=False, strokeWidth=1.5 if dashed else 1, fillOpacity=0.5 if dashed else 1
            )
            layers.append(
                mark.encode(
                    x=x,
                    y=y,
                    y2=alt.Y2("to:Q"),
                    detail=alt.Detail("run:N"),
                    stroke=edge,
                    fill=alt.Fill("colour:N", scale=None),
                )
            )
    return layers


def _dots(known: list[Row], colours: dict[str, str], plan: Plan, x: alt.X) -> list[Layer]:
    import altair as alt

    rows = [{**row, "colour": colours[row["series"]]} for row in known]
    if not rows:
        return []
    return [
        chart(rows)
        .mark_point(size=34, filled=True, opacity=1, stroke=plan.theme.paper, strokeWidth=1)
        .encode(
            x=x,
            y=alt.Y("to:Q"),
            description=alt.Description("description:N"),
            fill=alt.Fill("colour:N", scale=None),
        )
    ]


def _gaps(whole: list[Point], plan: Plan, x: alt.X) -> list[Layer]:
    import altair as alt

    rows = [{"x": moment(point.key), "to": 0, "text": MISSING} for point in whole if point.amount is None]
    if not rows:
        return []
    return [
        chart(rows)
        .mark_text(baseline="bottom", dy=-4, color=plan.theme.soft, aria=False)
        .encode(x=x, y=alt.Y("to:Q"), text=alt.Text("text:N"))
    ]


def _ends(known: list[Row], colours: dict[str, str], plan: Plan) -> list[Row]:
    """The last known parts; a single one carries its value alone."""
    last = known[-1]["key"] if known else None
    return [
        {
            "x": row["x"],
            "value": row["middle"] if len(colours) > 1 else row["to"],
            "colour": colours[row["series"]] if len(colours) > 1 else plan.theme.ink,
            "name": f"{row['series']}: {row['text']}" if len(colours) > 1 else row["text"],
        }
        for row in known
        if row["key"] == last
    ]
