"""Straight scales for a kind that places its own marks, and the lines and numbers that show them.

Where Vega lays out the scales they are in `scales`. What is written at a mark is made in `amounts`.
"""

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
    """A scale from `low` to `high` with a mark at each `step`, between two positions."""

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
        """The position of an amount."""
        part = (amount - self.low) / (self.high - self.low)
        return round(self.start + (self.end - self.start) * part, 2)


def axis(values: Iterable[float | None], start: float, end: float, *, zero: bool) -> Axis:
    """A round scale that holds all values between two positions."""
    return Axis(*round_scale(values, zero=zero), start, end)


def upright(axis: Axis, amounts: Amounts, left: float, right: float) -> list[Layer]:
    """Lines across at each mark, the one at 0 or else the lowest stronger, with their amounts on the left."""
    theme, base = amounts.plan.theme, max(axis.low, min(0.0, axis.high))
    rules, texts = list[Row](), list[Row]()
    for mark, text in zip(axis.marks, amounts.marks(axis.marks), strict=True):
        y = axis.at(mark)
        colour = theme.soft if mark == base else theme.line
        rules.append({"x": left, "x2": right, "y": y, "y2": y, "colour": colour})
        texts.append({"x": left - 8, "y": y, "text": text, "colour": theme.soft})
    return [*lines(rules), *words(texts, amounts.plan, "right")]


def level(axis: Axis, amounts: Amounts, top: float, bottom: float) -> list[Layer]:
    """Lines from `top` to `bottom` at each mark, with their amounts below, as many as fit."""
    plan = amounts.plan
    rules, named = list[Row](), list[tuple[float, str]]()
    for mark, text in zip(axis.marks, amounts.marks(axis.marks), strict=True):
        x = axis.at(mark)
        rules.append({"x": x, "x2": x, "y": top, "y2": bottom, "colour": plan.theme.line})
        named.append((x, text))
    return [*lines(rules), *words(under(named, plan, bottom), plan, "center")]


def under(texts: Iterable[tuple[float, str]], plan: Plan, bottom: float) -> list[Row]:
    """Words centred below positions from left to right; any that would touch the one before is left out."""
    rows: list[Row] = []
    free = float("-inf")
    for x, text in texts:
        half = wrapping.width(text, plan.theme.text_size) / 2
        if x - half > free:
            rows.append({"x": x, "y": bottom + 15, "text": text, "colour": plan.theme.soft})
            free = x + half + 6
    return rows
