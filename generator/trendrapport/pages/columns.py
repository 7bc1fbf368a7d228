"""A page per column, with the trends that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.entries.columns import Column
from trendrapport.entries.trends import Trend
from trendrapport.entry_page import ends, entry_page, parts
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`<edition>/columns/<slug>.html`."""
    for column in view.report.of(Column):
        trends = [found for slug in column.data.trends if (found := view.report.get(Trend, slug, column.edition))]
        there = parts(view, {"about_trends": trends})
        yield entry_page(view, column, trends=view.cards(trends, view.path(column)), contents=[*view.contents(column), *there, *ends(view, column)])
