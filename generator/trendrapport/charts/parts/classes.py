"""Amounts in a few classes with round limits, for kinds that show amounts by colour."""

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

CROWDED = 0.7
"""The part of all amounts that is too many for one of equally wide classes."""

MISSING = "\u2013"
"""The text for a missing amount."""

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
        """The name of each class: minder dan 10 %, 10 tot 20 %, 20 % of meer."""
        texts = [amounts.round_text(limit) for limit in self.limits]
        if not texts:
            return [notation.ALL.of(amounts.plan.theme.language)]
        names = [_BELOW.filled(high=texts[0])]
        names += [_BETWEEN.filled(low=amounts.bare(low), high=high) for low, high in pairwise(texts)]
        names.append(_FROM.filled(low=texts[-1]))
        return [name.of(amounts.plan.theme.language) for name in names]


@dataclass(frozen=True)
class Shades:
    """Classes and their colours on the theme's scale, from little to much."""

    classes: Classes
    amounts: Amounts
    plan: Plan

    def colour(self, amount: float | None) -> str:
        """The colour of an amount; of a missing one that of paper."""
        if amount is None:
            return self.plan.theme.paper
        return self.plan.theme.scale[self._step(self.classes.of(amount))]

    def ink(self, amount: float | None) -> str:
        """The colour of text on that."""
        if amount is None:
            return self.plan.theme.soft
        return self.plan.theme.on_scale(self._step(self.classes.of(amount)))

    def entries(self, *, missing: bool) -> list[tuple[str, str]]:
        """The name and colour of each class for the key, and that of missing amounts."""
        theme, names = self.plan.theme, self.classes.names(self.amounts)
        found = [(name, theme.scale[self._step(index)]) for index, name in enumerate(names)]
        if missing:
            found.append((f"{MISSING} {notation.NO_DATA.of(theme.language)}", theme.paper))
        return found

    def _step(self, index: int) -> int:
        """The step of the scale for a class: fewer classes have colours as far apart as possible."""
        return round(index * 4 / max(1, len(self.classes.limits)))


def classes(amounts: Iterable[float | None], most: int) -> Classes:
    """At most that many classes: equally wide, or equally full if most amounts would be in the lowest."""
    known = sorted(amount for amount in amounts if amount is not None)
    if not known or known[0] == known[-1]:
        return Classes(())
    equal = _equal(known, most)
    if equal and bisect_right(known, equal[0]) > len(known) * CROWDED:
        return Classes(tuple(_full(known, most)))
    return Classes(tuple(equal))


def _equal(known: Sequence[float], most: int) -> list[float]:
    """Round limits at equal distances."""
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
