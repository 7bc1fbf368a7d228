"""The page of one entry: what every entry with a text shows, and what its kind adds."""

from __future__ import annotations

from typing import Any

from trendrapport.addresses import relative
from trendrapport.meaning import body
from trendrapport.publishable import Status
from trendrapport.report import Entry
from trendrapport.schema_org import article
from trendrapport.view import Page, Value, View


def entry_page(view: View, entry: Entry[Any], section: str = "", crumbs: tuple[Value, ...] | None = None,
               **context: Any) -> Page:  # noqa: ANN401
    """A page from the template of the entry's kind; `context` adds to what every entry shows."""
    page = view.path(entry)
    edition = view.edition_of(entry)
    shared = {
        "title": entry.data.title, "summary": entry.data.summary, "draft": entry.data.status is Status.DRAFT,
        "edition": edition and {"title": view.edition_title(edition), "href": relative(view.path(edition), page)},
        "authors": [view.person(slug)["name"] for slug in entry.data.authors],
        "contents": view.contents(entry), "sources": view.sources(entry, page), "minutes": view.minutes(entry),
    }
    way = crumbs if crumbs is not None else view.within(entry, page)
    return Page(page, entry.kind, entry.data.title, entry.data.summary, section or entry.kind, shared | context,
                body(view, entry, page), way, (article(view, entry),), language=view.language, versions=view.versions(entry),
                edition=view.edition_title(edition) if edition else None)
