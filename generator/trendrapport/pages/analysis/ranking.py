"""The ranks of values in an order, and the one in the middle; knows nothing of what they mean."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

FEW = 5
"""Of fewer values the one in the middle says little."""


@dataclass(frozen=True)
class Rank:
    """Where one of several values is in their order: `rank` counts from 1, `of` how many values are known."""

    rank: int
    tied: bool
    """Whether another value is the same."""
    of: int
    missing: int
    """How many more there are whose value is missing."""


def ranks(values: Mapping[str, float | None], *, highest: bool) -> dict[str, Rank]:
    """The rank of each known value, 1 being the highest or the lowest.

    Equal values share the best rank and the next comes as many ranks later (1, 2, 2, 4: standard competition
    ranking). What is missing has no rank and takes none.
    """
    known = sorted(_known(values.values()))
    missing = len(values) - len(known)
    found: dict[str, Rank] = {}
    for name, value in values.items():
        if value is not None:
            found[name] = _rank(value, known, missing, highest=highest)
    return found


def _rank(value: float, known: list[float], missing: int, *, highest: bool) -> Rank:
    first, last = bisect_left(known, value), bisect_right(known, value)
    better = len(known) - last if highest else first
    return Rank(better + 1, last - first > 1, len(known), missing)


def middle(values: Iterable[float | None]) -> float | None:
    """The median of the known values; None when there are fewer than `FEW`."""
    known = _known(values)
    if len(known) < FEW:
        return None
    return median(known)


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]
