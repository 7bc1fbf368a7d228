"""One to four big numbers in a row, for what has to be remembered.

Use it when the numbers themselves are the message and have no common scale, or when one
number is enough. For numbers that are to be compared take `ranked_bars`.

Fields: `label` (text, year, month, date or whole number), `value` (a number) and `period` (when it was so).

Options: for all numbers `divide_by`, `decimals` and `unit`.

    kind: key_figures
    data: zonnestroom_nederland
    fields: {label: sector, value: vermogen_kwp, period: peildatum}
    filter: {peildatum: "2024-12-31"}
    options: {divide_by: 1000000, unit: GW}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trendrapport.charts import notation
from trendrapport.charts.amounts import AmountOptions, Amounts
from trendrapport.charts.layers import Layer, Row, chart, pixel, sized, told
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"label": Role(WORDS), "value": Role(NUMBERS), "period": Role(WORDS, required=False)}

MOST = 4
BIGGEST = 46
BETWEEN = 20
"""The space between two numbers."""


class Options(AmountOptions):
    """The settings of key figures."""


OPTIONS = Options


def draw(plan: Plan) -> Layer:
    """The first numbers of the table, each with its name and period below it."""
    rows = _rows(plan)
    line = plan.theme.text_size * 1.3
    words = BIGGEST + line
    period = words + line * max(row["words"].count("\n") + 1 for row in rows) + 2
    return sized([_numbers(rows, plan), _lines(rows, "words", words, plan.theme.ink, plan),
                  _lines(rows, "period", period, plan.theme.soft, plan)], plan, period + 4)


def _rows(plan: Plan) -> list[Row]:
    name, value, period = plan.column("label"), plan.column("value"), plan.optional("period")
    records = plan.records()[:min(plan.chart.limit or MOST, MOST)]
    amounts, language = Amounts(plan, plan.options(Options)), plan.theme.language
    room = plan.theme.width / len(records)
    letters = int((room - BETWEEN) / notation.width("n", plan.theme.text_size))
    rows = []
    for index, record in enumerate(records):
        words = notation.shown(record[name.name], name.type, language)
        text = amounts.text(amounts.of(record[value.name]))
        when = notation.shown(record[period.name], period.type, language) if period else ""
        rows.append({"x": index * room, "text": text, "words": notation.wrapped(words, letters), "period": when,
                     "description": told(words, text)})
    return rows


def _across(plan: Plan) -> alt.X:
    import altair as alt

    return alt.X("x:Q", scale=alt.Scale(domain=[0, plan.theme.width], nice=False), axis=None)


def _numbers(rows: list[Row], plan: Plan) -> Layer:
    import altair as alt

    room = plan.theme.width / len(rows) - BETWEEN
    size = min([BIGGEST, *(BIGGEST * room / notation.width(row["text"], BIGGEST) for row in rows)])
    return chart(rows).mark_text(align="left", baseline="alphabetic", fontSize=int(size), fontWeight=600,
                                 color=plan.theme.series[0]).encode(
        x=_across(plan), y=pixel(BIGGEST - 6), text=alt.Text("text:N"), description=alt.Description("description:N"))


def _lines(rows: list[Row], field: str, y: float, colour: str, plan: Plan) -> Layer:
    import altair as alt

    return chart(rows).mark_text(align="left", baseline="alphabetic", lineBreak="\n", color=colour, aria=False,
                                 lineHeight=plan.theme.text_size * 1.3).encode(
        x=_across(plan), y=pixel(round(y)), text=alt.Text(f"{field}:N"))
