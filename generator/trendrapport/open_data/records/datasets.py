"""A record per data set: what is in its columns, whose figures they are, under which licence; its file."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.model.charts import DataPackage, Licence, TableField
from trendrapport.model.config import Config
from trendrapport.open_data.data_packages import FOLDER
from trendrapport.open_data.datasets import csv_path, published_packages
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.known import known
from trendrapport.open_data.links import figure_link
from trendrapport.open_data.record import (
    ADDRESS,
    TEXT,
    Record,
    described,
    many,
    mapping,
    record_schema,
    refer,
)
from trendrapport.pages.view import Value, View
from trendrapport.report.data_package import FILE
from trendrapport.report.report import Entry
from trendrapport.runtime.history import Changes


def records(view: View, _changes: Changes) -> Iterator[Record]:
    """The records of the tables that figures are drawn from."""
    language = view.report.config.language
    for package in published_packages(view):
        yield Record("datasets", package.slug, package.data.title, language, more=_more(view, package))


def _more(view: View, package: Entry[DataPackage]) -> Value:
    data, table = package.data, view.report.tables[package.slug]
    figures = [chart for chart in view.report.charts.values() if chart.data.data == package.slug]
    return {
        "description": data.description,
        "retrieved": data.created,
        "nextUpdate": data.next_update,
        "licence": _licence(data.licenses[0]),
        "origins": [_named(source.title, source.path) for source in data.sources],
        "fields": [_field(field) for field in table.fields],
        "rows": len(table.rows),
        "figures": [figure_link(view, chart) for chart in figures],
        "files": list(_files(view, package.slug)),
    }


def _files(view: View, name: str) -> Iterator[Value]:
    """The table and, where the report has data packages, its descriptor."""
    yield {"url": view.address(csv_path(name)), "mediaType": "text/csv"}
    if FOLDER in view.report.config.outputs:
        yield {"url": view.address(f"{FOLDER}/{name}/{FILE}"), "mediaType": "application/json"}


def _licence(licence: Licence) -> Value:
    return {"id": licence.name, **_named(licence.title or licence.name, licence.path)}


def _named(title: str, address: str | None) -> Value:
    return known({"title": title, "address": address})


def _field(field: TableField) -> Value:
    details = {"unit": field.unit, "description": field.description}
    return known({"name": field.name, "type": field.type, "title": field.title, **details})


def schemas(_config: Config) -> dict[str, Schema]:
    """The schema of a data set."""
    words = {"name": TEXT, "type": TEXT, "title": TEXT, "unit": TEXT, "description": TEXT}
    more = {
        "description": described(TEXT, "What was counted, definitions and breaks."),
        "retrieved": described(refer("PartialDate"), "When the figures were retrieved or counted."),
        "nextUpdate": {"type": "string", "format": "date"},
        "licence": mapping({"id": TEXT, "title": TEXT, "address": ADDRESS}, ("id", "title")),
        "origins": many(mapping({"title": TEXT, "address": ADDRESS}, ("title",))),
        "fields": described(many(mapping(words, ("name", "type", "title"))), "The columns, in order."),
        "rows": {"type": "integer", "minimum": 0},
        "figures": described(many(refer("Link")), "The figures that are drawn from it."),
        "files": many(refer("File")),
    }
    return {"datasets": record_schema("datasets", "A table behind figures.", more)}
