"""The page of one entry: what every entry with a text shows, and what its kind adds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from trendrapport.model.addresses import relative
from trendrapport.model.base import Model
from trendrapport.pages.analysis.origin import made
from trendrapport.pages.parts.cards import card
from trendrapport.pages.parts.citable import cite
from trendrapport.pages.parts.corrections import corrections
from trendrapport.pages.parts.entry_text import body
from trendrapport.pages.parts.figure import tables
from trendrapport.pages.parts.people import helpers, writers
from trendrapport.pages.parts.schema_org import article
from trendrapport.pages.parts.sharing import sharing
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

Data = TypeVar("Data", bound=Model)


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
    page = view.path(entry)
    # A page about the report itself is no text to cite.
    cited, files = cite(view, entry, page) if entry.kind != "pages" else (None, {})
    shared = {
        "title": entry.data.title,
        "summary": entry.data.summary,
        "edition": _edition(view, entry, page),
        "writers": writers(view, entry.data.authors, page),
        "helpers": helpers(view, entry.data, page),
        "figures": _figures(view, entry),
        "cited": cited,
        "made": made(view, entry, page),
        "corrections": corrections(entry, view.labels),
        "save": view.name(entry),
        "share": sharing(view, entry.data.title, page),
        "contents": [*view.contents(entry), *ends(view, entry)],
        "sources": view.sources(entry, page),
        "minutes": view.minutes(entry),
        "along": view.along(entry.kind, page),
    }
    return Content(
        shared | context(),
        body(view, entry, page),
        view.within(entry, page) if crumbs is None else crumbs,
        (article(view, entry),),
        files,
    )


def _edition(view: View, entry: Entry[Any], page: str) -> Value | None:
    """The link to the edition of an entry."""
    edition = view.edition_of(entry)
    if edition is None:
        return None
    return {"title": view.edition_title(edition), "href": relative(view.path(edition), page)}


def parts(view: View, there: Mapping[str, object]) -> list[Value]:
    """The lines of a page's contents for its parts, by the name of their label and anchor; without those that
    are empty.
    """
    return [{"title": view.labels(name), "href": f"#{name}"} for name, part in there.items() if part]


def ends(view: View, entry: Entry[Any]) -> list[Value]:
    """The parts with which every page ends."""
    last = "share_page" if entry.kind == "pages" else "cite_this"
    found = {
        "corrections": entry.data.corrections,
        "sources": view.numbers(entry),
        "take_along": view.along(entry.kind, view.path(entry)),
    }
    return [*parts(view, found), {"title": view.labels(last), "href": "#cite"}]


def with_neighbours(
    entries: Sequence[Entry[Data]],
) -> Iterator[tuple[Entry[Data] | None, Entry[Data], Entry[Data] | None]]:
    """Each entry between the one before it and the one after it."""
    padded = [None, *entries, None]
    yield from zip(padded, entries, padded[2:], strict=False)


def _figures(view: View, entry: Entry[Any]) -> list[Value]:
    """The lines of a page's contents for its figures."""
    # Figures stay in the report's own language, also in a translation.
    language = view.report.config.language if view.language else None
    figures = []
    for name in entry.outline.figures:
        chart = view.report.charts.get(name)
        if chart:
            figures.append({"href": f"#figure-{name}", "title": chart.data.title, "language": language})
    return figures
