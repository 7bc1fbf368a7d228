"""Answers in their order to those left of a middle, in it, and right of it; knows no drawing library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trendrapport.charts.parts.series import Point
from trendrapport.model.charts import Scalar

HALF = 0.5


@dataclass(frozen=True)
class Sides:
    """Answers from left to right."""

    left: list[str]
    middle: list[str]
    right: list[str]

    @property
    def all(self) -> list[str]:
        """Every answer, from left to right."""
        return [*self.left, *self.middle, *self.right]

    def part_on_left(self, answer: str) -> float:
        """How much of an answer lies left of the middle: all, half or nothing."""
        if answer in self.middle:
            return HALF
        return float(answer in self.left)


def sides(answers: Sequence[str], neutral: Sequence[str | int] = ()) -> Sides:
    """Those before and after the neutral answers; without any, the middle of an odd number is neutral."""
    names, wanted = list(answers), set(map(str, neutral))
    at = [place for place, name in enumerate(names) if name in wanted]
    if at:
        return Sides(names[: at[0]], names[at[0] : at[-1] + 1], names[at[-1] + 1 :])
    half = len(names) // 2
    return Sides(names[:half], names[half : len(names) - half], names[len(names) - half :])


def sums(found: Sequence[Point], side: Sequence[str]) -> list[Point]:
    """The sum of some series for each key, None where one of them is missing."""
    by_key: dict[Scalar, list[Point]] = {}
    for point in found:
        if point.series in side:
            by_key.setdefault(point.key, []).append(point)
    made = []
    for parts in by_key.values():
        amounts = [part.amount for part in parts]
        whole = None if None in amounts or len(parts) < len(side) else sum(filter(None, amounts))
        made.append(replace(parts[0], amount=whole))
    return made
