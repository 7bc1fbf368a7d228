"""The form with which readers narrow, search and sort a list; `scripts/on_demand/filters.js` does it.

An item of a list has `terms`, the names that it has of each facet, and `order`, what it can be sorted on.
Without a script the whole list is shown, in the order of the editors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from trendrapport.model.addresses import slug_of
from trendrapport.model.entries.trends import Trend
from trendrapport.model.taxonomies import words_of
from trendrapport.pages.analysis.changes import STATUSES
from trendrapport.pages.view import Link, View

Terms = Mapping[str, str]
"""The terms of a facet in their order: the name in an address, and what readers see."""

ItemTerms = dict[str, list[str]]
"""The names that an item has of each facet."""

FACETS = {"categories": "category", "horizons": "horizon", "stances": "stance"}
"""The facet of a taxonomy, by its name in addresses."""

MOST_BOXES = 8
"""The most terms that are shown as boxes; of more, readers choose one from a menu."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """An item of a list that readers can narrow and sort."""

    terms: ItemTerms = field(default_factory=dict)
    order: dict[str, object] = field(default_factory=dict)


def shared(items: Iterable[Listed]) -> ItemTerms:
    """The names that all items of a group have alike, by facet: the group can say them once for all."""
    first, *others = (item.terms for item in items)
    alike = dict(first)
    for one in others:
        alike = {name: terms for name, terms in alike.items() if one.get(name) == terms}
    return alike


class Item(Protocol):
    """What `narrowing` needs of the items of a list."""

    @property
    def terms(self) -> ItemTerms:
        """The names that it has of each facet."""


@dataclass(frozen=True)
class Option:
    """A term that readers can choose."""

    name: str
    label: str
    count: int = 0
    """How many items have it."""


@dataclass(frozen=True)
class Facet:
    """What a list can be narrowed by."""

    name: str
    title: str
    options: list[Option]
    boxes: bool
    """Whether its terms are boxes, so that readers can choose several."""


@dataclass(frozen=True)
class Narrowing:
    """The form of a list."""

    count: str
    none: str
    facets: list[Facet]
    beside: bool
    sorts: list[Option]
    search: str | None


@dataclass(frozen=True, kw_only=True)
class EditionGroup(Link):
    """The items of an edition, below its title."""

    slug: str
    id: str
    entries: list[Item]


def item_terms(**terms: Iterable[str | None]) -> ItemTerms:
    """The names that an item has of each facet, each once; what is None or empty is left out."""
    return {facet: _once(names) for facet, names in terms.items()}


def _once(names: Iterable[str | None]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]


def narrowing(
    view: View,
    kind: str,
    items: Sequence[Item],
    facets: Mapping[str, Terms],
    *,  # noqa: PLR0913
    sorts: Sequence[str] = (),
    search: bool = False,
    beside: bool = False,
) -> Narrowing | None:
    """The form of a list of a kind (a name in the labels `shown`): facets with more than one term, search and
    sorting.

    `sorts` are the orders, the first of them the list's own; `beside` puts the form at the side of the list,
    where short facets are boxes. None when there is nothing to choose.
    """
    if len(items) < 2:  # noqa: PLR2004
        return None
    found = []
    for name, terms in facets.items():
        options = _options(name, terms, items)
        if len(options) > 1:
            boxes = beside and len(options) <= MOST_BOXES
            found.append(Facet(name, _title(view, name), options, boxes))
    if not (found or search or sorts):
        return None
    return Narrowing(
        count=view.labels(f"shown.{kind}"),
        none=view.labels("shown_none"),
        facets=found,
        beside=beside,
        sorts=_sorts(view, sorts),
        search=view.labels("search_list") if search else None,
    )


def _title(view: View, facet: str) -> str:
    """What readers call a facet."""
    if facet in view.report.config.taxonomies.own:
        return view.taxonomy_name(facet)
    return view.labels(f"facets.{facet}")


def _options(facet: str, terms: Terms, items: Iterable[Item]) -> list[Option]:
    """The terms of a facet that any item has."""
    counts: Counter[str] = Counter()
    for item in items:
        counts.update(item.terms.get(facet, ()))
    return [Option(term, label, counts[term]) for term, label in terms.items() if counts[term]]


def _sorts(view: View, names: Sequence[str]) -> list[Option]:
    """The orders of a list; its own order, the first, needs no name in an address."""
    options: list[Option] = []
    for name in names:
        in_address = name if options else ""
        options.append(Option(in_address, view.labels(f"sorts.{name}")))
    return options


def taxonomy(view: View, name: str) -> Terms:
    """The terms of a taxonomy in the settings."""
    return {word["slug"]: word["label"] for word in view.words(name)}


def judged(view: View) -> dict[str, Terms]:
    """The facets of what the report says of trends, also in lists of its own; each with its terms."""
    facets = {
        facet: taxonomy(view, name) for name, facet in FACETS.items() if view.report.config.used_words(name)
    }
    return facets | {name: taxonomy(view, name) for name in view.report.config.taxonomies.own}


def taxonomy_of(facet: str) -> str:
    """The taxonomy of a facet."""
    return next((name for name, one in FACETS.items() if one == facet), facet)


def judged_terms(view: View, trend: Trend) -> ItemTerms:
    """The names that a trend has of each of these facets."""
    found = {facet: list(words_of(trend, name)) for name, facet in FACETS.items()}
    return found | {name: list(words_of(trend, name)) for name in view.report.config.taxonomies.own}


def editions(view: View) -> Terms:
    """The editions, the newest first."""
    return {slug: view.short_name(edition) for slug, edition in view.edition_by_slug.items()}


def statuses(view: View) -> Terms:
    """What can be said of a trend since the former edition."""
    return {name: _capitalised(view.status_words(name)) for name in STATUSES}


def _capitalised(label: str) -> str:
    return f"{label[0].upper()}{label[1:]}"


def trends(view: View) -> Terms:
    """The trends by the title that each has in its newest edition, in the order of the alphabet."""
    titles = {}
    for name, appearances in view.lineage.items():
        _, newest = appearances[-1]
        titles[name] = newest.data.title
    return dict(sorted(titles.items(), key=lambda one: (one[1].casefold(), one[0])))


def known(view: View, slugs: Iterable[str]) -> list[str]:
    """Trends as the terms of that facet: by the name that each is known by."""
    return list(dict.fromkeys(map(view.identity, slugs)))


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
    """The name, with a number behind it when it is taken."""
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


def by_edition(view: View, items: Mapping[str, Sequence[Item]], page: str) -> list[EditionGroup]:
    """The items of each edition (by its name), the newest first, below its title."""
    groups = []
    for edition in view.editions:
        entries = list(items.get(edition.slug, ()))
        if entries:
            link = replace(view.link(edition, page), title=view.edition_title(edition))
            slug = edition.slug
            groups.append(EditionGroup(**vars(link), slug=slug, id=f"edition-{slug}", entries=entries))
    return groups
