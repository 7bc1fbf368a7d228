"""A bar of blocks for each value, with the value behind it."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import bar, few, names
from trendrapport.charts.proposing.shown import Shown, known, series_of, shown

LONGEST = 30
"""The characters of the longest bar."""


def sketch(plan: Plan, width: int) -> list[str]:
    """The bars in the order of the table."""
    return barred(shown(plan), plan, width)


def barred(found: Sequence[Shown], plan: Plan, width: int) -> list[str]:
    """A bar for each of these values; one below 0 is as long as it is far from 0, and its value says so."""
    several = len(series_of(found)) > 1
    titles = []
    for one in found:
        title = one.place
        if several:
            title = f"{one.place}, {one.series}"
        titles.append(title)
    named = names(titles)
    whole = max(map(abs, known(found)), default=0.0)
    lines = []
    for name, one in zip(named, found, strict=True):
        drawn = bar(abs(one.amount or 0.0), whole, min(LONGEST, width // 2))
        lines.append(" ".join(filter(None, [name, drawn, one.text])))
    return few(lines, plan.theme.language)
