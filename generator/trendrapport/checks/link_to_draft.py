"""A link or mention on a published page that leads to something unpublished.

- `link-to-draft`: a link to a draft, to a text in review, or to an entry for a later day (`publish`).
  The site shows it as plain text until that page is published. Finish that page (`status: final`), or
  remove the link. An entry in an unpublished edition is unpublished too;
- `unshown-figure`: `[@fig:name]` for a figure that no published page shows. The site shows nothing there.
  Show the figure, or remove the mention.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import unquote

from trendrapport.diagnostics import Diagnostic, Text, every_filled, shortened, warning
from trendrapport.language.labels import date_text
from trendrapport.model.shared_fields import UNFINISHED, Status
from trendrapport.prose.html import FIGURE
from trendrapport.report.published import held
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.day import today

_WHY = Text(
    nl="zolang lezers die pagina niet krijgen, zien ze alleen de tekst van de link",
    en="readers see only the text of the link until that page is published",
)
_FINISH = Text(
    nl='Zet "status: final" op die pagina, of verwijder de link.',
    en='Put "status: final" on that page, or remove the link.',
)
_UNFINISHED = {
    Status.DRAFT.value: (
        Text(nl='de link "{target}" leidt naar een concept', en='the link "{target}" leads to a draft'),
        _WHY,
        _FINISH,
    ),
    Status.REVIEW.value: (
        Text(
            nl='de link "{target}" leidt naar een tekst die nog wordt beoordeeld',
            en='the link "{target}" leads to a text that is still in review',
        ),
        _WHY,
        _FINISH,
    ),
}
_LATER = (
    Text(
        nl='de link "{target}" leidt naar een pagina die pas op {date} verschijnt',
        en='the link "{target}" leads to a page that is not published until {date}',
    ),
    _WHY,
    Text(
        nl='Zet op deze pagina dezelfde dag bij "publish", of verwijder de link.',
        en='Give this page the same "publish" day, or remove the link.',
    ),
)
_UNSHOWN = (
    Text(
        nl='de figuur "{name}" staat op geen enkele gepubliceerde pagina',
        en='the figure "{name}" is on no published page',
    ),
    Text(nl="lezers zien op deze plaats niets", en="readers see nothing here"),
    Text(
        nl='Toon de figuur op een pagina met "```figure {name}", of verwijder de verwijzing.',
        en='Show the figure on a page with "```figure {name}", or remove the reference.',
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every link and mention that leads nowhere on what readers get."""
    waiting = held(report, today())
    out = [entry for entry in report.entries if entry.name not in waiting]
    paths = {entry.source.path: waiting[entry.name] for entry in report.entries if entry.name in waiting}
    shown: set[str] = set()
    for entry in out:
        shown.update(entry.outline.figures)
    # As long as an entry cannot be read, it may show any figure.
    unshown = report.charts.keys() - shown if report.names <= report.read else frozenset()
    for entry in out:
        yield from _links(entry, paths)
        yield from _mentions(entry, unshown)


def _links(entry: Entry[Any], waiting: dict[str, str]) -> Iterator[Diagnostic]:
    """Links to files that wait, of which each has its reason."""
    for link in entry.outline.links if waiting else ():
        target = posixpath.join(posixpath.dirname(entry.source.path), unquote(link.target).partition("#")[0])
        why = waiting.get(posixpath.normpath(target))
        if why is None:
            continue
        date = "" if why in UNFINISHED else date_text(why)
        at = entry.in_text(link.at)
        texts = every_filled(_UNFINISHED.get(why, _LATER), target=shortened(link.target), date=date)
        yield warning(at, "link-to-draft", texts)


def _mentions(entry: Entry[Any], unshown: Collection[str]) -> Iterator[Diagnostic]:
    for citation in entry.outline.citations:
        name = citation.key.removeprefix(FIGURE)
        if citation.key.startswith(FIGURE) and name in unshown:
            at = entry.in_text(citation.at)
            yield warning(at, "unshown-figure", every_filled(_UNSHOWN, name=name))
