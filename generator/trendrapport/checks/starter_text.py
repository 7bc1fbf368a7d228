"""Text of a starter file that was left in (`starter-text`).

`trendrapport new` fills in what a field needs, such as `definition: "Wat het betekent, in gewone taal."`, and below it `Schrijf hier de tekst.`
Readers would get that as it is. Write something in its place, or leave the entry out; drafts are not looked at, as nobody sees them.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Location, Severity, Text, shortened
from trendrapport.model import Model
from trendrapport.publishable import Publishable, Status
from trendrapport.report import Entry, Report
from trendrapport.starter_fields import BODY, sentences

_WHAT = Text(nl='"{text}" is nog de tekst van het beginbestand', en='"{text}" is still the text of the starter file')
_WHY = Text(nl="lezers krijgen het zo te zien", en="readers get it as it is")
_FIX = Text(nl="Schrijf hier wat u wilt zeggen, of haal het weg.", en="Write here what you want to say, or remove it.")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every field and every text that is as the starter file had it, but for those of drafts."""
    for entry in report.entries:
        if isinstance(entry.data, Publishable) and entry.data.status is Status.DRAFT:
            continue
        for name, written in sentences(type(entry.data)).items():
            value = getattr(entry.data, name)
            if isinstance(value, str) and value in written:
                yield _left_in(entry.locate(name), value)
        yield from _body(entry)


def _body(entry: Entry[Model]) -> Iterator[Diagnostic]:
    if (text := entry.source.body.strip()) in {BODY.nl, BODY.en}:
        yield _left_in(Location(entry.source.path, entry.source.body_line), text)


def _left_in(at: Location, text: str) -> Diagnostic:
    return Diagnostic(at, "starter-text", _WHAT.filled(text=shortened(text)), _WHY, _FIX, Severity.WARNING)
