"""The overviews of each edition, drawn from its entries: `<edition>/radar.html` and the like."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.pages.overviews import edition_pages
from trendrapport.pages.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """A page for each edition and each overview that has something to show of it."""
    return edition_pages(view)
