"""An edition with a future date that goes online immediately (`published-in-future`).

`published` is only the date that readers see. The edition itself appears with the next build, unless
`publish` gives a day:

    published: "2099-06"       # published-in-future: readers get it today, dated June 2099
    publish: 2099-06-01        # with this line, they get it in June

Add `publish`, keep the edition a draft (`status: draft`), or correct the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, warning
from trendrapport.language.labels import date_text
from trendrapport.model.entries.editions import Edition
from trendrapport.model.shared_fields import UNFINISHED
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.day import first_day, today

_TEXTS = (
    Text(
        nl='volgens "published" is de editie van {date}, maar lezers krijgen die {when}',
        en='"published" dates the edition {date}, but readers get it {when}',
    ),
    Text(
        nl=(
            '"published" is alleen de datum die lezers zien; "publish" bepaalt vanaf welke dag ze de '
            "editie krijgen"
        ),
        en=(
            '"published" is only the date that readers see; "publish" sets the day from which they '
            "get the edition"
        ),
    ),
    Text(
        nl='Schrijf "publish: {first}" om tot die dag te wachten, of verbeter de datum.',
        en='Write "publish: {first}" to wait until that day, or correct the date.',
    ),
)
_AT_ONCE = Text(nl="meteen", en="immediately")
_FROM = Text(nl="al vanaf {day}", en="from {day}")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every edition that readers get before its own date."""
    day = today()
    for edition in report.of(Edition):
        first = first_day(edition.data.published)
        appears = max(edition.data.publish or day, day)
        if edition.data.status not in UNFINISHED and appears < first:
            yield _finding(edition, first, edition.data.publish if appears > day else None)


def _finding(edition: Entry[Edition], first: str, publish: str | None) -> Diagnostic:
    what, why, fix = _TEXTS
    when = _FROM.filled(day=date_text(publish)) if publish else _AT_ONCE
    filled = what.filled(date=date_text(edition.data.published), when=when)
    return warning(edition.locate("published"), "published-in-future", (filled, why, fix.filled(first=first)))
