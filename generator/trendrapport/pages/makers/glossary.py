"""Terms in plain language, by letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from trendrapport.model.addresses import plain
from trendrapport.model.entries.glossary import Term
from trendrapport.pages.parts.facets import Listed, narrowing
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.parts.schema_org import terms
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 70
PATH = "glossary.html"


@dataclass(frozen=True, kw_only=True)
class ListedTerm(Listed):
    """A term of the glossary."""

    slug: str
    term: str
    definition: str
    also: list[str]
    see: list[Value]
    source: Value | None

    @property
    def letter(self) -> str:
        """The letter under which it is listed; a number sign for a term that starts with none."""
        return (plain(self.term) or "#")[0].upper()


MANY = 300
"""Of more terms than this, the letters are folded."""


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are terms."""
    if not view.report.of(Term):
        return None
    return way(view, "glossary", PATH, page)


def pages(view: View) -> Iterator[Page]:
    """`glossary.html`."""
    if view.report.of(Term):
        yield view.overview(PATH, "glossary", partial(_content, view))


def _content(view: View) -> Content:
    found = sorted(view.report.of(Term), key=lambda one: plain(one.data.term) or "#")
    shown = [_listed(view, one) for one in found]
    letters = [_letter(letter, list(group)) for letter, group in groupby(shown, key=lambda one: one.letter)]
    form = narrowing(view, "glossary", shown, {}, search=True)
    if len(shown) > MANY:
        return Content({"letters": letters, "narrowing": form, "folded": True})
    about = terms(view, view.address(PATH), ((one.slug, one.term, one.definition) for one in shown))
    return Content({"letters": letters, "narrowing": form}, about=(about,))


def _letter(letter: str, entries: list[ListedTerm]) -> Value:
    anchor = f"letter-{letter.lower()}" if letter.isalnum() else "letter"
    return {"letter": letter, "id": anchor, "entries": entries}


def _listed(view: View, entry: Entry[Term]) -> ListedTerm:
    data = entry.data
    return ListedTerm(
        slug=entry.slug,
        term=data.term,
        definition=data.definition,
        also=list(data.also),
        see=[_see(other) for other in view.entries_named(Term, data.see)],
        source=view.source(data.source, PATH) if data.source else None,
    )


def _see(other: Entry[Term]) -> Value:
    return {"title": other.data.term, "href": f"#{other.slug}"}
