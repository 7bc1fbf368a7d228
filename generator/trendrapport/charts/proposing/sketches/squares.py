"""A hundred squares in rows, each part with a letter, and below them which letter is which part."""

from __future__ import annotations

from string import ascii_uppercase

from trendrapport.charts import notation
from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import few
from trendrapport.charts.proposing.shown import known, shown

SQUARES, ROW = 100, 20


def sketch(plan: Plan, width: int) -> list[str]:
    """Five rows of twenty; what rounding leaves over is a dot."""
    del width  # squares are always as wide
    found = [one for one in shown(plan) if one.amount]
    whole = sum(known(found))
    if whole <= 0:
        return []
    squares, parts = "", []
    for letter, one in zip(ascii_uppercase, found, strict=False):
        share = SQUARES * (one.amount or 0.0) / whole
        squares += letter * int(share)
        parts.append(f"{letter} {one.place}: {notation.percentage(share, plan.theme.language)}")
    squares = squares.ljust(SQUARES, "·")
    rows = [squares[start : start + ROW] for start in range(0, SQUARES, ROW)]
    return [*rows, *few(parts, plan.theme.language)]
