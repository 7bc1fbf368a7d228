"""Something that no page shows: `unused-source`, `unused-chart`, `unused-person`, `unused-table`,
`unused-image`, `unused-download`.

It may have been forgotten, or a reference to it may have been lost; that is why it is a warning. Refer to it,
or remove it. As long as an entry or a text cannot be read, nothing is called unused, for it may be referred
to there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from trendrapport.diagnostics import Diagnostic, Location, Severity, Text, nearest
from trendrapport.language.vocabulary import SINGULAR
from trendrapport.report.download_uses import download_uses
from trendrapport.report.image_uses import image_uses
from trendrapport.report.report import Report

_WHAT = Text(nl='{sort_nl} "{name}" wordt nergens gebruikt', en='{sort_en} "{name}" is used nowhere')
_WHY = Text(
    nl="misschien is een verwijzing vergeten of verloren gegaan",
    en="a reference may have been forgotten or lost",
)
_FIX = Text(nl="Verwijs ernaar, of verwijder het.", en="Refer to it, or remove it.")
_DOWNLOAD = Text(nl="download", en="download")
_LINK = Text(
    nl=("Zet in een tekst een link ernaartoe, zoals [Titel van het bestand]({name}), of verwijder het."),
    en="Put a link to it in a text, such as [Title of the file]({name}), or remove it.",
)
_IMAGE = Text(nl="afbeelding", en="image")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every source, chart, person, table and picture without a reference."""
    if not report.names <= report.read or _text_unread(report):
        return
    used = _used(report)
    for entry in report.entries:
        if entry.kind in {"sources", "people"} and (entry.kind, entry.slug) not in used:
            key = "id" if entry.kind == "sources" else None
            at = entry.locate(key) if key else entry.locate(key=True)
            yield _unused(at, SINGULAR[entry.kind], entry.slug)
    lost = _lost(report)
    for kind, named in (("charts", report.charts), ("tables", report.packages)):
        for name, declared in named.items():
            if (kind, name) not in used and name not in lost:
                yield _unused(Location(declared.source.path), SINGULAR[kind], name)
    shown = {use.path for entry in report.texts for use in image_uses(entry)}
    for path in report.images.keys() - shown:
        yield _unused(Location(path), _IMAGE, path)
    linked = {use.path for entry in report.texts for use in download_uses(entry)}
    for path in report.downloads.keys() - linked:
        # What is wrong with the file itself is told already.
        if not report.downloads[path].fault:
            yield replace(
                _unused(Location(path), _DOWNLOAD, path), fix=_LINK.filled(name=posixpath.basename(path))
            )


def _text_unread(report: Report) -> bool:
    """Whether there is a text of which nothing is known: too large, or too deep to be read."""
    known = {entry.source.path for entry in report.texts}
    lapses = (lapse.code for entry in report.texts for lapse in entry.outline.lapses)
    return any(path.endswith(".md") and path not in known for path in report.broken) or "too-deep" in lapses


def _lost(report: Report) -> set[str]:
    """The charts and tables that are nearest to names that lead to nothing: who mends such a name may mean
    these.
    """
    named = {
        (to, name)
        for to, name in _used(report)
        if to in {"charts", "tables"} and name not in report.known(to)
    }
    return {near for to, name in named if (near := nearest(name, report.known(to)))}


def _used(report: Report) -> set[tuple[str, str]]:
    used = {(reference.to, reference.name) for _, reference in report.references()}
    for entry in report.texts:
        used |= {("sources", citation.key) for citation in entry.outline.citations}
        used |= {("charts", name) for name in entry.outline.figures}
        used |= {("people", block.name) for block in entry.outline.blocks if block.word == "quote"}
    return used


def _unused(at: Location, sort: Text, name: str) -> Diagnostic:
    what = _WHAT.filled(sort_nl=sort.nl, sort_en=sort.en, name=name)
    return Diagnostic(at, f"unused-{sort.en}", what, _WHY, _FIX, Severity.WARNING)
