"""A cloud of dots by two numbers, with the ends of both scales."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.plan import Plan

WIDTH, HEIGHT = 40, 6
SIGNS = " ·•●"
"""Of no dot, one, a few and more in one position."""


def sketch(plan: Plan, width: int) -> list[str]:
    """The dots from above, and below them what goes from left to right."""
    pairs = _pairs(plan)
    if not pairs:
        return []
    wide = min(WIDTH, width // 2)
    across, up = zip(*pairs, strict=True)
    counts = [[0] * wide for _ in range(HEIGHT)]
    for x, y in pairs:
        row = HEIGHT - 1 - _place(y, min(up), max(up), HEIGHT)
        counts[row][_place(x, min(across), max(across), wide)] += 1
    x_amounts = Amounts(plan, AmountOptions(), "x")
    y_amounts = Amounts(plan, AmountOptions(), "y")
    return [
        f"↑ {plan.column('y').title}: {y_amounts.text(min(up))} – {y_amounts.text(max(up))}",
        *map(_line, counts),
        f"└{'─' * wide}",
        f"→ {plan.column('x').title}: {x_amounts.text(min(across))} – {x_amounts.text(max(across))}",
    ]


def _line(counts: Sequence[int]) -> str:
    return "│" + "".join(map(_sign, counts))


def _pairs(plan: Plan) -> list[tuple[float, float]]:
    """The rows that have both numbers."""
    x, y = plan.column("x").name, plan.column("y").name
    found = []
    for record in plan.records():
        across, up = record[x], record[y]
        if isinstance(across, int | float) and isinstance(up, int | float):
            found.append((float(across), float(up)))
    return found


def _place(amount: float, low: float, high: float, count: int) -> int:
    return round((amount - low) / ((high - low) or 1.0) * (count - 1))


def _sign(count: int) -> str:
    return SIGNS[min(count, len(SIGNS) - 1)]
