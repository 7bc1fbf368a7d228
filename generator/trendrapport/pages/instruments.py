"""A page per instrument, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.entries.instruments import Instrument
from trendrapport.entries.trends import Trend
from trendrapport.entry_page import ends, entry_page, parts
from trendrapport.facets import faceted, named, narrowing, terms, trends
from trendrapport.overview_figure import entrance as way
from trendrapport.report import Entry
from trendrapport.view import Page, Value, View

ORDER = 40
LIST = "instruments/index.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are instruments."""
    return way(view, "instruments", LIST, page) if view.report.of(Instrument) else None


def pages(view: View) -> Iterator[Page]:
    """`instruments/<slug>.html` and `instruments/index.html`."""
    found = view.report.of(Instrument)
    for instrument in found:
        page, data, served = view.path(instrument), instrument.data, _trends(view, instrument)
        yield entry_page(view, instrument, crumbs=view.crumbs(page, (view.labels("instruments"), LIST)),
                         owner=data.owner, type=data.type, address=data.address,
                         trends=view.cards(served, page),
                         contents=[*view.contents(instrument), *parts(view, {"serves": served}), *ends(view, instrument)])
    if found:
        types, owners = named(one.data.type for one in found), named(one.data.owner for one in found)
        cards = [_item(view, one, types, owners) for one in sorted(found, key=lambda one: one.data.title.casefold())]
        form = narrowing(view, "instruments", cards, {"type": terms(types), "owner": terms(owners), "trend": trends(view)}, search=True)
        yield view.overview(LIST, "instruments_index", title=view.labels("instruments"),
                            summary=view.labels("instruments_intro"), narrowing=form, instruments=cards)


def _item(view: View, instrument: Entry[Instrument], types: dict[str, str], owners: dict[str, str]) -> Value:
    data = instrument.data
    serves = {trend.slug: trend for trend in reversed(_trends(view, instrument))}  # each in its newest edition
    card = view.card(instrument, LIST) | {"owner": data.owner, "type": data.type, "serves": [view.link(trend, LIST) for trend in serves.values()]}
    return faceted(card, type=[types[data.type]], owner=[owners[data.owner]], trend=serves)


def _trends(view: View, instrument: Entry[Instrument]) -> list[Entry[Trend]]:
    """The trends that the instrument names, in their newest edition, and those that name the instrument."""
    named = [found for slug in instrument.data.trends if (found := view.report.get(Trend, slug))]
    others = [trend for trend in view.report.of(Trend) if instrument.slug in trend.data.instruments]
    return sorted({trend.key: trend for trend in named + others}.values(), key=lambda t: (t.edition or "", t.slug),
                  reverse=True)
