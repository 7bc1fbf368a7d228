"""What is new in an edition since the one before: trends that are new, back, moved or gone."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.model.entries.editions import Edition
from trendrapport.pages.analysis.changes import changes, former, status
from trendrapport.pages.analysis.pairs import Pair, pairs
from trendrapport.pages.overviews.changes import ComparisonLink, compared, link
from trendrapport.pages.view import Link, NamedLink, View, Word
from trendrapport.report.report import Entry

SORTS = ("new", "returned", "nearer", "further", "ended", "gone")
"""The order in which readers see what happened; trends that did not move are no news."""


@dataclass(frozen=True, kw_only=True)
class TrendNews(Link):
    """A trend to which something happened."""

    category: Word
    change: str | None
    """From where to where it moved, or why it ended, in words."""


@dataclass(frozen=True)
class NewsGroup:
    """The trends to which the same happened."""

    title: str
    trends: list[TrendNews]


@dataclass(frozen=True)
class News:
    """What is new since the edition before."""

    former: NamedLink | None
    """None for the first edition."""
    all: ComparisonLink | None
    """The link to the whole comparison."""
    groups: list[NewsGroup]


def edition_news(view: View, edition: Entry[Edition], page: str) -> News | None:
    """The trends of each sort of news and a link to the whole comparison; None where there is nothing to
    compare with.
    """
    older = former(view, edition)
    if older is None:
        return _first(view, edition, page)
    if older not in compared(view, edition):
        return None
    every_change = link(view, edition, older, page)
    return News(view.named_link(older, page), every_change, _groups(view, edition, older, page))


def _first(view: View, edition: Entry[Edition], page: str) -> News | None:
    """The trends that the first edition calls new."""
    new = [Pair(None, trend) for trend in view.trends(edition) if trend.data.new]
    if not new:
        return None
    group = NewsGroup(view.labels("news.new"), [_shown(view, edition, pair, page) for pair in new])
    return News(None, None, [group])


def _groups(view: View, edition: Entry[Edition], older: Entry[Edition], page: str) -> list[NewsGroup]:
    """The trends by what happened to them."""
    by_sort: dict[str, list[TrendNews]] = {}
    for pair in pairs(view, edition, older):
        sort = status(view, pair.new, older) if pair.new else _gone(view, edition, pair)
        if sort in SORTS:
            by_sort.setdefault(sort, []).append(_shown(view, edition, pair, page))
    occurring = [sort for sort in SORTS if sort in by_sort]
    return [NewsGroup(view.labels(f"news.{sort}"), by_sort[sort]) for sort in occurring]


def _gone(view: View, edition: Entry[Edition], pair: Pair) -> str:
    return "ended" if view.ending(pair.trend, edition) else "gone"


def _shown(view: View, edition: Entry[Edition], pair: Pair, page: str) -> TrendNews:
    """A trend as its newest edition calls it; of one that moved, also from where to where, and of one that
    ended the reason.
    """
    ending = None if pair.new else view.ending(pair.trend, edition)
    trend = ending or pair.trend
    change = ending.data.ended if ending else _move(view, pair)
    return TrendNews(**vars(view.link(trend, page)), category=view.categories(trend.data)[0], change=change)


def _move(view: View, pair: Pair) -> str | None:
    """From which ring to which a trend moved, in words."""
    if pair.old is None or pair.new is None:
        return None
    for change in changes(view, pair.old.data, pair.new.data):
        if change.field == view.ring_field:
            return change.sentence
    return None
