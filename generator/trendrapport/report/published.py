"""The part of a report that readers get: what is out on a day, and only what that uses.

Entries with a page of their own say themselves when they are out. All else (sources, people, terms, key
figures, milestones, charts, tables, pictures) is shown with the pages that it belongs to: that name it, or
that it names. What belongs to hidden pages only is hidden with them, and no field of what is shown names
anything hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.glossary import Term
from trendrapport.model.publishable import Publishable, Status
from trendrapport.model.references import Reference
from trendrapport.prose.terms import Terms, terms
from trendrapport.report.download_uses import download_uses
from trendrapport.report.image_uses import image_uses
from trendrapport.report.report import Entry, Key, Report
from trendrapport.runtime.day import first_day

_BY_USE = frozenset({"sources", "people", "charts", "packages", "tables"})
"""The kinds that have no place of their own in the site: readers find them only where something names them.
"""

Ties = Mapping[Key, Iterable[Key]]
"""What comes into the site with each entry."""


def published(report: Report, day: str, *, drafts: bool = False, editions: Iterable[str] = ()) -> Report:
    """The report that readers get on a day (YYYY-MM-DD): without drafts and what is for later, and without
    what only these use.

    With `drafts` those stay in, and are known as such; with `editions` only these and what stands outside
    editions.
    """
    waiting, names = held(report, day), _Names(report)
    out = names.every - _unwanted(names, frozenset(editions)) - (frozenset() if drafts else waiting.keys())
    ties = names.ties()
    hidden = _reached(ties, names.every - out, names.every - names.pages)
    alone = {key for key in out - names.pages - hidden if key[0] not in _BY_USE}
    shown = _reached(ties, (out & names.pages) | alone, out)
    early = {key: why for key, why in waiting.items() if key in shown}
    coming = frozenset(entry.slug for entry in report.of(Edition) if first_day(entry.data.published) > day)
    return replace(_only(report, names, shown), early=early, coming=coming)


def held(report: Report, day: str) -> dict[Key, str]:
    """What readers do not get on a day (YYYY-MM-DD), and why: `draft`, or the day from which they do.

    All in an edition waits for that, and a translation for its original.
    """
    editions = {
        entry.slug: why
        for entry in report.entries
        if entry.kind == "editions" and (why := _waits(entry.data, day))
    }
    own = {entry.name: _waits(entry.data, day) for entry in (*report.entries, *report.translations)}
    originals = {entry.name: entry.key for entry in report.translations}
    found = {
        key: why or own.get(originals.get(key, key)) or editions.get(key[1] or "") for key, why in own.items()
    }
    return {key: why for key, why in found.items() if why}


def _waits(data: Model, day: str) -> str | None:
    """Why an entry is not out on a day, as far as its own fields say."""
    if not isinstance(data, Publishable):
        return None
    if data.status is Status.DRAFT:
        return Status.DRAFT.value
    return data.publish if data.publish and data.publish > day else None


def _unwanted(names: _Names, editions: frozenset[str]) -> frozenset[Key]:
    """The names in other editions than these, if any are asked for; of those editions themselves, too."""
    others = {
        slug for kind, _, slug in names.every if kind == "editions" and editions and slug not in editions
    }
    return frozenset(key for key in names.every if key[1] in others)


def _reached(ties: Ties, start: Iterable[Key], within: frozenset[Key]) -> frozenset[Key]:
    """The start, and all within some names that comes into the site with it."""
    found: set[Key] = set()
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [other for other in ties.get(key, ()) if other in within]
    return frozenset(found)


class _Names:
    """What each name in a report means, and what belongs to what."""

    def __init__(self, report: Report) -> None:
        self._report = report

    @cached_property
    def every(self) -> frozenset[Key]:
        """All names, those of translations too."""
        return self._report.names | {entry.name for entry in self._report.translations}

    @cached_property
    def pages(self) -> frozenset[Key]:
        """The entries that have a page of their own."""
        every = (*self._report.entries, *self._report.translations)
        return frozenset(entry.name for entry in every if isinstance(entry.data, Publishable))

    @cached_property
    def _by_slug(self) -> dict[tuple[str, str], set[Key]]:
        found: dict[tuple[str, str], set[Key]] = {}
        for key in self._report.names:
            found.setdefault((key[0], key[2]), set()).add(key)
        return found

    def meant(self, entry: Entry[Any], to: str, name: str) -> set[Key]:
        """What an entry means by a name: that of its own edition, else each one that has it."""
        own = (to, entry.edition, name)
        return {own} if own in self._report.names else self._by_slug.get((to, name), set())

    def ties(self) -> Ties:
        """What each entry names and shows, and what names it."""
        found: dict[Key, set[Key]] = {}
        for entry in (*self._report.texts, *self._report.charts.values()):
            named = set().union(*(self.meant(entry, to, name) for to, name in _named(entry)))
            named |= {("glossary", None, slug) for slug in self._terms.used(_words(entry))}
            found.setdefault(entry.name, set()).update(named - self.pages)
            for page in named & self.pages:
                found.setdefault(page, set()).update({entry.name} - self.pages)
        return found

    @cached_property
    def _terms(self) -> Terms:
        return terms({term.slug: term.data.names for term in self._report.of(Term)})


def _named(entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    """The kind and the name of all that comes into the site with an entry's fields and text."""
    yield from ((reference.to, reference.name) for reference in entry.references)
    yield from (("sources", citation.key) for citation in entry.outline.citations)
    kinds = {"figure": "charts", "key-figure": "key_figures", "quote": "people"}
    yield from ((kinds[block.word], block.name) for block in entry.outline.blocks if block.word in kinds)


def _words(entry: Entry[Any]) -> str:
    """All words of an entry, where no letter of how they are written stands beside them."""
    return f"{entry.source.body}\n{entry.json}".replace("\\n", " ")


def _only(report: Report, names: _Names, shown: frozenset[Key]) -> Report:
    """What is shown of a report."""
    entries = tuple(_stripped(entry, names, shown) for entry in report.entries if entry.name in shown)
    translations = tuple(
        _stripped(entry, names, shown) for entry in report.translations if entry.name in shown
    )
    charts = {name: chart for name, chart in report.charts.items() if chart.key in shown}
    tables = {name for kind, _, name in shown if kind == "tables"}
    images = {use.path for entry in (*entries, *translations) for use in image_uses(entry)}
    downloads = {use.path for entry in (*entries, *translations) for use in download_uses(entry)}
    return replace(
        report,
        entries=entries,
        names=shown & report.names,
        translations=translations,
        charts=charts,
        packages={name: package for name, package in report.packages.items() if name in tables},
        tables={name: table for name, table in report.tables.items() if name in tables},
        code={path: text for path, text in report.code.items() if path.split("/")[1].split(".")[0] in charts},
        images={path: image for path, image in report.images.items() if path in images},
        downloads={path: report.downloads[path] for path in sorted(downloads) if path in report.downloads},
    )


def _stripped(entry: Entry[Model], names: _Names, shown: frozenset[Key]) -> Entry[Model]:
    """An entry without those items of its lists that name something hidden, with all that they say of it."""
    hidden = [reference for reference in entry.references if _is_hidden(entry, reference, names, shown)]
    changed: dict[str, Any] = {}
    for field in {str(reference.path[0]) for reference in hidden}:
        places = {reference.path[1] for reference in hidden if reference.path[0] == field}
        changed[field] = tuple(
            item for place, item in enumerate(getattr(entry.data, field)) if place not in places
        )
    return replace(entry, data=entry.data.model_copy(update=changed)) if changed else entry


def _is_hidden(entry: Entry[Any], reference: Reference, names: _Names, shown: frozenset[Key]) -> bool:
    meant = names.meant(entry, reference.to, reference.name)
    return bool(meant) and meant.isdisjoint(shown)
