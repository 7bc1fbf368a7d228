"""What a list can be narrowed by, searched in and sorted on, as plain values for its page;
`pages/scripts/filters.js` does it.

An item of a list has `terms`, the names that it has of each facet, and `order`, what it can be sorted on.
Without a script
the whole list stands there, in the order of the editors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from trendrapport.model.addresses import slug_of
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.analysis.changes import STATUSES
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry

Terms = Mapping[str, str]
"""The terms of a facet, in the order in which they stand: the name in an address, and what readers see."""

BOXES = 8
"""So many terms can stand below each other; of more, readers choose one from a list."""


def faceted(item: Value, order: Mapping[str, object] | None = None, **terms: Iterable[str]) -> Value:
    """An item of a list with the names that it has of each facet, and what it can be sorted on."""
    return item | {
        "terms": {facet: list(dict.fromkeys(names)) for facet, names in terms.items()},
        "order": dict(order or {}),
    }


def narrowing(
    view: View,
    kind: str,
    items: Sequence[Value],
    facets: Mapping[str, Terms],
    *,  # noqa: PLR0913
    sorts: Sequence[str] = (),
    search: bool = False,
    beside: bool = False,
) -> Value | None:
    """The form of a list of a kind (a name in the labels `shown`): facets of which there is more than one
    term, search and sorting.

    `sorts` are the orders, the first of them the list's own; `beside` puts the form at the side of the list,
    where short facets are
    boxes of which more than one can be chosen. None when there is nothing to choose.
    """
    found = [
        facet for name, terms in facets.items() if (facet := _facet(view, name, terms, items, beside=beside))
    ]
    if len(items) < 2 or not (found or search or sorts):  # noqa: PLR2004
        return None
    return {
        "count": view.labels(f"shown.{kind}"),
        "none": view.labels("shown_none"),
        "facets": found,
        "beside": beside,
        "sorts": [
            {"name": "" if place == 0 else name, "label": view.labels(f"sorts.{name}")}
            for place, name in enumerate(sorts)
        ],
        "search": view.labels("search_list") if search else None,
    }


def _facet(view: View, name: str, terms: Terms, items: Sequence[Value], *, beside: bool) -> Value | None:
    counts = Counter(term for item in items for term in item["terms"].get(name, ()))
    options = [
        {"name": term, "label": label, "count": counts[term]} for term, label in terms.items() if counts[term]
    ]
    if len(options) < 2:  # noqa: PLR2004
        return None
    return {
        "name": name,
        "title": view.labels(f"facets.{name}"),
        "options": options,
        "boxes": beside and len(options) <= BOXES,
    }


def taxonomy(view: View, name: str) -> Terms:
    """The terms of a taxonomy in the settings."""
    return {slug: view.term(name, slug)["label"] for slug in getattr(view.report.config.taxonomies, name)}


def editions(view: View) -> Terms:
    """The editions, the newest first."""
    return {edition.slug: edition.slug for edition in view.editions}


def statuses(view: View) -> Terms:
    """What can be said of a trend since the former edition."""
    labels = {name: view.labels(f"status.{name}") for name in STATUSES}
    return {name: f"{label[0].upper()}{label[1:]}" for name, label in labels.items()}


def trends(view: View) -> Terms:
    """The trends by the title that each has in its newest edition, in the order of the alphabet."""
    titles = {name: found[-1][1].data.title for name, found in view.lineage.items()}
    return dict(sorted(titles.items(), key=lambda one: (one[1].casefold(), one[0])))


def known(view: View, slugs: Iterable[str]) -> list[str]:
    """Trends as the terms of that facet: by the name that each is known by."""
    return list(dict.fromkeys(view.identity(slug) for slug in slugs))


def named(texts: Iterable[str]) -> dict[str, str]:
    """A name for an address for each text, one for texts that differ in capitals alone and never one for two
    others; by alphabet.
    """
    found: dict[str, str] = {}
    folded: dict[str, str] = {}
    for text in sorted(set(texts), key=lambda one: (one.casefold(), one)):
        if text.casefold() not in folded:
            folded[text.casefold()] = _free(slug_of(text, "x"), set(folded.values()))
        found[text] = folded[text.casefold()]
    return found


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def terms(names: Mapping[str, str]) -> Terms:
    """Texts and their names (see `named`) as the terms of a facet."""
    found: dict[str, str] = {}
    for text, name in names.items():
        found.setdefault(name, text)
    return found


def by_edition(view: View, items: Mapping[str, Sequence[Value]], page: str) -> list[Value]:
    """The items of each edition (by its name), the newest first, below its title."""
    return [
        _group(view, edition, items[edition.slug], page)
        for edition in view.editions
        if items.get(edition.slug)
    ]


def _group(view: View, edition: Entry[Edition], items: Sequence[Value], page: str) -> Value:
    return view.link(edition, page) | {
        "title": view.edition_title(edition),
        "slug": edition.slug,
        "id": f"edition-{edition.slug}",
        "entries": list(items),
    }
