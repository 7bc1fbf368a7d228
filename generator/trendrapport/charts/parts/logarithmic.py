"""A scale on which each step is as many times as much as the one before: from 1 to 10 is as far as from 10 to
100.

    options:
      logarithmic: true

Use it for values of very different sizes, or to show that growth keeps its pace: then a line is straight.
`lines` can have it, and `scatter`, which has `x_logarithmic` too. A footnote explains it to readers. All
values must be above 0. Bars and areas cannot have it: their length is counted from 0, which such a scale does
not have.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from trendrapport.charts.parts.amounts import SHORT, Amounts
from trendrapport.charts.parts.axes import Axis
from trendrapport.charts.parts.layers import beside
from trendrapport.charts.parts.scales import Scale, unit_above
from trendrapport.model.base import Model, described

if TYPE_CHECKING:
    import altair as alt

FEW = 2
"""If values differ more than so many powers of ten, only whole ones have a mark."""
MOST = 8
"""The most marks of whole powers; of more, some are left out."""
SMALLEST, LARGEST = 1e-300, 1e300
"""No scale needs to go further, and computers cannot."""
PLACES = 9
"""The decimals of logarithms: enough to tell any two marks apart."""


class LogOptions(Model):
    """The settings of every kind that can have such a scale."""

    logarithmic: bool = described(
        "logaritmische schaal: van 1 naar 10 is even ver als van 10 naar 100",
        "logarithmic scale: from 1 to 10 is as far as from 10 to 100",
        default=False,
    )


def log(amount: float) -> float:
    """The logarithm of an amount above 0."""
    return round(math.log10(amount), PLACES)


def log_marks(values: Iterable[float | None]) -> list[float]:
    """Round amounts that hold all values, which are above 0: powers of ten, or of few of these 1, 2, 5, 10,
    20.
    """
    known = [value for value in values if value is not None] or [1.0, 10.0]
    low, high = max(min(known), SMALLEST), min(max(known), LARGEST)
    lowest, highest = math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 1
    parts = (1, 2, 5) if math.log10(high / low) <= FEW else (1,)
    every = [float(f"{part}e{power}") for power, part in product(range(lowest, highest + 1), parts)]
    first = max(index for index, mark in enumerate(every) if mark <= low)
    last = min(index for index, mark in enumerate(every) if mark >= high)
    marks = every[first : max(last, first + 1) + 1]
    step = math.ceil(len(marks) / MOST)
    if step == 1 or len(parts) > 1:
        return marks
    steps = math.ceil((len(marks) - 1) / step)
    return [float(f"1e{lowest + first + index * step}") for index in range(steps + 1)]


@dataclass(frozen=True)
class LogScale(Scale):
    """Amounts upwards by their logarithms, which `low`, `high` and all positions are."""

    marks: tuple[float, ...] = ()

    def at(self, amount: float) -> float:
        """The logarithm of an amount."""
        return log(amount)

    def y(self, field: str) -> alt.Y:
        """Amounts upwards, with the axis on the left."""
        import altair as alt

        long = len(self.amounts.unit) > SHORT
        texts = (
            [self.amounts.bare_text(mark) for mark in self.marks] if long else self.amounts.marks(self.marks)
        )
        logs = list(map(log, self.marks))
        more: dict[str, Any] = unit_above(self.amounts, self.left) if long else {}
        label = f"{json.dumps(texts)}[indexof({json.dumps(logs)}, datum.value)]"
        axis = alt.Axis(values=logs, tickCount=len(logs), labelExpr=label, **more)
        return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=[self.low, self.high], nice=False))


def log_scale(values: Iterable[float | None], amounts: Amounts) -> LogScale:
    """A scale by logarithms that holds all values."""
    marks = log_marks(values)
    texts = amounts.marks(marks) if len(amounts.unit) <= SHORT else list(map(amounts.bare_text, marks))
    left = beside(texts, amounts.plan)
    return LogScale(log(marks[0]), log(marks[-1]), 1, amounts, left, tuple(marks))


@dataclass(frozen=True)
class LogAxis(Axis):
    """A scale from `low` to `high` by logarithms, between two positions."""

    round_amounts: tuple[float, ...] = ()

    @property
    def marks(self) -> list[float]:
        """The amounts that have a mark."""
        return list(self.round_amounts)

    def at(self, amount: float) -> float:
        """The position of an amount."""
        part = (log(amount) - log(self.low)) / (log(self.high) - log(self.low))
        return round(self.start + (self.end - self.start) * part, 2)


def log_axis(values: Iterable[float | None], start: float, end: float) -> LogAxis:
    """A scale by logarithms that holds all values between two positions."""
    marks = log_marks(values)
    return LogAxis(marks[0], marks[-1], 1, start, end, tuple(marks))
