"""A correction on a day that cannot be right (`wrong-correction-day`).

A correction tells readers what was wrong in a text that they had already: it cannot be older than the text,
or of a day that has not come yet.

    written: 2026-03-04
    corrections:
      - date: 2026-02-01        # wrong-correction-day: before the text existed
        what: Het aantal was 25 en is nu 52.
        why: De cijfers waren omgewisseld.

Correct the date. A text that readers do not have yet needs no corrections: just change it.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.checks.wrong_update_day import appeared
from trendrapport.diagnostics import Diagnostic, Text, warning
from trendrapport.language.labels import date_text
from trendrapport.model.publishable import Publishable
from trendrapport.report.report import Report
from trendrapport.runtime.day import today

_BEFORE = Text(
    nl="deze correctie is van {day}, en de tekst verscheen pas op {appeared}",
    en="this correction is of {day}, but the text appeared on {appeared}",
)
_AHEAD = Text(nl="deze correctie is pas op {day}", en="this correction is only on {day}")
_WHY = Text(
    nl="lezers en wie de tekst citeert, krijgen een datum te zien die niet klopt",
    en="readers, and anyone who cites the text, are shown a date that is wrong",
)
_FIX = Text(
    nl="Verbeter de dag, of haal de correctie weg als nog geen lezer de tekst had.",
    en="Mend the day, or remove the correction if no reader had the text yet.",
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every correction before its text was there, or of a day that has not come yet."""
    for entry in report.entries:
        if not isinstance(entry.data, Publishable):
            continue
        for index, correction in enumerate(entry.data.corrections):
            wrong = _wrong(correction.date, appeared(report, entry, entry.data))
            if wrong:
                at = entry.locate("corrections", index, "date")
                yield warning(at, "wrong-correction-day", (wrong, _WHY, _FIX))


def _wrong(day: str, appeared: str) -> Text | None:
    """What is wrong with the day of a correction."""
    if day < appeared:
        return _BEFORE.filled(day=date_text(day), appeared=date_text(appeared))
    if day > today():
        return _AHEAD.filled(day=date_text(day))
    return None
