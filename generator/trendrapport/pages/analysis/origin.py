"""Where a text comes from: who wrote it, on which day, in which version, and after which work.

An online edition can be written after a report that somebody else published. Its texts are then not that
publisher's words, and not of the day on which that report appeared. What an edition says of this holds for
each of its texts that says nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trendrapport.model.entries.people import Person
from trendrapport.model.entries.sources import CslName, Source
from trendrapport.model.publishable import Publishable
from trendrapport.pages.view import Value, View
from trendrapport.report.citing import around_work, reference
from trendrapport.report.person_names import name_parts
from trendrapport.report.report import Entry


@dataclass(frozen=True)
class Origin:
    """Where one text comes from."""

    authors: tuple[CslName, ...]
    """Who wrote it; never empty."""
    written: str | None
    """The day of this text, where that is not the day on which its edition appeared."""
    version: str | None
    work: Source | None
    """The work that it is based on."""


def origin(view: View, entry: Entry[Any]) -> Origin:
    """Where the text of an entry comes from."""
    key = view.of_edition(entry, "based_on")
    work = view.report.get(Source, key) if key else None
    return Origin(
        _authors(view, entry),
        view.of_edition(entry, "written"),
        view.of_edition(entry, "version"),
        work.data if work else None,
    )


def made(view: View, entry: Entry[Publishable], page: str) -> Value | None:
    """What a page tells of where its text comes from; None when it says nothing more than its edition and its
    authors do.
    """
    found = origin(view, entry)
    if not (found.work or found.written or found.version):
        return None
    key = view.of_edition(entry, "based_on")
    work = view.source(key, page) if key else None
    return {
        "by": view.report.config.byline.name if not entry.data.authors else None,
        "written": view.labels.date(found.written) if found.written else None,
        "version": view.labels("version", version=found.version) if found.version else None,
        "work": work and _shown(view, work),
    }


def _shown(view: View, work: Value) -> Value:
    """A work with its address, and the words of the sentence before and after it."""
    before, after = around_work(view.labels)
    told = ", ".join(part for part in (work["who"], work["when"]) if part)
    return {
        "title": work["title"],
        "href": work["address"] or work["href"],
        "told": told,
        "before": before,
        "after": after,
    }


def csl(found: Origin) -> Value:
    """The fields of a reference that tell of a work on which a text is based.

    Names of the Citation Style Language,
    https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables.
    """
    if found.work is None:
        return {"version": found.version}
    work = found.work.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {
        "version": found.version,
        "original-title": work["title"],
        "original-author": work.get("author"),
        "original-date": work.get("issued"),
        "original-publisher": work.get("publisher"),
    }


def note(found: Origin, view: View) -> str | None:
    """The work that a text is based on, as a sentence without its full stop; for programs that know no field
    for that.
    """
    if found.work is None:
        return None
    work = reference(found.work, view.labels)
    told = ", ".join(part for part in (work["who"], work["when"]) if part)
    title = f"{work['title']} ({told})" if told else work["title"]
    return view.labels("based_on", work=title)


def _authors(view: View, entry: Entry[Any]) -> tuple[CslName, ...]:
    """The authors that a text names, of a whole edition also its editors; else who writes the report's texts."""
    slugs = entry.data.authors or getattr(entry.data, "editors", ())
    people = [person.data for slug in slugs if (person := view.report.get(Person, slug))]
    names = tuple(name_parts(person.name, person.family, group=person.group) for person in people)
    return names or (CslName(literal=view.report.config.byline.name),)
