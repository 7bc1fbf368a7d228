"""A CSL source as the parts of a reference, in the order of APA (7th edition): who (when). what. where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from trendrapport.language.labels import Labels
from trendrapport.model.charts import Chart
from trendrapport.model.entries.sources import CslDate, CslName, Source
from trendrapport.report.report import Report

_IN_DOI = "/:;._-~!$*+,=@"
"""The signs that stand in the address of a DOI as they are."""


def reference(source: Source, labels: Labels) -> dict[str, Any]:
    """Who made a source, when, its title, where it stands; and its address, or None."""
    who = _names(source.author or source.editor or source.makers)
    where = [
        part
        for part in (_within(source, labels), *_which(source, labels), source.publisher)
        if part and part != who
    ]
    address = source.URL or (f"https://doi.org/{quote(source.DOI, safe=_IN_DOI)}" if source.DOI else None)
    return {
        "id": source.id,
        "who": who,
        "when": _when(source.issued, labels),
        "title": source.title,
        "where": ". ".join(where),
        "address": address,
        "accessed": _when(source.accessed, labels),
    }


def _within(source: Source, labels: Labels) -> str:
    """What a source is a part of, and where in that: a journal with volume, number and pages, or a book with
    pages.
    """
    whole = source.container_title or source.event_title
    number = f"({source.issue})" if source.issue else ""
    pages = str(source.page or "").replace("--", "-").replace("-", "\u2013")
    shown = pages if source.volume or source.issue or not pages else labels("source_pages", pages=pages)
    numbered = labels("source_number", number=source.number) if source.number and whole else ""
    return ", ".join(part for part in (whole, f"{source.volume or ''}{number}", numbered, shown) if part)


def _which(source: Source, labels: Labels) -> Iterator[str]:
    """Which edition of a book, and which number of a series or law."""
    if source.edition:
        is_number = str(source.edition).isdecimal()
        yield labels("source_edition", edition=source.edition) if is_number else str(source.edition)
    if source.number and not (source.container_title or source.event_title):
        yield labels("source_number", number=source.number)


def _names(names: tuple[CslName, ...], last: str = " & ") -> str:
    shown = [name.literal or _person(name) for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])}{last}{shown[-1]}" if shown else ""


def _person(name: CslName) -> str:
    initials = " ".join(f"{part[0]}." for part in (name.given or "").split())
    family = " ".join(
        part for part in (name.dropping_particle, name.non_dropping_particle, name.family) if part
    )
    return f"{family}, {initials}".strip(", ")


def _when(value: str | CslDate | None, labels: Labels) -> str | None:
    return dated(value, labels, labels.date, "season_of") if value else None


def dated(value: str | CslDate, labels: Labels, write: Callable[[str], str], season: str) -> str:
    """A date as exact as it is known: each day written by `write`, a season by a label, or the words in which
    it stands.
    """
    if isinstance(value, str):
        return write(value)
    days = [write("-".join(f"{part:02d}" for part in day)) for day in value.date_parts]
    if not days:
        return value.literal or ""
    if value.season:
        days[0] = labels(f"{season}.{value.season}", year=days[0])
    text = days[0] if len(days) == 1 else labels("span", first=days[0], last=days[-1])
    if len(days) > 1 and all(len(day) == 1 for day in value.date_parts):
        text = "\u2013".join(days)
    return labels("circa", date=text) if value.circa else text


def apa(item: Source, labels: Labels) -> list[dict[str, Any]]:
    """A reference in the style of APA (7th edition, 2020) as pieces of text; `work` says which piece is set
    as a title (in italics).

    A part of a whole is told with "In"; who publishes what is of that publisher's own hand is named once.
    """
    who, editors = _names(item.author, ", & "), _names(item.editor)
    when = dated(item.issued, labels, labels.cited_date, "season_cited") if item.issued else labels("undated")
    version = f" ({labels('version', version=item.version)})" if item.version else ""
    genre = version + (f" [{item.genre}]" if item.genre else "")
    whole = item.container_title if item.type == "chapter" else None
    publisher = item.publisher if item.publisher not in {who, whole} else None
    start, title = f"{_ended(who)} ({when}). ", _ended(f"{item.title}{genre}")
    end = "".join(f" {part}" for part in (publisher and _ended(publisher), item.URL) if part)
    if not whole:
        return [
            {"text": start, "work": False},
            {"text": item.title, "work": True},
            {"text": title.removeprefix(item.title) + end, "work": False},
            *_original(item, labels),
        ]
    by = labels("edited_by", names=editors) + ", " if editors else ""
    return [
        {"text": f"{start}{title} {labels('part_of')} {by}", "work": False},
        {"text": whole, "work": True},
        {"text": ("" if whole[-1] in ".?!" else ".") + end, "work": False},
        *_original(item, labels),
    ]


def _original(item: Source, labels: Labels) -> list[dict[str, Any]]:
    """The work after which something was written, as the last pieces of its reference."""
    if not item.original_title:
        return []
    before, after = around_work(labels)
    told = ", ".join(
        part for part in (_names(item.original_author), _when(item.original_date, labels)) if part
    )
    return [
        {"text": f" {before}", "work": False},
        {"text": item.original_title, "work": True},
        {"text": (f" ({told})" if told else "") + f"{after}.", "work": False},
    ]


def around_work(labels: Labels) -> tuple[str, str]:
    """What stands before and after the work on which a text is based, in the sentence that names it."""
    before, _, after = labels("based_on", work="\n").partition("\n")
    return before, after


def _ended(text: str) -> str:
    """A part of a reference with a full stop, unless it ends with a sign of its own."""
    return text if text[-1:] in {".", "?", "!"} else f"{text}."


def credit(report: Report, chart: Chart, labels: Labels) -> str:
    """Whose data a chart shows and in which report, for a picture of it."""
    found, created = report.get(Source, chart.source), report.packages[chart.data].data.created
    source = reference(found.data, labels) if found else {"who": "", "title": chart.source}
    when = f", {labels('retrieved', date=labels.date(created))}" if created else ""
    return labels(
        "credit",
        source=source["who"] or source["title"],
        when=when,
        publisher=report.config.byline.name,
        report=report.config.title,
    )
