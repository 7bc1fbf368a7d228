"""A date of the last change that cannot be right (`wrong-update-day`).

`updated` tells feeds and search engines when a text last changed. It must be between the day on which the
text appeared and today:

    written: 2026-03-04
    updated: 2026-02-01        # wrong-update-day: before the text existed
    updated: 2099-01-01        # wrong-update-day: in the future

Correct the date, or leave `updated` out. The date is then that of the last commit that changed the file, or
else the day on which the text appeared.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, warning
from trendrapport.language.labels import date_text
from trendrapport.model.base import Model
from trendrapport.model.entries.editions import Edition
from trendrapport.model.shared_fields import Publishable
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.day import first_day, today

_BEFORE = Text(
    nl='volgens "updated" is deze tekst van {updated}, maar die verscheen pas op {appeared}',
    en='"updated" dates this text {updated}, but it was not published until {appeared}',
)
_AHEAD = Text(
    nl='volgens "updated" verandert deze tekst pas op {updated}',
    en='"updated" says that this text does not change until {updated}',
)
_WHY = Text(
    nl="lezers zien een onjuiste datum in feeds en zoekmachines",
    en="readers see a wrong date in feeds and search engines",
)
_FIX = Text(
    nl=('Verbeter de dag, of laat "updated" weg: dan geldt de dag volgens git, of die van verschijnen.'),
    en=(
        'Correct the day, or leave out "updated": then the day that git knows counts, or the day '
        "of publication."
    ),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every day of a change before a text was there, or that has not come yet."""
    day = today()
    for entry in report.entries:
        if isinstance(entry.data, Publishable) and (updated := entry.data.updated):
            first = appeared(report, entry, entry.data)
            if updated < first:
                what = _BEFORE.filled(updated=date_text(updated), appeared=date_text(first))
            elif updated > max(day, entry.data.publish or day):
                what = _AHEAD.filled(updated=date_text(updated))
            else:
                continue
            yield warning(entry.locate("updated"), "wrong-update-day", (what, _WHY, _FIX))


def appeared(report: Report, entry: Entry[Model], data: Publishable) -> str:
    """The day on which a text appeared, or the first on which it can have; empty where none is known."""
    edition = data if isinstance(data, Edition) else _edition(report, entry)
    known = (
        data.publish,
        data.written,
        edition and edition.written,
        edition and first_day(edition.published),
    )
    return next((day for day in known if day), "")


def _edition(report: Report, entry: Entry[Model]) -> Edition | None:
    found = report.get(Edition, entry.edition) if entry.edition else None
    return found.data if found else None
