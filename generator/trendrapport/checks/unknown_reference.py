"""A name that leads to nothing: `unknown-source`, `unknown-trend`, `unknown-person` and so on.

Entries refer to each other, to charts and to the taxonomies in `site_config.yml` by name. A
name that does not exist would show readers an empty place or lose a link.

    related:
      - trend: digitale-veligheid     # unknown-trend: did you mean "digitale-veiligheid"?

Write the name of something that exists, or add it. The same holds for a citation (`[@key]`)
and for the name of a block (```` ```figure name ````).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text, did_you_mean, shortened
from trendrapport.prose_html import BLOCKS, FIGURE
from trendrapport.report import Entry, Report
from trendrapport.vocabulary import SINGULAR

_WHERE = {
    "sources": "content/sources.yml", "people": "content/people.yml", "glossary": "content/glossary.yml",
    "milestones": "content/milestones.yml", "charts": "charts/", "tables": "charts/data/", "instruments": "content/instruments/",
    "trends": "content/{edition}/trends/", "interviews": "content/{edition}/interviews/",
    "key_figures": "content/{edition}/key_figures.yml",
}
_WHAT = Text(nl='{sort_nl} "{name}" bestaat niet', en='{sort_en} "{name}" does not exist')
_WHY = Text(nl="lezers zouden hier een lege plek of een dode link vinden",
            en="readers would find an empty place or a dead link here")
_ADD = Text(nl="Voeg die naam toe in {where}, of haal de verwijzing weg.", en="Add that name in {where}, or remove the reference.")
_BLOCK = Text(nl='het blok "{word}" bestaat niet', en='the block "{word}" does not exist')
_WHY_BLOCK = Text(nl="het zou als programmacode getoond worden", en="it would be shown as program code")
_FIX_BLOCK = Text(nl="Kies uit: {names}.", en="Choose from: {names}.")
_NAMED = {"figure": "charts", "key-figure": "key_figures", "quote": "people", "actions": "roles"}


def check(report: Report) -> Iterator[Diagnostic]:
    """Every name in fields, citations and blocks that leads to nothing."""
    for entry, reference in report.references():
        names = report.known(reference.to, entry.edition if reference.own_edition else None)
        if reference.name not in names:
            at = entry.locate(*reference.path, key=reference.is_key)
            yield _unknown(at, reference.to, reference.name, names, entry)
    for text in report.texts:
        yield from _in_text(report, text)


def _in_text(report: Report, entry: Entry) -> Iterator[Diagnostic]:  # type: ignore[type-arg]
    path = entry.source.path
    for citation in entry.outline.citations:
        kind = "charts" if citation.key.startswith(FIGURE) else "sources"
        if (name := citation.key.removeprefix(FIGURE)) not in (names := report.known(kind)):
            yield _unknown(Location(path, citation.at.line, citation.at.column), kind, name, names, entry)
    for block in entry.outline.blocks:
        at = Location(path, block.at.line, block.at.column)
        if block.word not in _NAMED:
            fix = did_you_mean(block.word, BLOCKS, _FIX_BLOCK.filled(names=", ".join(BLOCKS)))
            yield Diagnostic(at, "unknown-block", _BLOCK.filled(word=shortened(block.word)), _WHY_BLOCK, fix)
            continue
        kind = _NAMED[block.word]
        names = report.known(kind, entry.edition if kind == "key_figures" else None)
        if block.name not in names:
            yield _unknown(at, kind, block.name, names, entry)


def _unknown(at: Location, kind: str, name: str, names: Collection[str], entry: Entry) -> Diagnostic:  # type: ignore[type-arg]
    sort = SINGULAR.get(kind, Text(nl=kind, en=kind))
    where = _WHERE.get(kind, "site_config.yml").format(edition=entry.edition or "...")
    code = f"unknown-{sort.en.replace(' ', '-')}"
    fix = did_you_mean(name, names, _ADD.filled(where=where))
    return Diagnostic(at, code, _WHAT.filled(sort_nl=sort.nl, sort_en=sort.en, name=shortened(name)), _WHY, fix)
