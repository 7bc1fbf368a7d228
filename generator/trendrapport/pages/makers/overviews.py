"""The page that leads to every list, and to every overview: those of each edition, and those of the whole
report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.makers import every_list
from trendrapport.pages.overviews import every_entrance
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.view import Content, Page, View
from trendrapport.report.report import Entry

PATH = "overviews.html"


@dataclass(frozen=True)
class Group:
    """The links to the overviews of an edition, or to those of the whole report."""

    title: str
    href: str | None
    entrances: list[Entrance]


def pages(view: View) -> Iterator[Page]:
    """`overviews.html`; there always is a reading list."""
    yield view.overview(PATH, "overviews", partial(_content, view))


def _content(view: View) -> Content:
    groups = [
        _group(view.labels("lists"), every_list(view, PATH)),
        *(_of_edition(view, edition) for edition in view.editions),
        _group(view.labels("whole_report"), every_entrance(view, None, PATH)),
    ]
    return Content({"groups": [group for group in groups if group.entrances]})


def _of_edition(view: View, edition: Entry[Edition]) -> Group:
    href = relative(view.path(edition), PATH)
    return _group(view.edition_title(edition), every_entrance(view, edition, PATH), href)


def _group(title: str, entrances: list[Entrance], href: str | None = None) -> Group:
    return Group(title, href, entrances)
