"""What trends do to public values, for each edition and for all together."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.addresses import relative
from trendrapport.overview_figure import downloads
from trendrapport.overviews.values import ALL, overview, path
from trendrapport.view import Page, Value, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/values.html` for an edition that weighs values, and `values.html` if more than one does."""
    found = [(edition, made) for edition in view.editions if (made := overview(view, edition))]
    for edition, made in found:
        page, title = path(edition), f"{view.labels('values')}, {view.edition_title(edition).lower()}"
        whole = {"href": relative(ALL, page), "title": view.labels("values_all")} if len(found) > 1 else None
        yield _page(view, page, title, made, whole, view.within(edition, page))
    if len(found) > 1 and (made := overview(view, None)):
        yield _page(view, ALL, view.labels("values_all"), made, None, view.crumbs(ALL))


def _page(view: View, page: str, title: str, made: Value, whole: Value | None, crumbs: tuple[Value, ...]) -> Page:  # noqa: PLR0913, PLR0917
    return view.overview(page, "values", crumbs, downloads([made["figure"]]), title=title, section="overviews", made=made, whole=whole)
