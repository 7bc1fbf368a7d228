"""A record of the API: what every one says of itself, and the JSON Schema of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from trendrapport.open_data.addresses import record_path
from trendrapport.open_data.field_schemas import Schema
from trendrapport.open_data.known import known
from trendrapport.open_data.links import record_of
from trendrapport.pages.view import Value, View


@dataclass(frozen=True)
class Record:
    """One record, in its collection."""

    collection: str
    name: str
    """Its name within the collection, with the edition before it where it has one."""
    title: str
    language: str
    page: str | None = None
    """The page that shows the same, from the site's root, with an anchor if others share it."""
    edition: Value | None = None
    """The link to the record of its edition."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """What its collection adds."""

    @property
    def path(self) -> str:
        """Its file, from the site's root."""
        return record_path(self.collection, self.name)

    def link(self, view: View) -> Value:
        """The link to it, as the list of its collection has it."""
        link = record_of(view, self.collection, self.name, self.title, self.page)
        edition = self.edition and self.edition["id"]
        return known({**link, "language": self.language, "edition": edition})

    def value(self, view: View) -> Value:
        """The whole record."""
        link = record_of(view, self.collection, self.name, self.title, self.page)
        fields = {"collection": self.collection, **link, "language": self.language, "edition": self.edition}
        return known({**fields, **self.more})


PARTIAL_DATE: Schema = {
    "type": "string",
    "format": "edtf",
    "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    "description": "A year, a month or a day, as exact as it is known (EDTF, level 0; ISO 8601-2).",
}

ADDRESS: Schema = {"type": "string", "format": "uri"}
TEXT: Schema = {"type": "string"}
LANGUAGE: Schema = {"type": "string", "pattern": "^[a-z]{2}$", "description": "The language (ISO 639-1)."}


def described(schema: Schema, text: str) -> Schema:
    """A schema with an explanation."""
    return {**schema, "description": text}


def refer(name: str) -> Schema:
    """The schema of that name among the definitions."""
    return {"$ref": f"#/$defs/{name}"}


def many(schema: Schema) -> Schema:
    """A list of what a schema describes."""
    return {"type": "array", "items": schema}


def mapping(properties: Mapping[str, Schema], required: tuple[str, ...], text: str = "") -> Schema:
    """A mapping with these keys and no others."""
    return known(
        {
            "description": text,
            "type": "object",
            "properties": dict(properties),
            "required": list(required),
            "additionalProperties": False,
        }
    )


ENVELOPE: dict[str, Schema] = {
    "id": described(TEXT, "The name of this record within its collection."),
    "title": TEXT,
    "url": described(ADDRESS, "The address of this record."),
    "page": described(ADDRESS, "The page of the site that shows the same."),
    "language": LANGUAGE,
    "edition": described(refer("Link"), "The edition that this belongs to."),
}
ALWAYS = ("collection", "id", "title", "url", "language")
"""What every record says of itself; and the keys that none of them leaves out."""

LINK = {name: ENVELOPE[name] for name in ("id", "title", "url", "page")}

SHARED: dict[str, Schema] = {
    "PartialDate": PARTIAL_DATE,
    "Link": mapping(LINK, ("id", "title", "url"), "Another record."),
    "Term": mapping({"id": TEXT, "label": TEXT}, ("id", "label"), "A word of a taxonomy of the report."),
    "File": mapping({"url": ADDRESS, "mediaType": TEXT}, ("url", "mediaType"), "A file to download."),
}
"""What the schemas of several collections refer to."""


def record_schema(collection: str, text: str, more: Mapping[str, Schema]) -> Schema:
    """The schema of a record of a collection, which adds these keys."""
    properties = {"collection": {"type": "string", "const": collection}, **ENVELOPE, **more}
    return mapping(properties, ALWAYS, text)
