"""A record per source: the publication as the Citation Style Language has it, and what cites it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.model.config import Config
from trendrapport.model.entries.sources import Source
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.links import entry_links, figure_link
from trendrapport.open_data.record import Record, described, many, record_schema, refer
from trendrapport.open_data.records.entries import entry_record
from trendrapport.pages.view import Value, View
from trendrapport.report.citations.csl_json import plain
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes

CSL = "https://raw.githubusercontent.com/citation-style-language/schema/master/schemas/input/csl-data.json"


def records(view: View, _changes: Changes) -> Iterator[Record]:
    """The records of all sources."""
    used, shown = _used(view), _shown(view)
    for source in view.report.of(Source):
        cited = [*entry_links(view, used.get(source.slug, ())), *shown.get(source.slug, ())]
        yield entry_record(view, source, {"csl": plain(source.data), "citedBy": cited})


def _used(view: View) -> dict[str, list[Entry[Any]]]:
    """The entries that name each source, in their text or in their fields."""
    used: dict[str, list[Entry[Any]]] = {}
    for entry in view.report.entries:
        for key in view.numbers(entry):
            used.setdefault(key, []).append(entry)
    return used


def _shown(view: View) -> dict[str, list[Value]]:
    """The figures that show each source's data."""
    shown: dict[str, list[Value]] = {}
    for name in view.report.shown_charts:
        chart = view.report.charts[name]
        shown.setdefault(chart.data.source, []).append(figure_link(view, chart))
    return shown


def schemas(_config: Config) -> dict[str, Schema]:
    """The schema of a source."""
    item = described({"type": "object"}, f"The publication as an item of CSL-JSON: {CSL}")
    more = {"csl": item, "citedBy": described(many(refer("Link")), "The records that cite it.")}
    return {"sources": record_schema("sources", "A publication that texts or figures cite.", more)}
