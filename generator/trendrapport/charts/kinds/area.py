"""Filled areas over time: how a whole grows, and what it consists of.

Use it for amounts that add up, at many moments. The lowest area is the easiest to compare, so put what
matters most first. For series that do not add up, use `lines`; for a few moments, use `stacked_bars`. If a
part is missing, the whole is unknown: the area is interrupted there, with a dash. It is also interrupted
where the table skips a year or month.

Fields: `x` (year, month, date or whole number), `value` (one column for each part, or one column together
with `series`, the column that names the part), and `provisional` (true or false): there, the area is paler,
with an outline.

Options: `order` (of the parts, from the bottom), `share` (true: show parts as percentages of their sum), and
`divide_by`, `decimals` and `unit` for all numbers.

    kind: area
    data: zonnestroom_nederland
    fields: {x: peildatum, series: sector, value: vermogen_kwp}
    filter: {sector: [woningen, bedrijven]}
    options: {divide_by: 1000000, unit: GW}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.layers import Layer, Row, chart, sized
from trendrapport.charts.parts.line_ends import named_ends
from trendrapport.charts.parts.moments import Run, moment, pace_of, runs
from trendrapport.charts.parts.plots import Plot, time_plot
from trendrapport.charts.parts.scales import Scale, amount_scale, share_scale, time_x
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    names,
    points,
    series_colours,
)
from trendrapport.charts.parts.stacks import shares, stacked
from trendrapport.charts.plan import NUMBERS, TIMES, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.charts import Scalar

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
TRAITS = Traits(
    compared=("series",),
    part_role="series",
    colour_key=True,
    one_unit=True,
    time_axis=True,
    left_out="interrupted",
)
SUITS = Suits(
    Text(
        nl="vlakken laten zien hoe een geheel is opgebouwd en verandert, als de delen samen dat geheel zijn",
        en="areas show what a whole consists of and how it changes, if the parts add up to that whole",
    ),
    good={"x": (8, 1000), "series": (2, 5)},
    possible={"x": (4, 1000), "series": (2, 6)},
    along="time",
    sketch="stacks",
)
ANNOTATIONS = {"moment", "range", "value", "point"}
PROVISIONAL = Text(nl="Lichter deel", en="Paler part")


def draw(plan: Plan) -> Layer:
    """An area for each part, with a dot for each value and its name at the end."""
    import altair as alt

    options = plan.options(Options)
    found = sorted(points(plan, "x", options), key=lambda point: moment(point.key))
    series = names(found, options)
    rows = _rows(found, series, plan, options)
    whole = _whole(rows, found)
    complete = {point.key for point in whole if point.amount is not None}
    known = [row for row in rows if row["key"] in complete]
    scale = _scale(known, plan, options)
    x, colours = time_x(found, plan), series_colours(series, plan)
    ends, right, bottom = named_ends(
        _ends(known, colours, plan),
        plan,
        (x, alt.Y("value:Q")),
        scale.low,
        (scale.high - scale.low) / HEIGHT,
        (scale.left, HEIGHT),
    )
    plot = _plot(known, found, series, scale, right)
    marks = annotated(plot)
    layers = [
        *marks.behind,
        *_areas(known, whole, colours, plan, x, scale.y("from")),
        *_dots(known, colours, plan, x),
        *_gaps(whole, plan, x),
        *ends,
        *marks.front,
        *below(marks, plot, bottom),
    ]
    return sized(layers, plan, HEIGHT, left=scale.left, right=right)


def _rows(found: list[Point], series: list[str], plan: Plan, options: Options) -> Sequence[Row]:
    """A row for each part at each moment."""
    rows: Sequence[Row] = list(stacked(found, series, plan, "x", LETTERS))
    for row in rows:
        row["x"] = moment(row["key"])
    if options.share:
        return shares(rows, Amounts(plan, options))
    return rows


def _whole(rows: Sequence[Row], found: list[Point]) -> list[Point]:
    """Whether the sum at each moment is known; the amount is 1 if it is."""
    complete: dict[Scalar, bool] = {}
    for row in rows:
        drawn = row["known"] and row.get("drawn", True)
        complete[row["key"]] = complete.get(row["key"], True) and drawn
    provisional = {point.key for point in found if point.provisional}
    return [Point(key, "", 1.0 if sure else None, "", key in provisional) for key, sure in complete.items()]


def _scale(known: list[Row], plan: Plan, options: Options) -> Scale:
    amounts = Amounts(plan, options)
    if options.share:
        return share_scale(amounts)
    return amount_scale([*(row["to"] for row in known), *reference_values(plan)], amounts)


def _plot(known: list[Row], found: list[Point], series: list[str], scale: Scale, right: float) -> Plot:
    """Where annotations find the tops of areas, and what labels stay clear of."""
    tops = [Point(row["key"], row["series"], row["to"], "", provisional=False) for row in known]
    paths: dict[str, list[tuple[str, float, float | None]]] = {name: [] for name in series}
    for row in known:
        paths[row["series"]].append((row["series"], row["x"], row["to"]))
    return time_plot(
        scale.amounts.plan,
        tops or found,
        list(paths.values()),
        scale.ends,
        HEIGHT,
        left=scale.left,
        right=right,
    )


def _areas(
    known: list[Row], whole: list[Point], colours: dict[str, str], plan: Plan, x: alt.X, y: alt.Y
) -> Iterator[Layer]:
    """The areas of final figures, and paler ones of provisional figures."""
    import altair as alt

    parts = _by_moment(known)
    joint = list(enumerate(runs(whole, [], pace_of(plan))))
    for dashed in (False, True):
        rows: list[Row] = []
        for index, run in joint:
            if run.dashed is dashed:
                rows += _stretch(run, index, parts, colours)
        if rows:
            yield _area(rows, plan, dashed=dashed).encode(
                x=x,
                y=y,
                y2=alt.Y2("to:Q"),
                detail=alt.Detail("run:N"),
                fill=alt.Fill("colour:N", scale=None),
            )


def _by_moment(known: list[Row]) -> dict[Scalar, list[Row]]:
    parts: dict[Scalar, list[Row]] = {}
    for row in known:
        parts.setdefault(row["key"], []).append(row)
    return parts


def _stretch(run: Run, index: int, parts: dict[Scalar, list[Row]], colours: dict[str, str]) -> Iterator[Row]:
    """The parts at the moments of one run."""
    for point in run.points:
        for row in parts[point.key]:
            yield {**row, "run": f"{row['series']} {index}", "colour": colours[row["series"]]}


def _area(rows: list[Row], plan: Plan, *, dashed: bool) -> Layer:
    """Areas with paper between them; paler ones have an outline, or they would fade into the paper."""
    import altair as alt

    if dashed:
        outline = alt.Stroke("colour:N", scale=None)
        return chart(rows).mark_area(aria=False, strokeWidth=1.5, fillOpacity=0.5).encode(stroke=outline)
    between = alt.StrokeValue(plan.theme.paper)
    return chart(rows).mark_area(aria=False, strokeWidth=1, fillOpacity=1).encode(stroke=between)


def _dots(known: list[Row], colours: dict[str, str], plan: Plan, x: alt.X) -> list[Layer]:
    """A dot at the top of each part."""
    import altair as alt

    if not known:
        return []
    rows = [{**row, "colour": colours[row["series"]]} for row in known]
    mark = chart(rows).mark_point(size=34, filled=True, opacity=1, stroke=plan.theme.paper, strokeWidth=1)
    return [
        mark.encode(
            x=x,
            y=alt.Y("to:Q"),
            description=alt.Description("description:N"),
            fill=alt.Fill("colour:N", scale=None),
        )
    ]


def _gaps(whole: list[Point], plan: Plan, x: alt.X) -> list[Layer]:
    """A dash at each moment whose sum is not known."""
    import altair as alt

    rows = [{"x": moment(point.key), "to": 0, "text": MISSING} for point in whole if point.amount is None]
    if not rows:
        return []
    mark = chart(rows).mark_text(baseline="bottom", dy=-4, color=plan.theme.soft, aria=False)
    return [mark.encode(x=x, y=alt.Y("to:Q"), text=alt.Text("text:N"))]


def _ends(known: list[Row], colours: dict[str, str], plan: Plan) -> list[Row]:
    """The last known parts; a single one carries its value alone."""
    if not known:
        return []
    last = [row for row in known if row["key"] == known[-1]["key"]]
    if len(colours) == 1:
        return [_end(row, row["text"], row["to"], plan.theme.ink) for row in last]
    return [
        _end(row, f"{row['series']}: {row['text']}", row["middle"], colours[row["series"]]) for row in last
    ]


def _end(row: Row, name: str, value: float, colour: str) -> Row:
    return {"x": row["x"], "value": value, "colour": colour, "name": name}
