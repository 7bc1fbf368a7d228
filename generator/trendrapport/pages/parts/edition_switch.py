"""The menu of editions on a page: each leads to its version of the page, or else to its front."""

from __future__ import annotations

from collections.abc import Container, Mapping

from trendrapport.model.entries.editions import Edition
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry


def edition_of(view: View, page: str) -> str | None:
    """The edition that a page (a path from the site's root) belongs to."""
    first, _, rest = page.partition("/")
    if rest and first in view.edition_by_slug:
        return first
    return None


def switch(view: View, page: str, paths: Container[str]) -> list[Value]:
    """Each edition, the newest first: its name, the links to it and to its cover, and whether the page is in
    it; `paths` are those of all pages.
    """
    here = edition_of(view, page)
    inside = page.removeprefix(f"{here}/") if here else "index.html"
    renamed = _renamed(view, page)
    return [_way(view, edition, inside, renamed, here, paths) for edition in view.editions]


def _way(
    view: View,
    edition: Entry[Edition],
    inside: str,
    renamed: Mapping[str, str],
    here: str | None,
    paths: Container[str],
) -> Value:
    front = view.path(edition)
    same_page = renamed.get(edition.slug, f"{edition.slug}/{inside}")
    return {
        "name": view.short_name(edition),
        "path": same_page if same_page in paths else front,
        "front": front,
        "here": edition.slug == here,
    }


def _renamed(view: View, page: str) -> dict[str, str]:
    """The page in each edition of the trend of this page, under whatever name."""
    trend = view.trend_pages.get(page)
    if trend is None:
        return {}
    found = {}
    for edition in view.editions:
        standing = view.standing(trend, edition)
        if standing:
            found[edition.slug] = view.path(standing[0])
    return found | {edition.slug: view.path(other) for edition, other in view.history(trend)}
