"""The ways from a page to the editions: to the same page there, where an edition has one, else to its front."""

from __future__ import annotations

from collections.abc import Container

from trendrapport.pages.view import Value, View


def edition_of(view: View, page: str) -> str | None:
    """The edition that a page (a path from the site's root) belongs to."""
    first, _, rest = page.partition("/")
    return first if rest and any(edition.slug == first for edition in view.editions) else None


def switch(view: View, page: str, paths: Container[str]) -> list[Value]:
    """Each edition, the newest first: its name, the way to it and to its front, and whether the page is in
    it; `paths` are those of all pages.
    """
    here = edition_of(view, page)
    inside = page.partition("/")[2] if here else "index.html"
    renamed = _renamed(view, page)
    ways = [(edition, renamed.get(edition.slug, f"{edition.slug}/{inside}")) for edition in view.editions]
    return [
        {
            "name": edition.slug,
            "path": way if way in paths else view.path(edition),
            "front": view.path(edition),
            "here": edition.slug == here,
        }
        for edition, way in ways
    ]


def _renamed(view: View, page: str) -> dict[str, str]:
    """Where each edition has the trend of a page, under whatever name."""
    trend = view.trend_pages.get(page)
    return {edition.slug: view.path(other) for edition, other in view.history(trend)} if trend else {}
