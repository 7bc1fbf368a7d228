"""A page per figure, bare enough to stand in a frame on another site; and a list of all figures."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.figures import address, figure, path
from trendrapport.view import Page, Value, View

LIST = "figures.html"


def pages(view: View) -> Iterator[Page]:
    """`figures/<name>.html` for each chart that an entry shows, and `figures.html`."""
    shown = view.report.shown_charts
    for name in shown:
        yield _page(view, name)
    if shown:
        listed = sorted((_listed(view, name) for name in shown), key=lambda one: str(one["title"]).casefold())
        yield view.overview(LIST, "figures", figures=listed)


def _page(view: View, name: str) -> Page:
    place, chart = path(name), view.report.charts[name].data
    context = {"value": figure(view, name, place), "used": _used(view, name, place), "report": view.report.config.title,
               "address": address(view, name), "language": view.report.config.language}
    return Page(place, "figure", chart.title, chart.subtitle, "figures", context, whole=True)


def _listed(view: View, name: str) -> Value:
    return (figure(view, name, LIST) or {}) | {"used": _used(view, name, LIST)}


def _used(view: View, name: str, page: str) -> list[Value]:
    """The entries that show a figure."""
    return [view.link(entry, page) | {"edition": entry.edition} for entry in view.report.by_path.values()
            if any(block.word == "figure" and block.name == name for block in entry.outline.blocks)]
