"""The part of a report that readers get: what is published on a day, and only what that uses.

Entries with a page of their own say themselves when they are out. All else (sources, people, terms, key
figures, milestones, charts, tables, pictures) is shown with the pages that it belongs to: that name it, or
that it names. What belongs to hidden pages only is hidden with them, and no field of what is shown names
anything hidden.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.glossary import Term
from trendrapport.model.references import Reference
from trendrapport.model.shared_fields import UNFINISHED, Publishable
from trendrapport.prose.terms import Terms, terms
from trendrapport.report.download_uses import download_uses
from trendrapport.report.image_uses import image_uses
from trendrapport.report.marks_of_publisher import publisher_marks
from trendrapport.report.report import Entry, Key, Report
from trendrapport.runtime.day import first_day

V = TypeVar("V")

_BY_USE = frozenset({"sources", "people", "charts", "packages", "tables"})
"""The kinds that have no place of their own in the site: readers find them only where something names them.
"""

_KINDS = {"figure": "charts", "key-figure": "key_figures", "quote": "people"}
"""The kind of what a block shows, by its word."""

Ties = Mapping[Key, Iterable[Key]]
"""What comes into the site with each entry."""


def published(report: Report, day: str, *, drafts: bool = False, editions: Iterable[str] = ()) -> Report:
    """The report that readers get on a day (YYYY-MM-DD): without drafts and what is for later, and without
    what only these use.

    With `drafts` those stay in, and are known as such; with `editions` only these and what belongs to no
    edition.
    """
    waiting, names = held(report, day), _Names(report)
    out = names.every - _unwanted(names, frozenset(editions))
    if not drafts:
        out -= waiting.keys()
    ties = names.ties()
    hidden = _reached(ties, names.every - out, names.every - names.pages)
    alone = {key for key in out - names.pages - hidden if key[0] not in _BY_USE}
    shown = _reached(ties, (out & names.pages) | alone, out)
    early = {key: why for key, why in waiting.items() if key in shown}
    coming = frozenset(entry.slug for entry in report.of(Edition) if first_day(entry.data.published) > day)
    return replace(_only(report, names, shown), early=early, coming=coming)


def held(report: Report, day: str) -> dict[Key, str]:
    """What readers do not get on a day (YYYY-MM-DD), and why: `draft`, `review`, or the day from which
    they do.

    All in an edition waits for that, and a translation for its original.
    """
    every = (*report.entries, *report.translations)
    own = {entry.name: _waits(entry.data, day) for entry in every}
    editions = {entry.slug: own[entry.name] for entry in report.entries if entry.kind == "editions"}
    found: dict[Key, str] = {}
    for entry in every:
        why = own[entry.name] or own.get(entry.key) or editions.get(entry.edition or "")
        if why:
            found[entry.name] = why
    return found


def _waits(data: Model, day: str) -> str | None:
    """Why an entry is not out on a day, as far as its own fields say."""
    if not isinstance(data, Publishable):
        return None
    if data.status in UNFINISHED:
        return data.status.value
    return data.publish if data.publish and data.publish > day else None


def _unwanted(names: _Names, editions: frozenset[str]) -> frozenset[Key]:
    """The names in other editions than these, if any are asked for; of those editions themselves, too."""
    if not editions:
        return frozenset()
    others = {slug for kind, _, slug in names.every if kind == "editions"} - editions
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
            named = self._named(entry)
            found.setdefault(entry.name, set()).update(named - self.pages)
            for page in named & self.pages:
                found.setdefault(page, set()).update({entry.name} - self.pages)
        return found

    def _named(self, entry: Entry[Any]) -> set[Key]:
        named: set[Key] = {("glossary", None, slug) for slug in self._terms.used(_words(entry))}
        for to, name in _named(entry):
            named |= self.meant(entry, to, name)
        return named

    @cached_property
    def _terms(self) -> Terms:
        return terms({term.slug: term.data.names for term in self._report.of(Term)})


def _named(entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    """The kind and the name of all that comes into the site with an entry's fields and text."""
    for reference in entry.references:
        yield reference.to, reference.name
    for citation in entry.outline.citations:
        yield "sources", citation.key
    for block in entry.outline.blocks:
        if block.word in _KINDS:
            yield _KINDS[block.word], block.name


def _words(entry: Entry[Any]) -> str:
    """All words of an entry, apart from the signs of how they are written."""
    return f"{entry.source.body}\n{entry.json}".replace("\\n", " ")


def _only(report: Report, names: _Names, shown: frozenset[Key]) -> Report:
    """What is shown of a report."""
    entries = _shown(report.entries, names, shown)
    translations = _shown(report.translations, names, shown)
    charts = {name: chart for name, chart in report.charts.items() if chart.key in shown}
    tables = {name for kind, _, name in shown if kind == "tables"}
    images, downloads = _files_of((*entries, *translations))
    images |= {mark.path for mark in publisher_marks(report.config)}
    return replace(
        report,
        entries=entries,
        names=shown & report.names,
        translations=translations,
        charts=charts,
        packages=_these(report.packages, tables),
        tables=_these(report.tables, tables),
        code={path: text for path, text in report.code.items() if _chart_of(path) in charts},
        images=_these(report.images, images),
        downloads={path: report.downloads[path] for path in sorted(downloads) if path in report.downloads},
    )


def _shown(entries: Iterable[Entry[Model]], names: _Names, shown: frozenset[Key]) -> tuple[Entry[Model], ...]:
    return tuple(_stripped(entry, names, shown) for entry in entries if entry.name in shown)


def _files_of(entries: Iterable[Entry[Any]]) -> tuple[set[str], set[str]]:
    """The paths of the pictures that entries show and of the downloads that they link to."""
    images: set[str] = set()
    downloads: set[str] = set()
    for entry in entries:
        images |= {use.path for use in image_uses(entry)}
        downloads |= {use.path for use in download_uses(entry)}
    return images, downloads


def _these(named: Mapping[str, V], names: Collection[str]) -> dict[str, V]:
    return {name: value for name, value in named.items() if name in names}


def _chart_of(path: str) -> str:
    """The chart to which a file with code belongs."""
    return path.split("/")[1].split(".")[0]


def _stripped(entry: Entry[Model], names: _Names, shown: frozenset[Key]) -> Entry[Model]:
    """An entry without those items of its lists that name something hidden, with all that they say of it."""
    hidden: dict[str, set[int | str]] = {}
    for reference in entry.references:
        if _is_hidden(entry, reference, names, shown):
            field, item = reference.path[:2]
            hidden.setdefault(str(field), set()).add(item)
    if not hidden:
        return entry
    changed = {field: _without(getattr(entry.data, field), items) for field, items in hidden.items()}
    return replace(entry, data=entry.data.model_copy(update=changed))


def _without(items: Iterable[Any], indices: set[int | str]) -> tuple[Any, ...]:
    return tuple(item for index, item in enumerate(items) if index not in indices)


def _is_hidden(entry: Entry[Any], reference: Reference, names: _Names, shown: frozenset[Key]) -> bool:
    meant = names.meant(entry, reference.to, reference.name)
    return bool(meant) and meant.isdisjoint(shown)
