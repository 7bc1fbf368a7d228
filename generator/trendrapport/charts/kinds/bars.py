"""Vertical bars: how much in each of a few years, months or categories, in their own order.

Use it for amounts over time if the periods can be compared, or for up to a dozen categories with an order of
their own. For categories without such an order, use `ranked_bars`. Bars start at 0. A year, quarter, month or
week without a value keeps its position and says "geen gegevens".

Fields: `category` (text, year, month, date or whole number), `value` (a number) and, if some values are
provisional, `provisional` (true or false): those bars are outlined and get an *.

Options: `highlight` (categories in colour; the others turn grey), `breaks` (categories from which values
cannot be compared with earlier ones), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: bars
    data: datalekmeldingen_per_jaar
    fields: {category: jaar, value: meldingen}
    options: {breaks: [2024]}
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.kinds import Suits, Traits, ranked_bars
from trendrapport.charts.parts import bar_names
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.bar_texts import Axes, by_sign, gaps, texts
from trendrapport.charts.parts.break_lines import bar_breaks, zero_line
from trendrapport.charts.parts.breaks import BreakOptions
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.layers import (
    Layer,
    Row,
    chart,
    describe,
    fitted,
    front,
    label,
    of_municipality,
    sized,
)
from trendrapport.charts.parts.plots import Plot, bar_plot, foot
from trendrapport.charts.parts.scales import Scale, amount_scale
from trendrapport.charts.parts.sizes import text_width
from trendrapport.charts.plan import FLAGS, NUMBERS, TIMES, WORDS, Plan, Role
from trendrapport.charts.tables.rhythm import every
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.charts import Chart

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"category": Role(WORDS), "value": Role(NUMBERS), "provisional": Role(FLAGS, required=False)}

HEIGHT, BELOW = 280, 24
"""The height of the bars, and of the room below negative ones."""
AXIS = 64
"""The width of an axis that bars may need on a narrow screen."""


class Options(BreakOptions, AmountOptions):
    """The settings of vertical bars."""

    highlight: tuple[str | int, ...] = described(
        "categorieën in kleur; de andere worden grijs",
        "categories in colour; the others turn grey",
        default=(),
    )


OPTIONS = Options
TRAITS = Traits(
    compared=("category",),
    highlighted="category",
    bar_each_row=True,
    one_unit=True,
    vertical=True,
    own_order=True,
    left_out="empty",
)
SUITS = Suits(
    Text(
        nl="staven laten zien hoeveel het telkens is, in de eigen volgorde",
        en="bars show how much it is each time, in its own order",
    ),
    good={"category": (3, 12)},
    possible={"category": (2, 20)},
    along="ordered",
)
LIMITED = "category"
ANNOTATIONS = {"moment", "range", "value", "point"}
PROVISIONAL, STARRED = Text(nl="Open staaf", en="Open bar"), True


def draw(plan: Plan) -> Layer:
    """A bar for each row, with its value above it if that fits."""
    options = plan.options(Options)
    rows = _rows(plan, options)
    if _lies(rows, plan, options):
        return ranked_bars.draw(replace(plan, chart=_lying(plan.chart)))
    room = plan.theme.width / len(rows)
    rows, labelled = fitted(rows, Amounts(plan, options), room)
    scale = _scale(rows, plan, options, labelled=labelled)
    names = bar_names.below(rows, plan, scale.left)
    rows = names.on(rows)
    x, y = names.x(), _y(scale, labelled=labelled)
    axes = {"x": x, "y": y}
    plot = _plot(rows, scale, options, labelled=labelled)
    marks = annotated(plot)
    layers = [
        *marks.behind,
        _bars(rows, axes),
        *_numbers(rows if labelled else [], axes),
        *_gaps(rows, room, plan, axes),
        *zero_line(rows, plan, y=y),
        *bar_breaks(rows, options.broken, plan),
        *marks.front,
        *below(marks, plot, HEIGHT + foot(rows, plan), names.listed),
    ]
    return sized(layers, plan, HEIGHT, left=scale.left)


def _lies(rows: list[Row], plan: Plan, options: Options) -> bool:
    """Whether bars are horizontal: if their names have no room below vertical ones, unless a break is marked
    between bars.
    """
    if options.breaks or plan.column("category").type in TIMES:
        return False
    return bar_names.whole(rows, plan, AXIS if plan.theme.narrow else 0.0) is None


def _lying(chart: Chart) -> Chart:
    """The same as ranked bars in their own order."""
    options = {name: value for name, value in chart.options.items() if name != "breaks"}
    return chart.model_copy(update={"kind": "ranked_bars", "options": {**options, "order": "table"}})


def _scale(rows: list[Row], plan: Plan, options: Options, *, labelled: bool) -> Scale:
    """The scale of the bars: with round limits if it is shown, else as high as they are."""
    amounts, references = Amounts(plan, options), reference_values(plan)
    if not labelled:
        return amount_scale([*(row["value"] for row in rows), *references], amounts)
    low, high = _ends([*(row["value"] or 0.0 for row in rows), *references])
    return Scale(low, high, 0.0, amounts, left=0.0)


def _ends(numbers: list[float]) -> tuple[float, float]:
    """The lowest and highest value, with room for the value below a negative bar."""
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    if low == 0:
        return 0.0, high or 1.0
    return low - (high - low) * BELOW / HEIGHT, high


def _y(scale: Scale, *, labelled: bool) -> alt.Y:
    """Amounts upwards, with an axis unless bars carry their values."""
    import altair as alt

    if not labelled:
        return scale.y("value").stack(None)
    limits = alt.Scale(domain=list(scale.ends), nice=False)
    return alt.Y("value:Q", stack=None, scale=limits, axis=None)


def _plot(rows: list[Row], scale: Scale, options: Options, *, labelled: bool) -> Plot:
    """Where annotations find the bars."""
    tops = []
    for row in rows:
        tops.append({**row, "to": row["value"] or 0.0, "text": row["text"] if labelled else ""})
    plan = scale.amounts.plan
    return bar_plot(plan, tops, scale.ends, HEIGHT, left=scale.left, broken=options.broken)


def _rows(plan: Plan, options: Options) -> list[Row]:
    """A row for each bar, periods that the table leaves out included."""
    category, value, flag = plan.column("category"), plan.column("value"), plan.optional("provisional")
    amounts, municipalities = Amounts(plan, options), plan.municipalities("category")
    found = {record[category.name]: record for record in plan.records()}
    rows = []
    for key in every(list(found), category.type)[: plan.chart.limit]:
        record = found.get(key, {})
        provisional = bool(flag and record.get(flag.name))
        name = label(key, category, plan, provisional=provisional)
        amount = amounts.of(record.get(value.name))
        rows.append(
            {
                "category": name,
                "key": key,
                "value": amount,
                "text": amounts.text(amount),
                "inside": 0.25 if provisional else 1,
                "colour": front(key, options.highlight, plan),
                "description": describe(name, amounts.text(amount)),
                **of_municipality(municipalities.get(key)),
            }
        )
    return rows


def _bars(rows: list[Row], axes: Axes) -> Layer:
    import altair as alt

    return (
        chart(rows)
        .mark_bar(strokeWidth=1.5)
        .encode(
            **axes,
            description=alt.Description("description:N"),
            fill=alt.Fill("colour:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fillOpacity=alt.FillOpacity("inside:Q", scale=None, legend=None),
        )
    )


def _numbers(rows: list[Row], axes: Axes) -> list[Layer]:
    """Each value above its bar, or below that of a negative one."""
    up, down = by_sign(rows)
    return [*texts(up, axes, baseline="bottom", dy=-4), *texts(down, axes, baseline="top", dy=5)]


def _gaps(rows: list[Row], room: float, plan: Plan, axes: Axes) -> list[Layer]:
    """Words instead of a missing bar, or a dash if they do not fit."""
    words = notation.NO_DATA.of(plan.theme.language).replace(" ", "\n")
    text = words if text_width(words, plan) <= room else MISSING
    line = plan.theme.text_size * 1.2
    # Lines of text grow downwards from the first one.
    up = -4 - text.count("\n") * line
    several: dict[str, Any] = {"lineBreak": "\n", "lineHeight": line}
    return texts(gaps(rows, text), axes, baseline="bottom", dy=up, color=plan.theme.soft, **several)
