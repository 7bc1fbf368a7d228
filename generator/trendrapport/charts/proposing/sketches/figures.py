"""Big numbers: each with its name, and a sparkline of its history if it has one."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import few, line, names
from trendrapport.charts.proposing.shown import Shown, known, places_of, shown


def sketch(plan: Plan, width: int) -> list[str]:
    """The last known value of each, in the order of the table."""
    del width  # numbers are short
    by_place = places_of(shown(plan))
    lines = []
    for name, own in zip(names(list(by_place)), by_place.values(), strict=True):
        amounts = [0.0, *known(own)]
        history = ""
        if len(own) > 1:
            history = line([one.amount for one in own], min(amounts), max(amounts))
        lines.append(f"{name}  {_last(own).text}  {history}")
    return few(lines, plan.theme.language)


def _last(own: Sequence[Shown]) -> Shown:
    """The last value that is known, or else the last."""
    for one in reversed(own):
        if one.amount is not None:
            return one
    return own[-1]
