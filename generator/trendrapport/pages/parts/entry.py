"""The page of one entry: what every entry with a text shows, and what its kind adds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from trendrapport.model.addresses import relative
from trendrapport.pages.analysis.origin import made
from trendrapport.pages.parts.cards import card
from trendrapport.pages.parts.citable import cite
from trendrapport.pages.parts.entry_text import body
from trendrapport.pages.parts.figure import tables
from trendrapport.pages.parts.people import writers
from trendrapport.pages.parts.schema_org import article
from trendrapport.pages.parts.sharing import sharing
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry


def entry_page(
    view: View,
    entry: Entry[Any],
    context: Callable[[], Value] = dict,
    section: str = "",
    crumbs: tuple[Value, ...] | None = None,
) -> Page:
    """A page from the template of the entry's kind; `context` adds to what every entry shows, and may use no
    other entry's text.
    """
    edition = view.edition_of(entry)
    return Page(
        view.path(entry),
        entry.kind,
        entry.data.title,
        entry.data.summary,
        section or entry.kind,
        partial(_content, view, entry, context, crumbs),
        (entry.source.body, *tables(view, entry.outline.figures)),
        language=view.language,
        versions=view.versions(entry),
        card=card(view, entry),
        edition=view.edition_title(edition) if edition else None,
    )


def _content(
    view: View, entry: Entry[Any], context: Callable[[], Value], crumbs: tuple[Value, ...] | None
) -> Content:
    page, edition = view.path(entry), view.edition_of(entry)
    cited, files = cite(view, entry, page) if entry.kind != "pages" else (None, {})
    shared = {
        "title": entry.data.title,
        "summary": entry.data.summary,
        "edition": edition
        and {"title": view.edition_title(edition), "href": relative(view.path(edition), page)},
        "writers": writers(view, entry.data.authors, page),
        "figures": _figures(view, entry),
        "cited": cited,
        "made": made(view, entry, page),
        "save": view.name(entry),
        "share": sharing(view, entry.data.title, page),
        "contents": [*view.contents(entry), *ends(view, entry)],
        "sources": view.sources(entry, page),
        "minutes": view.minutes(entry),
    }
    way = crumbs if crumbs is not None else view.within(entry, page)
    return Content(shared | context(), body(view, entry, page), way, (article(view, entry),), files)


def parts(view: View, there: dict[str, Any]) -> list[Value]:
    """The parts of a page that are there, by the name of their label and anchor, as what its contents lists."""
    return [{"title": view.labels(name), "href": f"#{name}"} for name, part in there.items() if part]


def ends(view: View, entry: Entry[Any]) -> list[Value]:
    """The parts with which every page ends."""
    last = {"title": view.labels("cite_this" if entry.kind != "pages" else "share_page"), "href": "#cite"}
    return [*parts(view, {"sources": view.numbers(entry)}), last]


def _figures(view: View, entry: Entry[Any]) -> list[Value]:
    language = view.report.config.language if view.language else None
    return [
        {"href": f"#figure-{name}", "title": view.report.charts[name].data.title, "language": language}
        for name in entry.outline.figures
        if name in view.report.charts
    ]
