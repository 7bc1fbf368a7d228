"""Moments to places on a line of years, and which values on it are joined; knows no drawing library."""

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
"""So many moments can each have a label; of more, the years have,"""

SHORT = 2.0
"""or some of the moments when all of them lie within so many years."""

SPANS = {"year": 1.0, "quarter": 1 / 4, "yearmonth": 1 / 12, "week": 7 / 372}
"""How long a period of each sort lasts, in years as `moment` counts them."""

FLUSH = 36
"""So far the name of a moment may reach beyond the ends of a narrow axis."""

LEAST_TICKS, LESS = 3, 0.75
"""So many round years make an axis; and by what part of the room that is wanted they may be nearer to each
other.
"""


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
    ways = [[ordinal(key, sort) for key in keys]]
    if sort == "date":
        ways.append([ordinal(str(key)[: len("2024-01")], "yearmonth") for key in keys])
    return any(
        len({after - before for before, after in pairwise(places)} - {0.0}) == 1
        and len(set(places)) == len(keys)
        for places in ways
    )


def moment_axis(found: Sequence[Point], plan: Plan) -> dict[str, Any]:
    """The properties of an axis with a label at each moment if they are few, else at whole years."""
    column = plan.column("x")
    keys = {moment(point.key): notation.shown(point.key, column.type, plan.theme.language) for point in found}
    few = FEW // 2 if plan.theme.narrow else FEW
    if len(keys) > few and max(keys) - min(keys) < SHORT:
        keys = dict(sorted(keys.items())[::-1][:: ceil(len(keys) / few)])
    elif len(keys) > few:
        first, last = int(min(keys)), int(max(keys))
        keys = {
            float(year): str(year)
            for year in _round_years(first, last, (last - first) / few)
            if year >= min(keys)
        }
    places = sorted(keys)
    labels = json.dumps([keys[place] for place in places])
    reach = max(wrapping.width(keys[place], plan.theme.text_size) / 2 for place in (places[0], places[-1]))
    # The first and the last stand within the axis where they would make a narrow drawing wider, as "week 51
    # van 2023" does.
    return {
        "values": places,
        "labelExpr": f"{labels}[indexof({json.dumps(places)}, datum.value)]",
        "labelFlush": plan.theme.narrow and reach > FLUSH,
        "labelOverlap": "greedy",
    }


def _round_years(first: int, last: int, apart: float) -> list[int]:
    """Years about so far apart: round ones, or where these are too few some up to the last."""
    step = _round_step(apart)
    years = list(range(-(-first // step) * step, last + 1, step))
    if step > 2 and len(years) >= LEAST_TICKS:  # noqa: PLR2004 - of two years neither is rounder
        return years
    step = max(1, round(apart))
    return list(range(last - (last - first) // step * step, last + 1, step))


def _round_step(apart: float) -> int:
    steps = (part * 10**size for size in range(5) for part in (1, 2, 5))
    return next((step for step in steps if step >= apart * LESS), 10**5)


def span(found: Sequence[Point]) -> list[float]:
    """From the first moment to the last; around a single one there is room on both sides."""
    moments = sorted({moment(point.key) for point in found})
    return [moments[0], moments[-1]] if len(moments) > 1 else [moments[0] - 1, moments[0] + 1]


@dataclass(frozen=True)
class Run:
    """Values of one series that are joined."""

    points: list[Point]
    dashed: bool
    over_gap: bool = False
    """Whether it goes on where values are missing, as the editor asked."""

    @property
    def look(self) -> Literal["whole", "dashed", "dotted"]:
        """How it is drawn: dashed where figures are provisional, dotted where there are none."""
        if self.over_gap:
            return "dotted"
        return "dashed" if self.dashed else "whole"


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
        if any(start < place <= end for place in breaks) or (gap and not join):
            continue
        run = Run([before, after], after.provisional and not gap, gap)
        if (
            parts
            and parts[-1].points[-1] is before
            and (parts[-1].dashed, parts[-1].over_gap) == (run.dashed, run.over_gap)
        ):
            parts[-1].points.append(after)
        else:
            parts.append(run)
    return parts


def pace_of(plan: Plan, role: str = "x") -> Rhythm:
    """How often the values of a chart come, by the column that says when."""
    column = plan.column(role)
    return rhythm((record[column.name] for record in plan.records()), column.type)


def apart(places: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Ascending places moved up as little as needed to stand `sizes` apart, none of them below 0."""
    moved: list[float] = []
    free = 0.0
    for wanted, size in zip(places, sizes, strict=True):
        moved.append(max(wanted, free + size / 2))
        free = moved[-1] + size / 2
    return moved
