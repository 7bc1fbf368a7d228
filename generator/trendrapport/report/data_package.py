"""A table's descriptor in the Data Package standard, as other programs check it: alone, or with the others in
a package of the whole report. Version 2 of the standard: https://datapackage.org/standard/data-package/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from trendrapport.model.charts import DataPackage

Value = dict[str, Any]

_PROFILES = "https://datapackage.org/profiles/2.0"
_DAY = len("2024-01-31")

FILE = "datapackage.json"
"""What a descriptor is called, so that programs find it."""


def package(descriptor: DataPackage, path: str, more: Mapping[str, Any]) -> Value:
    """The package of one table; `path` leads to its file from that of the descriptor, and `more` says what is
    not in the table's own descriptor.
    """
    plain = _plain(descriptor)
    own = {name: value for name, value in plain.items() if name not in {"resources", "created"}}
    found = {"$schema": f"{_PROFILES}/{FILE}", **own, **_moment(descriptor), **more}
    return {**found, "resources": [_resource(plain, path)]}


def member(descriptor: DataPackage, path: str) -> Value:
    """The table within a package of several, with whose it is and under which licence."""
    plain = _plain(descriptor)
    own = ("title", "description", "licenses", "sources")
    kept = {name: plain[name] for name in own if name in plain}
    return {**_resource(plain, path), **kept}


def whole(more: Mapping[str, Any], members: list[Value]) -> Value:
    """A package of several tables."""
    return {"$schema": f"{_PROFILES}/{FILE}", **more, "resources": members}


def written(descriptor: Mapping[str, Any]) -> str:
    """The text of a descriptor's file."""
    return json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"


def _plain(descriptor: DataPackage) -> Value:
    return descriptor.model_dump(mode="json", by_alias=True, exclude_none=True)


def _moment(descriptor: DataPackage) -> Value:
    """The standard has a moment or nothing; a month or a year is in the readme."""
    created = descriptor.created or ""
    return {"created": f"{created}T00:00:00Z"} if len(created) == _DAY else {}


def _resource(plain: Value, path: str) -> Value:
    """A table's file, and its columns."""
    resource = plain["resources"][0]
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": resource["name"],
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            **_with_whole_numbers(resource["schema"]),
        },
    }


def _with_whole_numbers(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """The same with 0 for 0.0: a column of whole numbers may only have such bounds."""
    match value:
        case dict():
            return {name: _with_whole_numbers(part) for name, part in value.items()}
        case list():
            return [_with_whole_numbers(part) for part in value]
        case float() if value.is_integer():
            return int(value)
    return value
