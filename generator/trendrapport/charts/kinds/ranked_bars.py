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

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import annotated, below, reference_values
from trendrapport.charts.annotations.words import dated
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.bar_texts import texts_beside
from trendrapport.charts.parts.break_lines import zero_line
from trendrapport.charts.parts.category_axis import in_order, lying
from trendrapport.charts.parts.layers import (
    GAP,
    Layer,
    Row,
    both_sides,
    chart,
    describe,
    front,
    label,
    of_municipality,
    sized,
)
from trendrapport.charts.parts.naming import Naming, lined, naming
from trendrapport.charts.parts.plots import level_plot
from trendrapport.charts.plan import FLAGS, NUMBERS, WORDS, Plan, Role
from trendrapport.diagnostics import Text
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
        ("volgorde: descending (grootste eerst), ascending (kleinste eerst) of table (zoals in de tabel)"),
        "order: descending (largest first), ascending (smallest first) or table (as in the table)",
        default="descending",
    )
    highlight: tuple[str | int, ...] = described(
        "categorieën in kleur; de andere worden grijs",
        "categories in colour; the others turn grey",
        default=(),
    )


OPTIONS = Options
TRAITS = Traits(compared=("category",), highlighted="category", bar_each_row=True, one_unit=True)
SUITS = Suits(
    Text(
        nl="staven op volgorde van grootte laten zien waar het meeste is",
        en="bars in order of size show where there is most",
    ),
    good={"category": (3, 25)},
    possible={"category": (2, 60)},
    along="unordered",
    sketch="ranked",
)
LIMITED = "category"
ANNOTATIONS = {"value"}
EXPLORE = frozenset({"series", "period"})


def draw(plan: Plan) -> Layer:
    """A bar for each row, the largest on top, with its value at the end."""
    import altair as alt

    rows = _rows(plan, plan.options(Options))
    before, after = both_sides(rows, plan)
    names = naming((row["category"] for row in rows), plan, before + after)
    block = ROW * (1 - GAP)
    low, high = _ends([*(row["value"] or 0.0 for row in rows), *reference_values(plan)])
    x = alt.X("value:Q", stack=None, axis=None, scale=alt.Scale(domain=[low, high], nice=False))
    y = lying(rows, plan, room=before, above=names.above, block=block, paddingInner=GAP, paddingOuter=0.1)
    height = _height(in_order(rows), names, block)
    left = names.left + before
    plot = level_plot(plan, (low, high), height, left=left, right=after)
    marks = annotated(plot)
    key = [*marks.key, *_points_below(plan)]
    layers = [
        *marks.behind,
        _bars(rows, x, y),
        *texts_beside(rows, notation.NO_DATA.of(plan.theme.language), plan, {"x": x, "y": y}),
        *zero_line(rows, plan, broken=bool(names.above), x=x),
        *below(replace(marks, key=key), plot, height + 8),
    ]
    return sized(layers, plan, height, left=left, right=after)


def _ends(numbers: list[float]) -> tuple[float, float]:
    """The lowest and the highest amount, which are not the same."""
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    if low == high:
        return low, 1.0
    return low, high


def _height(categories: list[str], names: Naming, block: float) -> float:
    """The height of all bars; those with names of several lines have more room."""
    breaks = sum(name.count("\n") for name in categories)
    usual = ROW * (len(categories) + 0.5 * breaks) / len(categories)
    return len(categories) * names.row(block, usual)


def _points_below(plan: Plan) -> list[str]:
    """Annotations of bars that are only horizontal on a narrow screen, where there is no room beside them."""
    marked = [one for one in plan.chart.annotations if one.form == "point"]
    return [dated(one, plan.theme.language) for one in marked]


def _rows(plan: Plan, options: Options) -> list[Row]:
    category, value, flag = plan.column("category"), plan.column("value"), plan.optional("provisional")
    amounts, municipalities = Amounts(plan, options), plan.municipalities("category")
    rows = []
    for record in plan.records():
        key = record[category.name]
        name = label(key, category, plan, provisional=bool(flag and record[flag.name]))
        amount = amounts.of(record[value.name])
        rows.append(
            {
                "category": lined(name, plan, LETTERS),
                "value": amount,
                "text": amounts.text(amount),
                "colour": front(key, options.highlight, plan),
                "description": describe(name, amounts.text(amount)),
                **of_municipality(municipalities.get(key)),
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

    description, colour = alt.Description("description:N"), alt.Color("colour:N", scale=None)
    return chart(rows).mark_bar().encode(x=x, y=y, description=description, color=colour)
