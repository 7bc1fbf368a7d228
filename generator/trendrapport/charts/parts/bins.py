"""Amounts to bins of one width with round limits; knows no drawing library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.charts.parts.amounts import round_step

FEWEST, MOST = 5, 20


@dataclass(frozen=True)
class Bins:
    """Bins from `low` on, each `step` wide, with how many amounts each holds; the last one holds its upper
    limit too.
    """

    low: float
    step: float
    counts: tuple[int, ...]

    def limits(self, index: int) -> tuple[float, float]:
        """The lower and upper limit of a bin."""
        digits = 9 - min(0, math.floor(math.log10(self.step)))
        return round(self.low + index * self.step, digits), round(self.low + (index + 1) * self.step, digits)

    @property
    def high(self) -> float:
        """The upper limit of the last bin."""
        return self.limits(len(self.counts) - 1)[1]


def bins(amounts: Sequence[float], about: int | None, *, whole: bool) -> Bins:
    """About so many bins, or as many as Sturges' rule gives (1 + log2 n; Sturges 1926); of whole numbers none
    under 1 wide.
    """
    low, high = min(amounts), max(amounts)
    wanted = about or min(MOST, max(FEWEST, 1 + math.ceil(math.log2(len(amounts)))))
    # Of large amounts a smaller step would be lost in their last digits.
    least = max(abs(low), abs(high)) * 1e-12
    step = round_step(max((high - low) / wanted, least)) if high > low else max(1.0, round_step(least or 1.0))
    while whole and step != int(step):
        step = round_step(step * 1.1)
    first, last = math.floor(round(low / step, 9)), math.floor(round(high / step, 9))
    # An amount on the last limit belongs to the bin below it, unless each bin is one whole number.
    single = whole and step == 1
    count = max(1, last - first + (1 if single or round(high / step, 9) != last else 0))
    places = [min(count - 1, math.floor(round(amount / step, 9)) - first) for amount in amounts]
    return Bins(first * step, step, tuple(places.count(index) for index in range(count)))
