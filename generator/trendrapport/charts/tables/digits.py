"""How many decimals numbers have: all those of a column as many as it is written with, and a single odd one
as many as it needs.

Numbers far larger than those that are written with decimals have none of these either: there they say
nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from trendrapport.model.charts import Scalar

MOST = 2
"""More decimals than these say nothing in a report, unless all values lie closer together."""
EXACT = 14
"""The number of digits that were written; further ones come from reckoning, as in 0.1 + 0.2."""
RESIDUE = 1e-12
"""A number smaller than this part of the largest beside it is what a computer loses in reckoning."""
LEAST, PART = 2, 10
"""At least this number of values, and one in this number, must have a decimal to give it to the others."""
BEYOND = 100
"""A number this many times as large as each that is written with decimals gets none from those: 4,810 beside
1.7 and 2.5.
"""


BIG = 1e15
"""A number of this size has no decimals to round."""


@dataclass(frozen=True)
class Digits:
    """The decimals of the numbers of a column."""

    usual: int
    own: Mapping[float, int] = field(default_factory=dict)
    """Those of numbers that are written with more than the others."""
    fixed: bool = False
    """Whether an editor said how many there are, so that no number has others."""
    residue: float = 0.0
    """Numbers below this are 0."""
    telling: int = 0
    """The number of decimals that show two digits of the distance between the numbers."""
    reach: float = math.inf
    """A number of this size or more has no decimals but its own."""

    def of(self, value: float) -> int:
        """The decimals of one number; one that is not 0 is not written as 0."""
        if self.fixed:
            return self.usual
        places = self.own.get(value)
        if places is None:
            places = self._of_reckoned(value)
        is_lost = value != 0 and abs(value) > self.residue and rounded(value, places) == 0
        return significant(value) if is_lost else places

    def _of_reckoned(self, value: float) -> int:
        """The decimals of a number that may be a sum or a mean of those of the column: as many as any of them
        has.
        """
        shared = self.usual if abs(value) < self.reach else 0
        finest = max([self.usual, *self.own.values()])
        return max(shared, min(written(value), finest))

    def rounded(self, value: float) -> float:
        """A number as readers see it."""
        return rounded(value, self.of(value))


def digits(values: Iterable[Scalar]) -> Digits:
    """The decimals of a column of numbers, which have no more than their values are written with."""
    known = [float(value) for value in values if numeric(value) and math.isfinite(value)]
    residue = max(map(abs, known), default=0.0) * RESIDUE
    shown = [value for value in known if abs(value) > residue]
    large = [value for value in shown if rounded(value, MOST) != 0] or shown
    telling = _telling(large)
    most = max(MOST, telling)
    enough = max(LEAST, math.ceil(len(known) / PART))
    usual = most
    while usual and _count_with(large, usual) < enough:
        usual -= 1
    own = {value: min(written(value), most) for value in large if written(value) > usual}
    precise = [abs(value) for value in large if written(value)]
    reach = max(precise, default=math.inf) * BEYOND
    return Digits(usual, own, residue=residue, telling=telling, reach=reach)


def numeric(value: Scalar) -> TypeGuard[int | float]:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def divided(found: Digits) -> Digits:
    """The decimals of numbers that were divided: one, unless they are too close together for that."""
    return Digits(max(1, min(found.usual, found.telling)), residue=found.residue, reach=found.reach)


def _count_with(values: list[float], places: int) -> int:
    """How many values are written with this number of decimals or more."""
    return sum(written(value) >= places for value in values)


def _telling(values: list[float]) -> int:
    """The decimals of two digits of the distance between values, or of a single one."""
    spread = max(values, default=0.0) - min(values, default=0.0) or max(map(abs, values), default=0.0)
    if not spread:
        return 0
    return max(0, 1 - math.floor(math.log10(spread)))


def written(value: float) -> int:
    """How many decimals a number is written with, without zeros at its end."""
    if not value or not math.isfinite(value):
        return 0
    return max(0, -int(Decimal(f"{value:.{EXACT}g}").normalize().as_tuple().exponent))


def significant(value: float) -> int:
    """The decimals up to the second digit that is no zero at the start, or as many as it is written with."""
    return min(written(value), 1 - math.floor(math.log10(abs(value))))


def rounded(value: float, places: int) -> float:
    """A number rounded as readers were taught: a half goes up, away from 0."""
    if abs(value) >= BIG:
        return value
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
