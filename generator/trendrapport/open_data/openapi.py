"""The description of the API (OpenAPI 3.1), after the NLGov REST API Design Rules 2.1
(https://gitdocumentatie.logius.nl/publicatie/api/adr/): the major version is in the address and the whole
version in a header, paths are in kebab-case without a slash at their end, dates are as in ISO 8601.

Every answer is a file, so that the API works on any server for files: a path ends as the name of that file
does, nothing can be asked wrongly, and what is not there is answered by the server itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trendrapport.model.config import Config
from trendrapport.open_data.addresses import BASE, LIST, OPENAPI, SCHEMA, VERSION
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.known import known
from trendrapport.open_data.schema import definitions, schema_name
from trendrapport.pages.view import View

Value = dict[str, Any]

_EDITION = {
    "name": "edition",
    "in": "path",
    "required": True,
    "description": "The name of an edition.",
    "schema": {"type": "string"},
}
_FILE = {
    "name": "file",
    "in": "path",
    "required": True,
    "description": "The name of the record, with `.json` behind it, as `url` in the list has it.",
    "schema": {"type": "string", "pattern": r"\.json$"},
}


@dataclass(frozen=True)
class Places:
    """Where a collection has records; neither, of one without any."""

    in_editions: bool
    outside: bool


def openapi(view: View, collections: Mapping[str, Places]) -> Value:
    """The whole description of an API with these collections."""
    config = view.report.config
    paths: Value = {
        f"/{OPENAPI}": _path("getOpenapi", "This description.", "openapi", {"type": "object"}),
        f"/{SCHEMA}": _path("getSchema", "The JSON Schema of all answers.", "openapi", {"type": "object"}),
        "/report/index.json": _path("getReport", "The report.", "report", _refer("Report")),
    }
    for collection, places in collections.items():
        paths |= _paths(collection, places)
    tags = [{"name": name} for name in ("openapi", "report", *collections)]
    return {
        "openapi": "3.1.0",
        "info": _info(config),
        "servers": [{"url": view.address(BASE)}],
        "tags": tags,
        "paths": paths,
        "components": {"schemas": _components(view.report.config), "headers": _HEADERS},
    }


def _info(config: Config) -> Value:
    licence = config.licence
    contact = {
        "name": config.publisher.name,
        "url": config.contact.address or config.publisher.address or config.address,
        "email": config.contact.email,
    }
    found = {
        "title": config.title,
        "description": config.description,
        "version": VERSION,
        "contact": known(contact),
        "license": licence and known({"name": licence.name, "url": licence.address}),
    }
    return known(found)


def _paths(collection: str, places: Places) -> Value:
    """The list of a collection, and each record in it."""
    name, answer = schema_name(collection), _refer(schema_name(collection))
    found = {
        f"/{collection}/{LIST}.json": _path(f"list{name}", "All of them.", collection, _refer("Collection"))
    }
    if places.in_editions:
        inside = _path(f"get{name}OfEdition", "One, in an edition.", collection, answer)
        found[f"/{collection}/{{edition}}/{{file}}"] = {"parameters": [_EDITION, _FILE], **inside}
    if places.outside:
        alone = _path(f"get{name}", "One of them.", collection, answer)
        found[f"/{collection}/{{file}}"] = {"parameters": [_FILE], **alone}
    return found


def _path(operation: str, text: str, tag: str, answer: Schema) -> Value:
    ok = {
        "description": text,
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS},
        "content": {"application/json": {"schema": answer}},
    }
    missing = {"description": "There is no such record: the answer is the server's own page for that."}
    responses = {"200": ok, "404": missing}
    return {"get": {"operationId": operation, "summary": text, "tags": [tag], "responses": responses}}


_HEADERS: Value = {
    "API-Version": {
        "description": f"The whole version of this API: {VERSION}.",
        "schema": {"type": "string"},
    },
    "Access-Control-Allow-Origin": {
        "description": "Other sites may read this.",
        "schema": {"type": "string"},
    },
}


def _refer(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _components(config: Config) -> dict[str, Schema]:
    return {name: _placed(schema) for name, schema in definitions(config).items()}


def _placed(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """A schema whose references lead to the components of this description."""
    match part:
        case {"$ref": str(name), **more}:
            return {**more, "$ref": name.replace("#/$defs/", "#/components/schemas/")}
        case dict():
            return {key: _placed(value) for key, value in part.items()}
        case list():
            return [_placed(item) for item in part]
    return part


DESCRIPTION = f"{BASE}/{OPENAPI}"
"""The file with the description, from the site's root."""
