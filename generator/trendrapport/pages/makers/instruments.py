"""A page per instrument, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from trendrapport.model.entries.instruments import Instrument
from trendrapport.model.entries.trends import Trend
from trendrapport.pages.parts.entry import ends, entry_page, parts
from trendrapport.pages.parts.facets import Listed, item_terms, known, named, narrowing, terms, trends
from trendrapport.pages.parts.overview_figure import Entrance
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Card, Content, Link, Page, Value, View, once
from trendrapport.report.report import Entry

ORDER = 40
LIST = "instruments/index.html"


@dataclass(frozen=True, kw_only=True)
class ListedInstrument(Card, Listed):
    """An instrument in the list of all."""

    owner: str
    type: str
    serves: list[Link]


def entrance(view: View, page: str) -> Entrance | None:
    """The link to the list, if there are instruments."""
    if not view.report.of(Instrument):
        return None
    return way(view, "instruments", LIST, page)


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
    types = named(one.data.type for one in found)
    owners = named(one.data.owner for one in found)
    by_title = sorted(found, key=lambda one: one.data.title.casefold())
    cards = [_listed(view, one, types, owners) for one in by_title]
    facets = {"type": terms(types), "owner": terms(owners), "trend": trends(view)}
    form = narrowing(view, "instruments", cards, facets, search=True)
    return Content({"narrowing": form, "instruments": cards})


def _listed(
    view: View, instrument: Entry[Instrument], types: dict[str, str], owners: dict[str, str]
) -> ListedInstrument:
    data = instrument.data
    # each in its newest edition
    serves = {trend.slug: trend for trend in reversed(_trends(view, instrument))}
    return ListedInstrument(
        **vars(view.card(instrument, LIST)),
        owner=data.owner,
        type=data.type,
        serves=view.links(serves.values(), LIST),
        terms=item_terms(type=[types[data.type]], owner=[owners[data.owner]], trend=known(view, serves)),
    )


def _trends(view: View, instrument: Entry[Instrument]) -> list[Entry[Trend]]:
    """The trends that the instrument names, in their newest edition, and those that name the instrument, the
    newest first.
    """
    found = []
    for name in map(view.identity, instrument.data.trends):
        if name in view.lineage:
            _, newest = view.lineage[name][-1]
            found.append(newest)
    found += [trend for trend in view.report.of(Trend) if instrument.slug in trend.data.instruments]
    return sorted(once(found), key=lambda trend: (trend.edition or "", trend.slug), reverse=True)
