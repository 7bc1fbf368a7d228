"""A sparkline for each series on one scale, with its first and last value."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import few, line, names, thinned
from trendrapport.charts.proposing.shown import Shown, known, series_of, shown

MOST = 40
"""The most moments of a sparkline."""


def sketch(plan: Plan, width: int) -> list[str]:
    """A line of text for each series; the name is left out if there is only one."""
    found = sorted(shown(plan), key=lambda one: str(one.key))
    amounts = [0.0, *known(found)]
    low, high = min(amounts), max(amounts)
    by_name, moments = series_of(found), list(dict.fromkeys(one.key for one in found))
    named = [""]
    if len(by_name) > 1:
        named = names(list(by_name))
    lines = []
    for name, own in zip(named, by_name.values(), strict=True):
        by_moment = {one.key: one.amount for one in own}
        every = list(map(by_moment.get, moments))
        drawn = line(thinned(every, min(MOST, width // 2)), low, high)
        lines.append(f"{name} {drawn} {_ends(own)}".lstrip())
    return few(lines, plan.theme.language)


def _ends(own: Sequence[Shown]) -> str:
    """The first and the last value, with their moments."""
    first, last = own[0], own[-1]
    if first is last:
        return f"{first.place}: {first.text}"
    return f"{first.place}: {first.text} → {last.place}: {last.text}"
