"""The tables behind the figures as data packages: each in a folder of its own with its descriptor, and all of
them in one.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.model.addresses import hyphenated
from trendrapport.model.charts import DataPackage
from trendrapport.open_data.datasets import published_packages
from trendrapport.pages.view import Value, View
from trendrapport.report.data_package import FILE, member, package, whole, written
from trendrapport.report.report import Entry

FOLDER = "datasets"
"""Where they are, from the site's root."""


def data_packages(view: View) -> dict[str, str]:
    """Every file by its path within the folder: tables, the descriptor of each, and that of all."""
    found = published_packages(view)
    if not found:
        return {}
    made = {FILE: written(_whole(view, found))}
    for one in found:
        made |= dict(_files(view, one))
    return made


def _files(view: View, one: Entry[DataPackage]) -> Iterator[tuple[str, str]]:
    """A table and its descriptor."""
    address = view.address(f"{FOLDER}/{one.slug}/{FILE}")
    more = {"id": address, **_shared(view)}
    table = view.report.tables[one.slug]
    yield f"{one.slug}/{FILE}", written(package(table.package, f"{one.slug}.csv", more))
    yield f"{one.slug}/{one.slug}.csv", table.text


def _whole(view: View, found: list[Entry[DataPackage]]) -> Value:
    """The package of all tables; whose each is and under which licence is said with the table."""
    config = view.report.config
    own = {
        "name": hyphenated(config.title) or "report",
        "id": view.address(f"{FOLDER}/{FILE}"),
        "title": config.title,
        "description": config.description,
        **_shared(view),
    }
    tables = [view.report.tables[one.slug] for one in found]
    return whole(own, [member(table.package, f"{table.name}/{table.name}.csv") for table in tables])


def _shared(view: View) -> Value:
    """What holds for every package of a report."""
    publisher = view.report.config.publisher
    named = {"title": publisher.name, "roles": ["publisher"]}
    if publisher.address:
        named["path"] = publisher.address
    return {"homepage": view.address("index.html"), "contributors": [named]}
