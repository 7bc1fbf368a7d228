"""Standing bars: how much in each of a few years, months or categories, in their own order.

Use it for amounts over time when the periods can be compared, or for up to about a dozen
categories with an order of their own. For categories without an order take `ranked_bars`.
Bars start at 0. A year without a figure keeps its place, with "geen gegevens".

Fields: `category` (text, year, month, date or whole number), `value` (a number) and, if some
figures are provisional, `provisional` (true or false): those bars are drawn open, and get an *.

Options: `highlight` (categories in colour while the others step back), `breaks` (categories from
which on figures cannot be compared with those before), and for all numbers `divide_by`,
`decimals` and `unit`.

    kind: bars
    data: datalekmeldingen_per_jaar
    fields: {category: jaar, value: meldingen}
    options: {breaks: [2024]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trendrapport.charts import notation
from trendrapport.charts.amounts import AmountOptions, Amounts, round_scale
from trendrapport.charts.declaration import Scalar
from trendrapport.charts.layers import LINES, Row, amount_axis, break_rules, chart, label, sized, told
from trendrapport.charts.plan import FLAGS, NUMBERS, WORDS, Plan, Role
from trendrapport.model import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"category": Role(WORDS), "value": Role(NUMBERS), "provisional": Role(FLAGS, required=False)}

HEIGHT = 280
GAP = 0.3
LONGEST = 40
"""A series of years longer than this has its gaps left out rather than shown."""


class Options(AmountOptions):
    """The settings of standing bars."""

    highlight: tuple[str | int, ...] = described("categorieën in kleur; de andere treden terug",
                                                 "categories in colour; the others step back", default=())
    breaks: tuple[str | int, ...] = described("categorieën vanaf welke de cijfers niet vergelijkbaar zijn met eerdere",
                                              "categories from which on figures cannot be compared with earlier ones",
                                              default=())


OPTIONS = Options


def draw(plan: Plan) -> alt.LayerChart:
    """A bar for each row, with its value above it if that fits."""
    import altair as alt

    options = plan.options(Options)
    rows = _rows(plan, options)
    low, high, step = round_scale(row["value"] for row in rows)
    room = plan.theme.width / len(rows)
    labelled = max(notation.width(row["text"], plan.theme.text_size) for row in rows) <= room
    suffix = Amounts(plan, options).suffix
    axis = None if labelled else alt.Axis(**amount_axis(low, high, step, suffix))
    x = alt.X("category:O", sort=None, scale=alt.Scale(paddingInner=GAP, paddingOuter=GAP / 2),
              axis=alt.Axis(labelExpr=LINES, ticks=False))
    y = alt.Y("value:Q", scale=alt.Scale(domain=[low, high]), axis=axis)
    return sized([*_bars(rows, plan, x, y), *_texts(rows, plan, x, y, labelled=labelled, room=room),
                  *_breaks(rows, plan, options)], plan, HEIGHT, top=26 if options.breaks else 14)


def _rows(plan: Plan, options: Options) -> list[Row]:
    category, value, flag = plan.column("category"), plan.column("value"), plan.optional("provisional")
    amounts = Amounts(plan, options)
    found = {record[category.name]: record for record in plan.records()}
    rows = []
    for key in _places(list(found), category.type)[:plan.chart.limit]:
        record = found.get(key, {})
        name = label(key, category, plan, flag and record.get(flag.name))
        amount = amounts.of(record.get(value.name))
        rows.append({"category": notation.wrapped(name, 14), "key": key, "value": amount, "text": amounts.text(amount),
                     "open": bool(flag and record.get(flag.name)), "back": bool(options.highlight) and key not in options.highlight,
                     "description": told(name, amounts.text(amount), plan)})
    return rows


def _places(keys: list[Scalar], sort: str) -> list[Scalar]:
    """The categories in order; of years also those that the table leaves out."""
    years = [key for key in keys if isinstance(key, int)]
    if sort == "year" and years and max(years) - min(years) < LONGEST:
        return list(range(min(years), max(years) + 1))
    return keys


def _bars(rows: list[Row], plan: Plan, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    import altair as alt

    front, back = plan.theme.series[0], plan.theme.muted
    colour = alt.condition("datum.back", alt.value(back), alt.value(front))
    return [chart(rows).mark_bar(strokeWidth=1.5).encode(
        x=x, y=y, description="description:N", fill=colour, stroke=colour,
        fillOpacity=alt.condition("datum.open", alt.value(0.25), alt.value(1)))]


def _texts(rows: list[Row], plan: Plan, x: alt.X, y: alt.Y, *, labelled: bool, room: float) -> list[alt.Chart]:
    known = [row for row in rows if row["value"] is not None and labelled]
    gaps = [{**row, "value": 0, "text": _missing(row["text"], room, plan)} for row in rows if row["value"] is None]
    layers = []
    for subset, colour in ((known, plan.theme.ink), (gaps, plan.theme.soft)):
        if subset:
            layers.append(chart(subset).mark_text(baseline="bottom", dy=-5, color=colour, lineBreak="\n", aria=False).encode(
                x=x, y=y, text="text:N"))
    return layers


def _missing(text: str, room: float, plan: Plan) -> str:
    lines = text.replace(" ", "\n")
    return lines if notation.width(lines, plan.theme.text_size) <= room else "\u2013"


def _breaks(rows: list[Row], plan: Plan, options: Options) -> list[alt.Chart]:
    import altair as alt

    places = [{"category": row["category"]} for row in rows if row["key"] in options.breaks]
    # Half of the gap between two bars, in bars, is where one can be cut off from the one before.
    edge = -GAP / 2 / (1 - GAP)
    return break_rules(places, plan, alt.X("category:O", sort=None, bandPosition=edge))
