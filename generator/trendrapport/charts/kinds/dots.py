"""Dots on a line per category: two or a few values side by side, and the distance between them.

Use it to show change between two moments, or the difference between groups, in several categories. Each
series has its own shape and colour. With two series, the dots show their values. A missing value has no dot;
a category without any value says "geen gegevens".

Fields: `category` (text, year, month, date or whole number), `value` (one column for each series, or one
column together with `series`, the column that names the series), `low` and `high` (the range around each
value, such as a confidence interval; as many columns as at `value`), and `provisional` (true or false): those
categories get an *. With ranges, each series has its own line in each category.

Options: `order` (of the series), `sort` (table, or descending or ascending by the last series), `zero` (start
the scale at 0; true unless you say false), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: dots
    data: ai_gebruik_bedrijfstak
    fields: {category: bedrijfstak, series: jaar, value: ai_gebruikt_pct}
    options: {sort: descending}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice, pairwise
from typing import TYPE_CHECKING, Literal

from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import Amounts, round_scale
from trendrapport.charts.parts.bar_texts import texts
from trendrapport.charts.parts.category_axis import lying
from trendrapport.charts.parts.dot_rows import (
    DotContent,
    dot_groups,
    dot_rows,
    outer_dots,
    points_in_order,
    rows_without_values,
)
from trendrapport.charts.parts.layers import SHAPES, Layer, Row, chart, sized
from trendrapport.charts.parts.legends import legend
from trendrapport.charts.parts.naming import Naming, naming
from trendrapport.charts.parts.plots import FOOT, level_plot
from trendrapport.charts.parts.ranges import offset, range_lines, range_rows, range_texts, ranged, widest
from trendrapport.charts.parts.scales import amount_axis
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    keys,
    names,
    points,
    series_colours,
)
from trendrapport.charts.parts.sizes import text_width
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {
    "category": Role(WORDS, group=True),
    **SERIES_FIELDS,
    "low": Role(NUMBERS, required=False, many=True),
    "high": Role(NUMBERS, required=False, many=True),
}

ROW, DOT, SIDE = 32, 16, 22
"""The height of a category and of its dots, and the room for values right of the scale."""
LEAST_PART = 0.85
"""Values beside dots leave at least this part of the width to the scale."""


class Options(SeriesOptions):
    """The settings of dots."""

    sort: Literal["table", "descending", "ascending"] = described(
        (
            "volgorde van de categorieën: table (zoals in de tabel), of descending (aflopend) of "
            "ascending (oplopend) naar de laatste reeks"
        ),
        ("order of the categories: table (as in the table), or descending or ascending by the last series"),
        default="table",
    )
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=True)


OPTIONS = Options
TRAITS = Traits(compared=("category", "series"), colour_key=True, one_unit=True, paired=True)
SUITS = Suits(
    Text(
        nl="stippen op een lijn laten per groep het verschil zien",
        en="dots on a line show the difference within each group",
    ),
    good={"category": (4, 25), "series": (2, 2)},
    possible={"category": (2, 40), "series": (2, 4)},
    along="words",
    sketch="dots",
)
LIMITED = "category"
ANNOTATIONS = {"value"}


@dataclass(frozen=True)
class _Layout:
    """The room for the categories, and for what is beside the scale."""

    naming: Naming
    before: float
    """The room for values left of the scale."""
    right: float
    """The room for values right of the scale."""
    block: float
    """The height of the dots of a category."""
    height: float
    """The height of all categories."""

    @property
    def left(self) -> float:
        return self.naming.left + self.before


def draw(plan: Plan) -> Layer:
    """A line for each category with a dot for each series."""
    options = plan.options(Options)
    amounts, found = Amounts(plan, options), points(plan, "category", options)
    content = _content(found, options, amounts)
    layout = _layout_of_ranges(content) if content.ranged else _layout(content)
    low, high, _ = content.scale
    plot = level_plot(plan, (low, high), layout.height, left=layout.left, right=layout.right)
    marks = annotated(plot)
    words = _legend(content.series, marks.above + layout.naming.above / 2, layout.left, plan)
    x, y = _x(content, amounts), _y(content, layout)
    layers = [
        *marks.behind,
        *_lines(content, y),
        *_dots(content, x, y, words, plan.theme.width - layout.left - layout.right),
        *_texts(content, x, y),
        *below(marks, plot, layout.height + FOOT),
    ]
    return sized(layers, plan, layout.height, left=layout.left, right=layout.right)


def _content(found: list[Point], options: Options, amounts: Amounts) -> DotContent:
    plan, series = amounts.plan, names(found, options)
    shown = points_in_order(found, series, options.sort, plan)
    scale = round_scale(_values(shown, plan), zero=options.zero)
    rows: Sequence[Row] = dot_rows(shown, plan)
    ranges = ranged(shown)
    if ranges:
        rows = range_rows(rows, shown, amounts)
    return DotContent(rows, series, len(keys(shown)), scale, ranges, plan)


def _values(shown: list[Point], plan: Plan) -> list[float | None]:
    """All that the scale has to hold."""
    values: list[float | None] = [*reference_values(plan)]
    for point in shown:
        values += [point.amount, point.low, point.high]
    return values


def _layout_of_ranges(content: DotContent) -> _Layout:
    """With a line for each series in each category, and room for values with their ranges."""
    rows, count = content.rows, content.categories
    right = widest(rows, content.plan.theme.text_size)
    side = naming((row["category"] for row in rows), content.plan, right)
    block = ROW * 0.7 * max(1, len(content.series) * 0.8)
    step = block + side.above if side.above else block / 0.7
    return _Layout(side, 0.0, right, block, count * max(step, side.apart))


def _layout(content: DotContent) -> _Layout:
    """With all dots of a category on one line."""
    plan, count = content.plan, content.categories
    side = naming((row["category"] for row in content.rows), plan, float(SIDE))
    before, right = _beyond(content, plan.theme.width - side.left - SIDE)
    step = DOT + side.above + 4 if side.above else ROW
    # The scale keeps half a row free at its ends.
    return _Layout(side, before, right, DOT, max(count * step, (count + 0.5) * side.apart))


def _beyond(content: DotContent, wide: float) -> tuple[float, float]:
    """How far values beside their dots reach beyond the start of the scale, and beyond its end, where some
    room is usual.
    """
    low, high, _ = content.scale
    left, right = outer_dots(content)
    before, after = 0.0, float(SIDE)
    for row in left:
        from_start = wide * LEAST_PART * (row["value"] - low) / (high - low)
        before = max(before, _reach(row, content.plan) - from_start)
    for row in right:
        to_end = wide * LEAST_PART * (high - row["value"]) / (high - low)
        after = max(after, _reach(row, content.plan) - to_end)
    return before, after


def _reach(row: Row, plan: Plan) -> float:
    """How far the value of a dot reaches beside its middle."""
    return text_width(row["text"], plan) + 12


def _x(content: DotContent, amounts: Amounts) -> alt.X:
    import altair as alt

    low, high, step = content.scale
    properties = amount_axis(low, high, step, amounts)
    axis = alt.Axis(**properties, grid=True, domain=False, ticks=False, labelFlush=False)
    return alt.X("value:Q", scale=alt.Scale(domain=[low, high], nice=False), axis=axis)


def _y(content: DotContent, layout: _Layout) -> alt.Y:
    """The categories, from top to bottom."""
    padding = {"paddingInner": 0.3, "paddingOuter": 0.15} if content.ranged else {"padding": 0.5}
    above, block = layout.naming.above, layout.block
    return lying(content.rows, content.plan, room=layout.before, above=above, block=block, **padding)


def _legend(series: list[str], above: float, left: float, plan: Plan) -> alt.Legend | None:
    """The key to the series; a single one needs none."""
    if len(series) == 1:
        return None
    return legend(series, plan, 8 + round(above), left)


def _lines(content: DotContent, y: alt.Y) -> list[Layer]:
    """Lines behind the dots: of ranges, or from the lowest to the highest value of a category."""
    if content.ranged:
        return range_lines(content.rows, series_colours(content.series, content.plan), y)
    return _spans(content, y)


def _spans(content: DotContent, y: alt.Y) -> list[Layer]:
    import altair as alt

    spans = []
    for group in dot_groups(content.rows):
        if len(group) > 1:
            low, high = group[0], group[-1]
            spans.append({"category": low["category"], "low": low["value"], "high": high["value"]})
    if not spans:
        return []
    mark = chart(spans).mark_rule(color=content.plan.theme.muted, strokeWidth=3, aria=False)
    return [mark.encode(y=y, x=alt.X("low:Q"), x2=alt.X2("high:Q"))]


def _dots(content: DotContent, x: alt.X, y: alt.Y, words: alt.Legend | None, wide: float) -> list[Layer]:
    """The dots, each series in a colour and a shape of its own; `wide` is the width of the scale."""
    import altair as alt

    series, theme = content.series, content.plan.theme
    known = _rimmed(content, wide)
    lanes = {"yOffset": offset(series)} if content.ranged else {}
    colours = alt.Scale(domain=series, range=_one_each(theme.series, len(series)))
    shapes = alt.Scale(domain=series, range=_one_each(SHAPES, len(series)))
    mark = chart(known).mark_point(size=130, filled=True, opacity=1, stroke=theme.paper)
    return [
        mark.encode(
            x=x,
            y=y,
            **lanes,
            strokeWidth=alt.StrokeWidth("rim:Q", scale=None, legend=None),
            description=alt.Description("description:N"),
            color=alt.Color("series:N", sort=None, scale=colours, legend=words),
            shape=alt.Shape("series:N", sort=None, scale=shapes, legend=words),
        )
    ]


def _rimmed(content: DotContent, wide: float) -> list[Row]:
    """The known values; only dots that overlap have a pale rim, under which a short line would vanish."""
    low, high, _ = content.scale
    rows = [{**row, "rim": 0} for row in content.rows if row["value"] is not None]
    if content.ranged:
        return rows
    for group in dot_groups(rows):
        for one, other in pairwise(group):
            if (other["value"] - one["value"]) / (high - low) * wide < DOT:
                one["rim"] = other["rim"] = 1
    return rows


def _one_each(looks: Sequence[str], count: int) -> list[str]:
    """This many of some looks, which start again when there are no more."""
    return list(islice(cycle(looks), count))


def _texts(content: DotContent, x: alt.X, y: alt.Y) -> list[Layer]:
    """Values beside their dots, and words for categories without any."""
    theme, axes = content.plan.theme, {"x": x, "y": y}
    if content.ranged:
        return range_texts(content.rows, content.series, theme.ink, theme.soft, y)
    left, right = outer_dots(content)
    return [
        *texts(left, axes, align="right", dx=-10, color=theme.ink),
        *texts(right, axes, align="left", dx=10, color=theme.ink),
        *texts(rows_without_values(content), axes, align="left", dx=10, color=theme.soft),
    ]
