"""What changed between any two editions: a page for each pair, and the page on which readers choose one."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.addresses import relative
from trendrapport.overview_figure import downloads
from trendrapport.overviews.changes import LIST, compared, comparison, link, path
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<newer>/since-<older>.html` for every two editions that have trends, and `changes.html` if there are such."""
    choices = [(newer, compared(view, newer)) for newer in view.editions]
    for newer, found in choices:
        for older in found:
            page, made = path(newer, older), comparison(view, newer, older)
            title = view.labels("changes_between", older=older.slug, newer=newer.slug)
            way = view.crumbs(page, (view.labels("changes"), LIST))
            yield view.overview(page, "changes", way, downloads(slope["figure"] for slope in made["slopes"]), title=title, section="overviews",
                                summary=view.labels("changes_counted", counts=made["counts"]), made=made,
                                all={"href": relative(LIST, page), "title": view.labels("choose_two")})
    shown = [{"edition": view.link(newer, LIST) | {"name": view.edition_title(newer)}, "pairs": [link(view, newer, older, LIST) for older in found]}
             for newer, found in choices if found]
    if shown:
        yield view.overview(LIST, "changes_index", title=view.labels("changes"), section="overviews", choices=shown)
