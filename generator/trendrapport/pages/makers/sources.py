"""Every source, with the entries that cite it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import cast

from trendrapport.model.entries.sources import CslDate, Source
from trendrapport.model.entries.trends import Trend
from trendrapport.model.shared_fields import Publishable
from trendrapport.pages.parts.facets import (
    Listed,
    Terms,
    editions,
    item_terms,
    known,
    narrowing,
    shared,
    trends,
)
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.parts.uses import Use, uses
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.pages.view.glossary_parts import letter_of
from trendrapport.report.citing import reference
from trendrapport.report.report import Entry

ORDER = 80
PATH = "sources.html"


@dataclass(frozen=True, kw_only=True)
class ListedSource(Listed):
    """A source in the list of all: its reference in parts, its kind and who cites it."""

    id: str
    who: str
    when: str | None
    title: str
    where: str
    address: str | None
    accessed: str | None
    kind: str
    used: list[Use]
    more: str | None
    """How many more texts cite it, in words."""


MANY, NEWEST = 200, 2
"""Of more sources than the first, each names only the newest texts that cite it, and a trend once; they are
folded by letter.
"""


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are sources."""
    if not view.report.of(Source):
        return None
    return way(view, "sources", PATH, page)


def pages(view: View) -> Iterator[Page]:
    """`sources.html`."""
    if view.report.of(Source):
        yield view.overview(PATH, "sources", partial(_content, view))


def _content(view: View) -> Content:
    used, found = _used(view), view.report.of(Source)
    briefly = len(found) > MANY
    listed = (_listed(view, one, used.get(one.slug, []), briefly=briefly) for one in found)
    shown = sorted(listed, key=_alphabetically)
    facets: dict[str, Terms] = {
        "kind": _kinds(view, found),
        "year": _years(found),
        "trend": trends(view),
        "edition": editions(view),
    }
    form = narrowing(view, "sources", shown, facets, search=True, sorts=("author", "title", "year"))
    along = view.along("sources", PATH)
    folds = _by_letter(shown) if briefly else []
    return Content({"sources": shown, "folds": folds, "narrowing": form, "along": along})


def _by_letter(sources: Iterable[ListedSource]) -> list[Value]:
    """The sources by the first letter of the author, else of the title."""
    letters: dict[str, list[ListedSource]] = {}
    for source in sources:
        letters.setdefault(letter_of(source.who or source.title), []).append(source)
    return [_fold(letter, letters[letter]) for letter in sorted(letters)]


def _fold(letter: str, sources: list[ListedSource]) -> Value:
    return {"letter": letter, "sources": sources, "shared": shared(sources)}


def _alphabetically(source: ListedSource) -> tuple[str, str]:
    """By author, else by title."""
    return (source.who or source.title).casefold(), source.title.casefold()


def _kinds(view: View, sources: Iterable[Entry[Source]]) -> Terms:
    """The kinds of sources that there are, by what readers call them."""
    kinds = {one.data.type: view.labels(f"source_kinds.{one.data.type}") for one in sources}
    return dict(sorted(kinds.items(), key=lambda one: one[1]))


def _years(sources: Iterable[Entry[Source]]) -> Terms:
    """The years in which sources appeared, the newest first."""
    years = {_year(one.data) or "" for one in sources}
    return {year: year for year in sorted(years, reverse=True) if year}


def _newest(view: View, used: list[Entry[Publishable]]) -> list[Entry[Publishable]]:
    """The texts that cite a source, the newest edition first, each trend once."""
    ranks = {edition.slug: rank for rank, edition in enumerate(view.editions)}
    newest = sorted(used, key=lambda entry: ranks.get(entry.edition or "", len(ranks)))
    found: dict[tuple[str, str], Entry[Publishable]] = {}
    for entry in newest:
        name = view.identity(entry.slug) if isinstance(entry.data, Trend) else entry.source.path
        found.setdefault((entry.kind, name), entry)
    return list(found.values())


def _listed(
    view: View, source: Entry[Source], used: list[Entry[Publishable]], *, briefly: bool
) -> ListedSource:
    year = _year(source.data)
    trends = [entry.slug for entry in used if isinstance(entry.data, Trend) and not briefly]
    texts = _newest(view, used) if briefly else used
    named = texts[:NEWEST] if briefly else texts
    rest = len(texts) - len(named)
    return ListedSource(
        **reference(source.data, view.labels),
        kind=view.labels(f"source_kinds.{source.data.type}"),
        used=uses(view, named, PATH),
        more=view.labels("and_more", count=rest) if rest else None,
        terms=item_terms(
            kind=[source.data.type],
            year=[year],
            trend=known(view, trends),
            edition=[entry.edition for entry in used],
        ),
        order={"year": year or ""},
    )


def _year(source: Source) -> str | None:
    """The year in which a source appeared, also where its date is in words."""
    issued = source.issued
    if not isinstance(issued, CslDate):
        return issued[:4] if issued else None
    if issued.date_parts:
        return str(issued.date_parts[0][0])
    found = re.search(r"\b[12][0-9]{3}\b", issued.literal or "")
    return found[0] if found else None


def _used(view: View) -> dict[str, list[Entry[Publishable]]]:
    """The entries that cite each source."""
    used: dict[str, list[Entry[Publishable]]] = {}
    for entry in view.report.entries:
        if isinstance(entry.data, Publishable):
            for key in view.numbers(entry):
                used.setdefault(key, []).append(cast("Entry[Publishable]", entry))
    return used
