"""Text from a starter file that was left in (`starter-text`).

`trendrapport new` fills in required fields with an example, such as
`definition: "Wat het betekent, in gewone taal."`, and writes `Schrijf hier de tekst.` below them. Readers
would see that text. Replace it, or leave the entry out. Drafts are not checked, because nobody sees them, and
neither are charts and people that only drafts use.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, shortened, warning
from trendrapport.model.base import Model
from trendrapport.model.entries.people import Person
from trendrapport.model.shared_fields import UNFINISHED, Publishable
from trendrapport.model.starter_fields import BODY, NAME, starter_texts
from trendrapport.model.texts import FieldText, texts
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest

_TEXTS: Texts = (
    Text(
        nl='"{text}" is nog de tekst van het beginbestand',
        en='"{text}" is still the text of the starter file',
    ),
    Text(nl="lezers zouden deze tekst zien", en="readers would see this text"),
    Text(
        nl="Schrijf hier uw eigen tekst, of verwijder deze.",
        en="Write your own text here, or remove this.",
    ),
)


def parts(report: Report) -> Iterator[Part]:
    """Each entry and each chart that readers get."""
    shown = [entry for entry in report.entries if not _is_draft(entry)]
    charts, people = _used_by(shown)
    for entry in shown:
        if entry.kind != "people" or entry.slug in people:
            yield _part(entry)
    for name, chart in report.charts.items():
        if name in charts:
            yield _part(chart)


def _part(entry: Entry[Any]) -> Part:
    return Part(digest(entry.kind, entry.json, entry.source.body), partial(_of_entry, entry))


def _of_entry(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Every field, and the text, if it is as the starter file had it."""
    yield from _fields(entry)
    yield from _body(entry)


def _is_draft(entry: Entry[Model]) -> bool:
    return isinstance(entry.data, Publishable) and entry.data.status in UNFINISHED


def _used_by(entries: list[Entry[Model]]) -> tuple[set[str], set[str]]:
    """The charts and the people that entries name."""
    charts: set[str] = set()
    people: set[str] = set()
    for entry in entries:
        charts |= set(entry.outline.figures)
        people |= {one.name for one in entry.references if one.to == "people"}
        people |= {block.name for block in entry.outline.blocks if block.word == "quote"}
    return charts, people


def _fields(entry: Entry[Any]) -> Iterator[Diagnostic]:
    for found in texts(entry.data):
        if found.text in _started_with(found):
            yield _left_in(entry.locate(*found.path), found.text)


def _started_with(found: FieldText) -> frozenset[str]:
    """What a starter file may have in a field."""
    known = starter_texts(found.model).get(found.field, frozenset())
    if found.model is Person and found.field == "name":
        return known | {NAME.nl, NAME.en}
    return known


def _body(entry: Entry[Model]) -> Iterator[Diagnostic]:
    text = entry.source.body.strip()
    if text in {BODY.nl, BODY.en}:
        yield _left_in(Location(entry.source.path, entry.source.body_line), text)


def _left_in(at: Location, text: str) -> Diagnostic:
    return warning(at, "starter-text", _TEXTS, text=shortened(text))
