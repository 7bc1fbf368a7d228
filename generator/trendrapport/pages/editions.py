"""The home page of each edition, and the list of all editions."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.addresses import relative
from trendrapport.cover import cover
from trendrapport.overviews.changes import LIST, compared
from trendrapport.schema_org import report
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/index.html` and `editions.html`."""
    listed = "editions.html"
    for edition in view.editions:
        page = view.path(edition)
        way = view.crumbs(page, (view.labels("editions"), listed))
        yield Page(page, "edition", edition.data.title, edition.data.summary, "editions",
                   {"title": edition.data.title, "cover": cover(view, edition, page)}, None, way, (report(view, edition),),
                   edition=view.edition_title(edition))
    shown = [view.card(edition, listed) | {
        "published": view.labels.date(edition.data.published), "slug": edition.slug,
        "trends": view.labels.count("count_trends", len(view.trends(edition))),
        "interviews": view.labels.count("count_interviews", len(view.interviews(edition))),
    } for edition in view.editions]
    changes = {"href": relative(LIST, listed), "title": view.labels("changes")}
    yield view.overview(listed, "editions", editions=shown, changes=changes if any(compared(view, one) for one in view.editions) else None)
