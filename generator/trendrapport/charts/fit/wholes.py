"""Amounts that may be parts of a whole, each with its cell in the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.charts.tables.digits import numeric
from trendrapport.language.labels import own_decimals
from trendrapport.model.charts import Scalar


@dataclass(frozen=True)
class Part:
    """A value that may be a part: its name, and the number of its row and its column in the table."""

    name: Scalar
    amount: float
    row: int
    column: str


def amount_of(value: Scalar) -> float | None:
    """The number in a cell; None if there is none."""
    if numeric(value):
        return float(value)
    return None


def rounding(parts: Sequence[Part]) -> float:
    """How far a sum of rounded parts can be from the whole."""
    decimals = max((own_decimals(part.amount) for part in parts), default=0)
    return float(len(parts) * 0.5 * 10**-decimals + 1e-9)
