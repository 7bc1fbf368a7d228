"""A plan to the values that a sketch shows: place, series, amount and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.series import SeriesOptions, points
from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.counts import place_role
from trendrapport.model.charts import Scalar


@dataclass(frozen=True)
class Shown:
    """One value of a chart."""

    key: Scalar
    place: str
    series: str
    amount: float | None
    text: str
    """The amount with its unit, or that there is none."""


def shown(plan: Plan) -> list[Shown]:
    """The values of a chart, in the order of its table."""
    role = place_role(plan.chart)
    if not role:
        return _without_place(plan)
    column = plan.column(role)
    language = plan.theme.language
    found = []
    for one in points(plan, role, SeriesOptions()):
        place = notation.shown(one.key, column.type, language)
        found.append(Shown(one.key, place, one.series, one.amount, one.text))
    return found


def _without_place(plan: Plan) -> list[Shown]:
    amounts = Amounts(plan, AmountOptions())
    found = []
    for column in plan.columns("value"):
        for record in plan.records():
            amount = amounts.of(record[column.name])
            found.append(Shown(None, "", column.title, amount, amounts.text(amount)))
    return found


def series_of(found: Sequence[Shown]) -> dict[str, list[Shown]]:
    """The values by series, in the order of the table."""
    by_name: dict[str, list[Shown]] = {}
    for one in found:
        by_name.setdefault(one.series, []).append(one)
    return by_name


def places_of(found: Sequence[Shown]) -> dict[str, list[Shown]]:
    """The values by place, in the order of the table."""
    by_name: dict[str, list[Shown]] = {}
    for one in found:
        by_name.setdefault(one.place, []).append(one)
    return by_name


def known(found: Sequence[Shown]) -> list[float]:
    """The amounts that are there."""
    made: list[float] = []
    for one in found:
        if one.amount is not None:
            made.append(one.amount)
    return made
