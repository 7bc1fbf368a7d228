"""The scales of drawings that Vega lays out: amounts from the foot up, and moments from left to right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trendrapport.charts.parts.amounts import SHORT, Amounts, round_scale, scale_marks
from trendrapport.charts.parts.layers import beside
from trendrapport.charts.parts.moments import moment_axis, span
from trendrapport.charts.parts.series import Point
from trendrapport.charts.parts.stacks import WHOLE
from trendrapport.charts.plan import Plan

if TYPE_CHECKING:
    import altair as alt


AMOUNT = ",.10~f"
"""Vega's notation of amounts, with no more decimals than they have."""


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

    def at(self, amount: float) -> float:
        """The number that stands for an amount in the drawing."""
        return amount

    def place(self, amount: float | None) -> float | None:
        """The same, or None for a missing amount."""
        return None if amount is None else self.at(amount)

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


def amount_axis(
    low: float, high: float, step: float, amounts: Amounts, left: float | None = None
) -> dict[str, Any]:
    """The properties of an axis with round values between two limits; the last has the unit, unless that is
    long: then it is the title.

    The title of a vertical axis, which is `left` in from the edge, is above its numbers.
    """
    marks = scale_marks(low, high, step)
    # Without a count Vega would leave out every other value of more than the usual number.
    axis = {"values": marks, "tickCount": len(marks), "format": AMOUNT}
    if len(amounts.unit) <= SHORT:
        return {**axis, "labelExpr": unit_label(amounts, marks[-1])}
    return {**axis, "labelExpr": unit_label(amounts, None), **unit_above(amounts, left)}


def unit_above(amounts: Amounts, left: float | None) -> dict[str, Any]:
    """A long unit as the title of an axis, which is above its numbers if it is `left` in from the edge."""
    return {"title": amounts.unit, "titleColor": amounts.plan.theme.soft, **_above(left)}


def unit_label(amounts: Amounts, last: float | None) -> str:
    """A Vega expression for the text of a mark: each has its percent sign, but only the last another unit."""
    before, after = amounts.affixes
    with_unit = f"datum.label + {json.dumps(after)}"
    if before:
        with_unit = f"{json.dumps(before)} + {with_unit}"
    if amounts.unit == "%" or not (before or after):
        return with_unit
    if last is None:
        return "datum.label"
    return f"datum.value === {json.dumps(last)} ? {with_unit} : datum.label"


def _above(left: float | None) -> dict[str, Any]:
    """The position of the name of a unit: from the left edge of the drawing on."""
    if left is None:
        return {}
    return {
        "titleAngle": 0,
        "titleAlign": "left",
        "titleAnchor": "start",
        "titleBaseline": "bottom",
        "titleX": 4 - round(left),
        "titleY": -10,
    }
