"""The same bars, the largest first."""

from __future__ import annotations

from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.shown import Shown, shown
from trendrapport.charts.proposing.sketches.bars import barred


def sketch(plan: Plan, width: int) -> list[str]:
    """The bars from large to small, and then what has no value."""
    return barred(sorted(shown(plan), key=_rank), plan, width)


def _rank(one: Shown) -> tuple[bool, float]:
    return one.amount is None, -(one.amount or 0.0)
