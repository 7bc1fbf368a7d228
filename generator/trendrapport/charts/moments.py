"""Moments to places on a line of years, and which values on it are joined; knows no drawing library."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from trendrapport.charts import notation
from trendrapport.charts.declaration import Scalar
from trendrapport.charts.plan import Plan
from trendrapport.charts.series import Point

FEW = 8
"""So many moments can each have a label; of more, the years have."""


def moment(value: Scalar) -> float:
    """A year, month or day as a number of years."""
    if not isinstance(value, str):
        return float(value or 0)
    year, month, day = ([int(part) for part in value.split("-")] + [1, 1])[:3]
    return round(year + (month - 1) / 12 + (day - 1) / 372, 4)


def moment_axis(found: Sequence[Point], plan: Plan) -> dict[str, Any]:
    """The properties of an axis with a label at each moment if they are few, else at whole years."""
    column = plan.column("x")
    keys = {moment(point.key): notation.shown(point.key, column.type, plan.theme.language) for point in found}
    few = FEW // 2 if plan.theme.narrow else FEW
    if len(keys) > few:
        first, last = int(min(keys)), int(max(keys))
        step = max(1, round((last - first) / few))
        keys = {float(year): str(year) for year in range(last - (last - first) // step * step, last + 1, step)
                if year >= min(keys)}
    places = sorted(keys)
    labels = json.dumps([keys[place] for place in places])
    return {"values": places, "labelExpr": f"{labels}[indexof({json.dumps(places)}, datum.value)]",
            "labelFlush": False, "labelOverlap": "greedy"}


def span(found: Sequence[Point]) -> list[float]:
    """From the first moment to the last; around a single one there is room on both sides."""
    moments = sorted({moment(point.key) for point in found})
    return [moments[0], moments[-1]] if len(moments) > 1 else [moments[0] - 1, moments[0] + 1]


@dataclass(frozen=True)
class Run:
    """Values of one series that are joined."""

    points: list[Point]
    dashed: bool


def runs(found: Sequence[Point], breaks: Sequence[float]) -> list[Run]:
    """The joined parts of a series in order of time: not across a missing value, a missing year or a break."""
    places = [moment(point.key) for point in found]
    usual = min((after - before for before, after in pairwise(places)), default=1.0)
    parts: list[Run] = []
    for before, after in pairwise(found):
        start, end = moment(before.key), moment(after.key)
        whole = isinstance(after.key, str) or end - start <= usual * 1.01
        if before.amount is None or after.amount is None or not whole or any(start < place <= end for place in breaks):
            continue
        if parts and parts[-1].points[-1] is before and parts[-1].dashed is after.provisional:
            parts[-1].points.append(after)
        else:
            parts.append(Run([before, after], after.provisional))
    return parts


def apart(places: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Ascending places moved up as little as needed to stand `sizes` apart, none of them below 0."""
    moved: list[float] = []
    free = 0.0
    for place, size in zip(places, sizes, strict=True):
        moved.append(max(place, free + size / 2))
        free = moved[-1] + size / 2
    return moved
