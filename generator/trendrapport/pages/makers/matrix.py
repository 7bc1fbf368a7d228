"""The impact-certainty matrix of each edition."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.pages.overviews import matrix, pages_of
from trendrapport.pages.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/matrix.html`, for an edition with more than one trend."""
    return pages_of(view, "matrix", matrix)
