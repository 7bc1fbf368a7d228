"""What the charts of all kinds have: their options, series, decimals and unit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from trendrapport.charts import kinds
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.layers import label
from trendrapport.charts.parts.series import Point, series_colours
from trendrapport.charts.plan import Plan
from trendrapport.documents.slides.deck import Native, Series
from trendrapport.model.charts import Scalar
from trendrapport.runtime.plugins import modules

MOST_NAMED = 60
"""More values than these in a chart are read from an axis, not written at each."""

Options = Any
"""The options of a declaration: each kind has a model of its own."""


def options_of(plan: Plan) -> Options:
    """The options of a plan, by the model of its kind."""
    return plan.options(modules(kinds)[plan.chart.kind].OPTIONS)


def series_of(
    plan: Plan,
    found: Iterable[Point],
    wanted: Sequence[Scalar],
    order: Sequence[str],
    front: Collection[str | int] = (),
) -> tuple[Series, ...]:
    """The values of each series for each of these keys; those that are not in front step back."""
    by_place = {(point.series, point.key): point.amount for point in found}
    colours = series_colours(order, plan, front)
    places = {colour: place for place, colour in enumerate(plan.theme.series)}
    made = []
    for name in order:
        values = [by_place.get((name, key)) for key in wanted]
        made.append(Series(name, tuple(values), places.get(colours[name])))
    return tuple(made)


def named(plan: Plan, role: str, found: Iterable[Point], wanted: Iterable[Scalar]) -> list[str]:
    """What keys are called in the column of a role, with an asterisk at those that are provisional."""
    column = plan.column(role)
    flagged = {point.key for point in found if point.provisional}
    return [label(key, column, plan, provisional=key in flagged) for key in wanted]


def with_numbers(chart: Native, amounts: Amounts) -> Native:
    """The chart with the decimals and the unit of its numbers."""
    count = sum(len(one.values) for one in chart.series)
    before, after = amounts.affixes
    decimals, unit = amounts.digits.usual, f"{before}{{0}}{after}"
    return replace(chart, decimals=decimals, unit=unit, named=chart.named and count <= MOST_NAMED)
