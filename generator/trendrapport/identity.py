"""Which entries are the same thing under another name: those of one slug, and those that a `formerly` joins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from trendrapport.addresses import page_path
from trendrapport.publishable import Named
from trendrapport.report import Entry, Report


def identities(entries: Iterable[Entry[Any]]) -> dict[str, str]:
    """For each name that entries of one kind have or had, the name that they are known by: the one that no other took the place of."""
    named = [entry for entry in entries if isinstance(entry.data, Named)]
    groups = _joined((entry.slug, former) for entry in named for former in entry.data.formerly)
    former = {name for entry in named for name in entry.data.formerly if name != entry.slug}
    return {name: min(group, key=lambda one: (one in former, one)) for name, group in groups.items()}


def _joined(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """Names in groups, so that both of each pair are in one; each name with its group."""
    groups: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        group = groups.get(one, frozenset({one})) | groups.get(other, frozenset({other}))
        groups |= dict.fromkeys(group, group)
    return groups


def moved(report: Report) -> dict[str, str]:
    """The pages that are there no longer under a name that an entry had, and the page that took each place; from the site's root."""
    taken = {page_path(path) for path in report.by_path}
    found: dict[str, str] = {}
    for entry in (*report.entries, *report.translations):
        page = page_path(entry.source.path)
        for name in entry.data.formerly if isinstance(entry.data, Named) else ():
            old = _renamed(page, entry.slug, name)
            if old not in taken:
                found.setdefault(old, page)
    return found


def _renamed(page: str, slug: str, name: str) -> str:
    """Where an entry stood when it had another name: `2026/trends/new.html`, and `2026/trends/new.en.html` of a translation."""
    folder, _, file = page.rpartition("/")
    return f"{folder}/{name}{file.removeprefix(slug)}"
