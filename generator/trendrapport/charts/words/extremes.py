"""The highest and the lowest of some values, with every place that has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.series import Point
from trendrapport.charts.words.footnotes import MOST
from trendrapport.diagnostics import Language, Text
from trendrapport.language.labels import Labels

_ENDS = Text(
    nl="hoogste {high} ({top}), laagste {low} ({bottom})",
    en=("highest {high} ({top}), lowest {low} ({bottom})"),
)
_MORE = Text(nl="{names} en {count} andere", en="{names} and {count} others")
FEW = 3
"""Of so many tied places each is named, of more than `MOST` this many."""


@dataclass(frozen=True)
class Extremes:
    """The points with the highest value as readers see it, and those with the lowest."""

    highest: tuple[Point, ...]
    lowest: tuple[Point, ...]
    words: Text


def extremes(points: Sequence[Point], amounts: Amounts, name: Callable[[Point], str]) -> Extremes:
    """Those of some known values; `name` says where a value stands."""
    language = amounts.plan.theme.language
    top, low = max(point.amount or 0.0 for point in points), min(point.amount or 0.0 for point in points)
    highest, lowest = (
        tuple(point for point in points if amounts.text(point.amount) == amounts.text(end))
        for end in (top, low)
    )
    words = _ENDS.filled(
        high=amounts.text(top),
        top=listed([name(point) for point in highest], language),
        low=amounts.text(low),
        bottom=listed([name(point) for point in lowest], language),
    )
    return Extremes(highest, lowest, words)


def listed(names: Sequence[str], language: Language) -> str:
    """Names in a sentence: a, b en c; the first few of many."""
    if len(names) <= MOST:
        return Labels(language).listed(names)
    return _MORE.filled(names=", ".join(names[:FEW]), count=len(names) - FEW).of(language)
