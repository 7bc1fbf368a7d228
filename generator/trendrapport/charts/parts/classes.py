"""Amounts to a few classes with round limits, for kinds that tell amounts by colour."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import Amounts, round_step, scale_marks
from trendrapport.charts.plan import Plan
from trendrapport.diagnostics import Text

ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 10)

MISSING = "\u2013"
"""What stands in the place of a missing amount."""

_BETWEEN = Text(nl="{low} tot {high}", en="{low} to {high}")
_BELOW = Text(nl="minder dan {high}", en="less than {high}")
_FROM = Text(nl="{low} of meer", en="{low} or more")


@dataclass(frozen=True)
class Classes:
    """Amounts in classes; `limits` are the amounts at which the next class starts."""

    limits: tuple[float, ...]

    def of(self, amount: float) -> int:
        """The class of an amount, counted from 0."""
        return bisect_right(self.limits, amount)

    def names(self, amounts: Amounts) -> list[str]:
        """What each class is called: minder dan 10 %, 10 tot 20 %, 20 % of meer."""
        language = amounts.plan.theme.language
        texts = [amounts.round_text(limit) for limit in self.limits]
        if not texts:
            return [notation.ALL.of(language)]
        middle = [
            _BETWEEN.filled(low=amounts.bare(low), high=high).of(language) for low, high in pairwise(texts)
        ]
        return [_BELOW.filled(high=texts[0]).of(language), *middle, _FROM.filled(low=texts[-1]).of(language)]


@dataclass(frozen=True)
class Shades:
    """Classes and their colours on the theme's scale, from little to much."""

    classes: Classes
    amounts: Amounts
    plan: Plan

    def colour(self, amount: float | None) -> str:
        """The colour of an amount; of a missing one that of paper."""
        return (
            self.plan.theme.paper
            if amount is None
            else self.plan.theme.scale[self._step(self.classes.of(amount))]
        )

    def ink(self, amount: float | None) -> str:
        """The colour of text on that."""
        return (
            self.plan.theme.soft
            if amount is None
            else self.plan.theme.on_scale(self._step(self.classes.of(amount)))
        )

    def entries(self, *, missing: bool) -> list[tuple[str, str]]:
        """The name and colour of each class for the key, and of what is missing."""
        names = self.classes.names(self.amounts)
        found = [(name, self.plan.theme.scale[self._step(index)]) for index, name in enumerate(names)]
        none = f"{MISSING} {notation.NO_DATA.of(self.plan.theme.language)}"
        return [*found, (none, self.plan.theme.paper)] if missing else found

    def _step(self, index: int) -> int:
        """Fewer classes than colours take colours as far apart as they can be."""
        return round(index * 4 / max(1, len(self.classes.limits)))


def classes(amounts: Iterable[float | None], most: int) -> Classes:
    """At most so many classes: equally wide, or equally full if most amounts would fall into the lowest."""
    known = sorted(amount for amount in amounts if amount is not None)
    if not known or known[0] == known[-1]:
        return Classes(())
    equal = _equal(known, most)
    crowded = bisect_right(known, equal[0]) > len(known) * 0.7 if equal else False
    return Classes(tuple(_full(known, most) if crowded else equal))


def _equal(known: Sequence[float], most: int) -> list[float]:
    low, high = known[0], known[-1]
    step = round_step((high - low) / most)
    while math.ceil(high / step) - math.floor(low / step) > most:
        step = round_step(step * 1.2)
    first = math.floor(low / step) + 1
    limits = scale_marks(first * step, max(first, math.ceil(high / step)) * step, step)
    return [limit for limit in limits if low < limit <= high][: most - 1]


def _full(known: Sequence[float], most: int) -> list[float]:
    """Round limits that divide the amounts about evenly."""
    parts = [known[len(known) * index // most] for index in range(1, most)]
    limits = dict.fromkeys(_round(part) for part in parts)
    return sorted(limit for limit in limits if known[0] < limit <= known[-1])


def _round(amount: float) -> float:
    """The nearest of the numbers that are easily kept in mind, such as 1500, 25 or 0.4."""
    if not amount:
        return 0.0
    size = 10.0 ** math.floor(math.log10(abs(amount)))
    best = min(ROUND, key=lambda part: abs(part * size - abs(amount)))
    return round(math.copysign(best * size, amount), 9 - min(0, math.floor(math.log10(size))))
