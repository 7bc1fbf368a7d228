"""The key figures of each edition."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.entries.key_figures import KeyFigure
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/key_figures.html` and, with all editions, `key_figures.html`."""
    listed, shown = "key_figures.html", []
    for edition in view.editions:
        figures = view.report.of(KeyFigure, edition.slug)
        if not figures:
            continue
        page = f"{edition.slug}/key_figures.html"
        title = f"{view.labels('key_figures')}, {view.edition_title(edition).lower()}"
        groups = [{"edition": None, "figures": [view.key_figure(figure, page) for figure in figures]}]
        yield view.overview(page, "key_figures", view.within(edition, page), title=title, groups=groups)
        shown.append({"edition": view.link(edition, listed) | {"slug": edition.slug},
                      "figures": [view.key_figure(figure, listed) for figure in figures]})
    if shown:
        yield view.overview(listed, "key_figures", groups=shown)
