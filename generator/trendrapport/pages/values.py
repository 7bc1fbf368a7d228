"""What trends do to public values, for each edition and for all together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.addresses import relative
from trendrapport.entries.editions import Edition
from trendrapport.overview_figure import downloads
from trendrapport.overviews.values import ALL, entrances, overview, path
from trendrapport.report import Entry
from trendrapport.view import Content, Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/values.html` for an edition that weighs values, and `values.html` if more than one does."""
    for edition in view.editions:
        page, title = path(edition), f"{view.labels('values')}, {view.edition_title(edition).lower()}"
        if entrances(view, edition, page):
            yield view.overview(page, "values", partial(_content, view, edition), title=title, section="overviews")
    if entrances(view, None, ALL):
        yield view.overview(ALL, "values", partial(_content, view, None), title=view.labels("values_all"), section="overviews")


def _content(view: View, edition: Entry[Edition] | None) -> Content:
    page, made = path(edition), overview(view, edition)
    whole = {"href": relative(ALL, page), "title": view.labels("values_all")} if edition and entrances(view, None, page) else None
    return Content({"made": made, "whole": whole}, crumbs=view.within(edition, page) if edition else (),
                   files=downloads([made["figure"]] if made else []))
