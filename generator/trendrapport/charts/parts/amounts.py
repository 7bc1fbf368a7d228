"""The numbers of a chart: scaled, with their decimals and unit, and a round scale that holds them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from trendrapport.charts import notation
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.digits import Digits, digits, divided, rounded, written
from trendrapport.language import units
from trendrapport.model.base import Model, described
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping


class AmountOptions(Model):
    """The settings that every kind with numbers has."""

    divide_by: float = described(
        "getal waardoor elke waarde wordt gedeeld, zoals 1000000",
        "number by which each value is divided, such as 1000000",
        default=1.0,
        gt=0,
    )
    decimals: int | None = described(
        "aantal decimalen (0, 1 of 2); anders zoals in de tabel",
        "number of decimals (0, 1 or 2); otherwise as in the table",
        default=None,
        ge=0,
        le=2,
    )
    unit: str | None = described(
        'eenheid van elke waarde; anders die van de tabel, en met "" geen eenheid',
        'unit of each value; otherwise that of the table, and no unit with ""',
        default=None,
    )


SHORT = 6
"""A unit of the table with more letters is shown in words and headings only: marks have no room for it."""


@dataclass(frozen=True)
class Amounts:
    """The values of a chart as numbers and text."""

    plan: Plan
    options: AmountOptions
    role: str = "value"
    in_words: bool = False
    """Whether there is room for a unit of any length."""
    parts: bool = False
    """Whether the numbers are percentages of a whole, which are not rounded to 0 % or 100 % if they are
    neither.
    """

    def of(self, value: Scalar) -> float | None:
        """The number to draw, or None for a missing value."""
        if not isinstance(value, int | float):
            return None
        return value / self.options.divide_by

    def text(self, amount: float | None) -> str:
        """A drawn number as a reader sees it, with its unit; or words for a missing one."""
        language = self.plan.theme.language
        if amount is None:
            return notation.NO_DATA.of(language)
        if self.parts:
            return notation.percentage(amount, language, self.digits.usual)
        return self.with_unit(notation.number(amount, self.digits.of(amount), language))

    def rounded(self, amount: float) -> float:
        """A drawn number as `text` shows it."""
        whole = self.digits.rounded(amount)
        if self.parts and notation.falsely_whole(amount, whole):
            return rounded(amount, 1)
        return whole

    def exact_text(self, amount: float) -> str:
        """The same with one more decimal if it needs that, as the middle of two numbers can."""
        usual = self.digits.of(amount)
        decimals = max(usual, min(usual + 1, written(amount)))
        return self.with_unit(notation.number(amount, decimals, self.plan.theme.language))

    def round_text(self, amount: float) -> str:
        """A number of a scale, with no more decimals than it has, and its unit."""
        return self.with_unit(self.bare_text(amount))

    def bare_text(self, amount: float) -> str:
        """The same without its unit."""
        return notation.number(amount, written(amount), self.plan.theme.language)

    def marks(self, amounts: Sequence[float]) -> list[str]:
        """The numbers along an axis: each has its percent sign, but only the last any other unit."""
        if self.unit == "%":
            return [self.round_text(amount) for amount in amounts]
        *others, last = amounts
        return [*(self.bare_text(amount) for amount in others), self.round_text(last)]

    @cached_property
    def digits(self) -> Digits:
        """The number of decimals of each amount."""
        if self.options.decimals is not None:
            return Digits(self.options.decimals, fixed=True)
        found = digits(self._all())
        if self.options.divide_by == 1:
            return found
        return divided(found)

    def _all(self) -> Iterator[float | None]:
        """All numbers of the chart, row by row."""
        names = [column.name for column in self.plan.columns(self.role)]
        for record in self.plan.records():
            for name in names:
                yield self.of(record[name])

    def fitting(self, texts: Sequence[str], room: float) -> list[str] | None:
        """Numbers that each fit in the room: with their unit, else without, unless that is the percent sign;
        None if neither fits.
        """
        if self._fit(texts, room):
            return list(texts)
        bare = [self.bare(text) for text in texts]
        if self.unit != "%" and self._fit(bare, room):
            return bare
        return None

    def _fit(self, texts: Sequence[str], room: float) -> bool:
        size = self.plan.theme.text_size
        return all(wrapping.width(text, size) <= room for text in texts)

    def ends(self, low: float, high: float) -> tuple[str, str]:
        """The text of the outer values of a scale, one of which is the widest on its axis."""
        first, last = self.text(low), self.text(high)
        if self.unit != "%":
            first = self.bare(first)
        if len(self.unit) > SHORT:
            last = self.bare(last)
        return first, last

    @cached_property
    def unit(self) -> str:
        """The declared unit, else that of the table if all columns have the same one.

        A unit of the table other than % is left out if it is too long or the numbers are divided.
        """
        if self.options.unit is not None:
            return self.options.unit
        units = {column.unit or "" for column in self.plan.columns(self.role)}
        if len(units) != 1:
            return ""
        unit = units.pop()
        if unit == "%":
            return unit
        short = self.in_words or len(unit) <= SHORT
        return unit if short and self.options.divide_by == 1 else ""

    @property
    def shares(self) -> Amounts:
        """The same as percentages of a whole."""
        options = AmountOptions(decimals=self.options.decimals or 0, unit="%")
        return replace(self, options=options, parts=True)

    @property
    def affixes(self) -> tuple[str, str]:
        """The text before and after a number."""
        return units.affixes(self.unit, self.plan.theme.language)

    def with_unit(self, text: str) -> str:
        """A written number with its unit."""
        return units.with_unit(text, self.unit, self.plan.theme.language)

    @property
    def apart(self) -> Amounts:
        """The same without a unit, for a scale that has it in its name."""
        return replace(self, options=self.options.model_copy(update={"unit": ""}))

    def bare(self, text: str) -> str:
        """A text without the unit."""
        before, after = self.affixes
        if before:
            text = text.replace(before, "", 1)
        return text.removesuffix(after)


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
