"""The trend radar of each edition."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.overview_figure import downloads
from trendrapport.overviews.changes import compared, link
from trendrapport.overviews.radar import overview, path
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/radar.html`, for an edition with trends."""
    for edition in view.editions:
        if radar := overview(view, edition):
            page = path(edition)
            title = f"{view.labels('radar')}, {view.edition_title(edition).lower()}"
            since = [link(view, edition, older, page) for older in compared(view, edition)]
            yield view.overview(page, "radar", view.within(edition, page), downloads([radar["figure"]]), title=title, section="overviews",
                                radar=radar, since=since)
