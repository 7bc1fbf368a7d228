"""Links from one record to another: its name, its title, and the addresses of the record and of its page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trendrapport.model import entries
from trendrapport.model.charts import Chart, DataPackage
from trendrapport.open_data.addresses import collection_of, entry_id, record_path
from trendrapport.open_data.known import known
from trendrapport.pages.parts.figure import path as figure_path
from trendrapport.pages.view import Value, View
from trendrapport.pages.view.links import title_of
from trendrapport.report.report import Entry
from trendrapport.runtime.plugins import modules


def record_of(view: View, collection: str, name: str, title: str, page: str | None = None) -> Value:
    """The link to a record; `page` is from the site's root, for what readers have a page of."""
    url = view.address(record_path(collection, name))
    return known({"id": name, "title": title, "url": url, "page": page and view.address(page)})


def entry_link(view: View, entry: Entry[Any]) -> Value:
    """The link to the record of an entry."""
    return record_of(view, collection_of(entry.kind), entry_id(entry), title(entry), page_of(view, entry))


def entry_links(view: View, entries: Iterable[Entry[Any]]) -> list[Value]:
    """The links to the records of entries."""
    return [entry_link(view, entry) for entry in entries]


def title(entry: Entry[Any]) -> str:
    """What an entry is called, whichever field its kind has for that."""
    term: str | None = getattr(entry.data, "term", None)
    return term or title_of(entry)


def page_of(view: View, entry: Entry[Any]) -> str | None:
    """The page of an entry, from the site's root; None for somebody who did nothing but be quoted."""
    if entry.kind == "people":
        return view.person_path(entry.slug)
    return view.path(entry)


def figure_link(view: View, chart: Entry[Chart]) -> Value:
    """The link to the record of a figure."""
    return record_of(view, "figures", chart.slug, chart.data.title, figure_path(chart.slug))


def dataset_link(view: View, package: Entry[DataPackage]) -> Value:
    """The link to the record of a data set."""
    return record_of(view, "datasets", package.slug, package.data.title)


def named(view: View, to: str, name: str, edition: str | None) -> Value | None:
    """What a field means by a name: the link to a record, or a word of a taxonomy; None for what is not
    published.
    """
    if view.report.config.taxonomies.terms(to) is not None:
        return term(view, to, name)
    if to == "tables":
        return dataset_link(view, view.report.packages[name]) if name in view.report.packages else None
    if to == "trends":
        found: Entry[Any] | None = view.trend(name, edition)
    else:
        found = view.report.get(modules(entries)[to].MODEL, name, edition)
    return entry_link(view, found) if found else None


def term(view: View, taxonomy: str, name: str) -> Value:
    """A word of a taxonomy: its name and what readers see."""
    return {"id": name, "label": view.term(taxonomy, name)["label"]}
