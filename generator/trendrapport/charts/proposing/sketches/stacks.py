"""A bar in parts for each place, and below them which sign is which part."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import few, legend, names, signs_of
from trendrapport.charts.proposing.shown import Shown, places_of, series_of, shown

SIGNS = "█▒▓░▚▞"
LONGEST = 40
"""The characters of the longest bar."""


def sketch(plan: Plan, width: int) -> list[str]:
    """The bars in the order of the table, of which all have one scale."""
    found = shown(plan)
    signs = signs_of(series_of(found), SIGNS)
    by_place = places_of(found)
    whole = max(map(_total, by_place.values()), default=0.0)
    lines = []
    for name, own in zip(names(list(by_place)), by_place.values(), strict=True):
        parts = ""
        for one in own:
            parts += signs[one.series] * _length(one.amount, whole, min(LONGEST, width // 2))
        lines.append(f"{name} {parts}")
    return [*few(lines, plan.theme.language), legend(signs)]


def _total(own: Sequence[Shown]) -> float:
    """The sum of what is drawn: values below 0 have no length."""
    return sum(max(0.0, one.amount or 0.0) for one in own)


def _length(amount: float | None, whole: float, width: int) -> int:
    if not amount or whole <= 0 or amount < 0:
        return 0
    return max(1, round(amount / whole * width))
