"""All trends of all editions in one list, which readers narrow by what the editors said of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.analysis.changes import former, status
from trendrapport.pages.parts.facets import (
    by_edition,
    editions,
    faceted,
    named,
    narrowing,
    statuses,
    taxonomy,
    terms,
)
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 10
PATH = "trends.html"
TAXONOMIES = {"category": "categories", "horizon": "horizons", "stance": "stances"}


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are trends."""
    return way(view, "trends", PATH, page) if view.report.of(Trend) else None


def pages(view: View) -> Iterator[Page]:
    """`trends.html`, for a report with trends."""
    if view.report.of(Trend):
        yield view.overview(
            PATH,
            "trends_index",
            partial(_content, view),
            title=view.labels("trends"),
            summary=view.labels("trends_intro"),
            section="trends",
        )


def _content(view: View) -> Content:
    names = named(tag for trend in view.report.of(Trend) for tag in trend.data.tags)
    items = {
        edition.slug: [_item(view, edition, trend, names) for trend in view.trends(edition)]
        for edition in view.editions
    }
    every = [item for found in items.values() for item in found]
    facets = {name: taxonomy(view, words) for name, words in TAXONOMIES.items()} | {
        "edition": editions(view),
        "status": statuses(view),
        "tag": terms(names),
    }
    form = narrowing(view, "trends", every, facets, sorts=("edition", "title", "impact"), beside=True)
    return Content({"narrowing": form, "groups": by_edition(view, items, PATH)})


def _item(view: View, edition: Entry[Edition], trend: Entry[Trend], names: dict[str, str]) -> Value:
    data, change = trend.data, status(view, trend, former(view, edition))
    card = view.card(trend, PATH) | {
        "edition": edition.slug,
        "impact": view.labels("impact_of_five", score=data.impact),
        "status": change and change != "unchanged" and view.labels(f"status.{change}"),
        "tags": list(data.tags),
    }
    return faceted(
        card,
        {"impact": data.impact},
        category=data.categories,
        horizon=[data.horizon],
        stance=[data.stance],
        edition=[edition.slug],
        status=[change] if change else [],
        tag=[names[tag] for tag in data.tags],
    )
