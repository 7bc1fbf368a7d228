"""Amounts in bins of one width with round limits; knows no drawing library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.charts.parts.amounts import round_step

FEWEST, MOST = 5, 20


@dataclass(frozen=True)
class Bins:
    """Bins from `low` on, each `step` wide, with the count of amounts in each; the last includes its upper
    limit.
    """

    low: float
    step: float
    counts: tuple[int, ...]

    def limits(self, index: int) -> tuple[float, float]:
        """The lower and upper limit of a bin."""
        digits = 9 - min(0, math.floor(math.log10(self.step)))
        lower, upper = self.low + index * self.step, self.low + (index + 1) * self.step
        return round(lower, digits), round(upper, digits)

    @property
    def high(self) -> float:
        """The upper limit of the last bin."""
        return self.limits(len(self.counts) - 1)[1]


def bins(amounts: Sequence[float], about: int | None, *, whole: bool) -> Bins:
    """Bins, `about` that many or as many as Sturges' rule gives (1 + log2 n; Sturges 1926); for whole numbers
    none is under 1 wide.
    """
    low, high = min(amounts), max(amounts)
    wanted = about or min(MOST, max(FEWEST, 1 + math.ceil(math.log2(len(amounts)))))
    step = _step(low, high, wanted)
    while whole and step != int(step):
        step = round_step(step * 1.1)
    first, last = _index(low, step), _index(high, step)
    on_limit = round(high / step, 9) == last
    # An amount on the last limit belongs to the bin below it, unless each bin is one whole number.
    if on_limit and not (whole and step == 1):
        last -= 1
    count = max(1, last - first + 1)
    counts = [0] * count
    for amount in amounts:
        counts[min(count - 1, _index(amount, step) - first)] += 1
    return Bins(first * step, step, tuple(counts))


def _step(low: float, high: float, wanted: int) -> float:
    """A round width with which about that many bins hold all amounts from `low` to `high`."""
    # Of large amounts a smaller step would be lost in their last digits.
    least = max(abs(low), abs(high)) * 1e-12
    if high > low:
        return round_step(max((high - low) / wanted, least))
    return max(1.0, round_step(least or 1.0))


def _index(amount: float, step: float) -> int:
    """The index of the bin of an amount, counted from 0."""
    return math.floor(round(amount / step, 9))
