"""Vertical bars: how much in each of a few years, months or categories, in their own order.

Use it for amounts over time if the periods can be compared, or for up to a dozen categories with an order
of their own. For categories without such an order, use `ranked_bars`. Bars start at 0. A year, quarter,
month or week without a value keeps its position and says "geen gegevens".

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
from typing import TYPE_CHECKING

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.kinds import ranked_bars
from trendrapport.charts.parts import standing
from trendrapport.charts.parts.amounts import AmountOptions, Amounts, round_scale
from trendrapport.charts.parts.breaks import BreakOptions
from trendrapport.charts.parts.layers import (
    Layer,
    Row,
    amount_axis,
    at,
    bar_breaks,
    beside,
    chart,
    fitted,
    front,
    label,
    sized,
    told,
    zero_line,
)
from trendrapport.charts.parts.plots import bar_plot, foot
from trendrapport.charts.plan import FLAGS, NUMBERS, TIMES, WORDS, Plan, Role
from trendrapport.charts.tables.rhythm import every
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.charts import Chart
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"category": Role(WORDS), "value": Role(NUMBERS), "provisional": Role(FLAGS, required=False)}

HEIGHT, BELOW, AXIS = 280, 24, 64
"""The height of the bars, of the room below negative ones, and the width of an axis that they may need on a
narrow screen.
"""


class Options(BreakOptions, AmountOptions):
    """The settings of standing bars."""

    highlight: tuple[str | int, ...] = described(
        "categorieën in kleur; de andere treden terug",
        "categories in colour; the others step back",
        default=(),
    )


OPTIONS = Options
LIMITED = "category"
ANNOTATIONS = {"moment", "range", "value", "point"}
PROVISIONAL, STARRED = Text(nl="Open staaf", en="Open bar"), True


def draw(plan: Plan) -> Layer:
    """A bar for each row, with its value above it if that fits."""
    import altair as alt

    options = plan.options(Options)
    amounts, rows = Amounts(plan, options), _rows(plan, options)
    if _lies(rows, plan, options):
        return ranked_bars.draw(replace(plan, chart=_lying(plan.chart)))
    lines = reference_values(plan)
    low, high, step = round_scale([*(row["value"] for row in rows), *lines])
    room = plan.theme.width / len(rows)
    rows, labelled = fitted(rows, amounts, room)
    known = [row for row in rows if row["value"] is not None]
    numbers = [row["value"] for row in known]
    ends = _ends([*numbers, *lines]) if labelled else [low, high]
    left = 0.0 if labelled else beside(amounts.ends(low, high), plan)
    axis = None if labelled else alt.Axis(**amount_axis(low, high, step, amounts, left))
    names = standing.below(rows, plan, left)
    rows, known = names.on(rows), names.on(known)
    x, y = names.x(), alt.Y("value:Q", stack=None, scale=alt.Scale(domain=ends, nice=False), axis=axis)
    tops = [{**row, "to": row["value"] or 0.0, "text": row["text"] if labelled else ""} for row in rows]
    plot = bar_plot(plan, tops, (ends[0], ends[1]), HEIGHT, left=left, broken=options.broken)
    marks = annotated(plot)
    listed = below(marks, plot, HEIGHT + foot(rows, plan), names.listed)
    layers = [
        *marks.behind,
        _bars(rows, x, y),
        *_texts(known if labelled else [], _gaps(rows, room, plan), plan, x, y),
        *zero_line(rows, plan, y=y),
        *bar_breaks(rows, options.broken, plan),
        *marks.front,
        *listed,
    ]
    return sized(layers, plan, HEIGHT, left=left)


def _lies(rows: list[Row], plan: Plan, options: Options) -> bool:
    """Whether bars lie: those of words that have no room below standing ones, unless a break is marked
    between bars.
    """
    words = plan.column("category").type not in TIMES
    return (
        words
        and not options.breaks
        and standing.whole(rows, plan, AXIS if plan.theme.narrow else 0.0) is None
    )


def _lying(chart: Chart) -> Chart:
    """The same as ranked bars in their own order."""
    options = {name: value for name, value in chart.options.items() if name != "breaks"}
    return chart.model_copy(update={"kind": "ranked_bars", "options": {**options, "order": "table"}})


def _ends(numbers: list[float]) -> list[float]:
    """The lowest and highest value, with room for the value below a negative bar."""
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    return [low and low - (high - low) * BELOW / HEIGHT, high or (0.0 if low else 1.0)]


def _rows(plan: Plan, options: Options) -> list[Row]:
    category, value, flag = plan.column("category"), plan.column("value"), plan.optional("provisional")
    amounts, places = Amounts(plan, options), plan.placed("category")
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
                "description": told(name, amounts.text(amount)),
                **at(places.get(key)),
            }
        )
    return rows


def _gaps(rows: list[Row], room: float, plan: Plan) -> list[Row]:
    """What stands in the place of a missing bar: words if they fit, else a dash."""
    words = notation.NO_DATA.of(plan.theme.language).replace(" ", "\n")
    text = words if wrapping.width(words, plan.theme.text_size) <= room else "\u2013"
    return [{**row, "value": 0, "text": text} for row in rows if row["value"] is None]


def _bars(rows: list[Row], x: alt.X, y: alt.Y) -> Layer:
    import altair as alt

    return (
        chart(rows)
        .mark_bar(strokeWidth=1.5)
        .encode(
            x=x,
            y=y,
            description=alt.Description("description:N"),
            fill=alt.Fill("colour:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fillOpacity=alt.FillOpacity("inside:Q", scale=None, legend=None),
        )
    )


def _texts(known: list[Row], gaps: list[Row], plan: Plan, x: alt.X, y: alt.Y) -> list[Layer]:
    import altair as alt

    line = plan.theme.text_size * 1.2
    above, below = ([row for row in known if (row["value"] < 0) is negative] for negative in (False, True))
    numbers = [
        (above, chart(above).mark_text(baseline="bottom", dy=-4, aria=False)),
        (below, chart(below).mark_text(baseline="top", dy=5, aria=False)),
    ]
    lines = max((row["text"].count("\n") for row in gaps), default=0)
    # Lines of text grow downwards from where the first one stands.
    words = chart(gaps).mark_text(
        baseline="bottom",
        dy=-4 - lines * line,
        lineBreak="\n",
        lineHeight=line,
        aria=False,
        color=plan.theme.soft,
    )
    return [
        layer.encode(x=x, y=y, text=alt.Text("text:N")) for rows, layer in (*numbers, (gaps, words)) if rows
    ]
