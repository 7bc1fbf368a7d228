"""A line of text for each place, with a sign where each series is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import few, legend, names, signs_of
from trendrapport.charts.proposing.shown import Shown, known, places_of, series_of, shown

SIGNS = "○●◇◆"
BOTH = "◉"
"""Where two series are in one position."""
WIDTH = 36


def sketch(plan: Plan, width: int) -> list[str]:
    """The places in the order of the table, and below them which sign is which series."""
    found = shown(plan)
    signs = signs_of(series_of(found), SIGNS)
    amounts = [0.0, *known(found)]
    ends = min(amounts), max(amounts)
    by_place = places_of(found)
    lines = []
    for name, own in zip(names(list(by_place)), by_place.values(), strict=True):
        lines.append(f"{name} {_dotted(own, signs, ends, min(WIDTH, width // 2))}")
    return [*few(lines, plan.theme.language), legend(signs)]


def _dotted(own: Sequence[Shown], signs: Mapping[str, str], ends: tuple[float, float], width: int) -> str:
    low, high = ends
    row = ["─"] * width
    for one in own:
        if one.amount is not None:
            place = round((one.amount - low) / ((high - low) or 1.0) * (width - 1))
            row[place] = signs[one.series] if row[place] == "─" else BOTH
    return "".join(row)
