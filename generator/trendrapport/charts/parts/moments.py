"""Moments to positions on a line of years, and which values on it are joined; knows no drawing library."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil
from typing import Any, Literal

from trendrapport.charts import notation
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.rhythm import Rhythm, ordinal, rhythm
from trendrapport.model.charts import FieldType, Scalar
from trendrapport.model.periods import period
from trendrapport.placing import wrapping

FEW = 8
"""The most moments that can each have a label; of more, whole years have one."""

SHORT = 2.0
"""The years within which some of the moments have labels instead of whole years."""

SPANS = {"year": 1.0, "quarter": 1 / 4, "yearmonth": 1 / 12, "week": 7 / 372}
"""The length of each sort of period, in years as `moment` counts them."""

FLUSH = 36
"""How far the name of a moment may reach beyond the ends of a narrow axis."""

LEAST_TICKS, LESS = 3, 0.75
"""The fewest round years that make an axis, and how close they may be in parts of the wanted distance."""


def moment(value: Scalar) -> float:
    """A year, quarter, month, week or day as a number of years, by its first day."""
    if not isinstance(value, str):
        return float(value or 0)
    found = period(value)
    first = found.start if found else date.fromisoformat(value)
    return round(first.year + (first.month - 1) / 12 + (first.day - 1) / 372, 4)


def is_moment(value: Scalar) -> bool:
    """Whether a value is a year, quarter, month, week or day that exists."""
    if period(value):
        return True
    try:
        return bool(date.fromisoformat(str(value)))
    except ValueError:
        return False


def regular(keys: Sequence[Scalar], sort: FieldType) -> bool:
    """Whether moments or numbers follow each other at one distance, so that a reader can count those without
    a name.
    """
    if sort == "string" or None in keys:
        return False
    if _evenly_spaced([ordinal(key, sort) for key in keys]):
        return True
    months = [str(key)[: len("2024-01")] for key in keys]
    return sort == "date" and _evenly_spaced([ordinal(month, "yearmonth") for month in months])


def _evenly_spaced(places: Sequence[float]) -> bool:
    """Whether all differ, and each is as far from the next one."""
    distances = {after - before for before, after in pairwise(places)}
    return len(distances) == 1 and len(set(places)) == len(places)


def moment_axis(found: Sequence[Point], plan: Plan) -> dict[str, Any]:
    """The properties of an axis with a label at each moment if they are few, else at whole years."""
    named = _labels(found, plan)
    moments = sorted(named)
    texts = [named[at] for at in moments]
    reach = max(wrapping.width(text, plan.theme.text_size) / 2 for text in (texts[0], texts[-1]))
    # The first and the last are kept within the axis where they would make a narrow drawing wider, as
    # "week 51 van 2023" does.
    return {
        "values": moments,
        "labelExpr": f"{json.dumps(texts)}[indexof({json.dumps(moments)}, datum.value)]",
        "labelFlush": plan.theme.narrow and reach > FLUSH,
        "labelOverlap": "greedy",
    }


def _labels(found: Sequence[Point], plan: Plan) -> dict[float, str]:
    """The labels of an axis by their moments: all, or some up to the newest, or those of years."""
    column, language = plan.column("x"), plan.theme.language
    all_named = {moment(point.key): notation.shown(point.key, column.type, language) for point in found}
    few = FEW // 2 if plan.theme.narrow else FEW
    if len(all_named) <= few:
        return all_named
    oldest, newest = min(all_named), max(all_named)
    if newest - oldest < SHORT:
        return _some(all_named, few)
    first, last = int(oldest), int(newest)
    years = [year for year in _round_years(first, last, (last - first) / few) if year >= oldest]
    in_table = sum(year in all_named for year in years)
    if column.type == "year" and in_table < len(years) / 2:
        return _some(all_named, few)
    return {float(year): str(year) for year in years}


def _some(all_named: dict[float, str], few: int) -> dict[float, str]:
    """A few of the moments, each as far from the next one, up to the newest."""
    from_newest = sorted(all_named, reverse=True)
    return {at: all_named[at] for at in from_newest[:: ceil(len(from_newest) / few)]}


def _round_years(first: int, last: int, apart: float) -> list[int]:
    """Years about that far `apart`: round ones, or if these are too few others up to the last."""
    step = _round_step(apart)
    years = list(range(-(-first // step) * step, last + 1, step))
    if step > 2 and len(years) >= LEAST_TICKS:  # noqa: PLR2004 - of two years neither is rounder
        return years
    step = max(1, round(apart))
    return list(range(last - (last - first) // step * step, last + 1, step))


def _round_step(apart: float) -> int:
    """The first of 1, 2, 5, 10, 20, ... that is not much below a distance."""
    for size in (1, 10, 100, 1000, 10_000):
        for step in (size, 2 * size, 5 * size):
            if step >= apart * LESS:
                return step
    return 100_000


def span(found: Sequence[Point]) -> list[float]:
    """The first and the last moment; a single one has a year of room on both sides."""
    moments = {moment(point.key) for point in found}
    first, last = min(moments), max(moments)
    if first == last:
        return [first - 1, last + 1]
    return [first, last]


@dataclass(frozen=True)
class Run:
    """Values of one series that are joined."""

    points: list[Point]
    dashed: bool
    over_gap: bool = False
    """Whether it continues where values are missing, as the editor asked."""
    projected: bool = False
    """Whether it leads to a projection."""

    @property
    def look(self) -> Literal["whole", "dashed", "dotted", "projected"]:
        """The style of its line: dashed where figures are provisional, dotted where there are none."""
        if self.over_gap:
            return "dotted"
        if self.projected:
            return "projected"
        if self.dashed:
            return "dashed"
        return "whole"

    def continues(self, before: Run) -> bool:
        """Whether it goes on, in the same style, at the value where another run ends."""
        return before.points[-1] is self.points[0] and before.look == self.look


def runs(found: Sequence[Point], breaks: Sequence[float], pace: Rhythm, *, join: bool = False) -> list[Run]:
    """The joined parts of a series in order of time: not across a break, nor, unless they are to `join`, a
    missing value or period.
    """
    known = [point for point in found if point.amount is not None]
    absent = sorted({moment(point.key) for point in found if point.amount is None})
    parts: list[Run] = []
    for before, after in pairwise(known):
        start, end = moment(before.key), moment(after.key)
        gap = not pace.joined(before.key, after.key) or bisect_right(absent, start) < bisect_left(absent, end)
        if _any_between(breaks, start, end) or (gap and not join):
            continue
        run = Run([before, after], after.provisional and not gap, gap, after.projected)
        if parts and run.continues(parts[-1]):
            parts[-1].points.append(after)
        else:
            parts.append(run)
    return parts


def _any_between(breaks: Sequence[float], start: float, end: float) -> bool:
    """Whether there is a break after one moment and up to another."""
    return any(start < place <= end for place in breaks)


def pace_of(plan: Plan, role: str = "x") -> Rhythm:
    """The rhythm of the values of a chart, by the column with their moments."""
    column = plan.column(role)
    return rhythm((record[column.name] for record in plan.records()), column.type)
