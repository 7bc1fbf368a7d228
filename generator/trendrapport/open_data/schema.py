"""The JSON Schema (draft 2020-12) of all that the API gives."""

from __future__ import annotations

from trendrapport.model.config import Config
from trendrapport.open_data.addresses import BASE, SCHEMA
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.record import (
    ADDRESS,
    ENVELOPE,
    LANGUAGE,
    LINK,
    SHARED,
    TEXT,
    described,
    many,
    mapping,
    refer,
)
from trendrapport.open_data.records import every_schema
from trendrapport.pages.view import View

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_name(collection: str) -> str:
    """The name of the schema of a collection's records: `KeyFigures` for `key-figures`."""
    return "".join(part.capitalize() for part in collection.split("-"))


def definitions(config: Config) -> dict[str, Schema]:
    """Each schema by its name."""
    records = {schema_name(name): schema for name, schema in every_schema(config).items()}
    return {"Report": _REPORT, "Collection": _COLLECTION, **SHARED, **records}


def schema(view: View) -> Schema:
    """The schema of any record, of the list of a collection, and of the report itself."""
    every = definitions(view.report.config)
    whole = [refer(name) for name in every if name not in SHARED]
    address = view.address(f"{BASE}/{SCHEMA}")
    return {"$schema": DIALECT, "$id": address, "oneOf": whole, "$defs": every}


_ITEM = {**LINK, "language": LANGUAGE, "edition": described(TEXT, "The name of its edition.")}
_COLLECTION = mapping(
    {
        "collection": TEXT,
        "url": ADDRESS,
        "count": {"type": "integer", "minimum": 0},
        "items": many(mapping(_ITEM, ("id", "title", "url", "language"))),
    },
    ("collection", "url", "count", "items"),
    "All records of one sort.",
)

_NAMED = mapping({"name": TEXT, "address": ADDRESS}, ("name",))
_WORD = {"id": TEXT, "label": TEXT, "explanation": TEXT}
_WAY = {"collection": TEXT, "url": ADDRESS, "count": {"type": "integer", "minimum": 0}}
_REPORT = mapping(
    {
        "title": TEXT,
        "description": TEXT,
        "url": ADDRESS,
        "page": ENVELOPE["page"],
        "language": LANGUAGE,
        "languages": described(many(LANGUAGE), "The languages in which there are texts."),
        "publisher": _NAMED,
        "author": described(_NAMED, "Who wrote the texts that name no author."),
        "licence": described(_NAMED, "The terms for the texts; a data set has its own."),
        "taxonomies": {
            "type": "object",
            "additionalProperties": many(mapping(_WORD, ("id", "label"))),
            "description": "The words of each list that the editors choose from, in their order.",
        },
        "collections": many(mapping(_WAY, tuple(_WAY))),
        "openapi": ADDRESS,
        "schema": ADDRESS,
    },
    ("title", "description", "url", "page", "language", "publisher", "taxonomies", "collections"),
    "The report itself, and the way to each collection.",
)
