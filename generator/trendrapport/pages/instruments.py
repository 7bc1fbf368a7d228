"""A page per instrument, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.entries.instruments import Instrument
from trendrapport.entries.trends import Trend
from trendrapport.entry_page import ends, entry_page, parts
from trendrapport.report import Entry
from trendrapport.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """`instruments/<slug>.html` and `instruments/index.html`."""
    listed = "instruments/index.html"
    found = view.report.of(Instrument)
    for instrument in found:
        page, data, trends = view.path(instrument), instrument.data, _trends(view, instrument)
        yield entry_page(view, instrument, crumbs=view.crumbs(page, (view.labels("instruments"), listed)),
                         owner=data.owner, type=data.type, address=data.address,
                         trends=view.cards(trends, page),
                         contents=[*view.contents(instrument), *parts(view, {"serves": trends}), *ends(view, instrument)])
    cards = [view.card(one, listed) | {"owner": one.data.owner, "type": one.data.type}
             for one in sorted(found, key=lambda one: one.data.title.casefold())]
    if cards:
        yield view.overview(listed, "instruments_index", title=view.labels("instruments"),
                            summary=view.labels("instruments_intro"), instruments=cards)


def _trends(view: View, instrument: Entry[Instrument]) -> list[Entry[Trend]]:
    """The trends that the instrument names, in their newest edition, and those that name the instrument."""
    named = [found for slug in instrument.data.trends if (found := view.report.get(Trend, slug))]
    others = [trend for trend in view.report.of(Trend) if instrument.slug in trend.data.instruments]
    return sorted({trend.key: trend for trend in named + others}.values(), key=lambda t: (t.edition or "", t.slug),
                  reverse=True)
