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
from trendrapport.charts.layers import Row, chart, sized, told
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"label": Role(WORDS), "value": Role(NUMBERS), "period": Role(WORDS, required=False)}

MOST = 4
BIGGEST = 46
BELOW = 34
"""The distance from a number to the words below it."""


class Options(AmountOptions):
    """The settings of key figures."""


OPTIONS = Options


def draw(plan: Plan) -> alt.LayerChart:
    """The first numbers of the table, each with its name and period below it."""
    import altair as alt

    rows = _rows(plan)
    line = plan.theme.text_size * 1.3
    room = plan.theme.width / len(rows)
    size = min([BIGGEST, *(BIGGEST * (room - 16) / notation.width(row["text"], BIGGEST) for row in rows)])
    bottom = BELOW + line * max(row["words"].count("\n") + 1 for row in rows)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, plan.theme.width], nice=False), axis=None)
    layers = [chart(rows).mark_text(align="left", baseline="alphabetic", fontSize=round(size), fontWeight=600,
                                    color=plan.theme.series[0]).encode(
                  x=x, y=alt.value(BIGGEST), text="text:N", description="description:N"),
              _words(rows, "words", plan, x, BIGGEST + BELOW - line),
              _words(rows, "period", plan, x, BIGGEST + bottom - line + 4, soft=True)]
    return sized(layers, plan, BIGGEST + bottom + 4)


def _rows(plan: Plan) -> list[Row]:
    name, value, period = plan.column("label"), plan.column("value"), plan.optional("period")
    records = plan.records()[:min(plan.chart.limit or MOST, MOST)]
    amounts = Amounts(plan, plan.options(Options))
    room = plan.theme.width / len(records)
    rows = []
    for index, record in enumerate(records):
        words = notation.shown(record[name.name], name.type, plan.theme.language)
        text = amounts.text(amounts.of(record[value.name]))
        when = notation.shown(record[period.name], period.type, plan.theme.language) if period else ""
        rows.append({"x": index * room, "text": text, "period": when, "description": told(words, text, plan),
                     "words": notation.wrapped(words, int((room - 16) / plan.theme.text_size / 0.5))})
    return rows


def _words(rows: list[Row], field: str, plan: Plan, x: alt.X, y: float, *, soft: bool = False) -> alt.Chart:
    import altair as alt

    colour = plan.theme.soft if soft else plan.theme.ink
    return chart(rows).mark_text(align="left", baseline="top", lineBreak="\n", color=colour, aria=False,
                                 lineHeight=plan.theme.text_size * 1.3).encode(x=x, y=alt.value(y), text=f"{field}:N")
