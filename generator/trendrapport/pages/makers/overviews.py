"""The page that leads to every list, and to every overview: those of each edition, and those of the whole
report.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.pages.makers import every_list
from trendrapport.pages.overviews import every_entrance
from trendrapport.pages.view import Content, Page, Value, View

PATH = "overviews.html"


def pages(view: View) -> Iterator[Page]:
    """`overviews.html`; there always is a reading list."""
    yield view.overview(PATH, "overviews", partial(_content, view))


def _content(view: View) -> Content:
    groups: list[Value] = [{"title": view.labels("lists"), "href": None, "entrances": every_list(view, PATH)}]
    groups += [
        {
            "title": view.edition_title(edition),
            "href": relative(view.path(edition), PATH),
            "entrances": every_entrance(view, edition, PATH),
        }
        for edition in view.editions
    ]
    groups.append(
        {"title": view.labels("whole_report"), "href": None, "entrances": every_entrance(view, None, PATH)}
    )
    return Content({"groups": [group for group in groups if group["entrances"]]})
