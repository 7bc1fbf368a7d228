"""Which entries are the same thing under another name: those of one slug, and those that a `formerly` joins.

An edition has its name from its folder, so that a former name of it is one of all its pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from trendrapport.model.addresses import SINCE, page_path
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.people import Person
from trendrapport.model.shared_fields import Named
from trendrapport.report.report import Entry, Report


def identities(entries: Iterable[Entry[Any]]) -> dict[str, str]:
    """For each name that entries of one kind have or had, the name that they are known by: the one that no
    other replaced.
    """
    pairs = list(_renamings(entries))
    groups = _joined(pairs)
    former = {old for slug, old in pairs if old != slug}
    return {name: min(group, key=lambda one: (one in former, one)) for name, group in groups.items()}


def _renamings(entries: Iterable[Entry[Any]]) -> Iterator[tuple[str, str]]:
    """The name of each entry with each name that it had."""
    for entry in entries:
        if isinstance(entry.data, Named):
            for former in entry.data.formerly:
                yield entry.slug, former


def _joined(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """Names in groups, so that both of each pair are in one; each name with its group."""
    groups: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        group = groups.get(one, frozenset({one})) | groups.get(other, frozenset({other}))
        groups |= dict.fromkeys(group, group)
    return groups


def moved(report: Report, pages: Iterable[str]) -> dict[str, str]:
    """The pages that are there no longer under a name that an entry, a chart, a person or an edition had, and
    the page that took each place; or the same of all files.

    `pages` are the paths of all that is there, from the site's root. What the settings redirect is told too.
    """
    there = set(pages)
    redirected = {
        old: new for old, new in report.config.redirects.items() if old not in there and new in there
    }
    return redirected | _moved(there, _Names(report).of_page)


def moved_files(report: Report) -> dict[str, str]:
    """The files that are there no longer under a name that an entry or an edition had, and where each is now;
    from the report's root.
    """
    paths = {entry.source.path for entry in (*report.entries, *report.translations)}
    return _moved(paths, _Names(report).of_file)


def _moved(paths: set[str], former: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """Each former path at which nothing is now, and the path that took its place."""
    found: dict[str, str] = {}
    for path in sorted(paths):
        for old in former(path):
            if old not in paths:
                found.setdefault(old, path)
    return found


def current_edition(report: Report, name: str) -> str:
    """The edition that has or had a name; the name itself where no edition has it."""
    editions = report.of(Edition)
    if name in {edition.slug for edition in editions}:
        return name
    return next((edition.slug for edition in editions if name in edition.data.formerly), name)


_Named = tuple[str, tuple[str, ...]]
"""A name, and those before it."""


class _Names:
    """The former names of entries by their path, and of editions by the name of their folder."""

    def __init__(self, report: Report) -> None:
        self._editions = {edition.slug: edition.data.formerly for edition in report.of(Edition)}
        self._entries: dict[str, _Named] = {}
        for entry in (*report.entries, *report.translations):
            if isinstance(entry.data, Named) and entry.kind != "editions":
                self._entries[entry.source.path] = (entry.slug, entry.data.formerly)
        self._stems = {_stem(page_path(path)): named for path, named in self._entries.items()}
        for chart in report.charts.values():
            self._stems[f"figures/{chart.slug}"] = (chart.slug, chart.data.formerly)
        for person in report.of(Person):
            self._stems[f"people/{person.slug}"] = (person.slug, person.data.formerly)

    def of_page(self, page: str) -> list[str]:
        """The paths that a page had, or a file beside it with the same name, from the site's root."""
        return self._former(page, self._stems.get(_stem(page)))

    def of_file(self, path: str) -> list[str]:
        """The paths that a file had, from the report's root."""
        former = self._former(path.removeprefix("content/"), self._entries.get(path))
        return [f"content/{old}" for old in former]

    def _former(self, path: str, named: _Named | None) -> list[str]:
        """Each path with a former name of its entry, of its edition, or of both."""
        slug, formerly = named or ("", ())
        found: list[str] = []
        for own in (path, *(_renamed(path, slug, name) for name in formerly)):
            found += [own, *self._in_former_folder(own)]
        for one in tuple(found):
            found += self._compared_with_former(one)
        return [one for one in found if one != path]

    def _in_former_folder(self, path: str) -> Iterator[str]:
        edition, _, rest = path.partition("/")
        for name in self._editions.get(edition, ()) if rest else ():
            yield f"{name}/{rest}"

    def _compared_with_former(self, path: str) -> Iterator[str]:
        """The comparison of an edition with one that had another name: `2026/since-2025.html`."""
        folder, _, file = path.rpartition("/")
        older = file.removeprefix(SINCE).removesuffix(".html") if file.startswith(SINCE) else ""
        for name in self._editions.get(older, ()):
            yield f"{folder}/{SINCE}{name}.html"


def _stem(path: str) -> str:
    """A path without what is behind the name: `2026/trends/name` for its page, translation and PDF."""
    folder, _, file = path.rpartition("/")
    return f"{folder}/{file.partition('.')[0]}"


def _renamed(path: str, slug: str, name: str) -> str:
    """Where an entry stood when it had another name: `2026/trends/new.html`, and `2026/trends/new.en.html` of
    a translation.
    """
    folder, _, file = path.rpartition("/")
    return f"{folder}/{name}{file.removeprefix(slug)}"
