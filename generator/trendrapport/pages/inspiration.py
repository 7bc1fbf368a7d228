"""What each edition recommends to read, see or play."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.entries.inspiration import Inspiration
from trendrapport.entries.trends import Trend
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/inspiration.html`, for each edition that recommends something."""
    for edition in view.editions:
        page = f"{edition.slug}/inspiration.html"
        works = [{"slug": one.slug, "title": one.data.title, "maker": one.data.maker, "year": one.data.year,
                  "why": one.data.why, "medium": view.labels(f"medium.{one.data.medium}"), "address": one.data.address,
                  "trends": view.named(Trend, one.data.trends, page, edition.slug),
                  "source": one.data.source and view.source(one.data.source, page)}
                 for one in view.report.of(Inspiration, edition.slug)]
        if works:
            yield view.overview(page, "inspiration", view.within(edition, page), works=works)
