"""A file per overview that is drawn from the entries themselves.

A module here holds these and nothing registers it elsewhere:

    ORDER = 20
    def overview(view: View, edition: Entry[Edition]) -> Drawn | None: ...
    def entrances(view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]: ...

and, if it has a page for each edition, from the template of its own name:

    def edition_path(edition: Entry[Edition]) -> str: ...
    def beside(view: View, edition: Entry[Edition]) -> Value: ...  # optional: what else that page shows

`overview` gives a frozen dataclass with all that its template shows, or None when there is nothing to
show; for an overview of the whole report, the edition may be None and `makers/` makes the page. A module with
`edition_path` has a `figure` among its fields, made by `overview_figure`. `entrances` are the links to an
overview, for the pages that lead to it; the labels `<name>` and `<name>_intro` say its name and what it
shows.
The page that an edition links to has a table of the same name beside it (`radar.csv`), which the edition's
cover links to as well.

The layout of a drawing is computed in a module of `placing/`, which knows nothing of trends.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Protocol

from trendrapport.model.entries.editions import Edition
from trendrapport.pages.parts.overview_figure import Entrance, OverviewFigure, downloads
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry
from trendrapport.runtime.plugins import modules


class Drawn(Protocol):
    """What an overview with a page of its own shows."""

    @property
    def figure(self) -> OverviewFigure:
        """All that is around its drawing."""


class Overview(Protocol):
    """What each module in this folder holds."""

    ORDER: int
    """Its position in a list of overviews, the lowest first."""

    def overview(self, view: View, edition: Entry[Edition]) -> object | None:
        """What an edition's overview shows."""

    def entrances(self, view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]:
        """The links from a page to this overview of an edition, or of the whole report; see `entrance`."""


class OfEditions(Overview, Protocol):
    """An overview that has a page for each edition."""

    def overview(self, view: View, edition: Entry[Edition]) -> Drawn | None:
        """What its page shows."""

    def edition_path(self, edition: Entry[Edition]) -> str:
        """The page of an edition, from the site's root."""


def edition_pages(view: View) -> Iterator[Page]:
    """A page for each edition that an overview has an entrance for."""
    for name, module in _in_order():
        if hasattr(module, "edition_path"):
            yield from _pages(view, name, module)


def _pages(view: View, name: str, module: OfEditions) -> Iterator[Page]:
    for edition in view.editions:
        page = module.edition_path(edition)
        if module.entrances(view, edition, page):
            content = partial(_content, view, module, edition)
            yield view.overview(page, name, content, title=view.title_in(edition, name), section="overviews")


def _content(view: View, module: OfEditions, edition: Entry[Edition]) -> Content:
    made = module.overview(view, edition)
    crumbs = view.within(edition, module.edition_path(edition))
    beside = getattr(module, "beside", None)
    return drawn(made, crumbs, **(beside(view, edition) if beside else {}))


def drawn(made: Drawn | None, crumbs: tuple[Value, ...] = (), **context: Any) -> Content:  # noqa: ANN401
    """The content of a page with an overview, if that has something to show."""
    figures = [made.figure] if made else []
    return Content({"made": made, **context}, crumbs=crumbs, files=downloads(figures))


def every_entrance(view: View, edition: Entry[Edition] | None, page: str) -> list[Entrance]:
    """The links from a page to every overview of an edition, or of the whole report."""
    links: list[Entrance] = []
    for _, module in _in_order():
        links += module.entrances(view, edition, page)
    return links


def _in_order() -> list[tuple[str, Any]]:
    from trendrapport.pages import overviews as package

    return sorted(modules(package).items(), key=lambda item: (item[1].ORDER, item[0]))
