"""A trend that is called new where that follows by itself (`needless-new`).

`new: true` is for the first edition of a report, which has no older one to compare with. In later editions, a
trend is new when no older edition has it, whatever this field says:

    new: true        # in the second edition: needless-new

Remove the field.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.diagnostics import Diagnostic, Text, Texts, warning
from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.trends import Trend
from trendrapport.report.report import Report

_TEXTS: Texts = (
    Text(
        nl='"new" staat bij een trend die niet in de eerste editie staat',
        en='"new" is on a trend that is not in the first edition',
    ),
    Text(
        nl="of een trend nieuw is, volgt hier uit de edities ervoor",
        en="whether a trend is new follows from the editions before it here",
    ),
    Text(nl="Verwijder de sleutel.", en="Remove the key."),
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every such trend."""
    if "editions" in report.unknown:
        return
    first = min(report.of(Edition), key=lambda edition: (edition.data.published, edition.slug), default=None)
    for trend in report.of(Trend):
        if trend.data.new and first and trend.edition != first.slug:
            yield warning(trend.locate("new", key=True), "needless-new", _TEXTS)
