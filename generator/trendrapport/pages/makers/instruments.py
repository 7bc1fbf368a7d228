"""A page per instrument, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from trendrapport.model.entries.instruments import Instrument
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.parts.entry import ends, entry_page, parts
from trendrapport.pages.parts.facets import faceted, known, named, narrowing, terms, trends
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.report import Entry

ORDER = 40
LIST = "instruments/index.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are instruments."""
    return way(view, "instruments", LIST, page) if view.report.of(Instrument) else None


def pages(view: View) -> Iterator[Page]:
    """`instruments/<slug>.html` and `instruments/index.html`."""
    found = view.report.of(Instrument)
    for instrument in found:
        yield entry_page(
            view,
            instrument,
            partial(_context, view, instrument),
            crumbs=view.crumbs(view.path(instrument), (view.labels("instruments"), LIST)),
        )
    if found:
        yield view.overview(
            LIST,
            "instruments_index",
            partial(_list, view, found),
            title=view.labels("instruments"),
            summary=view.labels("instruments_intro"),
        )


def _context(view: View, instrument: Entry[Instrument]) -> Value:
    data, served = instrument.data, _trends(view, instrument)
    return {
        "owner": data.owner,
        "type": data.type,
        "address": data.address,
        "trends": view.cards(served, view.path(instrument)),
        "contents": [*view.contents(instrument), *parts(view, {"serves": served}), *ends(view, instrument)],
    }


def _list(view: View, found: Sequence[Entry[Instrument]]) -> Content:
    types, owners = named(one.data.type for one in found), named(one.data.owner for one in found)
    cards = [
        _item(view, one, types, owners) for one in sorted(found, key=lambda one: one.data.title.casefold())
    ]
    form = narrowing(
        view,
        "instruments",
        cards,
        {"type": terms(types), "owner": terms(owners), "trend": trends(view)},
        search=True,
    )
    return Content({"narrowing": form, "instruments": cards})


def _item(view: View, instrument: Entry[Instrument], types: dict[str, str], owners: dict[str, str]) -> Value:
    data = instrument.data
    # each in its newest edition
    serves = {trend.slug: trend for trend in reversed(_trends(view, instrument))}
    card = view.card(instrument, LIST) | {
        "owner": data.owner,
        "type": data.type,
        "serves": [view.link(trend, LIST) for trend in serves.values()],
    }
    return faceted(card, type=[types[data.type]], owner=[owners[data.owner]], trend=known(view, serves))


def _trends(view: View, instrument: Entry[Instrument]) -> list[Entry[Trend]]:
    """The trends that the instrument names, in their newest edition, and those that name the instrument."""
    named = [
        view.lineage[name][-1][1]
        for name in map(view.identity, instrument.data.trends)
        if name in view.lineage
    ]
    others = [trend for trend in view.report.of(Trend) if instrument.slug in trend.data.instruments]
    return sorted(
        {trend.key: trend for trend in named + others}.values(),
        key=lambda t: (t.edition or "", t.slug),
        reverse=True,
    )
