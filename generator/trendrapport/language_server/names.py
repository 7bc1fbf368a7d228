"""What can be named in a report: its entries, charts, tables and the words of its taxonomies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Location
from trendrapport.model.base import Model
from trendrapport.report.report import Entry, Report

_TITLES = ("title", "term", "name")
"""The fields that say what an entry is called, the first that it has."""


@dataclass(frozen=True)
class Named:
    """Something that can be named."""

    name: str
    title: str
    explanation: str
    at: Location


def named(report: Report, to: str, edition: str | None = None) -> list[Named]:
    """All that a kind or taxonomy holds; with an edition, what is in it alone."""
    if report.config.taxonomies.terms(to) is not None:
        return list(_words(report, to))
    return [_of_entry(entry) for entry in _entries(report, to) if edition in (None, entry.edition)]


def find(report: Report, to: str, name: str, edition: str | None = None) -> Named | None:
    """What is meant by a name: in this edition, else the last of that name."""
    own = [one for one in named(report, to, edition) if one.name == name]
    every = own or [one for one in named(report, to) if one.name == name]
    return every[-1] if every else None


def _entries(report: Report, to: str) -> Iterator[Entry[Any]]:
    if to == "charts":
        yield from report.charts.values()
    elif to == "tables":
        yield from report.packages.values()
    else:
        yield from (entry for entry in (*report.entries, *report.unread) if entry.kind == to)


def _of_entry(entry: Entry[Any]) -> Named:
    summary = getattr(entry.data, "summary", "") or getattr(entry.data, "definition", "")
    return Named(entry.slug, title_of(entry.data), str(summary), entry.locate())


def title_of(data: Model) -> str:
    """What an entry is called, as far as it could be read."""
    for field in _TITLES:
        title = getattr(data, field, None)
        if title:
            return str(title)
    return ""


def _words(report: Report, taxonomy: str) -> Iterator[Named]:
    taxonomies = report.config.taxonomies
    for name, word in (taxonomies.terms(taxonomy) or {}).items():
        at = report.config_source.locate((*taxonomies.place(taxonomy), name), key=True)
        yield Named(name, word.label, word.explanation or "", at)
