"""Where a text comes from: its authors, its date, its version, and the work that it is based on.

An online edition can be written after a report that somebody else published. Its texts are then not that
publisher's words, and not of the day on which that report appeared. What an edition says of this holds for
each of its texts that says nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trendrapport.model.entries.people import Person
from trendrapport.model.entries.sources import CslName, Source
from trendrapport.model.shared_fields import Publishable
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
    """Which version it is, and when that was last corrected."""
    work: Source | None
    """The work that it is based on."""


def origin(view: View, entry: Entry[Any]) -> Origin:
    """Where the text of an entry comes from."""
    key = view.of_edition(entry, "based_on")
    work = view.report.get(Source, key) if key else None
    return Origin(
        authors=_authors(view, entry),
        written=view.of_edition(entry, "written"),
        version=_version(view, entry),
        work=work.data if work else None,
    )


def _version(view: View, entry: Entry[Any]) -> str | None:
    """What an editor calls the version; of a text that was corrected also the day, so that a citation tells
    which of its wordings is meant.
    """
    version, day = view.of_edition(entry, "version"), entry.data.corrected
    if day is None:
        return version
    corrected = view.labels("corrected_on", date=view.labels.date(day))
    return f"{version}, {corrected}" if version else corrected


def made(view: View, entry: Entry[Publishable], page: str) -> Value | None:
    """What a page says of where its text comes from; None when that is nothing more than its edition and its
    authors say.
    """
    found = origin(view, entry)
    if not (found.work or found.written or found.version):
        return None
    key = view.of_edition(entry, "based_on")
    work = view.source(key, page) if key else None
    return {
        "by": None if entry.data.authors else view.report.config.byline.name,
        "written": found.written and view.labels.date(found.written),
        "version": found.version and view.labels("version", version=found.version),
        "work": work and _shown(view, work),
    }


def _shown(view: View, work: Value) -> Value:
    """A work with its address, and the words of the sentence before and after it."""
    before, after = around_work(view.labels)
    return {
        "title": work["title"],
        "href": work["address"] or work["href"],
        "byline": _who_and_when(work),
        "before": before,
        "after": after,
    }


def csl(found: Origin) -> Value:
    """The fields of a reference that describe a work on which a text is based.

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
    """The work that a text is based on, as a sentence without its full stop; for programs that have no field
    for that.
    """
    if found.work is None:
        return None
    work = reference(found.work, view.labels)
    title, whence = work["title"], _who_and_when(work)
    if whence:
        title = f"{title} ({whence})"
    return view.labels("based_on", work=title)


def _who_and_when(work: Value) -> str:
    """Who made a work and when, as far as that is known."""
    return ", ".join(filter(None, (work["who"], work["when"])))


def _authors(view: View, entry: Entry[Any]) -> tuple[CslName, ...]:
    """The authors that a text names, of a whole edition its editors; else who writes the report's texts."""
    names: list[CslName] = []
    for slug in entry.data.credited:
        person = view.report.get(Person, slug)
        if person:
            names.append(name_parts(person.data.name, person.data.family, group=person.data.group))
    return tuple(names) or (CslName(literal=view.report.config.byline.name),)
