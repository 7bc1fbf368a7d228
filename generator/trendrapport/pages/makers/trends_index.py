"""All trends of all editions in one list, which readers narrow by what the editors said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import ON_CARDS, Trend
from trendrapport.model.taxonomies import Judged
from trendrapport.pages.analysis.changes import former, status
from trendrapport.pages.parts.edition_index import EditionIndex
from trendrapport.pages.parts.facets import (
    Listed,
    editions,
    item_terms,
    judged,
    judged_terms,
    named,
    narrowing,
    statuses,
    terms,
)
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.trend_cards import status_label
from trendrapport.pages.view import Appearance, Content, Link, Page, TrendCard, View, Word
from trendrapport.report.report import Entry

ORDER = 10
INDEX = EditionIndex("trends", Trend, "trends", sorts=("edition", "title", "impact"), beside=True)


MOST_CARDS = 150
"""Of more texts than this, the list has a line for each trend instead of a card for each text."""


@dataclass(frozen=True, kw_only=True)
class ListedTrend(TrendCard, Listed):
    """A trend in the list of all."""

    edition: str
    impact: str | None
    status: str | None
    """What happened to it since the edition before."""
    tags: list[str]


@dataclass(frozen=True, kw_only=True)
class TrendLine(Link, Listed):
    """A trend in a long list."""

    facts: str
    """What the editors say of it, and its editions."""


class Fold(Word):
    """The trends of a category."""

    lines: list[TrendLine]


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are trends."""
    return INDEX.entrance(view, page)


def pages(view: View) -> Iterator[Page]:
    """`trends.html`, for a report with trends."""
    return INDEX.pages(view, partial(_content, view))


def _content(view: View) -> Content:
    if len(view.report.of(Trend)) > MOST_CARDS:
        return _in_lines(view)
    tags = _tags(view)
    items: dict[str, list[ListedTrend]] = {}
    for edition in view.editions:
        items[edition.slug] = [_listed(view, edition, trend, tags) for trend in view.written(edition)]
    facets = judged(view)
    facets |= {"edition": editions(view), "status": statuses(view), "tag": terms(tags)}
    return INDEX.content(view, items, facets)


def _in_lines(view: View) -> Content:
    """Each trend once, as its newest edition has it, in a line; folded by category."""
    tags = _tags(view)
    groups: dict[str, list[TrendLine]] = {name: [] for name in view.report.config.taxonomies.categories}
    for appearances in view.lineage.values():
        _, newest = appearances[-1]
        groups[newest.data.categories[0]].append(_line(view, appearances, tags))
    folds = []
    for name, lines in groups.items():
        lines.sort(key=lambda line: line.title.casefold())
        folds.append(Fold(**view.term("categories", name), lines=lines))
    every = [line for fold in folds for line in fold["lines"]]
    facets = {**judged(view), "edition": editions(view), "status": statuses(view), "tag": terms(tags)}
    form = narrowing(view, "trends", every, facets, sorts=_sorts(view), search=True, beside=True)
    return Content({"narrowing": form, "groups": [], "folds": [fold for fold in folds if fold["lines"]]})


def _sorts(view: View) -> list[str]:
    """The order of the folds, and by title or impact."""
    impact = Judged.IMPACT in view.report.config.judgement
    return ["category", "title", *(["impact"] if impact else [])]


def _line(view: View, appearances: Sequence[Appearance], tags: Mapping[str, str]) -> TrendLine:
    edition, trend = appearances[-1]
    names = [one.slug for one, _ in reversed(appearances)]
    data, change = trend.data, status(view, trend, former(view, edition))
    facts = [reading.label for reading in view.readings(data, ON_CARDS)]
    return TrendLine(
        **vars(view.link(trend, INDEX.path)),
        facts=" · ".join([*facts, ", ".join(names)]),
        terms=item_terms(
            **judged_terms(view, data),
            edition=names,
            status=[change],
            tag=[tags[tag] for tag in data.tags],
        ),
        order={} if data.impact is None else {"impact": data.impact},
    )


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
