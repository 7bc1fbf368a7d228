"""The numbers of a chart: scaled, with their decimals and unit, and a round scale that holds them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from trendrapport.charts import notation
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.digits import Digits, digits, divided, rounded, written
from trendrapport.model.base import Model, described
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping


class AmountOptions(Model):
    """The settings that every kind with numbers has."""

    divide_by: float = described(
        "getal waardoor elke waarde gedeeld wordt, zoals 1000000",
        "number by which each value is divided, such as 1000000",
        default=1.0,
        gt=0,
    )
    decimals: int | None = described(
        "aantal decimalen (0, 1 of 2); anders zoals in de tabel",
        ("number of decimals (0, 1 or 2); else as in the table"),
        default=None,
        ge=0,
        le=2,
    )
    unit: str | None = described(
        'eenheid bij elke waarde; anders die van de tabel, en met "" geen',
        ('unit of each value; otherwise that of the table, and with "" none'),
        default=None,
    )


SHORT = 6
"""A unit of the table that is longer stands in words and headings, and would take too much room at each mark.
"""


@dataclass(frozen=True)
class Amounts:
    """How the values of a chart become numbers and text."""

    plan: Plan
    options: AmountOptions
    role: str = "value"
    in_words: bool = False
    """Whether there is room for a unit of any length."""
    parts: bool = False
    """Whether the numbers are percentages of a whole, of which none that is not 0 is told as 0 %, nor one
    short of 100 as that.
    """

    def of(self, value: Scalar) -> float | None:
        """The number to draw, or None for a missing value."""
        return value / self.options.divide_by if isinstance(value, int | float) else None

    def text(self, amount: float | None) -> str:
        """A drawn number as a reader sees it, with its unit; or that it is missing."""
        if amount is None:
            return notation.NO_DATA.of(self.plan.theme.language)
        if self.parts:
            return notation.percentage(amount, self.plan.theme.language, self.digits.usual)
        return self.with_unit(notation.number(amount, self.digits.of(amount), self.plan.theme.language))

    def rounded(self, amount: float) -> float:
        """A drawn number as `text` shows it."""
        whole = self.digits.rounded(amount)
        return rounded(amount, 1) if self.parts and notation.falsely_whole(amount, whole) else whole

    def exact_text(self, amount: float) -> str:
        """The same with one more decimal if it needs that, as the middle of two numbers can."""
        places = min(written(amount), self.digits.of(amount) + 1)
        return self.with_unit(
            notation.number(amount, max(places, self.digits.of(amount)), self.plan.theme.language)
        )

    def round_text(self, amount: float) -> str:
        """A number of a scale, with no more decimals than it has, and its unit."""
        return self.with_unit(self.bare_text(amount))

    def bare_text(self, amount: float) -> str:
        """The same without its unit."""
        return notation.number(amount, written(amount), self.plan.theme.language)

    def marks(self, amounts: Sequence[float]) -> list[str]:
        """The numbers along an axis: with each its sign of percentages, of another unit only with the last."""
        return [
            self.round_text(amount) if self.unit == "%" or amount == amounts[-1] else self.bare_text(amount)
            for amount in amounts
        ]

    @cached_property
    def digits(self) -> Digits:
        """How many decimals each number has."""
        if self.options.decimals is not None:
            return Digits(self.options.decimals, fixed=True)
        names = [column.name for column in self.plan.columns(self.role)]
        found = digits(self.of(record[name]) for record in self.plan.records() for name in names)
        return found if self.options.divide_by == 1 else divided(found)

    def fitting(self, texts: Sequence[str], room: float) -> list[str] | None:
        """Numbers that have so much room each: with their unit, else without, unless it is that of
        percentages; None if neither fits.
        """
        forms = [list(texts)] if self.unit == "%" else [list(texts), [self.bare(text) for text in texts]]
        size = self.plan.theme.text_size
        return next(
            (found for found in forms if all(wrapping.width(text, size) <= room for text in found)), None
        )

    def ends(self, low: float, high: float) -> tuple[str, str]:
        """The text of the outer values of a scale, of which one is the widest on its axis."""
        each, last = self.unit == "%", len(self.unit) <= SHORT
        return self.text(low) if each else self.bare(self.text(low)), self.text(high) if last else self.bare(
            self.text(high)
        )

    @cached_property
    def unit(self) -> str:
        """The declared unit, else that of the table if all columns have one and the same, and the numbers are
        those of the table.
        """
        if self.options.unit is not None:
            return self.options.unit
        units = {column.unit or "" for column in self.plan.columns(self.role)}
        unit = units.pop() if len(units) == 1 else ""
        if unit == "%":
            return unit
        return unit if self.options.divide_by == 1 and (self.in_words or len(unit) <= SHORT) else ""

    @property
    def shares(self) -> Amounts:
        """The same as percentages of a whole."""
        return replace(self, options=AmountOptions(decimals=self.options.decimals or 0, unit="%"), parts=True)

    @property
    def affixes(self) -> tuple[str, str]:
        """What stands before and behind a number."""
        return notation.affixes(self.unit, self.plan.theme.language)

    def with_unit(self, text: str) -> str:
        """A number in words with its unit."""
        return notation.with_unit(text, self.unit, self.plan.theme.language)

    @property
    def apart(self) -> Amounts:
        """The same without a unit, for a scale that has it in its name."""
        return replace(self, options=self.options.model_copy(update={"unit": ""}))

    def bare(self, text: str) -> str:
        """A text without the unit."""
        before, after = self.affixes
        return text.replace(before, "", 1).removesuffix(after) if before else text.removesuffix(after)


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


def scale_marks(low: float, high: float, step: float) -> list[float]:
    """The round amounts from one end of a scale to the other, however small they are."""
    places = 9 - min(0, math.floor(math.log10(step)))
    return [round(low + step * index, places) for index in range(round((high - low) / step) + 1)]


def round_step(rough: float) -> float:
    """The first of 1, 2, 2.5, 5, 10, 20, ... that is not below a positive amount."""
    size: float = 10.0 ** math.floor(math.log10(rough))
    return next(part * size for part in (1, 2, 2.5, 5, 10) if part * size >= rough * 0.999)
