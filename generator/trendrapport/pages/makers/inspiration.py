"""What each edition recommends to read, see or play."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.entries.editions import Edition
from trendrapport.model.entries.inspiration import Inspiration
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`<edition>/inspiration.html`, for each edition that recommends something."""
    for edition in view.editions:
        if view.report.of(Inspiration, edition.slug):
            page = f"{edition.slug}/inspiration.html"
            yield view.overview(page, "inspiration", partial(_content, view, edition, page))


def _content(view: View, edition: Entry[Edition], page: str) -> Content:
    works = [_work(view, edition, one, page) for one in view.report.of(Inspiration, edition.slug)]
    return Content({"works": works}, crumbs=view.within(edition, page))


def _work(view: View, edition: Entry[Edition], entry: Entry[Inspiration], page: str) -> Value:
    data = entry.data
    return {
        "slug": entry.slug,
        "title": data.title,
        "maker": data.maker,
        "year": data.year,
        "why": data.why,
        "medium": view.labels(f"medium.{data.medium}"),
        "address": data.address,
        "trends": view.named(Trend, data.trends, page, edition.slug),
        "source": data.source and view.source(data.source, page),
    }
