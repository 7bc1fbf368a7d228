"""The key figures of each edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.key_figures import KeyFigure
from trendrapport.pages.parts.facets import Listed, by_edition, editions, item_terms, known, narrowing, trends
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, KeyFigureCard, Page, View
from trendrapport.report.report import Entry

ORDER = 50
LIST = "key_figures.html"


@dataclass(frozen=True, kw_only=True)
class ListedKeyFigure(KeyFigureCard, Listed):
    """A key figure in a list of them."""


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are key figures."""
    if not view.report.of(KeyFigure):
        return None
    return way(view, "key_figures", LIST, page)


def pages(view: View) -> Iterator[Page]:
    """`<edition>/key_figures.html` and, with all editions, `key_figures.html`."""
    found = [edition for edition in view.editions if view.report.of(KeyFigure, edition.slug)]
    for edition in found:
        path, title = f"{edition.slug}/key_figures.html", view.title_in(edition, "key_figures")
        yield view.overview(path, "key_figures", partial(_in_edition, view, edition, path), title=title)
    if found:
        yield view.overview(LIST, "key_figures", partial(_list, view, found))


def _in_edition(view: View, edition: Entry[Edition], page: str) -> Content:
    group = {"href": None, "entries": _listed(view, edition, page)}
    return Content({"groups": [group], "narrowing": None}, crumbs=view.within(edition, page))


def _list(view: View, found: Sequence[Entry[Edition]]) -> Content:
    shown = {edition.slug: _listed(view, edition, LIST) for edition in found}
    every = list(chain(*shown.values()))
    facets = {"trend": trends(view), "edition": editions(view)}
    form = narrowing(view, "key_figures", every, facets, search=True)
    return Content({"groups": by_edition(view, shown, LIST), "narrowing": form})


def _listed(view: View, edition: Entry[Edition], page: str) -> list[ListedKeyFigure]:
    """The key figures of an edition."""
    found = []
    for figure in view.report.of(KeyFigure, edition.slug):
        card = view.key_figure(figure, page)
        terms = item_terms(trend=known(view, figure.data.trends), edition=[figure.edition])
        found.append(ListedKeyFigure(**vars(card), terms=terms))
    return found
