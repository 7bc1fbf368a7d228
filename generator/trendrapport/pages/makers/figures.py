"""A page per figure, bare enough for a frame on another site; and a list of all figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.base import Model
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.browser import policy
from trendrapport.pages.browser.look import figure_fonts, icon
from trendrapport.pages.parts.facets import Listed, editions, item_terms, known, narrowing, trends
from trendrapport.pages.parts.figure import address, figure, path, tables
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.parts.schema_org import dataset
from trendrapport.pages.parts.uses import Use, uses
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 60
LIST = "figures.html"
HOST = (
    "<script>\n"
    'addEventListener("message", (event) => {\n'
    '  for (const frame of document.querySelectorAll("iframe")) {\n'
    "    if (frame.contentWindow === event.source && event.data?.figureHeight > 0)"
    " frame.height = event.data.figureHeight;\n"
    "  }\n"
    "});\n"
    "</script>"
)
"""A script for a page that shows figures in frames: it makes each frame as high as its figure says
(`scripts/on_demand/charts/frame.js`).
"""


@dataclass(frozen=True, kw_only=True)
class ListedFigure(Listed):
    """A figure in the list of all figures."""

    title: str
    subtitle: str
    page: str
    svg: str
    source: Value | None
    used: list[Use]


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if the entries show figures."""
    if not view.report.shown_charts:
        return None
    return way(view, "figures", LIST, page)


def pages(view: View) -> Iterator[Page]:
    """`figures/<name>.html` for each chart that an entry shows, and `figures.html`."""
    used = _used(view)
    for name, entries in used.items():
        yield _page(view, name, entries)
    if used:
        yield view.overview(LIST, "figures", partial(_list, view, used), section="overviews")


def _used(view: View) -> dict[str, list[Entry[Model]]]:
    """The entries that show each figure."""
    used: dict[str, list[Entry[Model]]] = {name: [] for name in view.report.shown_charts}
    for entry in view.report.by_path.values():
        for name in entry.outline.figures:
            if name in used:
                used[name].append(entry)
    return used


def _list(view: View, used: Mapping[str, list[Entry[Model]]]) -> Content:
    figures = [_listed(view, name, entries) for name, entries in used.items()]
    figures.sort(key=lambda one: one.title.casefold())
    facets = {"trend": trends(view), "edition": editions(view)}
    form = narrowing(view, "figures", figures, facets, search=True)
    return Content({"figures": figures, "narrowing": form})


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
    page, own_address = path(name), address(view, name)
    card = own_address.removesuffix(".html") + ".card.png"
    config = view.report.config
    context = {
        "value": figure(view, name, page),
        "early": all(view.early(entry) for entry in entries),
        "used": uses(view, entries, page),
        "host": HOST,
        "report": config.title,
        "address": own_address,
        "card": card if config.pictures else None,
        "fonts": figure_fonts(view.report.config.look.letters),
        "icon": icon(config),
        "policy": policy.WITHIN,
        "language": config.language,
        "locale": view.labels("locale"),
    }
    return Content(context, about=(dataset(view, view.report.charts[name], own_address),))


def _listed(view: View, name: str, entries: list[Entry[Model]]) -> ListedFigure:
    chart = view.report.charts[name].data
    trends = [entry.slug for entry in entries if isinstance(entry.data, Trend)]
    return ListedFigure(
        title=chart.title,
        subtitle=chart.subtitle,
        page=relative(path(name), LIST),
        svg=relative(f"figures/{name}.svg", LIST),
        source=view.source(chart.source, LIST),
        used=uses(view, entries, LIST),
        terms=item_terms(trend=known(view, trends), edition=[entry.edition for entry in entries]),
    )
