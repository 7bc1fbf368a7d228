"""A file for each type of page: the report to pages, each with all that its template shows.

A module here holds one function and nothing registers it elsewhere:

    def pages(view: View) -> Iterator[Page]: ...

A kind of entry that has texts and no module of its own gets one page per entry, from the template with the
kind's name in `templates/` (see `entry_page`).

A module that makes a list of the whole report also holds these, by which the page of all overviews leads to
it:

    ORDER = 20
    def entrance(view: View, page: str) -> Entrance | None: ...
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from trendrapport.pages.parts.entry import entry_page
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.search.page import page as search_page
from trendrapport.pages.view import Page, View
from trendrapport.runtime.plugins import modules


class Maker(Protocol):
    """What each module in this folder holds."""

    def pages(self, view: View) -> Iterator[Page]:
        """The pages of this sort."""


def every_page(view: View) -> list[Page]:
    """Every page of the site, by path."""
    from trendrapport.pages import makers as package

    makers = modules(package)
    made: list[Page] = []
    for maker in makers.values():
        made.extend(maker.pages(view))
    made.extend(entry_page(view, entry) for entry in view.report.by_path.values() if entry.kind not in makers)
    for language in view.report.languages:
        made.extend(_translated(view.in_language(language), makers))
    made.append(search_page(view, made))
    return sorted(made, key=lambda page: page.path)


def _translated(view: View, makers: Mapping[str, Maker]) -> Iterator[Page]:
    """The pages of the entries that are in the view's language."""
    entries = {view.path(entry): entry for entry in view.report.entries if entry.language}
    kinds = {entry.kind for entry in entries.values()}
    for kind in sorted(kinds & makers.keys()):
        yield from (page for page in makers[kind].pages(view) if page.path in entries)
    yield from (entry_page(view, entry) for entry in entries.values() if entry.kind not in makers)


def every_list(view: View, page: str) -> list[Entrance]:
    """The links from a page to every list of the whole report, in their order."""
    from trendrapport.pages import makers as package

    lists = [module for module in modules(package).values() if hasattr(module, "entrance")]
    ways = []
    for module in sorted(lists, key=lambda module: module.ORDER):
        way = module.entrance(view, page)
        if way:
            ways.append(way)
    return ways
