"""The key figures of each edition."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.entries.key_figures import KeyFigure
from trendrapport.facets import by_edition, editions, faceted, narrowing, trends
from trendrapport.overview_figure import entrance as way
from trendrapport.report import Entry
from trendrapport.view import Page, Value, View

ORDER = 50
LIST = "key_figures.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are key figures."""
    return way(view, "key_figures", LIST, page) if view.report.of(KeyFigure) else None


def pages(view: View) -> Iterator[Page]:
    """`<edition>/key_figures.html` and, with all editions, `key_figures.html`."""
    shown: dict[str, list[Value]] = {}
    for edition in view.editions:
        figures = view.report.of(KeyFigure, edition.slug)
        if not figures:
            continue
        page = f"{edition.slug}/key_figures.html"
        title = f"{view.labels('key_figures')}, {view.edition_title(edition).lower()}"
        groups = [{"href": None, "entries": [_item(view, figure, page) for figure in figures]}]
        yield view.overview(page, "key_figures", view.within(edition, page), title=title, groups=groups, narrowing=None)
        shown[edition.slug] = [_item(view, figure, LIST) for figure in figures]
    if shown:
        every = [item for found in shown.values() for item in found]
        form = narrowing(view, "key_figures", every, {"trend": trends(view), "edition": editions(view)}, search=True)
        yield view.overview(LIST, "key_figures", groups=by_edition(view, shown, LIST), narrowing=form)


def _item(view: View, figure: Entry[KeyFigure], page: str) -> Value:
    return faceted(view.key_figure(figure, page), trend=figure.data.trends, edition=[figure.edition or ""])
