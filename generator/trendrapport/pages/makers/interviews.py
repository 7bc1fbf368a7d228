"""A page per interview: who is speaking, what about, and the trends that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.entries.interviews import Interview, Quote
from trendrapport.pages.parts.entry import ends, entry_page, parts, with_neighbours
from trendrapport.pages.parts.people import speaker
from trendrapport.pages.view import Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`<edition>/interviews/<slug>.html`."""
    for edition in view.editions:
        for previous, talk, following in with_neighbours(view.interviews(edition)):
            yield entry_page(view, talk, partial(_context, view, talk, previous, following))


def _context(
    view: View,
    talk: Entry[Interview],
    previous: Entry[Interview] | None,
    following: Entry[Interview] | None,
) -> Value:
    page, data = view.path(talk), talk.data
    trends = view.trends_named(data.trends, talk.edition)
    there = parts(view, {"about_trends": trends})
    return {
        "person": speaker(view, talk, page),
        "contents": [*view.contents(talk), *there, *ends(view, talk)],
        "date": data.date and view.labels.date(data.date),
        "trends": view.cards(trends, page),
        "quotes": [_quote(view, talk, quote) for quote in data.quotes],
        "previous": previous and view.link(previous, page),
        "next": following and view.link(following, page),
    }


def _quote(view: View, talk: Entry[Interview], quote: Quote) -> Value:
    return {"text": quote.text, "source": quote.source, "number": view.numbers(talk).get(quote.source or "")}
