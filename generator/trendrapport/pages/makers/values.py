"""What trends do to public values, for each edition and for all together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.overviews import drawn, pages_of, values
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`<edition>/values.html` for an edition that weighs values, and `values.html` if more than one does."""
    yield from pages_of(view, "values", values, _whole)
    if values.entrances(view, None, values.ALL):
        content = partial(_all, view)
        yield view.overview(
            values.ALL, "values", content, title=view.labels("values_all"), section="overviews"
        )


def _whole(view: View, edition: Entry[Edition]) -> Value:
    """The way to all editions together."""
    page = values.path(edition)
    if not values.entrances(view, None, page):
        return {"whole": None}
    return {"whole": {"href": relative(values.ALL, page), "title": view.labels("values_all")}}


def _all(view: View) -> Content:
    return drawn(values.overview(view, None), whole=None)
