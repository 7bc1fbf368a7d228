"""Horizontal bars in order of size: which category has most, and by how much.

Use it for categories without an order of their own, such as sectors, provinces or countries. Each bar shows
its value, so there is no axis. A category without a value stays in the list, with "geen gegevens".

Fields: `category` (text, year, month, date or whole number), `value` (a number) and, if some values are
provisional, `provisional` (true or false): those get an *.

Options: `order` (descending, ascending or table), `highlight` (categories in colour; the others turn grey),
and `divide_by`, `decimals` and `unit` for all numbers. `limit` keeps the first ones after sorting. Explore:
`series` and `period`, as lines over time; only for a chart of one moment, which its filter names.

    kind: ranked_bars
    data: aardgasvrije_woningen_provincie
    fields: {category: regio, value: aardgasvrij_totaal_pct}
    filter: {jaar: 2022}
    options: {highlight: [Nederland]}
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.annotations.words import dated
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.layers import (
    GAP,
    Layer,
    Row,
    at,
    both_sides,
    chart,
    front,
    in_order,
    label,
    lying,
    sized,
    told,
    zero_line,
)
from trendrapport.charts.parts.naming import lined, naming
from trendrapport.charts.parts.plots import level_plot
from trendrapport.charts.plan import FLAGS, NUMBERS, WORDS, Plan, Role
from trendrapport.model.base import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {
    "category": Role(WORDS, group=True),
    "value": Role(NUMBERS),
    "provisional": Role(FLAGS, required=False),
}

ROW = 30
LETTERS = 32
"""Longer category names than this are broken over lines."""


class Options(AmountOptions):
    """The settings of ranked bars."""

    order: Literal["descending", "ascending", "table"] = described(
        "volgorde: descending (grootste eerst), ascending of table (zoals in de tabel)",
        "order: descending (largest first), ascending or table (as in the table)",
        default="descending",
    )
    highlight: tuple[str | int, ...] = described(
        "categorieën in kleur; de andere treden terug",
        "categories in colour; the others step back",
        default=(),
    )


OPTIONS = Options
LIMITED = "category"
ANNOTATIONS = {"value"}
EXPLORE = frozenset({"series", "period"})


def draw(plan: Plan) -> Layer:
    """A bar for each row, the largest on top, with its value at the end."""
    import altair as alt

    rows = _rows(plan, plan.options(Options))
    before, after = both_sides(rows, plan)
    names = naming((row["category"] for row in rows), plan, before + after)
    y = lying(
        rows, plan, room=before, above=names.above, block=ROW * (1 - GAP), paddingInner=GAP, paddingOuter=0.1
    )
    numbers = [*(row["value"] or 0.0 for row in rows), *reference_values(plan)]
    ends = [min([0.0, *numbers]), max([0.0, *numbers]) or (0.0 if min(numbers) < 0 else 1.0)]
    x = alt.X("value:Q", stack=None, axis=None, scale=alt.Scale(domain=ends, nice=False))
    categories = in_order(rows)
    usual = ROW * sum(1 + 0.5 * name.count("\n") for name in categories) / len(categories)
    height = len(categories) * names.row(ROW * (1 - GAP), usual)
    left = names.left + before
    plot = level_plot(plan, (ends[0], ends[1]), height, left=left, right=after)
    marks = annotated(plot)
    # Of standing bars that lie on a narrow screen; beside lying ones there is no place.
    told_below = [dated(one, plan.theme.language) for one in plan.chart.annotations if one.form == "point"]
    layers = [
        *marks.behind,
        _bars(rows, x, y),
        *_texts(rows, plan, x, y),
        *zero_line(rows, plan, broken=bool(names.above), x=x),
        *below(replace(marks, key=[*marks.key, *told_below]), plot, height + 8),
    ]
    return sized(layers, plan, height, left=left, right=after)


def _rows(plan: Plan, options: Options) -> list[Row]:
    category, value, flag = plan.column("category"), plan.column("value"), plan.optional("provisional")
    amounts, places = Amounts(plan, options), plan.placed("category")
    rows = []
    for record in plan.records():
        name = label(record[category.name], category, plan, provisional=bool(flag and record[flag.name]))
        amount = amounts.of(record[value.name])
        rows.append(
            {
                "category": lined(name, plan, LETTERS),
                "value": amount,
                "text": amounts.text(amount),
                "colour": front(record[category.name], options.highlight, plan),
                "description": told(name, amounts.text(amount)),
                **at(places.get(record[category.name])),
            }
        )
    return _ordered(rows, options.order)[: plan.chart.limit]


def _ordered(rows: list[Row], order: str) -> list[Row]:
    """In order of size, with missing values last."""
    if order == "table":
        return rows
    sign = -1 if order == "descending" else 1
    return sorted(rows, key=lambda row: (row["value"] is None, sign * (row["value"] or 0.0)))


def _bars(rows: list[Row], x: alt.X, y: alt.Y) -> Layer:
    import altair as alt

    return (
        chart(rows)
        .mark_bar()
        .encode(
            x=x, y=y, description=alt.Description("description:N"), color=alt.Color("colour:N", scale=None)
        )
    )


def _texts(rows: list[Row], plan: Plan, x: alt.X, y: alt.Y) -> list[Layer]:
    import altair as alt

    right, left = (
        [row for row in rows if row["value"] is not None and (row["value"] < 0) is negative]
        for negative in (False, True)
    )
    gaps = [{**row, "value": 0} for row in rows if row["value"] is None]
    return [
        chart(subset)
        .mark_text(align="right" if dx < 0 else "left", dx=dx, color=colour, aria=False)
        .encode(x=x, y=y, text=alt.Text("text:N"))
        for subset, dx, colour in (
            (right, 6, plan.theme.ink),
            (left, -6, plan.theme.ink),
            (gaps, 6, plan.theme.soft),
        )
        if subset
    ]
