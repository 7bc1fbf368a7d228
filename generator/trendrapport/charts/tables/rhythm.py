"""How often values come: which moments of a chart follow each other, and which are missing between two of
them.

The rhythm is that of the whole chart: when some series has a value each year, a year that another one lacks
is a gap in that one. It is the shortest distance between two moments, so figures of every fifth year have no
gaps. If most distances are longer, as those of a survey held in 1995, 2000, 2005 and 2006, there is no
rhythm: the moments of the table are all there are. Days come as regularly as most of them do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from math import gcd
from statistics import median
from typing import cast

from trendrapport.model.charts import FieldType, Scalar
from trendrapport.model.periods import SORTS, PeriodSort, at, period

LIKE, LATE, REGULAR = 0.15, 1.5, 0.5
"""Days are regular when at least half of the distances (`REGULAR`) are within `LIKE` of the usual one; a
distance `LATE` times as long is a gap. Periods are when at least half of the distances are the shortest.
"""
DAILY = 4
"""Figures of working days have weekends between them, which are no gaps."""
LONGEST = 40
"""A series of more bars than these has its gaps left out rather than shown."""
TWO = 2
MOST = 1_000
"""More missing periods than these are not counted one by one."""


@dataclass(frozen=True)
class Rhythm:
    """The distance at which moments of a chart follow each other; 0 when they have none."""

    sort: FieldType
    step: float
    unit: int = 1
    """The largest distance of which all others are multiples."""

    def joined(self, before: Scalar, after: Scalar) -> bool:
        """Whether no moment is missing between two."""
        return not self.step or ordinal(after, self.sort) - ordinal(before, self.sort) <= self.step

    def evenly(self, keys: Iterable[Scalar]) -> bool:
        """Whether each of these follows the one before."""
        if not self.step:
            return True
        return all(after - before <= self.step for before, after in pairwise(_ordinals(keys, self.sort)))

    def missing(self, keys: Collection[Scalar]) -> list[Scalar]:
        """The periods between the first and the last of these that are not among them."""
        if not self.step or self.sort not in SORTS | {"integer"}:
            return []
        known = map(int, _ordinals(keys, self.sort))
        gaps = [(before, after) for before, after in pairwise(known) if after - before > self.step]
        absent = [range(before + self.unit, after, self.unit) for before, after in gaps]
        if sum(map(len, absent)) > MOST:
            return []
        return [_named(index, self.sort) for index in chain.from_iterable(absent)]

    def whole(self, keys: Collection[Scalar]) -> list[Scalar]:
        """All of these in order of time, and the periods that are missing between them."""
        return sorted([*keys, *self.missing(keys)], key=lambda key: ordinal(key, self.sort))


def every(keys: Sequence[Scalar], sort: FieldType) -> list[Scalar]:
    """The positions of vertical bars: periods in order, with those that are missing as long as that leaves
    the series readable.
    """
    if sort not in SORTS:
        return list(keys)
    whole = pace_of_bars(keys, sort).whole(keys)
    if len(whole) <= LONGEST:
        return whole
    return sorted(keys, key=lambda key: ordinal(key, sort))


def pace_of_bars(keys: Sequence[Scalar], sort: FieldType) -> Rhythm:
    """That of bars, which stand at equal distances: the shortest, also if most others are longer; of two
    years alone, those between have a bar as well.
    """
    found = _closest(_steps(keys, sort), sort)
    if sort == "year" and len(set(keys)) == TWO and found.step:
        return Rhythm(sort, 1)
    return found


def rhythm(keys: Iterable[Scalar], sort: FieldType) -> Rhythm:
    """That of the moments in a column of this type."""
    steps = _steps(keys, sort)
    found = _closest(steps, sort)
    longer = sum(step > found.step for step in steps)
    return Rhythm(sort, 0) if longer > len(steps) * REGULAR else found


def _steps(keys: Iterable[Scalar], sort: FieldType) -> list[float]:
    """The distances between moments that follow each other; none for what are no moments."""
    if sort not in SORTS | {"date", "integer"}:
        return []
    return [after - before for before, after in pairwise(_ordinals(keys, sort))]


def _closest(steps: list[float], sort: FieldType) -> Rhythm:
    """The rhythm of the shortest of some distances."""
    if not steps:
        return Rhythm(sort, 0)
    if sort == "date":
        return Rhythm(sort, _of_days(steps))
    return Rhythm(sort, min(steps), gcd(*map(int, steps)))


def neighbours(keys: Sequence[Scalar], sort: FieldType) -> list[list[Scalar]]:
    """These in their order, in groups of which each follows the one before."""
    groups: list[list[Scalar]] = []
    for key in keys:
        if groups and _follows(key, groups[-1][-1], sort):
            groups[-1].append(key)
        else:
            groups.append([key])
    return groups


def _follows(key: Scalar, before: Scalar, sort: FieldType) -> bool:
    """Whether a period is the one after another."""
    return sort in SORTS and key is not None and ordinal(key, sort) == ordinal(before, sort) + 1


def ordinal(key: Scalar, sort: FieldType) -> float:
    """The number of a moment among all of its type."""
    if sort == "date":
        return date.fromisoformat(str(key)).toordinal()
    found = period(key) if sort in SORTS else None
    return found.index if found else float(key or 0)


def _ordinals(keys: Iterable[Scalar], sort: FieldType) -> list[float]:
    """The numbers of some moments, each once, in order."""
    return sorted({ordinal(key, sort) for key in keys if key is not None})


def _of_days(steps: list[float]) -> float:
    """The longest distance between days that is no gap; 0 if days do not come regularly."""
    usual = median(steps)
    if usual <= DAILY or len(steps) == 1:
        return 0
    alike = sum(abs(step - usual) <= usual * LIKE for step in steps)
    return usual * LATE if alike >= len(steps) * REGULAR else 0


def _named(index: int, sort: FieldType) -> Scalar:
    """A missing period as a value of the column."""
    if sort == "integer":
        return index
    found = at(index, cast("PeriodSort", sort))
    return found.year if sort == "year" else found.iso
