"""Values by name to places in an order; knows neither what the values mean nor how they are told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

FEW = 5
"""Of fewer values the one in the middle says little."""


@dataclass(frozen=True)
class Place:
    """Where one of several values stands: `rank` counts from 1, `of` how many values are known."""

    rank: int
    tied: bool
    """Whether another value is the same."""
    of: int
    missing: int
    """How many more there are whose value is missing."""


def places(values: Mapping[str, float | None], *, highest: bool) -> dict[str, Place]:
    """The place of each known value, 1 being the highest or the lowest.

    Equal values share the best place and the next comes as many places later (1, 2, 2, 4: standard
    competition
    ranking). What is missing has no place and takes none.
    """
    known = sorted(value for value in values.values() if value is not None)
    return {
        name: _place(value, known, len(values) - len(known), highest=highest)
        for name, value in values.items()
        if value is not None
    }


def _place(value: float, known: list[float], missing: int, *, highest: bool) -> Place:
    first, last = bisect_left(known, value), bisect_right(known, value)
    return Place((len(known) - last if highest else first) + 1, last - first > 1, len(known), missing)


def middle(values: Iterable[float | None]) -> float | None:
    """The median of the known values; None when there are fewer than `FEW`."""
    known = [value for value in values if value is not None]
    return median(known) if len(known) >= FEW else None
