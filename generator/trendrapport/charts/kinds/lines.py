"""Lines over time: how one or a few series develop.

Use it for values at several moments that can be compared. A line has a dot at each value. It is interrupted
where a value is missing, and where the table skips a year or month. Names of several series are at the ends
of the lines, so use no more than about six; or many, of which `highlight` chooses some (see Many series).

Fields: `x` (year, month, date or whole number), `value` (one column for each series, or one column together
with `series`, the column that names the series), `low` and `high` (the range around each value, such as a
confidence interval, drawn as a band; as many columns as at `value`), and, if some values are provisional,
`provisional` (true or false): there, the line is dashed and its dots are open. Where `projected` (true or
false) is true, values are projections: dashes and points alternate, a key says so, and in words and table
each is called a projection.

Options: `breaks` (moments from which values cannot be compared with earlier ones: the line is interrupted
there), `order` (of the series), `highlight` (series in colour; the others turn grey), `join` (true: lines
continue, dotted, across periods without values), `zero` (start the scale at 0; true unless you say false),
`logarithmic` (true: see Logarithmic scales), and `divide_by`, `decimals` and `unit` for all numbers. Explore:
`series` (also those that the filter leaves out) and `period`.

    kind: lines
    data: internet_leeftijd
    fields: {x: jaar, series: leeftijd, value: nooit_internet_gebruikt_pct}
    filter: {leeftijd: [75 jaar of ouder, 65 tot 75 jaar, totaal 12 jaar of ouder]}
    options: {breaks: [2017, 2020, 2023]}
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.break_lines import TimeBreaks, break_rules, time_breaks
from trendrapport.charts.parts.breaks import BreakOptions
from trendrapport.charts.parts.crowds import FAINT, NAMELESS, behind, others
from trendrapport.charts.parts.joining import JoinOptions
from trendrapport.charts.parts.layers import SHAPES, WORD, Layer, Row, chart, describe, label, sized
from trendrapport.charts.parts.line_ends import named_ends
from trendrapport.charts.parts.line_marks import LineSeries, band_layers, key_of_looks, line_layers
from trendrapport.charts.parts.logarithmic import LogOptions, log_scale
from trendrapport.charts.parts.moments import Run, moment, pace_of, runs
from trendrapport.charts.parts.plots import Plot, break_note, time_plot
from trendrapport.charts.parts.ranges import range_text
from trendrapport.charts.parts.scales import Scale, amount_scale, time_x
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    names,
    points,
    series_colours,
)
from trendrapport.charts.plan import FLAGS, NUMBERS, TIMES, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {
    "x": Role(TIMES | {"integer"}),
    **SERIES_FIELDS,
    "projected": Role(FLAGS, required=False),
    "low": Role(NUMBERS, required=False, many=True),
    "high": Role(NUMBERS, required=False, many=True),
}

HEIGHT = 320
"""The height of the scale."""
APART, THIN = 7, 1.5
"""The least distance between the middles of dots: dots that are nearer to each other hide their line, so they
are left out, and the line is this thin.
"""


class Options(BreakOptions, JoinOptions, LogOptions, SeriesOptions):
    """The settings of lines."""

    highlight: tuple[str | int, ...] = described(
        "reeksen in kleur; de andere worden grijs", "series in colour; the others turn grey", default=()
    )
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=True)


OPTIONS = Options
TRAITS = Traits(highlighted="series", crowds=True, one_unit=True, time_axis=True, left_out="interrupted")
SUITS = Suits(
    Text(nl="een lijngrafiek laat het verloop zien", en="a line chart shows how it developed"),
    good={"x": (4, 1000), "series": (1, 4)},
    possible={"x": (2, 1000), "series": (1, 6)},
    along="time",
    sketch="lines",
)
ANNOTATIONS = {"moment", "range", "value", "point"}
PROVISIONAL = Text(nl="Gestippeld, met open punten", en="Dashed, with open dots")
EXPLORE = frozenset({"series", "period"})


def draw(plan: Plan) -> Layer:
    """A line for each series, with a dot for each value and its name at the end."""

    options = plan.options(Options)
    found = sorted(points(plan, "x", options), key=lambda point: moment(point.key))
    scale = _scale(found, options, plan)
    x, y = time_x(found, plan), scale.y("value")
    series = _series(found, options, plan)
    crowd = {name: series[name] for name in behind(list(series), plan.chart)}
    front = {name: one for name, one in series.items() if name not in crowd}
    ends, right, bottom = named_ends(
        _ends(found, front, scale) + _end_of_crowd(found, crowd, scale),
        plan,
        (x, y),
        scale.low,
        (scale.high - scale.low) / HEIGHT,
        (scale.left, HEIGHT),
    )
    key, bottom = key_of_looks(plan, found, bottom, scale.left)
    breaks = time_breaks(found, options.broken, plan)
    plot = _plot(found, series, breaks, scale, right)
    shown = [point for point in found if point.series in front]
    seen = _seen(shown, front, plot.inside.right)
    told = shown + [point for point in _last(found) if point.series in crowd]
    marks = annotated(plot)
    layers = [
        *marks.behind,
        *break_rules(breaks.rows, plan, x, late=breaks.late),
        *line_layers(crowd, scale, x, y, **FAINT),
        *band_layers(shown, front, scale, x),
        *line_layers(front, scale, x, y, **({"strokeWidth": THIN} if len(seen) < len(shown) else {})),
        _dots(_dot_rows(told, seen, series, scale), series, x, y),
        *ends,
        *key,
        *marks.front,
        *below(marks, plot, bottom),
    ]
    return sized(layers, plan, HEIGHT, left=scale.left, right=right)


def _scale(found: list[Point], options: Options, plan: Plan) -> Scale:
    """A scale that holds all values, with their ranges and what is marked."""
    amounts, values = Amounts(plan, options), list[float | None](reference_values(plan))
    for point in found:
        values += [point.amount, point.low, point.high]
    if options.logarithmic:
        return log_scale(values, amounts)
    return amount_scale(values, amounts, zero=options.zero)


def _series(found: list[Point], options: Options, plan: Plan) -> dict[str, LineSeries]:
    colours = series_colours(names(found, options), plan, options.highlight)
    broken, pace = list(map(moment, options.broken)), pace_of(plan)
    series, crowd = {}, behind(list(colours), plan.chart)
    chosen_first = [*(name for name in colours if name not in crowd), *crowd]
    for index, name in enumerate(chosen_first):
        own = [point for point in found if point.series == name]
        colour, shape = colours[name], NAMELESS if name in crowd else SHAPES[index % len(SHAPES)]
        series[name] = LineSeries(colour, shape, runs(own, broken, pace, join=options.join))
    return series


def _plot(
    found: list[Point], series: dict[str, LineSeries], breaks: TimeBreaks, scale: Scale, right: float
) -> Plot:
    """Where annotations find the values, and what labels stay clear of."""
    plan = scale.amounts.plan
    paths = []
    for one in series.values():
        paths += [_path(run, scale) for run in one.runs]
    above = WORD if breaks.rows else 0
    placed = [replace(point, amount=scale.place(point.amount)) for point in found]
    plot = time_plot(plan, placed, paths, scale.ends, HEIGHT, left=scale.left, right=right, above=above)
    plot = replace(plot, up=_marked_up(plot, scale))
    if not breaks.rows:
        return plot
    note = break_note(plan, plot.across(breaks.rows[0]["x"]), WORD, late=breaks.late)
    return replace(plot, note=note)


def _marked_up(plot: Plot, scale: Scale) -> Callable[[float], float]:
    """The position of an amount that an editor marks."""
    return lambda amount: plot.up(scale.at(amount))


def _path(run: Run, scale: Scale) -> list[tuple[str, float, float | None]]:
    return [(point.series, moment(point.key), scale.place(point.amount)) for point in run.points]


def _seen(found: list[Point], series: dict[str, LineSeries], wide: float) -> set[int]:
    """The points whose dot is seen: all, or if dots would touch each other those that no line shows,
    and the last of each series.
    """
    moments = {moment(point.key) for point in found}
    if len(moments) < 2 or wide / (len(moments) - 1) >= APART:  # noqa: PLR2004 - two have a distance
        return set(map(id, found))
    on_lines: set[int] = set()
    for one in series.values():
        for run in one.runs:
            on_lines.update(map(id, run.points))
    last = set(map(id, _last(found)))
    return {id(point) for point in found if id(point) not in on_lines or id(point) in last}


def _last(found: list[Point]) -> list[Point]:
    """The last known value of each series."""
    last = {point.series: point for point in found if point.amount is not None}
    return list(last.values())


def _dots(rows: list[Row], series: dict[str, LineSeries], x: alt.X, y: alt.Y) -> Layer:
    import altair as alt

    shapes = alt.Scale(domain=list(series), range=[one.shape for one in series.values()])
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
            shape=alt.Shape("series:N", sort=None, legend=None, scale=shapes),
        )
    )


def _dot_rows(found: list[Point], seen: set[int], series: dict[str, LineSeries], scale: Scale) -> list[Row]:
    """A dot at each value; where it is not seen it tells its value all the same."""
    rows = []
    for point in found:
        if point.amount is not None:
            rows.append({**_dot(point, series, scale), "opacity": float(id(point) in seen)})
    return rows


def _dot(point: Point, series: dict[str, LineSeries], scale: Scale) -> Row:
    plan = scale.amounts.plan
    name = label(point.key, plan.column("x"), plan, provisional=point.provisional)
    if point.projected:
        name = f"{name} ({notation.PROJECTED.of(plan.theme.language)})"
    if len(series) > 1:
        name = f"{point.series}, {name}"
    colour = series[point.series].colour
    return {
        "x": moment(point.key),
        "value": scale.place(point.amount),
        "series": point.series,
        "colour": colour,
        "inside": plan.theme.paper if point.provisional or point.projected else colour,
        "description": describe(name, range_text(point, scale.amounts)),
    }


def _ends(found: list[Point], series: dict[str, LineSeries], scale: Scale) -> list[Row]:
    """The last value of each of these series, with its name if there are more."""
    plan = scale.amounts.plan
    last = [point for point in _last(found) if point.series in series]
    rows = []
    for point in last:
        one = series[point.series]
        rows.append(
            {
                "x": moment(point.key),
                "value": scale.place(point.amount),
                "series": point.series,
                "shape": one.shape,
                "name": point.text if len(series) == 1 else f"{point.series}: {point.text}",
                "colour": _ink(one.colour, plan) if len(last) > 1 else plan.theme.ink,
            }
        )
    return rows


def _end_of_crowd(found: list[Point], crowd: dict[str, LineSeries], scale: Scale) -> list[Row]:
    """How many lines there are behind the others, halfway up their ends."""
    last = [point for point in _last(found) if point.series in crowd]
    if not last:
        return []
    halfway, theme = median(scale.place(point.amount) or 0.0 for point in last), scale.amounts.plan.theme
    end = max(moment(point.key) for point in last)
    name = others(len(crowd)).of(theme.language)
    return [{"x": end, "value": halfway, "name": name, "colour": theme.soft}]


def _ink(colour: str, plan: Plan) -> str:
    """The colour of a name: that of lines that step back is too pale for text."""
    return plan.theme.soft if colour == plan.theme.muted else colour
