"""Terms in plain language, by letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from trendrapport.model.addresses import plain
from trendrapport.model.entries.glossary import Term
from trendrapport.pages.parts.facets import faceted, narrowing
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.parts.schema_org import terms
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 70
PATH = "glossary.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are terms."""
    return way(view, "glossary", PATH, page) if view.report.of(Term) else None


def pages(view: View) -> Iterator[Page]:
    """`glossary.html`."""
    if view.report.of(Term):
        yield view.overview(PATH, "glossary", partial(_content, view))


def _content(view: View) -> Content:
    found = sorted(view.report.of(Term), key=lambda one: plain(one.data.term) or "#")
    shown = [_shown(view, one) for one in found]
    letters = [
        {
            "letter": letter,
            "id": f"letter-{letter.lower()}" if letter.isalnum() else "letter",
            "entries": list(group),
        }
        for letter, group in groupby(shown, key=lambda one: (plain(one["term"]) or "#")[0].upper())
    ]
    about = terms(view, view.address(PATH), ((one.slug, one.data.term, one.data.definition) for one in found))
    return Content(
        {"letters": letters, "narrowing": narrowing(view, "glossary", shown, {}, search=True)}, about=(about,)
    )


def _shown(view: View, entry: Entry[Term]) -> Value:
    data = entry.data
    see = [
        {"title": other.data.term, "href": f"#{other.slug}"}
        for slug in data.see
        if (other := view.report.get(Term, slug))
    ]
    return faceted(
        {
            "slug": entry.slug,
            "term": data.term,
            "definition": data.definition,
            "also": list(data.also),
            "see": see,
            "source": data.source and view.source(data.source, PATH),
        }
    )
