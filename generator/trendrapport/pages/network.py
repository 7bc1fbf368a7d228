"""How the trends of each edition hang together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.entries.editions import Edition
from trendrapport.overview_figure import downloads
from trendrapport.overviews.network import entrances, overview, path
from trendrapport.report import Entry
from trendrapport.view import Content, Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/network.html`, for an edition with related trends."""
    for edition in view.editions:
        page = path(edition)
        if entrances(view, edition, page):
            title = f"{view.labels('network')}, {view.edition_title(edition).lower()}"
            yield view.overview(page, "network", partial(_content, view, edition), title=title, section="overviews")


def _content(view: View, edition: Entry[Edition]) -> Content:
    made = overview(view, edition)
    return Content({"made": made}, crumbs=view.within(edition, path(edition)), files=downloads([made["figure"]] if made else []))
