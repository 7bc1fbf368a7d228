"""How the trends of each edition hang together."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.overview_figure import downloads
from trendrapport.overviews.network import overview, path
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/network.html`, for an edition with related trends."""
    for edition in view.editions:
        if made := overview(view, edition):
            page, title = path(edition), f"{view.labels('network')}, {view.edition_title(edition).lower()}"
            yield view.overview(page, "network", view.within(edition, page), downloads([made["figure"]]), title=title, section="overviews", made=made)
