"""The impact-certainty matrix of each edition."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.overview_figure import downloads
from trendrapport.overviews.matrix import overview, path
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/matrix.html`, for an edition with more than one trend."""
    for edition in view.editions:
        if made := overview(view, edition):
            page, title = path(edition), f"{view.labels('matrix')}, {view.edition_title(edition).lower()}"
            yield view.overview(page, "matrix", view.within(edition, page), downloads([made["figure"]]), title=title, section="overviews", made=made)
