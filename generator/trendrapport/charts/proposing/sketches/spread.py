"""A histogram: a level for each range of values, between the lowest and the highest."""

from __future__ import annotations

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.bins import bins
from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import line
from trendrapport.charts.proposing.shown import known, shown


def sketch(plan: Plan, width: int) -> list[str]:
    """The ranges on one line, each two characters."""
    del width  # there are no more than twenty ranges
    found = known(shown(plan))
    amounts = Amounts(plan, AmountOptions())
    ranges = bins(found, None, whole=plan.column("value").type == "integer")
    levels = line(list(map(float, ranges.counts)), 0.0, float(max(ranges.counts)))
    wide = "".join(level * 2 for level in levels)
    return [f"{amounts.round_text(ranges.low)} {wide} {amounts.round_text(ranges.high)}"]
