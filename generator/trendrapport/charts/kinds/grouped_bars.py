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

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts import bar_names
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.bar_texts import Axes, by_sign, gaps, texts, texts_beside
from trendrapport.charts.parts.break_lines import bar_breaks, zero_line
from trendrapport.charts.parts.breaks import BreakOptions
from trendrapport.charts.parts.category_axis import in_order, lying
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.layers import (
    GAP,
    WORD,
    WORD_ABOVE_NUMBER,
    Layer,
    Row,
    both_sides,
    chart,
    describe,
    fitted,
    label,
    sized,
)
from trendrapport.charts.parts.legends import legend
from trendrapport.charts.parts.naming import lined, naming
from trendrapport.charts.parts.plots import Plot, bar_plot, foot
from trendrapport.charts.parts.scales import Scale, amount_scale
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    in_pairs,
    keys,
    names,
    points,
    series_colours,
    with_gaps,
)
from trendrapport.charts.parts.sizes import text_width
from trendrapport.charts.plan import TIMES, WORDS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.placing.dots import DOT, Box

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"category": Role(WORDS, group=True), **SERIES_FIELDS}

HEIGHT = 300
BAR = 21
"""The room for a horizontal bar."""
LETTERS = 26


class Options(BreakOptions, SeriesOptions):
    """The settings of bars side by side."""

    lying: bool | None = described(
        "true: liggende staven; anders staan de staven alleen bij perioden rechtop",
        "true: horizontal bars; otherwise bars are vertical only for periods",
        default=None,
    )


OPTIONS = Options
TRAITS = Traits(
    compared=("category", "series"),
    colour_key=True,
    one_unit=True,
    vertical=True,
    horizontal_for_words=True,
    own_order=True,
    paired=True,
    left_out="empty",
)
SUITS = Suits(
    Text(
        nl="staven naast elkaar laten verschillen binnen elke groep zien",
        en="bars side by side show differences within each group",
    ),
    good={"category": (2, 6), "series": (2, 3)},
    possible={"category": (2, 12), "series": (2, 4)},
)
LIMITED = "category"
ANNOTATIONS = {"moment", "range", "value", "point"}


def draw(plan: Plan) -> Layer:
    """For each category a bar for each series, with its value at the end if there is room."""
    options = plan.options(Options)
    vertical, found = _vertical(plan, options), points(plan, "category", options)
    series = names(found, options)
    found = in_pairs(with_gaps(found, plan, "category") if vertical else found, plan)
    kept = set(keys(found)[: plan.chart.limit])
    rows = list(_rows([point for point in found if point.key in kept], plan, broken=not vertical))
    if vertical:
        return _standing(rows, series, plan, options)
    return _lying(rows, series, plan)


def _vertical(plan: Plan, options: Options) -> bool:
    if options.lying is not None:
        return not options.lying
    return plan.column("category").type in TIMES


def _rows(found: list[Point], plan: Plan, *, broken: bool) -> Iterator[Row]:
    """A row for each bar; long names can be broken over lines."""
    provisional = {point.key for point in found if point.provisional}
    for point in found:
        name = label(point.key, plan.column("category"), plan, provisional=point.key in provisional)
        yield {
            "category": lined(name, plan, LETTERS) if broken else name,
            "key": point.key,
            "series": point.series,
            "value": point.amount,
            "text": point.text,
            "description": describe(f"{name}, {point.series}", point.text),
        }


def _bars(rows: list[Row], colour: alt.Color, plan: Plan, axes: Axes) -> Layer:
    import altair as alt

    known = [row for row in rows if row["value"] is not None]
    mark = chart(known).mark_bar(stroke=plan.theme.paper, strokeWidth=1)
    return mark.encode(**axes, color=colour, description=alt.Description("description:N"))


def _colour(series: list[str], plan: Plan, above: int, left: float) -> alt.Color:
    """The colours of series, with their key above the drawing."""
    import altair as alt

    colours = series_colours(series, plan)
    scale = alt.Scale(domain=series, range=list(colours.values()))
    return alt.Color("series:N", sort=None, scale=scale, legend=legend(series, plan, above, left))


def _lying(rows: list[Row], series: list[str], plan: Plan) -> Layer:
    import altair as alt

    numbers = [row["value"] or 0.0 for row in rows]
    low, high = min([0.0, *numbers]), max([0.0, *numbers]) or 1.0
    before, after = both_sides(rows, plan)
    names, block = naming((row["category"] for row in rows), plan, before + after), len(series) * BAR
    x = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[low, high], nice=False))
    y = lying(rows, plan, room=before, above=names.above, block=block, paddingInner=0.25, paddingOuter=0.1)
    axes = {"x": x, "y": y, "yOffset": alt.YOffset("series:N", sort=None, scale=alt.Scale(domain=series))}
    left = names.left + before
    layers = [
        _bars(rows, _colour(series, plan, 8 + round(names.above / 2), left), plan, axes),
        *texts_beside(rows, notation.NO_DATA.of(plan.theme.language), plan, axes),
        *zero_line(rows, plan, broken=bool(names.above), x=x),
    ]
    height = len(in_order(rows)) * names.row(block, block / 0.75)
    return sized(layers, plan, height, left=left, right=after)


def _standing(rows: list[Row], series: list[str], plan: Plan, options: Options) -> Layer:
    import altair as alt

    amounts = Amounts(plan, options)
    scale = amount_scale([*(row["value"] for row in rows), *reference_values(plan)], amounts)
    feet = bar_names.below(rows, plan, scale.left)
    room = (plan.theme.width - scale.left) * (1 - GAP) / len(in_order(rows)) / len(series)
    rows, fits = fitted(feet.on(rows), amounts, room)
    written = [row for row in rows if fits or row["value"] is None]
    x, y = feet.x(), scale.y("value")
    axes = {"x": x, "y": y, "xOffset": alt.XOffset("series:N", sort=None, scale=alt.Scale(domain=series))}
    plot = _plot(rows, written, series, scale, options)
    marks = annotated(plot)
    above = round((WORD_ABOVE_NUMBER if options.broken else WORD) + marks.above)
    layers = [
        *marks.behind,
        _bars(rows, _colour(series, plan, above, scale.left), plan, axes),
        *_texts_above(written, plan, axes),
        *zero_line(rows, plan, y=y),
        *bar_breaks(rows, options.broken, plan),
        *marks.front,
        *below(marks, plot, HEIGHT + foot(rows, plan), feet.listed),
    ]
    return sized(layers, plan, HEIGHT, left=scale.left)


def _texts_above(rows: list[Row], plan: Plan, axes: Axes) -> list[Layer]:
    """Each value above its vertical bar, or below that of a negative one."""
    up, down = by_sign(rows)
    return [
        *texts(up, axes, baseline="bottom", dy=-4, color=plan.theme.ink),
        *texts(down, axes, baseline="top", dy=4, color=plan.theme.ink),
        *texts(gaps(rows, MISSING), axes, baseline="bottom", dy=-4, color=plan.theme.soft),
    ]


def _plot(rows: list[Row], written: list[Row], series: list[str], scale: Scale, options: Options) -> Plot:
    """Where annotations find the bars, and what labels stay clear of."""
    tops = [{**row, "to": row["value"] or 0.0, "text": ""} for row in rows]
    plan = scale.amounts.plan
    plot = bar_plot(plan, tops, scale.ends, HEIGHT, left=scale.left, broken=options.broken)
    middles = _middles(rows, series, plot)
    numbers = [_number(row, middles[id(row)], plot) for row in written]
    with_text = set(map(id, written))
    above_bars = {}
    for row in rows:
        height = plot.up(_top(row)) - DOT - (plan.theme.text_size + 6 if id(row) in with_text else 0)
        above_bars[row["series"], str(row["key"])] = middles[id(row)], height
    return replace(plot, numbers=numbers, taken=[*plot.taken, *numbers], points=above_bars)


def _middles(rows: list[Row], series: list[str], plot: Plot) -> dict[int, float]:
    """Where the middle of each bar lies from the left, by the id of its row."""
    categories = {name: index for index, name in enumerate(in_order(rows))}
    lanes = {name: index for index, name in enumerate(series)}
    band = plot.inside.right / len(categories)
    middles = {}
    for row in rows:
        part = GAP / 2 + (1 - GAP) * (lanes[row["series"]] + 0.5) / len(series)
        middles[id(row)] = band * (categories[row["category"]] + part)
    return middles


def _number(row: Row, x: float, plot: Plot) -> Box:
    """Where the value above a bar is written."""
    size = plot.plan.theme.text_size
    top, half = plot.up(_top(row)), text_width(row["text"], plot.plan) / 2 + 2
    return Box(x - half, top - size - 6, x + half, top - 2)


def _top(row: Row) -> float:
    """The amount at the top of a bar."""
    return max(row["value"] or 0.0, 0.0)
