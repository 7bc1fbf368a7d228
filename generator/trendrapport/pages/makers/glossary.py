"""Terms in plain language, by letter; of many terms each letter has a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from trendrapport.model.addresses import relative
from trendrapport.model.entries.glossary import Term
from trendrapport.pages.browser.data_script import data_script
from trendrapport.pages.parts.facets import Listed, narrowing
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.parts.schema_org import terms
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.pages.view.glossary_parts import LIST as PATH
from trendrapport.pages.view.glossary_parts import SIGN, GlossaryPart, by_alphabet, letter_of
from trendrapport.report.report import Entry

ORDER = 70
MOVED = "glossary/moved.js"
"""On which page each term of a glossary in parts is, for addresses of before it was."""


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
        return letter_of(self.term)


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are terms."""
    if not view.report.of(Term):
        return None
    return way(view, "glossary", PATH, page)


def pages(view: View) -> Iterator[Page]:
    """`glossary.html`, and the page of each part if it has parts."""
    if not view.report.of(Term):
        return
    if not view.glossary_parts:
        yield view.overview(PATH, "glossary", partial(_content, view))
        return
    yield view.overview(
        PATH,
        "glossary_index",
        partial(_index, view),
        title=view.labels("glossary"),
        summary=view.intro("glossary"),
        section="glossary",
    )
    for part in view.glossary_parts:
        title = f"{view.labels('glossary')}: {part.label}"
        yield view.overview(part.path, "glossary", partial(_part, view, part), title=title)


def _content(view: View) -> Content:
    shown = [_listed(view, one, PATH) for one in by_alphabet(view.report.of(Term))]
    letters = [_letter(letter, list(group)) for letter, group in groupby(shown, key=lambda one: one.letter)]
    about = terms(view, view.address(PATH), ((one.slug, one.term, one.definition) for one in shown))
    return Content({**_list(view, shown, letters), "ways": _ways(letters)}, about=(about,))


def _list(view: View, shown: Sequence[ListedTerm], letters: Sequence[Value]) -> Value:
    return {"letters": letters, "narrowing": narrowing(view, "glossary", shown, {}, search=True)}


def _ways(letters: Sequence[Value]) -> list[Value]:
    """The links to the letters of one page."""
    return [{"title": one["letter"], "href": f"#{one['id']}"} for one in letters]


def _index(view: View) -> Content:
    """The way to each part, and to each term for a browser that has an address of before."""
    letters = []
    for letter, group in groupby(view.glossary_parts, key=lambda part: part.letter):
        own = list(group)
        count = sum(len(part.terms) for part in own)
        ways = [{"title": part.label, "href": relative(part.path, PATH)} for part in own]
        letters.append({"id": _anchor(letter), "letter": letter, "count": count, "parts": ways})
    moved: dict[str, object] = {}
    for part in view.glossary_parts:
        moved |= dict.fromkeys((term.slug for term in part.terms), relative(part.path, PATH))
    return Content({"letters": letters}, files={MOVED: data_script("reportTerms", moved).decode()})


def _part(view: View, part: GlossaryPart) -> Content:
    """The terms of a part, with links to the first page of each letter."""
    shown = [_listed(view, one, part.path) for one in part.terms]
    first: dict[str, str] = {}
    for one in view.glossary_parts:
        first.setdefault(one.letter, one.path)
    ways = [{"title": letter, "href": relative(path, part.path)} for letter, path in first.items()]
    return Content(
        {**_list(view, shown, [_letter(part.letter, shown)]), "ways": ways},
        crumbs=view.crumbs(part.path, (view.labels("glossary"), PATH)),
    )


def _anchor(letter: str) -> str:
    return "letter" if letter == SIGN else f"letter-{letter.lower()}"


def _letter(letter: str, entries: list[ListedTerm]) -> Value:
    return {"letter": letter, "id": _anchor(letter), "entries": entries}


def _listed(view: View, entry: Entry[Term], page: str) -> ListedTerm:
    data = entry.data
    return ListedTerm(
        slug=entry.slug,
        term=data.term,
        definition=data.definition,
        also=list(data.also),
        see=[_see(view, other, page) for other in view.entries_named(Term, data.see)],
        source=view.source(data.source, page) if data.source else None,
    )


def _see(view: View, other: Entry[Term], page: str) -> Value:
    return {"title": other.data.term, "href": relative(view.path(other), page)}
