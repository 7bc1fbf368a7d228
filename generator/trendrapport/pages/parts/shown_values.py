"""What the page of public values shows."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.pages.parts.overview_figure import OverviewFigure
from trendrapport.pages.view import Link, NamedLink, Word


class Head(Word):
    """A value above its column; `broken` has soft hyphens."""

    broken: str
    href: str


@dataclass(frozen=True)
class Count:
    """How often an effect occurs."""

    effect: str
    label: str
    count: int


@dataclass(frozen=True)
class Total(Count):
    """How often an effect occurs, also for each value."""

    counts: list[int]


@dataclass(frozen=True)
class Weighed:
    """What a trend does to a value, and why."""

    effect: str
    label: str
    why: str
    description: str
    href: str


@dataclass(frozen=True)
class WeighedTrend(Weighed):
    """The same in the list of trends of a value."""

    title: str
    edition: str | None
    category: Word


@dataclass(frozen=True, kw_only=True)
class Row(Link):
    """A trend with a cell for each value, None where it has no effect."""

    category: Word
    cells: list[Weighed | None]
    totals: list[Count]


@dataclass(frozen=True)
class Group:
    """The trends of an edition."""

    edition: NamedLink
    rows: list[Row]


class ListedValue(Word):
    """A value, what it means, and the trends that touch it with their reasons."""

    trends: list[WeighedTrend]
    totals: list[Count]


@dataclass(frozen=True)
class Keyed:
    """An effect in the key."""

    effect: str
    label: str


@dataclass(frozen=True)
class Values:
    """The heat map of an edition, or of all editions, the newest first; and each value with its trends and
    their reasons.
    """

    heads: list[Head]
    groups: list[Group]
    several: bool
    totals: list[Total]
    values: list[ListedValue]
    key: list[Keyed]
    figure: OverviewFigure
