"""Terms in plain language, by letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from trendrapport.entries.glossary import Term
from trendrapport.report import Entry
from trendrapport.schema_org import terms
from trendrapport.view import Page, Value, View

PATH = "glossary.html"


def pages(view: View) -> Iterator[Page]:
    """`glossary.html`."""
    found = sorted(view.report.of(Term), key=lambda one: _plain(one.data.term))
    if found:
        letters = [{"letter": letter, "terms": [_shown(view, one) for one in group]}
                   for letter, group in groupby(found, key=lambda one: _plain(one.data.term)[0].upper())]
        yield view.overview(PATH, "glossary", letters=letters,
                            about=(terms(view, view.address(PATH), ((one.slug, one.data.term, one.data.definition) for one in found)),))


def _plain(term: str) -> str:
    return unicodedata.normalize("NFKD", term).encode("ascii", "ignore").decode().casefold() or "#"


def _shown(view: View, entry: Entry[Term]) -> Value:
    data = entry.data
    see = [{"title": other.data.term, "href": f"#{other.slug}"} for slug in data.see
           if (other := view.report.get(Term, slug))]
    return {"slug": entry.slug, "term": data.term, "definition": data.definition, "also": list(data.also), "see": see,
            "source": data.source and view.source(data.source, PATH)}
