"""What changed between any two editions: a page for each pair, and a page to choose two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from trendrapport.model.addresses import relative
from trendrapport.model.entries.editions import Edition
from trendrapport.pages.overviews.changes import (
    LIST,
    ComparisonLink,
    compared,
    comparison,
    counts,
    link,
    path_since,
)
from trendrapport.pages.parts.overview_figure import downloads
from trendrapport.pages.view import Content, NamedLink, Page, View
from trendrapport.report.report import Entry

Choice = tuple[Entry[Edition], Sequence[Entry[Edition]]]
"""An edition, and the older ones that it can be compared with."""


@dataclass(frozen=True)
class ListedEdition:
    """An edition in the list of comparisons, with those that it is the newer one of."""

    edition: NamedLink
    pairs: list[ComparisonLink]


def pages(view: View) -> Iterator[Page]:
    """`<newer>/since-<older>.html` for every two editions that have trends, and `changes.html` if there are
    such.
    """
    choices = list(_choices(view))
    for newer, every_older in choices:
        for older in every_older:
            yield _pair_page(view, newer, older)
    if choices:
        yield view.overview(
            LIST,
            "changes_index",
            partial(_index, view, choices),
            title=view.labels("changes"),
            section="overviews",
        )


def _choices(view: View) -> Iterator[Choice]:
    for newer in view.editions:
        every_older = compared(view, newer)
        if every_older:
            yield newer, every_older


def _pair_page(view: View, newer: Entry[Edition], older: Entry[Edition]) -> Page:
    return view.overview(
        path_since(newer, older),
        "changes",
        partial(_between, view, newer, older),
        title=view.labels("changes_between", older=view.short_name(older), newer=view.short_name(newer)),
        summary=view.labels("changes_counted", counts=counts(view, newer, older)),
        section="overviews",
    )


def _between(view: View, newer: Entry[Edition], older: Entry[Edition]) -> Content:
    page, made = path_since(newer, older), comparison(view, newer, older)
    choose = {"href": relative(LIST, page), "title": view.labels("choose_two")}
    return Content(
        {"made": made, "all": choose},
        crumbs=view.crumbs(page, (view.labels("changes"), LIST)),
        files=downloads(slope.figure for slope in made.slopes),
    )


def _index(view: View, choices: Sequence[Choice]) -> Content:
    return Content({"choices": [_choice(view, newer, every_older) for newer, every_older in choices]})


def _choice(view: View, newer: Entry[Edition], every_older: Sequence[Entry[Edition]]) -> ListedEdition:
    """An edition, and links to what changed in it since each older one."""
    pairs = [link(view, newer, older, LIST) for older in every_older]
    return ListedEdition(view.named_link(newer, LIST, view.edition_title(newer)), pairs)
