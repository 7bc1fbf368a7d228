"""Lines over time: how one or a few series develop.

Use it for values at several moments that can be compared. A line has a dot at each value. It is interrupted
where a value is missing, and where the table skips a year or month. Names of several series are at the ends
of the lines, so use no more than about six.

Fields: `x` (year, month, date or whole number), `value` (one column for each series, or one column together
with `series`, the column that names the series), and, if some values are provisional, `provisional` (true
or false): there, the line is dashed and its dots are open.

Options: `breaks` (moments from which values cannot be compared with earlier ones: the line is interrupted
there), `order` (of the series), `highlight` (series in colour; the others turn grey), `join` (true: lines
continue, dotted, across periods without values), `zero` (start the scale at 0; true unless you say false),
and `divide_by`, `decimals` and `unit` for all numbers. Explore: `series` (also those that the filter leaves
out) and `period`.

    kind: lines
    data: internet_leeftijd
    fields: {x: jaar, series: leeftijd, value: nooit_internet_gebruikt_pct}
    filter: {leeftijd: [75 jaar of ouder, 65 tot 75 jaar, totaal 12 jaar of ouder]}
    options: {breaks: [2017, 2020, 2023]}
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.parts.amounts import Amounts, round_scale
from trendrapport.charts.parts.breaks import BreakOptions
from trendrapport.charts.parts.joining import DOTTED, JoinOptions
from trendrapport.charts.parts.layers import (
    SHAPES,
    WORD,
    Layer,
    Row,
    amount_axis,
    beside,
    break_rules,
    chart,
    label,
    late,
    sized,
    told,
)
from trendrapport.charts.parts.line_ends import named_ends
from trendrapport.charts.parts.moments import Run, moment, moment_axis, pace_of, runs, span
from trendrapport.charts.parts.plots import break_note, time_plot
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    names,
    points,
    series_colours,
)
from trendrapport.charts.plan import TIMES, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"x": Role(TIMES | {"integer"}), **SERIES_FIELDS}

HEIGHT, APART, THIN = 320, 7, 1.5
"""The height of the scale, and the least distance between the middles of dots: nearer to each other they hide
their line, which is thin then.
"""


class Options(BreakOptions, JoinOptions, SeriesOptions):
    """The settings of lines."""

    highlight: tuple[str | int, ...] = described(
        "reeksen in kleur; de andere treden terug", "series in colour; the others step back", default=()
    )
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=True)


OPTIONS = Options
ANNOTATIONS = {"moment", "range", "value", "point"}
PROVISIONAL = Text(nl="Gestippeld, met open punten", en="Dashed, with open dots")
EXPLORE = frozenset({"series", "period"})
LOOKS: dict[str, dict[str, Any]] = {
    "whole": {},
    "dashed": {"strokeDash": [5, 4]},
    "dotted": {"strokeDash": DOTTED, "strokeCap": "round"},
}


def draw(plan: Plan) -> Layer:
    """A line for each series, with a dot for each value and its name at the end."""
    import altair as alt

    options = plan.options(Options)
    amounts = Amounts(plan, options)
    found = sorted(points(plan, "x", options), key=lambda point: moment(point.key))
    series = names(found, options)
    low, high, step = round_scale(
        [*(point.amount for point in found), *reference_values(plan)], zero=options.zero
    )
    moments = sorted({moment(point.key) for point in found})
    x = alt.X(
        "x:Q", axis=alt.Axis(**moment_axis(found, plan)), scale=alt.Scale(domain=span(found), nice=False)
    )
    left = beside(amounts.ends(low, high), plan)
    y = alt.Y(
        "value:Q",
        axis=alt.Axis(**amount_axis(low, high, step, amounts, left)),
        scale=alt.Scale(domain=[low, high], nice=False),
    )
    colours, breaks = (
        series_colours(series, plan, options.highlight),
        [moment(place) for place in options.broken],
    )
    ends, right, bottom = named_ends(
        _ends(found, colours, plan), plan, (x, y), low, (high - low) / HEIGHT, (left, HEIGHT)
    )
    drawn = _joined(found, series, breaks, plan, options)
    paths = [
        [(point.series, moment(point.key), point.amount) for point in run.points]
        for parts in drawn.values()
        for run in parts
    ]
    plot = time_plot(
        plan, found, paths, (low, high), HEIGHT, left=left, right=right, above=WORD if breaks else 0
    )
    between = _between(breaks, moments)
    seen = _seen(found, drawn, plot.inside.right)
    tight = _tight(between, span(found), plan)
    marks = annotated(
        replace(plot, note=break_note(plan, plot.across(between[0]["x"]), WORD, late=tight))
        if between
        else plot
    )
    layers = [
        *marks.behind,
        *break_rules(between, plan, x, late=tight),
        *_lines(drawn, colours, x, y, thin=len(seen) < len(found)),
        _dots(found, seen, plan, colours, x, y),
        *ends,
        *marks.front,
        *below(marks, plot, bottom),
    ]
    return sized(layers, plan, HEIGHT, left=left, right=right)


def _between(breaks: list[float], moments: list[float]) -> list[Row]:
    """Each break halfway the moment from which it counts and the one before."""
    return [{"x": (place + max((at for at in moments if at < place), default=place)) / 2} for place in breaks]


def _tight(places: list[Row], ends: list[float], plan: Plan) -> bool:
    """Whether the word has no room between the first line and the next, or the end."""
    first, then = [*(place["x"] for place in places), ends[1], ends[1]][:2]
    return late(1 - (then - first) / (ends[1] - ends[0]), plan)


def _joined(
    found: list[Point], series: list[str], breaks: list[float], plan: Plan, options: Options
) -> dict[str, list[Run]]:
    """The parts of each series that are lines."""
    pace = pace_of(plan)
    return {
        name: runs([point for point in found if point.series == name], breaks, pace, join=options.join)
        for name in series
    }


def _lines(
    joined: dict[str, list[Run]], colours: dict[str, str], x: alt.X, y: alt.Y, *, thin: bool
) -> list[Layer]:
    """Whole, dashed and dotted parts, each as lines of their own."""
    import altair as alt

    layers = []
    for look, mark in LOOKS.items():
        rows = [
            {"x": moment(point.key), "value": point.amount, "run": f"{name} {index}", "colour": colours[name]}
            for name, parts in joined.items()
            for index, run in enumerate(parts)
            if run.look == look
            for point in run.points
        ]
        if rows:
            line = chart(rows).mark_line(aria=False, **mark, **({"strokeWidth": THIN} if thin else {}))
            layers.append(
                line.encode(x=x, y=y, color=alt.Color("colour:N", scale=None), detail=alt.Detail("run:N"))
            )
    return layers


def _seen(found: list[Point], drawn: dict[str, list[Run]], wide: float) -> list[Point]:
    """The points of which the dot is seen: all, or those that no line shows and the last of each series when
    dots would touch each other.
    """
    places = {moment(point.key) for point in found}
    if len(places) < 2 or wide / (len(places) - 1) >= APART:  # noqa: PLR2004 - two have a distance
        return found
    joined = {id(point) for parts in drawn.values() for run in parts for point in run.points}
    last = {point.series: id(point) for point in found if point.amount is not None}
    return [point for point in found if id(point) not in joined or id(point) == last.get(point.series)]


def _dots(
    found: list[Point], shown: list[Point], plan: Plan, colours: dict[str, str], x: alt.X, y: alt.Y
) -> Layer:
    """A dot at each value; it says what it stands for where it is not seen, too."""
    import altair as alt

    seen = {id(point) for point in shown}
    rows = [
        {**_dot(point, plan, colours), "opacity": float(id(point) in seen)}
        for point in found
        if point.amount is not None
    ]
    shapes = [SHAPES[index % len(SHAPES)] for index in range(len(colours))]
    return (
        chart(rows)
        .mark_point(size=60, strokeWidth=1.5)
        .encode(
            opacity=alt.Opacity("opacity:Q", scale=None, legend=None),
            x=x,
            y=y,
            description=alt.Description("description:N"),
            fill=alt.Fill("inside:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            shape=alt.Shape(
                "series:N", sort=None, legend=None, scale=alt.Scale(domain=list(colours), range=shapes)
            ),
        )
    )


def _dot(point: Point, plan: Plan, colours: dict[str, str]) -> Row:
    when = label(point.key, plan.column("x"), plan, provisional=point.provisional)
    colour = colours[point.series]
    return {
        "x": moment(point.key),
        "value": point.amount,
        "series": point.series,
        "colour": colour,
        "inside": plan.theme.paper if point.provisional else colour,
        "description": told(f"{point.series}, {when}" if len(colours) > 1 else when, point.text),
    }


def _ends(found: list[Point], colours: dict[str, str], plan: Plan) -> list[Row]:
    """The last value of each series, with its name if there are more."""
    last = {point.series: point for point in found if point.amount is not None}
    return [
        {
            "x": moment(point.key),
            "value": point.amount,
            "series": point.series,
            "shape": SHAPES[list(colours).index(point.series) % len(SHAPES)],
            "name": point.text if len(colours) == 1 else f"{point.series}: {point.text}",
            "colour": _ink(colours[point.series], plan) if len(last) > 1 else plan.theme.ink,
        }
        for point in last.values()
    ]


def _ink(colour: str, plan: Plan) -> str:
    """The colour of a name: what steps back is too pale for text."""
    return plan.theme.soft if colour == plan.theme.muted else colour
