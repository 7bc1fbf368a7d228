"""Every source, with the entries that cite it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import cast

from trendrapport.model.entries.sources import CslDate, Source
from trendrapport.model.entries.trends import Trend
from trendrapport.model.publishable import Publishable
from trendrapport.pages.parts.facets import Terms, editions, faceted, known, narrowing, trends
from trendrapport.pages.parts.overview_figure import entrance as way
from trendrapport.pages.view import Content, Page, Value, View
from trendrapport.report.citing import reference
from trendrapport.report.report import Entry

ORDER = 80
PATH = "sources.html"


def entrance(view: View, page: str) -> Value | None:
    """The way to the list, if there are sources."""
    return way(view, "sources", PATH, page) if view.report.of(Source) else None


def pages(view: View) -> Iterator[Page]:
    """`sources.html`."""
    if view.report.of(Source):
        yield view.overview(PATH, "sources", partial(_content, view))


def _content(view: View) -> Content:
    used, found = _used(view), view.report.of(Source)
    items = (_item(view, one, used.get(one.slug, [])) for one in found)
    shown = sorted(items, key=lambda one: ((one["who"] or one["title"]).casefold(), one["title"].casefold()))
    kinds = {one.data.type: view.labels(f"source_kinds.{one.data.type}") for one in found}
    years = sorted({year for one in found if (year := _year(one.data))}, reverse=True)
    facets: dict[str, Terms] = {
        "kind": dict(sorted(kinds.items(), key=lambda one: one[1])),
        "year": {year: year for year in years},
        "trend": trends(view),
        "edition": editions(view),
    }
    form = narrowing(view, "sources", shown, facets, search=True, sorts=("author", "title", "year"))
    return Content({"sources": shown, "narrowing": form})


def _item(view: View, source: Entry[Source], used: list[Entry[Publishable]]) -> Value:
    year = _year(source.data)
    shown = reference(source.data, view.labels) | {
        "kind": view.labels(f"source_kinds.{source.data.type}"),
        "used": [view.link(entry, PATH) | {"edition": entry.edition} for entry in used],
    }
    trends = known(view, (entry.slug for entry in used if isinstance(entry.data, Trend)))
    return faceted(
        shown,
        {"year": year or ""},
        kind=[source.data.type],
        year=[year] if year else [],
        trend=trends,
        edition=[entry.edition for entry in used if entry.edition],
    )


def _year(source: Source) -> str | None:
    issued = source.issued
    if isinstance(issued, CslDate) and not issued.date_parts:
        found = re.search(r"\b[12][0-9]{3}\b", issued.literal or "")
        return found[0] if found else None
    return str(issued.date_parts[0][0]) if isinstance(issued, CslDate) else issued and issued[:4]


def _used(view: View) -> dict[str, list[Entry[Publishable]]]:
    """The entries that cite each source."""
    used: dict[str, list[Entry[Publishable]]] = {}
    for entry in view.report.entries:
        if isinstance(entry.data, Publishable):
            for key in view.numbers(entry):
                used.setdefault(key, []).append(cast("Entry[Publishable]", entry))
    return used
