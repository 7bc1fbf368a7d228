"""The numbers of a chart: scaled, with one number of decimals and a unit, and a round scale that holds them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from trendrapport.charts import notation
from trendrapport.charts.declaration import Scalar
from trendrapport.charts.plan import Plan
from trendrapport.model import Model, described


class AmountOptions(Model):
    """The settings that every kind with numbers has."""

    divide_by: float = described("getal waardoor elke waarde gedeeld wordt, zoals 1000000",
                                 "number by which each value is divided, such as 1000000", default=1.0, gt=0)
    decimals: int | None = described("aantal decimalen (0, 1 of 2); anders zoals in de tabel",
                                     "number of decimals (0, 1 or 2); else as in the table", default=None, ge=0, le=2)
    unit: str | None = described("eenheid achter elke waarde; % volgt anders uit de tabel",
                                 "unit after each value; otherwise % follows from the table", default=None)


@dataclass(frozen=True)
class Amounts:
    """How the values of a chart become numbers and text."""

    plan: Plan
    options: AmountOptions
    role: str = "value"

    def of(self, value: Scalar) -> float | None:
        """The number to draw, or None for a missing value."""
        return value / self.options.divide_by if isinstance(value, int | float) else None

    def text(self, amount: float | None) -> str:
        """A drawn number as a reader sees it, with its unit; or that it is missing."""
        if amount is None:
            return notation.NO_DATA.of(self.plan.theme.language)
        return notation.number(amount, self.decimals, self.plan.theme.language) + self.suffix

    def round_text(self, amount: float) -> str:
        """A number of a scale, with no more decimals than it has, and its unit."""
        places = notation.decimals([float(amount)])
        return notation.number(amount, places, self.plan.theme.language) + self.suffix

    @cached_property
    def decimals(self) -> int:
        """How many decimals each number has."""
        if self.options.decimals is not None:
            return self.options.decimals
        if self.options.divide_by != 1:
            return 1
        names = [field.name for field in self.plan.columns(self.role)]
        return notation.decimals(record[name] for record in self.plan.records() for name in names)

    def ends(self, low: float, high: float) -> tuple[str, str]:
        """The text of the outer values of a scale, of which one is the widest on its axis."""
        return self.text(low), self.text(high)

    @cached_property
    def unit(self) -> str:
        """The declared unit, else % if all columns have that, else nothing."""
        if self.options.unit is not None:
            return self.options.unit
        return "%" if all(field.unit == "%" for field in self.plan.columns(self.role)) else ""

    @property
    def suffix(self) -> str:
        """The unit as it is attached to a number."""
        return notation.suffix(self.unit, self.plan.theme.language)


def round_scale(values: Iterable[float | None], *, zero: bool = True) -> tuple[float, float, float]:
    """The lowest and highest value of a scale that holds all values, and the distance between its marks."""
    known = [value for value in values if value is not None] or [0.0]
    low, high = min(known), max(known)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    step = round_step((high - low or abs(high) or 1.0) / 5)
    bottom, top = math.floor(low / step), math.ceil(high / step)
    # A scale has a length, also when there is one value or none.
    return bottom * step, max(top, bottom + 1) * step, step


def round_step(rough: float) -> float:
    """The first of 1, 2, 2.5, 5, 10, 20, ... that is not below a positive amount."""
    size: float = 10.0 ** math.floor(math.log10(rough))
    return next(part * size for part in (1, 2, 2.5, 5, 10) if part * size >= rough * 0.999)
