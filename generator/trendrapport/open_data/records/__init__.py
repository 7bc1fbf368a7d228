"""A file per sort of record: the published report to records of one or more collections.

A module here holds two functions and nothing registers it elsewhere:

    def records(view: View, changes: Changes) -> Iterator[Record]: ...
    def schemas(config: Config) -> dict[str, Schema]: ...

`schemas` gives the JSON Schema of a record for each collection that the module fills, in a report with these
settings. A kind of entry without
a module of its name is in `entries`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from trendrapport.model.config import Config
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.record import Record
from trendrapport.pages.view import View
from trendrapport.runtime.history import Changes
from trendrapport.runtime.plugins import modules


class Sort(Protocol):
    """What each module in this folder holds."""

    def records(self, view: View, changes: Changes) -> Iterator[Record]:
        """The records of this sort."""

    def schemas(self, config: Config) -> dict[str, Schema]:
        """The schema of each collection."""


def every_record(view: View, changes: Changes) -> list[Record]:
    """Every record of the API, collection by collection."""
    from trendrapport.open_data import records as package

    found: list[Record] = []
    for module in modules(package).values():
        found.extend(module.records(view, changes))
    return sorted(found, key=lambda record: record.collection)


def every_schema(config: Config) -> dict[str, Schema]:
    """The schema of a record of each collection, by the collection's name."""
    from trendrapport.open_data import records as package

    found: dict[str, Schema] = {}
    for module in modules(package).values():
        found |= module.schemas(config)
    return dict(sorted(found.items()))
