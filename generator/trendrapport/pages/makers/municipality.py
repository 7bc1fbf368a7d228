"""All figures that show the reader's own municipality, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.pages.parts.figure import figure, own, tables
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, View

ORDER = 65
PATH = "municipality.html"


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the page, if any figure says something of municipalities."""
    if not _names(view):
        return None
    return way(view, "municipality", PATH, page)


def pages(view: View) -> Iterator[Page]:
    """`municipality.html`, if any figure says something of municipalities."""
    names = _names(view)
    if names:
        yield view.overview(PATH, "municipality", partial(_content, view, names), uses=tables(view, names))


def _content(view: View, names: list[str]) -> Content:
    figures = []
    for name in names:
        shown = figure(view, name, PATH)
        if shown:
            figures.append(shown)
    figures.sort(key=lambda one: one.title.casefold())
    return Content({"own": own(PATH), "figures": figures, "along": view.along("municipality", PATH)})


def _names(view: View) -> list[str]:
    return [name for name in view.report.shown_charts if view.report.charts[name].data.places]
