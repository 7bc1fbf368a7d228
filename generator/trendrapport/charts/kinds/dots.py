"""Dots on a line per category: two or a few values side by side, and the distance between them.

Use it to show change between two moments, or the difference between groups, in several categories. Each
series has its own shape and colour. With two series, the dots show their values. A missing value has no
dot; a category without any value says "geen gegevens".

Fields: `category` (text, year, month, date or whole number), `value` (one column for each series, or one
column together with `series`, the column that names the series), `low` and `high` (the range around each
value, such as a confidence interval; as many columns as at `value`), and `provisional` (true or false):
those categories get an *. With ranges, each series has its own line in each category.

Options: `order` (of the series), `sort` (table, or descending or ascending by the last series), `zero`
(start the scale at 0; true unless you say false), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: dots
    data: ai_gebruik_bedrijfstak
    fields: {category: bedrijfstak, series: jaar, value: ai_gebruikt_pct}
    options: {sort: descending}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.parts.amounts import Amounts, round_scale
from trendrapport.charts.parts.layers import (
    SHAPES,
    Layer,
    Row,
    amount_axis,
    at,
    chart,
    in_order,
    label,
    legend,
    lying,
    sized,
    told,
)
from trendrapport.charts.parts.naming import lined, naming
from trendrapport.charts.parts.plots import FOOT, level_plot
from trendrapport.charts.parts.ranges import offset, range_lines, range_rows, range_texts, ranged, widest
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    keys,
    names,
    points,
    series_colours,
)
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role
from trendrapport.model.base import described
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

FIELDS = {
    "category": Role(WORDS, group=True),
    **SERIES_FIELDS,
    "low": Role(NUMBERS, required=False, many=True),
    "high": Role(NUMBERS, required=False, many=True),
}

LETTERS = 32
"""Longer category names than this are broken over lines."""

ROW, DOT, SIDE = 32, 16, 22
"""The height of a category and of its dots, and the room for values right of the scale."""
PAIR, LEAST_PART = 2, 0.85
"""Of so many series dots have their values beside them; that takes some of the width of the scale, of which
this part is left at least.
"""


class Options(SeriesOptions):
    """The settings of dots."""

    sort: Literal["table", "descending", "ascending"] = described(
        "volgorde van de categorieën: table, of descending of ascending op de laatste reeks",
        "order of the categories: table, or descending or ascending by the last series",
        default="table",
    )
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=True)


OPTIONS = Options
LIMITED = "category"
ANNOTATIONS = {"value"}


def draw(plan: Plan) -> Layer:
    """A line for each category with a dot for each series."""
    import altair as alt

    options = plan.options(Options)
    found = points(plan, "category", options)
    series = names(found, options)
    order = _sorted(found, series, options.sort)[: plan.chart.limit]
    shown = [point for key in order for point in found if point.key == key]
    places = plan.placed("category")
    rows = [_row(point, plan, places.get(point.key)) for point in shown]
    values = [
        *reference_values(plan),
        *(end for point in shown for end in (point.amount, point.low, point.high)),
    ]
    low, high, step = round_scale(values, zero=options.zero)
    amounts = Amounts(plan, options)
    axis = alt.Axis(
        **amount_axis(low, high, step, amounts), grid=True, domain=False, ticks=False, labelFlush=False
    )
    x = alt.X("value:Q", scale=alt.Scale(domain=[low, high], nice=False), axis=axis)
    ranges = ranged(shown)
    rows = range_rows(rows, shown, amounts) if ranges else rows
    before, right = 0.0, widest(rows, plan.theme.text_size) if ranges else float(SIDE)
    side = naming((row["category"] for row in rows), plan, right)
    if not ranges:
        before, right = _beyond(rows, series, (low, high), plan.theme.width - side.left - SIDE, plan)
    left = side.left + before
    block, step = _heights(len(series), side.above, ranges=ranges)
    # The scale keeps half a row free at its ends, but not of ranges.
    height = max(len(order) * step, (len(order) + (0 if ranges else 0.5)) * side.apart)
    plot = level_plot(plan, (low, high), height, left=left, right=right)
    marks = annotated(plot)
    padding = {"paddingInner": 0.3, "paddingOuter": 0.15} if ranges else {"padding": 0.5}
    y, above = (
        lying(rows, plan, room=before, above=side.above, block=block, **padding),
        marks.above + side.above / 2,
    )
    dots = _dots(rows, plan, series, x, y, above, left, apart=ranges)
    layers = (
        [
            *range_lines(rows, series_colours(series, plan), y),
            *dots,
            *range_texts(rows, series, plan.theme.ink, plan.theme.soft, y),
        ]
        if ranges
        else [*_spans(rows, plan, y), *dots, *_texts(rows, plan, series, x, y)]
    )
    return sized(
        [*marks.behind, *layers, *below(marks, plot, height + FOOT)], plan, height, left=left, right=right
    )


def _heights(series: int, above: float, *, ranges: bool) -> tuple[float, float]:
    """The height of a category's dots, and of the category with its name when that stands `above` them."""
    if ranges:
        block = ROW * 0.7 * max(1, series * 0.8)
        return block, block + above if above else block / 0.7
    return DOT, DOT + above + 4 if above else ROW


def _beyond(
    rows: list[Row], series: list[str], ends: tuple[float, float], wide: float, plan: Plan
) -> tuple[float, float]:
    """How far values beside their dots reach beyond the start of the scale, and beyond its end, where some
    room is usual.
    """
    groups, (low, high) = _groups(rows) if len(series) <= PAIR else [], ends
    lefts, rights = [group[0] for group in groups if len(group) > 1], [group[-1] for group in groups]
    before = [_reach(row, plan) - wide * LEAST_PART * (row["value"] - low) / (high - low) for row in lefts]
    after = [_reach(row, plan) - wide * LEAST_PART * (high - row["value"]) / (high - low) for row in rights]
    return max([0.0, *before]), max([float(SIDE), *after])


def _reach(row: Row, plan: Plan) -> float:
    return wrapping.width(row["text"], plan.theme.text_size) + 12


def _row(point: Point, plan: Plan, place: str | None) -> Row:
    name = label(point.key, plan.column("category"), plan, provisional=point.provisional)
    return {
        "category": lined(name, plan, LETTERS),
        "series": point.series,
        "value": point.amount,
        "text": point.text,
        "description": told(f"{name}, {point.series}", point.text),
        **at(place),
    }


def _sorted(found: list[Point], series: list[str], sort: str) -> list[Scalar]:
    """The categories in the wanted order; by size, those without a last value come last."""
    if sort == "table":
        return keys(found)
    sign = -1 if sort == "descending" else 1
    last = {
        point.key: sign * point.amount
        for point in found
        if point.series == series[-1] and point.amount is not None
    }
    return sorted(keys(found), key=lambda key: (key not in last, last.get(key, 0.0)))


def _groups(rows: list[Row]) -> list[list[Row]]:
    """The known values of each category that has any, the smallest first."""
    known = [row for row in rows if row["value"] is not None]
    return [
        sorted((row for row in known if row["category"] == name), key=lambda row: row["value"])
        for name in in_order(known)
    ]


def _spans(rows: list[Row], plan: Plan, y: alt.Y) -> list[Layer]:
    import altair as alt

    spans = [
        {"category": group[0]["category"], "low": group[0]["value"], "high": group[-1]["value"]}
        for group in _groups(rows)
        if len(group) > 1
    ]
    if not spans:
        return []
    return [
        chart(spans)
        .mark_rule(color=plan.theme.muted, strokeWidth=3, aria=False)
        .encode(y=y, x=alt.X("low:Q"), x2=alt.X2("high:Q"))
    ]


def _dots(
    rows: list[Row],
    plan: Plan,
    series: list[str],
    x: alt.X,
    y: alt.Y,
    above: float,
    left: float,
    *,  # noqa: PLR0913
    apart: bool = False,
) -> list[Layer]:
    import altair as alt

    colours, shapes = (
        [of[index % len(of)] for index in range(len(series))] for of in (plan.theme.series, SHAPES)
    )
    words = legend(series, plan, 8 + round(above), left) if len(series) > 1 else None
    known = [row for row in rows if row["value"] is not None]
    lanes = {"yOffset": offset(series)} if apart else {}
    return [
        chart(known)
        .mark_point(size=130, filled=True, opacity=1, stroke=plan.theme.paper, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            **lanes,
            description=alt.Description("description:N"),
            color=alt.Color(
                "series:N", sort=None, scale=alt.Scale(domain=series, range=colours), legend=words
            ),
            shape=alt.Shape(
                "series:N", sort=None, scale=alt.Scale(domain=series, range=shapes), legend=words
            ),
        )
    ]


def _texts(rows: list[Row], plan: Plan, series: list[str], x: alt.X, y: alt.Y) -> list[Layer]:
    """Values beside the outer dots, unless more than two dots would make them a riddle."""
    import altair as alt

    groups = _groups(rows) if len(series) <= PAIR else []
    left = [group[0] for group in groups if len(group) > 1]
    right = [group[-1] for group in groups]
    known = {row["category"] for row in rows if row["value"] is not None}
    gaps = [
        {"category": name, "value": 0, "text": notation.NO_DATA.of(plan.theme.language)}
        for name in in_order(rows)
        if name not in known
    ]
    beside = ((left, -10, plan.theme.ink), (right, 10, plan.theme.ink), (gaps, 10, plan.theme.soft))
    return [
        chart(subset)
        .mark_text(align="left" if dx > 0 else "right", dx=dx, color=colour, aria=False)
        .encode(x=x, y=y, text=alt.Text("text:N"))
        for subset, dx, colour in beside
        if subset
    ]
