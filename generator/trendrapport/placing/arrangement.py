"""An order that keeps related things together: a linear arrangement of short length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SWEEPS, MOVES = 60, 12_000
"""How many times all things are moved at most, and about how many times one is: hundreds of things need no
perfect order.
"""
ROUNDING = 1e-9
"""What is lost in rounding is no gain."""

Worth = dict[int, dict[int, float]]
"""By the index of a thing, what it belongs to and how much."""


@dataclass(frozen=True)
class Edge:
    """Two things (by their index) that belong together, and how much (more than 0)."""

    one: int
    two: int
    worth: float


def ordered(count: int, edges: Sequence[Edge]) -> list[int]:
    """The things in the order of least length (distance times worth) that is found.

    The search starts from the order given and from one in which things are near the mean of those they belong
    to; neighbours then change places as long as that shortens it, and the shorter of the two is taken. Where
    it does not matter, things stay in the order given.
    """
    worth: Worth = {index: {} for index in range(count)}
    for edge in edges:
        worth[edge.one][edge.two] = worth[edge.two][edge.one] = edge.worth
    given = list(range(count))
    found = [_swapped(given, worth), _swapped(_gathered(given, worth), worth)]
    return min(found, key=lambda order: round(_length(order, worth), 6))


def _ranks(order: Sequence[int]) -> dict[int, int]:
    return {index: rank for rank, index in enumerate(order)}


def _length(order: Sequence[int], worth: Worth) -> float:
    return sum(_lengths(_ranks(order), worth))


def _lengths(rank: dict[int, int], worth: Worth) -> Iterator[float]:
    for one, others in worth.items():
        for two, value in others.items():
            yield abs(rank[one] - rank[two]) * value


def _sweeps(order: Sequence[int]) -> int:
    return min(SWEEPS, 1 + MOVES // max(1, len(order)))


def _gathered(order: list[int], worth: Worth) -> list[int]:
    """The shortest of the orders that arise from moving each thing towards the weighted mean of those it
    belongs to, again and again.
    """
    weights = {index: sum(others.values()) for index, others in worth.items()}
    tried = [order]
    for _ in range(_sweeps(order)):
        tried.append(_by_mean(tried[-1], worth, weights))
    return min(tried, key=lambda one: _length(one, worth))


def _by_mean(order: list[int], worth: Worth, weights: dict[int, float]) -> list[int]:
    """The things by the mean of what they belong to."""
    rank = _ranks(order)
    means = {index: _mean(index, worth[index], weights[index], rank) for index in order}
    return sorted(order, key=lambda index: (means[index], index))


def _mean(index: int, others: dict[int, float], weight: float, rank: dict[int, int]) -> float:
    """Halfway between a thing's rank and the mean of what it belongs to."""
    if not others:
        return rank[index]
    mean = sum(value * rank[other] for other, value in others.items()) / weight
    return round((rank[index] + mean) / 2, 9)


def _swapped(order: list[int], worth: Worth) -> list[int]:
    """The order after neighbours changed places as long as that shortens it."""
    order = list(order)
    for _ in range(_sweeps(order)):
        if not _sweep(order, worth):
            break
    return order


def _sweep(order: list[int], worth: Worth) -> bool:
    """Swaps each two neighbours once if that shortens the order; whether any were."""
    moved = False
    rank = _ranks(order)
    for at in range(len(order) - 1):
        left, right = order[at], order[at + 1]
        # Only what lies outside the two counts: the distance between themselves stays the same.
        gain = _pull(worth[left], rank, at, right) - _pull(worth[right], rank, at, left)
        if gain > ROUNDING:
            order[at], order[at + 1] = right, left
            rank[left], rank[right] = at + 1, at
            moved = True
    return moved


def _pull(worth: dict[int, float], rank: dict[int, int], at: int, without: int) -> float:
    """How much more of what a thing belongs to comes after it than before it."""
    return sum(value if rank[other] > at else -value for other, value in worth.items() if other != without)
