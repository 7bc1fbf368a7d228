"""A CSL source as the parts of a reference, in the order of APA (7th edition): who (when). what. where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote

from trendrapport.language.labels import Labels
from trendrapport.model.charts import Chart
from trendrapport.model.entries.sources import CslDate, CslName, Source
from trendrapport.report.report import Report

_DASH = "\u2013"
"""Between two years, or two pages."""

_IN_DOI = "/:;._-~!$*+,=@"
"""The signs that the address of a DOI has as they are."""


def reference(source: Source, labels: Labels) -> dict[str, Any]:
    """Who made a source, when, its title and what it is part of; and its address, or None."""
    who = _names(source.author or source.editor or source.makers)
    parts = (_whole(source, labels), *_which(source, labels), source.publisher)
    where = [part for part in parts if part and part != who]
    return {
        "id": source.id,
        "who": who,
        "when": _when(source.issued, labels),
        "title": source.title,
        "where": ". ".join(where),
        "address": _address(source),
        "accessed": _when(source.accessed, labels),
    }


def _address(source: Source) -> str | None:
    if source.URL:
        return source.URL
    if source.DOI:
        return f"https://doi.org/{quote(source.DOI, safe=_IN_DOI)}"
    return None


def _whole(source: Source, labels: Labels) -> str:
    """What a source is a part of, and which part: a journal with volume, number and pages, or a book with
    pages.
    """
    whole = source.container_title or source.event_title
    issue = f"({source.issue})" if source.issue else ""
    parts = [whole, f"{source.volume or ''}{issue}"]
    if source.number and whole:
        parts.append(labels("source_number", number=source.number))
    parts.append(_pages(source, labels))
    return ", ".join(part for part in parts if part)


def _pages(source: Source, labels: Labels) -> str:
    """The pages; with a word for them where no volume goes before."""
    pages = str(source.page or "").replace("--", "-").replace("-", _DASH)
    if not pages or source.volume or source.issue:
        return pages
    return labels("source_pages", pages=pages)


def _which(source: Source, labels: Labels) -> Iterator[str]:
    """Which edition of a book, and which number of a series or law."""
    edition = str(source.edition or "")
    if edition.isdecimal():
        yield labels("source_edition", edition=source.edition)
    elif edition:
        yield edition
    if source.number and not (source.container_title or source.event_title):
        yield labels("source_number", number=source.number)


def _names(names: tuple[CslName, ...], last: str = " & ") -> str:
    """Names as a list; `last` is what comes before the last of several."""
    shown = [name.literal or _person(name) for name in names]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])}{last}{shown[-1]}"


def _person(name: CslName) -> str:
    initials = " ".join(f"{part[0]}." for part in (name.given or "").split())
    parts = (name.dropping_particle, name.non_dropping_particle, name.family)
    family = " ".join(part for part in parts if part)
    return f"{family}, {initials}".strip(", ")


def _when(value: str | CslDate | None, labels: Labels) -> str | None:
    return dated(value, labels, labels.date, "season_of") if value else None


def dated(value: str | CslDate, labels: Labels, write: Callable[[str], str], season: str) -> str:
    """A date as exact as it is known: each day written by `write`, a season by a label, or the words that
    give it.
    """
    if isinstance(value, str):
        return write(value)
    days = [write(_iso(day)) for day in value.date_parts]
    if not days:
        return value.literal or ""
    if value.season:
        days[0] = labels(f"{season}.{value.season}", year=days[0])
    text = days[0]
    if len(days) > 1:
        are_years = all(len(day) == 1 for day in value.date_parts)
        text = _DASH.join(days) if are_years else labels("span", first=days[0], last=days[-1])
    return labels("circa", date=text) if value.circa else text


def _iso(day: tuple[int, ...]) -> str:
    return "-".join(f"{part:02d}" for part in day)


@dataclass(frozen=True)
class Piece:
    """A part of a reference; the title of a work is set in italics."""

    text: str
    work: bool = False


def apa(item: Source, labels: Labels) -> list[dict[str, Any]]:
    """A reference in the style of APA (7th edition, 2020) as pieces of text; `work` says which piece is set
    as a title (in italics).

    A part of a whole is named with "In"; who publishes what is of that publisher's own hand is named once.
    """
    return [asdict(piece) for piece in _apa(item, labels)]


def _apa(item: Source, labels: Labels) -> Iterator[Piece]:
    who = _names(item.author, ", & ")
    title = _ended(f"{item.title}{_genre(item, labels)}")
    start = f"{_ended(who)} ({_issued(item, labels)}). "
    whole = item.container_title if item.type == "chapter" else None
    if whole:
        yield Piece(f"{start}{title} {labels('part_of')} {_editors(item, labels)}")
        yield Piece(whole, work=True)
        yield Piece(_ended(whole).removeprefix(whole) + _end(item, {who, whole}))
    else:
        yield Piece(start)
        yield Piece(item.title, work=True)
        yield Piece(title.removeprefix(item.title) + _end(item, {who}))
    yield from _original(item, labels)


def _issued(item: Source, labels: Labels) -> str:
    if not item.issued:
        return labels("undated")
    return dated(item.issued, labels, labels.cited_date, "season_cited")


def _genre(item: Source, labels: Labels) -> str:
    """The version and the sort of work, as they follow its title."""
    text = ""
    if item.version:
        text += f" ({labels('version', version=item.version)})"
    if item.genre:
        text += f" [{item.genre}]"
    return text


def _editors(item: Source, labels: Labels) -> str:
    editors = _names(item.editor)
    return labels("edited_by", names=editors) + ", " if editors else ""


def _end(item: Source, named: Collection[str | None]) -> str:
    """The publisher, unless it is named already, and the address."""
    text = ""
    if item.publisher and item.publisher not in named:
        text += f" {_ended(item.publisher)}"
    if item.URL:
        text += f" {item.URL}"
    return text


def _original(item: Source, labels: Labels) -> Iterator[Piece]:
    """The work after which something was written, as the last pieces of its reference."""
    if not item.original_title:
        return
    before, after = around_work(labels)
    parts = (_names(item.original_author), _when(item.original_date, labels))
    details = ", ".join(part for part in parts if part)
    yield Piece(f" {before}")
    yield Piece(item.original_title, work=True)
    yield Piece((f" ({details})" if details else "") + f"{after}.")


def around_work(labels: Labels) -> tuple[str, str]:
    """What comes before and after the work on which a text is based, in the sentence that names it."""
    before, _, after = labels("based_on", work="\n").partition("\n")
    return before, after


def _ended(text: str) -> str:
    """A part of a reference with a full stop, unless it ends with a sign of its own."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


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
