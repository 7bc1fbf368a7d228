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
from trendrapport.model.shared_fields import Publishable
from trendrapport.report.report import Report
from trendrapport.runtime.day import today

_BEFORE = Text(
    nl="deze correctie is van {day}, maar de tekst verscheen pas op {appeared}",
    en="this correction is dated {day}, but the text was not published until {appeared}",
)
_AHEAD = Text(
    nl="deze correctie heeft een datum in de toekomst: {day}",
    en="this correction has a date in the future: {day}",
)
_WHY = Text(
    nl="lezers, ook wie de tekst citeert, zien een onjuiste datum",
    en="readers, and anyone who cites the text, see a wrong date",
)
_FIX = Text(
    nl="Verbeter de dag, of verwijder de correctie als nog geen lezer de tekst had gezien.",
    en="Correct the day, or remove the correction if no reader had seen the text yet.",
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
