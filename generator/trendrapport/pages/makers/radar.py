"""The trend radar of each edition."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.model.entries.editions import Edition
from trendrapport.pages.overviews import pages_of, radar
from trendrapport.pages.overviews.changes import compared, link
from trendrapport.pages.view import Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`<edition>/radar.html`, for an edition with trends."""
    return pages_of(view, "radar", radar, _since)


def _since(view: View, edition: Entry[Edition]) -> Value:
    """The ways to what changed since each older edition."""
    return {"since": [link(view, edition, older, radar.path(edition)) for older in compared(view, edition)]}
