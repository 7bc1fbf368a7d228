"""The page that leads to every list, and to every overview: those of each edition, and those of the whole
report.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.makers import every_list
from trendrapport.pages.overviews import every_entrance
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

PATH = "overviews.html"


def pages(view: View) -> Iterator[Page]:
    """`overviews.html`; there always is a reading list."""
    yield view.overview(PATH, "overviews", partial(_content, view))


def _content(view: View) -> Content:
    groups = [
        _group(view.labels("lists"), every_list(view, PATH)),
        *(_of_edition(view, edition) for edition in view.editions),
        _group(view.labels("whole_report"), every_entrance(view, None, PATH)),
    ]
    return Content({"groups": [group for group in groups if group["entrances"]]})


def _of_edition(view: View, edition: Entry[Edition]) -> Value:
    href = relative(view.path(edition), PATH)
    return _group(view.edition_title(edition), every_entrance(view, edition, PATH), href)


def _group(title: str, entrances: list[Value], href: str | None = None) -> Value:
    return {"title": title, "href": href, "entrances": entrances}
