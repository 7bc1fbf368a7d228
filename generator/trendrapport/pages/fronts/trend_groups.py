"""An edition's trends by category, as its cover page shows them, with what helps readers choose one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.changes import former, status
from trendrapport.pages.parts.shown_radar import CoverRadar
from trendrapport.pages.parts.trend_cards import status_label
from trendrapport.pages.view import Card, Reading, View, Word
from trendrapport.report.report import Entry

DRAWN = ("stance", "horizon")
"""What the front shows of a trend in a way of its own."""


@dataclass(frozen=True)
class Ring:
    """A ring of the radar in small."""

    radius: float
    """Of 10."""
    here: bool
    """Whether the trend is in it."""


class Horizon(Word):
    """A horizon with the radar in small, its outermost ring first."""

    rings: list[Ring]


@dataclass(frozen=True, kw_only=True)
class FrontTrend(Card):
    """A trend as the front of its edition shows it."""

    number: int | None
    """Its number on the radar."""
    categories: list[Word]
    change: str | None
    """What happened to it since the former edition."""
    stance: Word | None
    horizon: Horizon | None
    more: list[Reading]
    """What else the editors say of it on a card."""


@dataclass(frozen=True)
class TrendGroup:
    """The trends of a category."""

    slug: str
    label: str
    explanation: str | None
    trends: list[FrontTrend]


def trend_groups(
    view: View, edition: Entry[Edition], page: str, radar: CoverRadar | None
) -> list[TrendGroup]:
    """The trends of each category that comes first in any; in the order and with the numbers of the radar on
    the same page, if it has one.
    """
    numbers = _numbers(radar)
    trends = sorted(view.trends(edition), key=lambda trend: numbers.get(trend.slug, 0))
    groups: dict[str, list[FrontTrend]] = {name: [] for name in view.report.config.taxonomies.categories}
    for trend in trends:
        shown = _shown(view, trend, edition, page, numbers)
        groups[trend.data.categories[0]].append(shown)
    return [
        TrendGroup(**view.term("categories", name), trends=found) for name, found in groups.items() if found
    ]


def _numbers(radar: CoverRadar | None) -> Mapping[str, int]:
    """The number of each trend on the radar."""
    if radar is None:
        return {}
    return {mark.slug: mark.number for mark in radar.marks}


def _change(view: View, trend: Entry[Trend], edition: Entry[Edition]) -> str | None:
    """What happened to a trend since the former edition, or from which edition it is."""
    if view.is_carried(trend, edition):
        return view.carried(trend)
    return status_label(view, status(view, trend, former(view, edition)))


def _shown(
    view: View, trend: Entry[Trend], edition: Entry[Edition], page: str, numbers: Mapping[str, int]
) -> FrontTrend:
    card = view.trend_card(trend, page)
    more = [reading for reading in card.readings if reading.field not in DRAWN]
    return FrontTrend(
        title=card.title,
        href=card.href,
        early=card.early,
        language=card.language,
        in_language=card.in_language,
        summary=card.summary,
        save=card.save,
        number=numbers.get(trend.slug),
        categories=card.categories,
        change=_change(view, trend, edition),
        stance=_stance(view, trend.data),
        horizon=_horizon(view, trend.data),
        more=more,
    )


def _stance(view: View, trend: Trend) -> Word | None:
    return view.term("stances", trend.stance) if trend.stance else None


def _horizon(view: View, trend: Trend) -> Horizon | None:
    if trend.horizon is None:
        return None
    return Horizon(**view.term("horizons", trend.horizon), rings=_rings(view, trend))


def _rings(view: View, trend: Trend) -> list[Ring]:
    """A ring for each horizon, the outermost first."""
    names = list(view.report.config.taxonomies.horizons)
    rings = [
        Ring(round(10 * rank / len(names), 1), name == trend.horizon) for rank, name in enumerate(names, 1)
    ]
    return rings[::-1]
