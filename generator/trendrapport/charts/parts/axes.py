"""Straight scales of amounts as places in units of the drawing, and the lines and numbers that show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trendrapport.charts.parts.amounts import Amounts, round_scale, scale_marks
from trendrapport.charts.parts.canvas import lines, words
from trendrapport.charts.parts.layers import Layer, Row
from trendrapport.charts.plan import Plan
from trendrapport.placing import wrapping


@dataclass(frozen=True)
class Axis:
    """A scale from `low` to `high` with a mark at each `step`, between two places."""

    low: float
    high: float
    step: float
    start: float
    end: float

    @property
    def marks(self) -> list[float]:
        """The amounts that have a mark."""
        return scale_marks(self.low, self.high, self.step)

    def at(self, amount: float) -> float:
        """Where an amount stands."""
        return round(self.start + (self.end - self.start) * (amount - self.low) / (self.high - self.low), 2)


def axis(values: Iterable[float | None], start: float, end: float, *, zero: bool) -> Axis:
    """A round scale that holds all values between two places."""
    return Axis(*round_scale(values, zero=zero), start, end)


def upright(axis: Axis, amounts: Amounts, left: float, right: float) -> list[Layer]:
    """The lines across at each mark, that at 0 or else the lowest stronger, with their amounts on the left."""
    plan, base = amounts.plan, max(axis.low, min(0.0, axis.high))
    rules = [
        {
            "x": left,
            "x2": right,
            "y": axis.at(mark),
            "y2": axis.at(mark),
            "colour": plan.theme.soft if mark == base else plan.theme.line,
        }
        for mark in axis.marks
    ]
    named = zip(axis.marks, amounts.marks(axis.marks), strict=True)
    texts = [
        {"x": left - 8, "y": axis.at(mark), "text": text, "colour": plan.theme.soft} for mark, text in named
    ]
    return [*lines(rules), *words(texts, plan, "right")]


def level(axis: Axis, amounts: Amounts, top: float, bottom: float) -> list[Layer]:
    """A short line at each mark below `bottom` with its amount, as many as fit, and lines up to `top`."""
    plan = amounts.plan
    rules = [
        {"x": axis.at(mark), "x2": axis.at(mark), "y": top, "y2": bottom, "colour": plan.theme.line}
        for mark in axis.marks
    ]
    named = [(axis.at(mark), text) for mark, text in zip(axis.marks, amounts.marks(axis.marks), strict=True)]
    return [*lines(rules), *words(under(named, plan, bottom), plan, "center")]


def under(texts: Iterable[tuple[float, str]], plan: Plan, bottom: float) -> list[Row]:
    """Words centred below places from left to right; those that would touch the one before are left out."""
    rows: list[Row] = []
    free = float("-inf")
    for x, text in texts:
        half = wrapping.width(text, plan.theme.text_size) / 2
        if x - half > free:
            rows.append({"x": x, "y": bottom + 15, "text": text, "colour": plan.theme.soft})
            free = x + half + 6
    return rows
