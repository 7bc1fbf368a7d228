"""What the page of a radar shows, and what a cover shows of it."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.pages.parts.counts import Counts
from trendrapport.pages.parts.facets import ItemTerms, Narrowing
from trendrapport.pages.parts.overview_figure import OverviewFigure
from trendrapport.pages.parts.radar_figure import RadarMark
from trendrapport.pages.view import Link, NamedLink, Word
from trendrapport.placing.wheel import Drawing


class MarkGroup(Word):
    """The marks of a sector, in its words."""

    marks: list[RadarMark]


@dataclass(frozen=True)
class StripCell:
    """The marks of a sector in a ring: the name of its list in an address, and what that is called."""

    id: str
    label: str
    marks: list[RadarMark]
    shared: ItemTerms
    """What readers can choose by that all of them have alike."""


class Strip(MarkGroup):
    """The same with a cell for each ring."""

    cells: list[StripCell]


@dataclass(frozen=True)
class Strips:
    """A radar without a wheel."""

    rings: tuple[str, ...]
    sectors: list[Strip]


@dataclass(frozen=True)
class KeyForm:
    """A form of marks in the key."""

    form: str
    label: str


@dataclass(frozen=True)
class KeyWords:
    """What a wheel says, and what strips say."""

    wheel: str
    strips: str


@dataclass(frozen=True, kw_only=True)
class Radar:
    """The marks of an edition in reading order, and a drawing of each measure that was asked for."""

    title: str
    paint: str
    """What the names of the colours and shapes of its sectors begin with."""
    words: KeyWords
    marks: list[RadarMark]
    strips: Strips
    sectors: list[Word]
    drawings: list[Drawing]
    """None where there is no room for all marks."""
    former: NamedLink | None
    key: list[KeyForm]
    key_tip: str


@dataclass(frozen=True, kw_only=True)
class GoneTrend(Link):
    """A trend that the former edition had, and why it ended if it did."""

    why: str | None


@dataclass(frozen=True, kw_only=True)
class RadarPage(Radar):
    """The radar's own page: also its list, its filters and all that a figure has."""

    groups: list[MarkGroup]
    many: bool
    """Whether there are so many trends that the list is folded."""
    narrowing: Narrowing | None
    gone: list[GoneTrend]
    figure: OverviewFigure


@dataclass(frozen=True)
class CoverCounts:
    """How many trends a radar has in each cell, for a page that has no room for a mark of each."""

    counts: Counts
    paint: str
    """What the names of the colours of its sectors begin with."""
    near: str
    """Where the trends are that matter soon, in words."""
    href: str
    """The radar's own page."""


@dataclass(frozen=True, kw_only=True)
class CoverRadar(Radar):
    """The radar as another page shows it, with a link to its own."""

    href: str
    beside: bool
    """Whether there is room for it beside a title."""
