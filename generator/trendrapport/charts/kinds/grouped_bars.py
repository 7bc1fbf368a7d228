"""Bars side by side: a few series compared within each category.

Use it for two to four series if the comparison within a category matters most. For parts that add up, use
`stacked_bars`; for many categories, use `dots`. Bars for years, months and dates are vertical, others
horizontal. Within a category, the bars follow the order of the key. A missing value shows a dash or "geen
gegevens" in place of its bar.

Fields: `category` (text, year, month, date or whole number), `value` (one column for each series, or one
column together with `series`, the column that names the series), and `provisional` (true or false): those
categories get an *.

Options: `order` (of the series), `lying` (true for horizontal bars, false for vertical ones), `breaks`
(categories of vertical bars from which values cannot be compared with earlier ones), and `divide_by`,
`decimals` and `unit` for all numbers.

    kind: grouped_bars
    data: ai_gebruik_bedrijfsgrootte
    fields: {category: werkzame_personen, series: jaar, value: ai_gebruikt_pct}
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.parts import standing
from trendrapport.charts.parts.amounts import Amounts, round_scale
from trendrapport.charts.parts.breaks import BreakOptions
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
    both_sides,
    chart,
    fitted,
    in_order,
    label,
    legend,
    lying,
    sized,
    told,
    zero_line,
)
from trendrapport.charts.parts.naming import lined, naming
from trendrapport.charts.parts.plots import Plot, bar_plot, foot
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    SeriesOptions,
    in_pairs,
    keys,
    names,
    points,
    series_colours,
    with_gaps,
)
from trendrapport.charts.plan import TIMES, WORDS, Plan, Role
from trendrapport.model.base import described
from trendrapport.placing import wrapping
from trendrapport.placing.dots import DOT, Box

FIELDS = {"category": Role(WORDS, group=True), **SERIES_FIELDS}

HEIGHT = 300
BAR = 21
"""The room for a lying bar."""
LETTERS = 26


class Options(BreakOptions, SeriesOptions):
    """The settings of bars side by side."""

    lying: bool | None = described(
        "liggende staven; anders staan alleen perioden",
        "lying bars; otherwise only periods stand",
        default=None,
    )


OPTIONS = Options
LIMITED = "category"
ANNOTATIONS = {"moment", "range", "value", "point"}


def draw(plan: Plan) -> Layer:
    """For each category a bar for each series, with its value at the end if there is room."""
    options = plan.options(Options)
    stands, found = _stands(plan, options), points(plan, "category", options)
    series = names(found, options)
    found = in_pairs(with_gaps(found, plan, "category") if stands else found, plan)
    kept = keys(found)[: plan.chart.limit]
    flagged = {point.key for point in found if point.provisional}
    rows = []
    for point in found:
        if point.key in kept:
            name = label(point.key, plan.column("category"), plan, provisional=point.key in flagged)
            shown = name if stands else lined(name, plan, LETTERS)
            rows.append(
                {
                    "category": shown,
                    "key": point.key,
                    "series": point.series,
                    "value": point.amount,
                    "text": point.text,
                    "description": told(f"{name}, {point.series}", point.text),
                }
            )
    return (_standing if stands else _lying)(rows, series, plan, options)


def _stands(plan: Plan, options: Options) -> bool:
    return plan.column("category").type in TIMES if options.lying is None else not options.lying


def _bars(rows: list[Row], series: list[str], plan: Plan, above: int, left: float, **places: Any) -> Layer:  # noqa: ANN401
    import altair as alt

    colours = series_colours(series, plan)
    scale = alt.Scale(domain=series, range=[colours[name] for name in series])
    known = [row for row in rows if row["value"] is not None]
    return (
        chart(known)
        .mark_bar(stroke=plan.theme.paper, strokeWidth=1)
        .encode(
            **places,
            color=alt.Color("series:N", sort=None, scale=scale, legend=legend(series, plan, above, left)),
            description=alt.Description("description:N"),
        )
    )


def _texts(rows: list[Row], plan: Plan, places: dict[str, Any], *, missing: str, stands: bool) -> list[Layer]:
    """Each value at the end of its bar, of a negative one on the other side; and words for missing ones."""
    import altair as alt

    known = [row for row in rows if row["value"] is not None]
    gaps = [{**row, "value": 0, "text": missing} for row in rows if row["value"] is None]
    sides = (
        ([row for row in known if row["value"] >= 0], 1, plan.theme.ink),
        ([row for row in known if row["value"] < 0], -1, plan.theme.ink),
        (gaps, 1, plan.theme.soft),
    )
    layers = []
    for subset, side, colour in sides:
        at = (
            {"baseline": "bottom" if side > 0 else "top", "dy": -4 * side}
            if stands
            else {"align": "left" if side > 0 else "right", "dx": 6 * side}
        )
        if subset:
            layers.append(
                chart(subset)
                .mark_text(aria=False, color=colour, **at)
                .encode(**places, text=alt.Text("text:N"))
            )
    return layers


def _lying(rows: list[Row], series: list[str], plan: Plan, _options: Options) -> Layer:
    import altair as alt

    numbers = [row["value"] for row in rows if row["value"] is not None]
    low, high = min([0.0, *numbers]), max([0.0, *numbers]) or 1.0
    below, above = both_sides(rows, plan)
    x = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[low, high], nice=False))
    names, group = naming((row["category"] for row in rows), plan, below + above), len(series) * BAR
    places = {
        "x": x,
        "y": lying(
            rows, plan, room=below, above=names.above, block=group, paddingInner=0.25, paddingOuter=0.1
        ),
        "yOffset": alt.YOffset("series:N", sort=None, scale=alt.Scale(domain=series)),
    }
    missing = notation.NO_DATA.of(plan.theme.language)
    left = names.left + below
    layers = [
        _bars(rows, series, plan, 8 + round(names.above / 2), left, **places),
        *_texts(rows, plan, places, missing=missing, stands=False),
        *zero_line(rows, plan, broken=bool(names.above), x=x),
    ]
    return sized(layers, plan, len(in_order(rows)) * names.row(group, group / 0.75), left=left, right=above)


def _standing(rows: list[Row], series: list[str], plan: Plan, options: Options) -> Layer:
    import altair as alt

    amounts = Amounts(plan, options)
    low, high, step = round_scale([*(row["value"] for row in rows), *reference_values(plan)])
    left = beside(amounts.ends(low, high), plan)
    feet = standing.below(rows, plan, left)
    rows = feet.on(rows)
    x, offset = feet.x(), alt.XOffset("series:N", sort=None, scale=alt.Scale(domain=series))
    y = alt.Y(
        "value:Q",
        axis=alt.Axis(**amount_axis(low, high, step, amounts, left)),
        scale=alt.Scale(domain=[low, high], nice=False),
    )
    room = (plan.theme.width - left) * (1 - GAP) / len(in_order(rows)) / len(series)
    rows, fits = fitted(rows, amounts, room)
    texts = [row for row in rows if fits or row["value"] is None]
    plot = bar_plot(
        plan,
        [{**row, "to": row["value"] or 0.0, "text": ""} for row in rows],
        (low, high),
        HEIGHT,
        left=left,
        broken=options.broken,
    )
    numbers = [_number(row, _middle(row, rows, series, plot), plot) for row in texts]
    marks = annotated(
        replace(
            plot, numbers=numbers, taken=[*plot.taken, *numbers], points=_points(rows, texts, series, plot)
        )
    )
    above = round((WORD_ABOVE_NUMBER if options.broken else WORD) + marks.above)
    layers = [
        *marks.behind,
        _bars(rows, series, plan, above, left, x=x, y=y, xOffset=offset),
        *_texts(texts, plan, {"x": x, "y": y, "xOffset": offset}, missing=MISSING, stands=True),
        *zero_line(rows, plan, y=y),
    ]
    layers += [
        *bar_breaks(rows, options.broken, plan),
        *marks.front,
        *below(marks, plot, HEIGHT + foot(rows, plan), feet.listed),
    ]
    return sized(layers, plan, HEIGHT, left=left)


def _middle(row: Row, rows: list[Row], series: list[str], plot: Plot) -> float:
    """Where the middle of a bar stands from the left."""
    order = in_order(rows)
    part = GAP / 2 + (1 - GAP) * (series.index(row["series"]) + 0.5) / len(series)
    return plot.inside.right / len(order) * (order.index(row["category"]) + part)


def _number(row: Row, x: float, plot: Plot) -> Box:
    """Where the value above a bar stands."""
    size = plot.plan.theme.text_size
    top, half = plot.up(max(row["value"] or 0.0, 0.0)), wrapping.width(row["text"], size) / 2 + 2
    return Box(x - half, top - size - 6, x + half, top - 2)


def _points(
    rows: list[Row], texts: list[Row], series: list[str], plot: Plot
) -> dict[tuple[str, str], tuple[float, float]]:
    """A place above each bar and its value."""
    written = {id(row) for row in texts}
    return {
        (row["series"], str(row["key"])): (
            _middle(row, rows, series, plot),
            plot.up(max(row["value"] or 0.0, 0.0))
            - DOT
            - (plot.plan.theme.text_size + 6 if id(row) in written else 0),
        )
        for row in rows
    }
