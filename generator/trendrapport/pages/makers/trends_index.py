"""All trends of all editions in one list, which readers narrow by what the editors said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.changes import former, status
from trendrapport.pages.parts.edition_index import EditionIndex
from trendrapport.pages.parts.facets import (
    Listed,
    editions,
    item_terms,
    judged,
    judged_terms,
    named,
    statuses,
    terms,
)
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.trend_cards import status_label
from trendrapport.pages.view import Content, Page, TrendCard, View
from trendrapport.report.report import Entry

ORDER = 10
INDEX = EditionIndex("trends", Trend, "trends", sorts=("edition", "title", "impact"), beside=True)


@dataclass(frozen=True, kw_only=True)
class ListedTrend(TrendCard, Listed):
    """A trend in the list of all."""

    edition: str
    impact: str | None
    status: str | None
    """What happened to it since the edition before."""
    tags: list[str]


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are trends."""
    return INDEX.entrance(view, page)


def pages(view: View) -> Iterator[Page]:
    """`trends.html`, for a report with trends."""
    return INDEX.pages(view, partial(_content, view))


def _content(view: View) -> Content:
    tags = _tags(view)
    items: dict[str, list[ListedTrend]] = {}
    for edition in view.editions:
        items[edition.slug] = [_listed(view, edition, trend, tags) for trend in view.written(edition)]
    facets = judged(view)
    facets |= {"edition": editions(view), "status": statuses(view), "tag": terms(tags)}
    return INDEX.content(view, items, facets)


def _tags(view: View) -> dict[str, str]:
    """A name for an address for each tag."""
    tags: set[str] = set()
    for trend in view.report.of(Trend):
        tags.update(trend.data.tags)
    return named(tags)


def _listed(view: View, edition: Entry[Edition], trend: Entry[Trend], tags: dict[str, str]) -> ListedTrend:
    data = trend.data
    change = status(view, trend, former(view, edition))
    return ListedTrend(
        **vars(view.card(trend, INDEX.path)),
        edition=view.short_name(edition),
        impact=view.impact(data),
        status=status_label(view, change),
        tags=list(data.tags),
        terms=item_terms(
            **judged_terms(view, data),
            edition=[edition.slug],
            status=[change],
            tag=[tags[tag] for tag in data.tags],
        ),
        order={} if data.impact is None else {"impact": data.impact},
    )
