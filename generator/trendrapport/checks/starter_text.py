"""Text from a starter file that was left in (`starter-text`).

`trendrapport new` fills in what a field needs, such as `definition: "Wat het betekent, in gewone taal."`, and
below it `Schrijf hier de tekst.` Readers would get that as it is. Write something in its place, or leave the
entry out. Drafts are not looked at, as nobody sees them, nor charts and people that only drafts use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.diagnostics import Diagnostic, Location, Severity, Text, shortened
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.base import Model
from trendrapport.model.entries.people import Person
from trendrapport.model.publishable import Publishable, Status
from trendrapport.model.starter_fields import BODY, NAME, starter_texts
from trendrapport.report.report import Entry, Report

_WHAT = Text(
    nl='"{text}" is nog de tekst van het beginbestand', en=('"{text}" is still the text of the starter file')
)
_WHY = Text(nl="lezers krijgen het zo te zien", en="readers get it as it is")
_FIX = Text(
    nl="Schrijf hier wat u wilt zeggen, of haal het weg.",
    en=("Write here what you want to say, or remove it."),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every field and every text that is as the starter file had it."""
    shown = [entry for entry in report.entries if not _is_draft(entry)]
    charts = {name for entry in shown for name in entry.outline.figures}
    people = {one.name for entry in shown for one in entry.references if one.to == "people"}
    people |= {block.name for entry in shown for block in entry.outline.blocks if block.word == "quote"}
    for entry in shown:
        if entry.kind != "people" or entry.slug in people:
            yield from _fields(entry)
            yield from _body(entry)
    for name, chart in report.charts.items():
        if name in charts:
            yield from _fields(chart)


def _is_draft(entry: Entry[Model]) -> bool:
    return isinstance(entry.data, Publishable) and entry.data.status is Status.DRAFT


def _fields(entry: Entry[Any]) -> Iterator[Diagnostic]:
    for path, text in _left_in(entry.data, ()):
        yield _told(entry.locate(*path), text)


def _left_in(data: Model, at: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Every text in a model, and in the models within it, that a starter file had there."""
    written = starter_texts(type(data))
    for name, field in type(data).model_fields.items():
        known = written.get(name, frozenset())
        if isinstance(data, Person) and name == "name":
            known |= {NAME.nl, NAME.en}
        for path, value in _values(getattr(data, name), (*at, field.alias or name)):
            if isinstance(value, Model):
                yield from _left_in(value, path)
            elif value in known:
                yield path, value


def _values(value: Any, at: DataPath) -> Iterator[tuple[DataPath, Any]]:  # noqa: ANN401
    """Each text and each model in the value of a field."""
    match value:
        case str() | Model():
            yield at, value
        case tuple():
            for index, item in enumerate(value):
                yield from _values(item, (*at, index))
        case dict():
            for key, item in value.items():
                yield from _values(item, (*at, key))


def _body(entry: Entry[Model]) -> Iterator[Diagnostic]:
    if (text := entry.source.body.strip()) in {BODY.nl, BODY.en}:
        yield _told(Location(entry.source.path, entry.source.body_line), text)


def _told(at: Location, text: str) -> Diagnostic:
    return Diagnostic(at, "starter-text", _WHAT.filled(text=shortened(text)), _WHY, _FIX, Severity.WARNING)
