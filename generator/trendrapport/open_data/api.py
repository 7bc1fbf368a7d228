"""The API as files: the report, the list of each collection, every record, and the descriptions of these."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from trendrapport.model.config import Organisation
from trendrapport.open_data.addresses import BASE, OPENAPI, SCHEMA, list_path
from trendrapport.open_data.known import known
from trendrapport.open_data.openapi import Places, openapi
from trendrapport.open_data.record import Record
from trendrapport.open_data.records import every_record, every_schema
from trendrapport.open_data.schema import schema
from trendrapport.pages.view import Value, View
from trendrapport.runtime.history import UNKNOWN, Changes

REPORT = f"{BASE}/report/index.json"
"""The file of the report itself, from the site's root: where to start."""


class Api:
    """The API of a report."""

    def __init__(self, view: View, changes: Changes = UNKNOWN) -> None:
        self._view, self._changes = view, changes

    @cached_property
    def collections(self) -> dict[str, list[Record]]:
        """The records of each collection; one without records is there too."""
        found: dict[str, list[Record]] = {name: [] for name in every_schema(self._view.report.config)}
        for record in every_record(self._view, self._changes):
            found[record.collection].append(record)
        return found

    def files(self) -> dict[str, str]:
        """Every file as text, by path from the site's root."""
        view, made = self._view, dict[str, Any]()
        made[f"{BASE}/{OPENAPI}"] = openapi(view, self._places)
        made[f"{BASE}/{SCHEMA}"] = schema(view)
        made[REPORT] = self._report()
        for name, records in self.collections.items():
            made[list_path(name)] = self._list(name, records)
            made |= {record.path: record.value(view) for record in records}
        return {path: _written(value) for path, value in made.items()}

    @property
    def _places(self) -> dict[str, Places]:
        """Where each collection has records."""
        found = {}
        for name, records in self.collections.items():
            inside = ["/" in record.name for record in records]
            found[name] = Places(in_editions=any(inside), outside=not all(inside))
        return found

    def _list(self, collection: str, records: Iterable[Record]) -> Value:
        items = [record.link(self._view) for record in records]
        address = self._view.address(list_path(collection))
        return {"collection": collection, "url": address, "count": len(items), "items": items}

    def _report(self) -> Value:
        view, config = self._view, self._view.report.config
        values = {
            "title": config.title,
            "description": config.description,
            "url": view.address(REPORT),
            "page": view.address("index.html"),
            "language": config.language,
            "languages": [config.language, *view.report.languages],
            "publisher": _named(config.publisher),
            "author": _named(config.byline),
            "licence": config.licence and _named(config.licence),
            "taxonomies": self._taxonomies(),
            "collections": [self._way(name, records) for name, records in self.collections.items()],
            "openapi": view.address(f"{BASE}/{OPENAPI}"),
            "schema": view.address(f"{BASE}/{SCHEMA}"),
        }
        return known(values)

    def _way(self, collection: str, records: list[Record]) -> Value:
        address = self._view.address(list_path(collection))
        return {"collection": collection, "url": address, "count": len(records)}

    def _taxonomies(self) -> Value:
        """The words of each taxonomy, in the order of the settings."""
        found = {}
        for name, _, terms in self._view.report.config.taxonomies.every():
            found[name] = [_word(slug, word) for slug, word in terms.items()]
        return found


def _word(slug: str, word: Any) -> Value:  # noqa: ANN401 - a term or a role
    return known({"id": slug, "label": word.label, "explanation": word.explanation})


def _named(organisation: Organisation | Any) -> Value:  # noqa: ANN401 - or a licence
    return known({"name": organisation.name, "address": organisation.address})


def _written(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
