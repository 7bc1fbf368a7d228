"""A page per column, with the trends that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.entries.columns import Column
from trendrapport.pages.parts.entry import ends, entry_page, parts
from trendrapport.pages.view import Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`<edition>/columns/<slug>.html`."""
    for column in view.report.of(Column):
        yield entry_page(view, column, partial(_context, view, column))


def _context(view: View, column: Entry[Column]) -> Value:
    trends = view.trends_named(column.data.trends, column.edition)
    return {
        "trends": view.cards(trends, view.path(column)),
        "contents": [*view.contents(column), *parts(view, {"about_trends": trends}), *ends(view, column)],
    }
