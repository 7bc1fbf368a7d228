"""A page per interview: who speaks, what about, and the trends that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.model.entries.interviews import Interview, Quote
from trendrapport.pages.parts.entry import ends, entry_page, parts
from trendrapport.pages.parts.people import speaker
from trendrapport.pages.view import Page, Value, View
from trendrapport.report.report import Entry


def pages(view: View) -> Iterator[Page]:
    """`<edition>/interviews/<slug>.html`."""
    for edition in view.editions:
        talks = view.interviews(edition)
        for place, talk in enumerate(talks):
            yield entry_page(view, talk, partial(_context, view, talks, place))


def _context(view: View, talks: list[Entry[Interview]], place: int) -> Value:
    talk = talks[place]
    page, data = view.path(talk), talk.data
    trends = [found for slug in data.trends if (found := view.trend(slug, talk.edition))]
    there = parts(view, {"about_trends": trends})
    return {
        "person": speaker(view, talk, page),
        "contents": [*view.contents(talk), *there, *ends(view, talk)],
        "date": data.date and view.labels.date(data.date),
        "trends": view.cards(trends, page),
        "quotes": [_quote(view, talk, quote) for quote in data.quotes],
        "previous": view.link(talks[place - 1], page) if place else None,
        "next": view.link(talks[place + 1], page) if place + 1 < len(talks) else None,
    }


def _quote(view: View, talk: Entry[Interview], quote: Quote) -> Value:
    return {"text": quote.text, "source": quote.source, "number": view.numbers(talk).get(quote.source or "")}
