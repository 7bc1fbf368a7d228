"""A page per figure, bare enough to stand in a frame on another site; and a list of all figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.base import Model
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.browser import policy
from trendrapport.pages.parts.facets import editions, faceted, known, narrowing, trends
from trendrapport.pages.parts.figure import address, figure, path, tables
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.parts.schema_org import dataset
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 60
LIST = "figures.html"
HOST = """<script>
addEventListener("message", (event) => {
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === event.source && event.data?.figureHeight > 0) frame.height = event.data.figureHeight;
  }
});
</script>"""
"""What a page that shows figures in frames can have, once: each frame gets as high as its figure says it is
(`scripts/on_demand/charts/frame.js`).
"""


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if the entries show figures."""
    return way(view, "figures", LIST, page) if view.report.shown_charts else None


def pages(view: View) -> Iterator[Page]:
    """`figures/<name>.html` for each chart that an entry shows, and `figures.html`."""
    used: dict[str, list[Entry[Model]]] = {name: [] for name in view.report.shown_charts}
    for entry in view.report.by_path.values():
        for name in entry.outline.figures:
            if name in used:
                used[name].append(entry)
    for name, entries in used.items():
        yield _page(view, name, entries)
    if used:
        yield view.overview(LIST, "figures", partial(_list, view, used), section="overviews")


def _list(view: View, used: Mapping[str, list[Entry[Model]]]) -> Content:
    listed = sorted(
        (_listed(view, name, entries) for name, entries in used.items()),
        key=lambda one: str(one["title"]).casefold(),
    )
    form = narrowing(view, "figures", listed, {"trend": trends(view), "edition": editions(view)}, search=True)
    return Content({"figures": listed, "narrowing": form})


def _page(view: View, name: str, entries: list[Entry[Model]]) -> Page:
    chart = view.report.charts[name].data
    content = partial(_content, view, name, entries)
    return Page(
        path(name),
        "figure",
        chart.title,
        chart.subtitle,
        "figures",
        content,
        tables(view, [name]),
        whole=True,
    )


def _content(view: View, name: str, entries: list[Entry[Model]]) -> Content:
    place = path(name)
    card = address(view, name).removesuffix(".html") + ".card.png" if view.report.config.pictures else None
    early = all(view.early(entry) for entry in entries)
    context = {
        "value": figure(view, name, place),
        "early": early,
        "used": _links(view, entries, place),
        "host": HOST,
        "report": view.report.config.title,
        "address": address(view, name),
        "card": card,
        "policy": policy.WITHIN,
        "language": view.report.config.language,
        "locale": view.labels("locale"),
    }
    return Content(context, about=(dataset(view, view.report.charts[name], address(view, name)),))


def _listed(view: View, name: str, entries: list[Entry[Model]]) -> Value:
    chart = view.report.charts[name].data
    shown = {
        "title": chart.title,
        "subtitle": chart.subtitle,
        "page": relative(path(name), LIST),
        "svg": relative(f"figures/{name}.svg", LIST),
        "source": view.source(chart.source, LIST),
        "used": _links(view, entries, LIST),
    }
    told = [entry.slug for entry in entries if isinstance(entry.data, Trend)]
    return faceted(
        shown, trend=known(view, told), edition=[entry.edition for entry in entries if entry.edition]
    )


def _links(view: View, entries: list[Entry[Model]], page: str) -> list[Value]:
    return [view.link(entry, page) | {"edition": entry.edition} for entry in entries]
