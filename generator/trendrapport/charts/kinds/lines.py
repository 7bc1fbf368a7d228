"""Lines over time: how one or a few series develop.

Use it for values at several moments that can be compared. A line has a dot at each value and is
broken where a value is missing. With several series their names stand at the line ends, so keep it to about six.

Fields: `x` (year, month, date or whole number), `value` (one column for each series, or one column
together with `series`, the column that names the series), and, if some figures are provisional,
`provisional` (true or false): that part is dashed, with open dots.

Options: `breaks` (moments from which on figures cannot be compared with those before: the line is
interrupted there), `order` (of the series), `highlight` (series in colour while the others step back),
`zero` (start the scale at 0; true unless you say false), and for all numbers `divide_by`,
`decimals` and `unit`.

    kind: lines
    data: internet_leeftijd
    fields: {x: jaar, series: leeftijd, value: nooit_internet_gebruikt_pct}
    options: {breaks: [2017, 2020, 2023]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trendrapport.charts import notation
from trendrapport.charts.amounts import Amounts, round_scale
from trendrapport.charts.layers import SHAPES, Row, amount_axis, break_rules, chart, sized, told
from trendrapport.charts.moments import moment, moment_axis, runs
from trendrapport.charts.plan import TIMES, Plan, Role
from trendrapport.charts.series import SERIES_FIELDS, Point, SeriesOptions, names, points
from trendrapport.model import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"x": Role(TIMES | {"integer"}), **SERIES_FIELDS}

HEIGHT = 320
LETTERS = 18
"""Longer series names than this are broken over lines at the line ends."""


class Options(SeriesOptions):
    """The settings of lines."""

    breaks: tuple[str | int, ...] = described("momenten vanaf welke de cijfers niet vergelijkbaar zijn met eerdere",
                                              "moments from which on figures cannot be compared with earlier ones", default=())
    highlight: tuple[str | int, ...] = described("reeksen in kleur; de andere treden terug",
                                                 "series in colour; the others step back", default=())
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=True)


OPTIONS = Options


def draw(plan: Plan) -> alt.LayerChart:
    """A line for each series, with a dot for each value and its name at the end."""
    import altair as alt

    options = plan.options(Options)
    found = sorted(points(plan, "x", options), key=lambda point: moment(point.key))
    series = names(found, options)
    breaks = [moment(place) for place in options.breaks]
    low, high, step = round_scale((point.amount for point in found), zero=options.zero)
    y = alt.Y("value:Q", scale=alt.Scale(domain=[low, high], nice=False),
              axis=alt.Axis(**amount_axis(low, high, step, Amounts(plan, options).suffix)))
    moments = sorted({moment(point.key) for point in found})
    x = alt.X("x:Q", scale=alt.Scale(domain=[moments[0], moments[-1]], nice=False),
              axis=alt.Axis(**moment_axis(found, plan)))
    ends = _ends(found, series, plan, (high - low) / HEIGHT)
    colour = _colour(series, plan, options)
    layers = [*_lines(found, series, breaks, colour, x, y), _dots(found, plan, series, colour, x, y),
              *_names(ends, plan, colour, x, y, single=len(series) == 1)]
    between = [{"x": (place + max([at for at in moments if at < place], default=place)) / 2} for place in breaks]
    right = max(notation.width(end["name"], plan.theme.text_size) for end in ends) + 16
    return sized([*break_rules(between, plan, x), *layers], plan, HEIGHT, right=right, top=16)


def _colour(series: list[str], plan: Plan, options: Options) -> alt.Color:
    import altair as alt

    wanted = {str(name) for name in options.highlight} or set(series)
    fronts = iter(plan.theme.series * (1 + len(series) // len(plan.theme.series)))
    colours = [next(fronts) if name in wanted else plan.theme.muted for name in series]
    return alt.Color("series:N", sort=None, legend=None, scale=alt.Scale(domain=series, range=colours))


def _lines(found: list[Point], series: list[str], breaks: list[float], colour: alt.Color, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Whole and dashed parts, each as lines of their own."""
    layers = []
    for dashed in (False, True):
        rows = [{"x": moment(point.key), "value": point.amount, "series": name, "run": f"{name} {index}"}
                for name in series
                for index, run in enumerate(runs([point for point in found if point.series == name], breaks))
                if run.dashed is dashed for point in run.points]
        if rows:
            layers.append(chart(rows).mark_line(strokeDash=[5, 4] if dashed else [1, 0], aria=False).encode(
                x=x, y=y, color=colour, detail="run:N"))
    return layers


def _dots(found: list[Point], plan: Plan, series: list[str], colour: alt.Color, x: alt.X, y: alt.Y) -> alt.Chart:  # noqa: PLR0913
    import altair as alt

    rows = [_dot(point, plan, several=len(series) > 1) for point in found if point.amount is not None]
    shapes = [SHAPES[index % len(SHAPES)] for index in range(len(series))]
    fill = alt.condition("datum.open", alt.value(plan.theme.paper), colour)
    return chart(rows).mark_point(size=60, strokeWidth=1.5, opacity=1).encode(
        x=x, y=y, fill=fill, stroke=colour, description="description:N",
        shape=alt.Shape("series:N", legend=None, scale=alt.Scale(domain=series, range=shapes)))


def _dot(point: Point, plan: Plan, *, several: bool) -> Row:
    when = notation.shown(point.key, plan.column("x").type, plan.theme.language)
    name = f"{point.series}, {when}" if several else when
    return {"x": moment(point.key), "value": point.amount, "series": point.series, "open": point.provisional,
            "description": told(name, point.text, plan, point.provisional)}


def _ends(found: list[Point], series: list[str], plan: Plan, unit: float) -> list[Row]:
    """The last value of each series with a name that stands clear of the others; `unit` is the amount of a pixel."""
    line = plan.theme.text_size * 1.25
    last = [[point for point in found if point.series == name and point.amount is not None][-1] for name in series
            if any(point.series == name and point.amount is not None for point in found)]
    ends: list[Row] = []
    below = float("inf")
    for point in sorted(last, key=lambda point: -(point.amount or 0.0)):
        text = point.text if len(series) == 1 else f"{point.series}: {point.text}"
        name = notation.wrapped(text, LETTERS)
        half = (name.count("\n") + 1) * line / 2
        at = min((point.amount or 0.0) / unit, below - half)
        below = at - half
        ends.append({"x": moment(point.key), "value": at * unit, "series": point.series, "name": name})
    return ends


def _names(ends: list[Row], plan: Plan, colour: alt.Color, x: alt.X, y: alt.Y, *, single: bool) -> list[alt.Chart]:  # noqa: PLR0913
    import altair as alt

    line = plan.theme.text_size * 1.2
    layers = []
    for lines in sorted({end["name"].count("\n") for end in ends}):
        rows = [end for end in ends if end["name"].count("\n") == lines]
        # Lines of text grow downwards from where the first one stands.
        mark = chart(rows).mark_text(align="left", dx=10, dy=-lines * line / 2, lineBreak="\n", lineHeight=line, aria=False)
        layers.append(mark.encode(x=x, y=y, text="name:N", color=alt.value(plan.theme.ink) if single else colour))
    return layers
