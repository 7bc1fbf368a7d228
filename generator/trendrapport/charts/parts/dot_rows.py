"""What is drawn of dots on a line per category: a row for each dot, and the groups of a category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from trendrapport.charts import notation
from trendrapport.charts.parts.category_axis import in_order
from trendrapport.charts.parts.layers import Row, describe, label, of_municipality
from trendrapport.charts.parts.naming import lined
from trendrapport.charts.parts.series import Point, keys
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import Scalar

LETTERS = 32
"""Longer category names than this are broken over lines."""
PAIR = 2
"""Of at most this many series dots have their values beside them."""


@dataclass(frozen=True)
class DotContent:
    """What is drawn."""

    rows: Sequence[Row]
    """A row for each dot, category by category."""
    series: list[str]
    categories: int
    """How many there are."""
    scale: tuple[float, float, float]
    """The lowest and the highest amount, and the distance between marks."""
    ranged: bool
    """Whether values lie in ranges: then each series has a line of its own in its category."""
    plan: Plan


def points_in_order(found: list[Point], series: list[str], sort: str, plan: Plan) -> list[Point]:
    """The values that are drawn, category by category."""
    by_key: dict[Scalar, list[Point]] = {}
    for point in found:
        by_key.setdefault(point.key, []).append(point)
    order = _sorted(found, series, sort)[: plan.chart.limit]
    return list(chain.from_iterable(by_key[key] for key in order))


def _sorted(found: list[Point], series: list[str], sort: str) -> list[Scalar]:
    """The categories in the wanted order; by size, those without a last value come last."""
    if sort == "table":
        return keys(found)
    sign = -1 if sort == "descending" else 1
    last = {}
    for point in found:
        if point.series == series[-1] and point.amount is not None:
            last[point.key] = sign * point.amount
    return sorted(keys(found), key=lambda key: (key not in last, last.get(key, 0.0)))


def dot_rows(shown: list[Point], plan: Plan) -> list[Row]:
    """A row for each of these values, known or not."""
    municipalities = plan.municipalities("category")
    return [_row(point, plan, municipalities.get(point.key)) for point in shown]


def _row(point: Point, plan: Plan, municipality: str | None) -> Row:
    name = label(point.key, plan.column("category"), plan, provisional=point.provisional)
    return {
        "category": lined(name, plan, LETTERS),
        "series": point.series,
        "value": point.amount,
        "text": point.text,
        "description": describe(f"{name}, {point.series}", point.text),
        **of_municipality(municipality),
    }


def outer_dots(content: DotContent) -> tuple[list[Row], list[Row]]:
    """The dots with their value on the left, and those with their value on the right: the outer ones, unless
    more than two dots would make that a riddle.
    """
    if len(content.series) > PAIR:
        return [], []
    groups = dot_groups(content.rows)
    return [group[0] for group in groups if len(group) > 1], [group[-1] for group in groups]


def dot_groups(rows: Sequence[Row]) -> list[list[Row]]:
    """The known values of each category that has any, the smallest first."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row["value"] is not None:
            groups.setdefault(row["category"], []).append(row)
    return [sorted(group, key=lambda row: row["value"]) for group in groups.values()]


def rows_without_values(content: DotContent) -> list[Row]:
    """Words for each category without values."""
    known = {row["category"] for row in content.rows if row["value"] is not None}
    missing = [name for name in in_order(content.rows) if name not in known]
    text = notation.NO_DATA.of(content.plan.theme.language)
    return [{"category": name, "value": 0, "text": text} for name in missing]
