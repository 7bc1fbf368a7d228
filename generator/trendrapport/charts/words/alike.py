"""What is said of several values that are the same, or that readers see as the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.charts.parts.series import Point
from trendrapport.diagnostics import Text

TWO = 2


@dataclass(frozen=True)
class Alike:
    """The words for two values and for more of them, when they are equal and when only rounded they are."""

    both: Text
    both_rounded: Text
    every: Text
    every_rounded: Text

    def words(self, points: Sequence[Point]) -> Text:
        """Those that hold for these points."""
        is_exact = len({point.amount for point in points}) == 1
        if len(points) == TWO:
            return self.both if is_exact else self.both_rounded
        return self.every if is_exact else self.every_rounded
