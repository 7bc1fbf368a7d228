"""Something that no page shows, such as an `unused-source`, `unused-chart` or `unused-person`.

It may have been forgotten, or a reference to it may have been lost; that is why it is a warning. Refer to it,
or remove it. Tables, images and downloads are checked too (`unused-table`, `unused-image`,
`unused-download`). As long as an entry or a text cannot be read, nothing is called unused, because that entry
may refer to it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from trendrapport.diagnostics import Diagnostic, Location, Text, nearest, warning
from trendrapport.model.vocabulary import singular
from trendrapport.report.download_uses import download_uses
from trendrapport.report.image_uses import image_uses
from trendrapport.report.marks_of_publisher import publisher_marks
from trendrapport.report.report import Entry, Report

_Names = set[tuple[str, str]]
"""What is referred to: a kind and a name."""

_WHAT = Text(nl='{sort} "{name}" wordt nergens gebruikt', en='{sort} "{name}" is not used anywhere')
_WHY = Text(
    nl="misschien is een verwijzing vergeten of verloren gegaan",
    en="a reference may have been forgotten or lost",
)
_FIX = Text(nl="Verwijs ernaar, of verwijder het.", en="Refer to it, or remove it.")
_DOWNLOAD = Text(nl="download", en="download")
_LINK = Text(
    nl=("Zet in een tekst een link ernaartoe, zoals [Titel van het bestand]({name}), of verwijder het."),
    en="Add a link to it in a text, such as [Title of the file]({name}), or remove it.",
)
_IMAGE = Text(nl="afbeelding", en="image")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every source, chart, person, table and file without a reference."""
    if not _is_fully_read(report):
        return
    used = _used(report)
    yield from _sources_and_people(report, used)
    yield from _charts_and_tables(report, used)
    yield from _images(report)
    yield from _downloads(report)


def _is_fully_read(report: Report) -> bool:
    """Whether every reference is known: no entry is missing, and no text is too large or too deep to read."""
    known = {entry.source.path for entry in report.texts}
    unread = [path for path in report.broken if path.endswith(".md") and path not in known]
    return report.names <= report.read and not unread and not _has_too_deep_text(report)


def _has_too_deep_text(report: Report) -> bool:
    lapses = chain.from_iterable(entry.outline.lapses for entry in report.texts)
    return any(lapse.code == "too-deep" for lapse in lapses)


def _sources_and_people(report: Report, used: _Names) -> Iterator[Diagnostic]:
    for entry in report.entries:
        if (entry.kind, entry.slug) in used:
            continue
        if entry.kind == "sources":
            yield _unused(entry.locate("id"), singular("sources"), entry.slug)
        elif entry.kind == "people":
            yield _unused(entry.locate(key=True), singular("people"), entry.slug)


def _charts_and_tables(report: Report, used: _Names) -> Iterator[Diagnostic]:
    meant = _probably_meant(report, used)
    declared: dict[str, Mapping[str, Entry[Any]]] = {"charts": report.charts, "tables": report.packages}
    for kind, entries in declared.items():
        for name, entry in entries.items():
            if (kind, name) not in used and name not in meant:
                yield _unused(Location(entry.source.path), singular(kind), name)


def _images(report: Report) -> Iterator[Diagnostic]:
    shown = {mark.path for mark in publisher_marks(report.config)}
    for entry in report.texts:
        shown |= {use.path for use in image_uses(entry)}
    for path in report.images.keys() - shown:
        yield _unused(Location(path), _IMAGE, path)


def _downloads(report: Report) -> Iterator[Diagnostic]:
    linked: set[str] = set()
    for entry in report.texts:
        linked |= {use.path for use in download_uses(entry)}
    for path in report.downloads.keys() - linked:
        if report.downloads[path].fault:
            continue  # another check reports what is wrong with the file itself
        fix = _LINK.filled(name=posixpath.basename(path))
        yield replace(_unused(Location(path), _DOWNLOAD, path), fix=fix)


def _probably_meant(report: Report, used: _Names) -> set[str]:
    """The charts and tables that are nearest to names that lead to nothing: those names may be misspelt."""
    meant: set[str] = set()
    for kind, name in used:
        if kind in {"charts", "tables"} and name not in report.known(kind):
            near = nearest(name, report.known(kind))
            if near:
                meant.add(near)
    return meant


def _used(report: Report) -> _Names:
    used = {(reference.to, reference.name) for _, reference in report.references()}
    for entry in report.texts:
        used |= {("sources", citation.key) for citation in entry.outline.citations}
        used |= {("charts", name) for name in entry.outline.figures}
        used |= {("people", block.name) for block in entry.outline.blocks if block.word == "quote"}
    return used


def _unused(at: Location, sort: Text, name: str) -> Diagnostic:
    return warning(at, f"unused-{sort.en}", (_WHAT.filled(sort=sort, name=name), _WHY, _FIX))
