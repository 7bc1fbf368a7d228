"""The scales of drawings that Vega lays out: amounts from the foot up, and moments from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trendrapport.charts.parts.amounts import Amounts, round_scale
from trendrapport.charts.parts.layers import amount_axis, beside
from trendrapport.charts.parts.moments import moment_axis, span
from trendrapport.charts.parts.series import Point
from trendrapport.charts.parts.stacks import WHOLE
from trendrapport.charts.plan import Plan

if TYPE_CHECKING:
    import altair as alt


@dataclass(frozen=True)
class Scale:
    """A scale of amounts with round limits."""

    low: float
    high: float
    step: float
    amounts: Amounts
    left: float
    """The room that its numbers take left of the marks."""

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest amount."""
        return self.low, self.high

    def unit(self, height: float) -> float:
        """How many units of the drawing an amount of 1 is high."""
        return height / (self.high - self.low)

    def y(self, field: str) -> alt.Y:
        """Amounts upwards, with the axis on the left."""
        import altair as alt

        axis = alt.Axis(**amount_axis(self.low, self.high, self.step, self.amounts, self.left))
        return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(domain=[self.low, self.high], nice=False))


def amount_scale(values: Iterable[float | None], amounts: Amounts, *, zero: bool = True) -> Scale:
    """A round scale that holds all values."""
    low, high, step = round_scale(values, zero=zero)
    return Scale(low, high, step, amounts, beside(amounts.ends(low, high), amounts.plan))


def share_scale(amounts: Amounts) -> Scale:
    """A scale of percentages of a whole."""
    shares = amounts.shares
    return Scale(0, WHOLE, 25, shares, beside([shares.round_text(WHOLE)], amounts.plan))


def time_x(found: Sequence[Point], plan: Plan) -> alt.X:
    """Moments from left to right, with the axis below."""
    import altair as alt

    scale = alt.Scale(domain=span(found), nice=False)
    return alt.X("x:Q", axis=alt.Axis(**moment_axis(found, plan)), scale=scale)
