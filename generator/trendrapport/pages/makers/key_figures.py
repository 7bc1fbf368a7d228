"""The key figures of each edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.pages.parts.facets import by_edition, editions, faceted, known, narrowing, trends
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 50
LIST = "key_figures.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are key figures."""
    return way(view, "key_figures", LIST, page) if view.report.of(KeyFigure) else None


def pages(view: View) -> Iterator[Page]:
    """`<edition>/key_figures.html` and, with all editions, `key_figures.html`."""
    found = [edition for edition in view.editions if view.report.of(KeyFigure, edition.slug)]
    for edition in found:
        title = view.title_in(edition, "key_figures")
        yield view.overview(
            f"{edition.slug}/key_figures.html", "key_figures", partial(_in, view, edition), title=title
        )
    if found:
        yield view.overview(LIST, "key_figures", partial(_list, view, found))


def _in(view: View, edition: Entry[Edition]) -> Content:
    page = f"{edition.slug}/key_figures.html"
    groups = [
        {
            "href": None,
            "entries": [_item(view, figure, page) for figure in view.report.of(KeyFigure, edition.slug)],
        }
    ]
    return Content({"groups": groups, "narrowing": None}, crumbs=view.within(edition, page))


def _list(view: View, found: Sequence[Entry[Edition]]) -> Content:
    shown = {
        edition.slug: [_item(view, figure, LIST) for figure in view.report.of(KeyFigure, edition.slug)]
        for edition in found
    }
    every = [item for items in shown.values() for item in items]
    form = narrowing(
        view, "key_figures", every, {"trend": trends(view), "edition": editions(view)}, search=True
    )
    return Content({"groups": by_edition(view, shown, LIST), "narrowing": form})


def _item(view: View, figure: Entry[KeyFigure], page: str) -> Value:
    return faceted(
        view.key_figure(figure, page), trend=known(view, figure.data.trends), edition=[figure.edition or ""]
    )
