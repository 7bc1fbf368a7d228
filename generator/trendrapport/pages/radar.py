"""The trend radar of each edition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.entries.editions import Edition
from trendrapport.overview_figure import downloads
from trendrapport.overviews.changes import compared, link
from trendrapport.overviews.radar import entrances, overview, path
from trendrapport.report import Entry
from trendrapport.view import Content, Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/radar.html`, for an edition with trends."""
    for edition in view.editions:
        page = path(edition)
        if entrances(view, edition, page):
            title = f"{view.labels('radar')}, {view.edition_title(edition).lower()}"
            yield view.overview(page, "radar", partial(_content, view, edition), title=title, section="overviews")


def _content(view: View, edition: Entry[Edition]) -> Content:
    page, radar = path(edition), overview(view, edition)
    since = [link(view, edition, older, page) for older in compared(view, edition)]
    return Content({"radar": radar, "since": since}, crumbs=view.within(edition, page), files=downloads([radar["figure"]] if radar else []))
