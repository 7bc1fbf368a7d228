"""How the trends of each edition hang together."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.pages.overviews import network, pages_of
from trendrapport.pages.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/network.html`, for an edition with related trends."""
    return pages_of(view, "network", network)
