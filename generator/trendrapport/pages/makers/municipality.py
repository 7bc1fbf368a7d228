"""All figures that tell of the reader's own municipality, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.pages.parts.figure import figure, own, tables
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, Value, View

ORDER = 65
PATH = "municipality.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the page, if any figure has something to tell."""
    return way(view, "municipality", PATH, page) if _names(view) else None


def pages(view: View) -> Iterator[Page]:
    """`municipality.html`, if any figure has something to tell."""
    if names := _names(view):
        yield view.overview(PATH, "municipality", partial(_content, view, names), uses=tables(view, names))


def _content(view: View, names: list[str]) -> Content:
    found = [shown for name in names if (shown := figure(view, name, PATH))]
    return Content({"own": own(PATH), "figures": sorted(found, key=lambda one: str(one["title"]).casefold())})


def _names(view: View) -> list[str]:
    return [name for name in view.report.shown_charts if view.report.charts[name].data.places]
