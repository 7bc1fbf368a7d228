"""The highest and the lowest of some values, with every category or moment that has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.series import Point
from trendrapport.charts.words.footnotes import MOST
from trendrapport.diagnostics import Language, Text
from trendrapport.language.labels import Labels

_ENDS = Text(
    nl="hoogste {high} ({top}), laagste {low} ({bottom})",
    en="highest {high} ({top}), lowest {low} ({bottom})",
)
_MORE = Text(nl="{names} en {count} andere", en="{names} and {count} others")
FEW = 3
"""How many places are named when more than `MOST` are tied."""


@dataclass(frozen=True)
class Extremes:
    """The points with the highest value as readers see it, and those with the lowest."""

    highest: tuple[Point, ...]
    lowest: tuple[Point, ...]
    words: Text


def extremes(points: Sequence[Point], amounts: Amounts, name: Callable[[Point], str]) -> Extremes:
    """Those of some known values; `name` gives the name of its place."""
    language = amounts.plan.theme.language
    values = [point.amount or 0.0 for point in points]
    high, low = amounts.text(max(values)), amounts.text(min(values))
    highest, lowest = _shown_as(high, points, amounts), _shown_as(low, points, amounts)
    top, bottom = listed(map(name, highest), language), listed(map(name, lowest), language)
    return Extremes(highest, lowest, _ENDS.filled(high=high, top=top, low=low, bottom=bottom))


def _shown_as(text: str, points: Sequence[Point], amounts: Amounts) -> tuple[Point, ...]:
    """The points of which readers see this value."""
    return tuple(point for point in points if amounts.text(point.amount) == text)


def listed(found: Iterable[str], language: Language) -> str:
    """Names in a sentence: a, b en c; the first few of many."""
    names = list(found)
    if len(names) <= MOST:
        return Labels(language).listed(names)
    return _MORE.filled(names=", ".join(names[:FEW]), count=len(names) - FEW).of(language)


def at_start(name: str) -> str:
    """A name at the start of a sentence; one that is written in a way of its own, as node.js and iDEAL are,
    keeps its small letter.
    """
    first, *_ = name.split(" ", 1)
    own_way = re.search(r"[A-Z]|[._]\w", first[1:])
    return name if own_way else f"{name[:1].upper()}{name[1:]}"
