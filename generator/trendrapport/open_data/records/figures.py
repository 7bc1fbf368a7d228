"""A record per figure: what it shows in words, its source, its data set, its files and who shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.model.base import Model
from trendrapport.model.charts import Chart
from trendrapport.model.config import Config
from trendrapport.model.entries.sources import Source
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.links import dataset_link, entry_link, entry_links
from trendrapport.open_data.record import TEXT, Record, described, many, record_schema, refer
from trendrapport.pages.parts.figure import citation
from trendrapport.pages.parts.figure import path as figure_path
from trendrapport.pages.view import Value, View
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes


def records(view: View, _changes: Changes) -> Iterator[Record]:
    """The records of the figures that entries show."""
    used = _used(view)
    for name in view.report.shown_charts:
        chart = view.report.charts[name]
        more = {**_words(chart.data), **_linked(view, chart, used[name])}
        title, language = chart.data.title, view.report.config.language
        yield Record("figures", name, title, language, figure_path(name), more=more)


def _used(view: View) -> dict[str, list[Entry[Model]]]:
    """The entries that show each figure."""
    used: dict[str, list[Entry[Model]]] = {name: [] for name in view.report.shown_charts}
    for entry in view.report.entries:
        for name in entry.outline.figures:
            if name in used:
                used[name].append(entry)
    return used


def _words(chart: Chart) -> Value:
    """What a figure says in words."""
    return {
        "kind": chart.kind,
        "subtitle": chart.subtitle,
        "description": chart.description,
        "longDescription": chart.long_description,
        "caption": chart.caption,
    }


def _linked(view: View, chart: Entry[Chart], used: list[Entry[Model]]) -> Value:
    """What a figure is made of, and where it is shown."""
    source = view.report.get(Source, chart.data.source)
    return {
        "source": source and entry_link(view, source),
        "dataset": dataset_link(view, view.report.packages[chart.data.data]),
        "code": chart.data.links and chart.data.links.code,
        "madeOf": chart.data.links and chart.data.links.data,
        "citation": citation(view, chart),
        "files": list(_files(view, chart.slug)),
        "usedIn": entry_links(view, used),
    }


def _files(view: View, name: str) -> Iterator[dict[str, Any]]:
    """The drawing, its picture where there is one, and its data with a readme."""
    types = {"svg": "image/svg+xml", "png": "image/png", "zip": "application/zip"}
    for end, media_type in types.items():
        if end != "png" or view.report.config.pictures:
            yield {"url": view.address(f"figures/{name}.{end}"), "mediaType": media_type}


def schemas(_config: Config) -> dict[str, Schema]:
    """The schema of a figure."""
    more = {
        "kind": described(TEXT, "The kind of chart."),
        "subtitle": described(TEXT, "What was measured, its unit and period."),
        "description": described(TEXT, "What somebody hears who cannot see the figure."),
        "longDescription": TEXT,
        "caption": TEXT,
        "source": refer("Link"),
        "dataset": refer("Link"),
        "code": described(TEXT, "The address of the code that made the figures."),
        "madeOf": described(TEXT, "The address of the data that they were made of."),
        "citation": described(TEXT, "How to cite the figure."),
        "files": many(refer("File")),
        "usedIn": described(many(refer("Link")), "The records that show it."),
    }
    return {"figures": record_schema("figures", "A chart with its words.", more)}
