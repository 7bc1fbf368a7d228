"""Which record of the API says what a page shows, so that the page can name it."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.open_data.addresses import collection_of, entry_id, list_path, record_path
from trendrapport.open_data.links import page_of
from trendrapport.pages.overviews.radar import edition_path as radar_path
from trendrapport.pages.parts.figure import path as figure_path
from trendrapport.pages.view import View


def records_of_pages(view: View) -> dict[str, str]:
    """The file that holds what each page shows, by the path of the page, both from the site's root: of a page
    with many entries the list of these.
    """
    return {**dict(_lists(view)), **dict(_entries(view)), **dict(_others(view))}


def _lists(view: View) -> Iterator[tuple[str, str]]:
    """The pages that hold all entries of a kind, each of which has an anchor."""
    for entry in view.report.entries:
        page, _, anchor = (page_of(view, entry) or "").partition("#")
        if anchor and entry.edition is None:
            yield page, list_path(collection_of(entry.kind))


def _entries(view: View) -> Iterator[tuple[str, str]]:
    """The pages of one entry."""
    for entry in view.entries:
        page = page_of(view, entry)
        if page and "#" not in page:
            yield page, record_path(collection_of(entry.kind), entry_id(entry))


def _others(view: View) -> Iterator[tuple[str, str]]:
    """The pages of figures and radars, and the list of all figures."""
    for name in view.report.shown_charts:
        yield figure_path(name), record_path("figures", name)
    for edition in view.editions:
        if view.trends(edition):
            yield radar_path(edition), record_path("radars", edition.slug)
    for page, collection in (("figures.html", "figures"), ("index.html", "report")):
        yield page, list_path(collection)
