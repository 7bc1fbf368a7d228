"""What changed between any two editions: a page for each pair, and the page on which readers choose one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.overviews.changes import LIST, compared, comparison, counts, link, path
from trendrapport.pages.parts.overview_figure import downloads
from trendrapport.pages.view import Content, Page, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`<newer>/since-<older>.html` for every two editions that have trends, and `changes.html` if there are
    such.
    """
    choices = [(newer, compared(view, newer)) for newer in view.editions]
    for newer, found in choices:
        for older in found:
            title = view.labels("changes_between", older=older.slug, newer=newer.slug)
            summary = view.labels("changes_counted", counts=counts(view, newer, older))
            yield view.overview(
                path(newer, older),
                "changes",
                partial(_between, view, newer, older),
                title=title,
                summary=summary,
                section="overviews",
            )
    if any(found for _, found in choices):
        yield view.overview(
            LIST,
            "changes_index",
            partial(_choice, view, choices),
            title=view.labels("changes"),
            section="overviews",
        )


def _between(view: View, newer: Entry[Edition], older: Entry[Edition]) -> Content:
    page, made = path(newer, older), comparison(view, newer, older)
    choose = {"href": relative(LIST, page), "title": view.labels("choose_two")}
    return Content(
        {"made": made, "all": choose},
        crumbs=view.crumbs(page, (view.labels("changes"), LIST)),
        files=downloads(slope["figure"] for slope in made["slopes"]),
    )


def _choice(view: View, choices: list[tuple[Entry[Edition], list[Entry[Edition]]]]) -> Content:
    return Content(
        {
            "choices": [
                {
                    "edition": view.link(newer, LIST) | {"name": view.edition_title(newer)},
                    "pairs": [link(view, newer, older, LIST) for older in found],
                }
                for newer, found in choices
                if found
            ]
        }
    )
