"""The JSON Schema of the fields that a record takes over from an entry: what `fields` does with values, done
with the types of the model.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from trendrapport.model import entries
from trendrapport.model.base import Model
from trendrapport.model.schema_parts import resolved
from trendrapport.open_data.fields import camel_case
from trendrapport.runtime.plugins import modules

Schema = dict[str, Any]

_KEPT = (
    *("type", "format", "pattern", "enum", "minimum", "maximum", "minLength", "maxLength"),
    "description",
)
"""The keys of a field's schema that hold for a record too."""


def field_schemas(model: type[Model], without: Collection[str] = ()) -> dict[str, Schema]:
    """The schema of each field of a model, but for some, by its name in a record."""
    whole = model.model_json_schema()
    return _properties(whole, whole, without)


def _properties(whole: Schema, part: Schema, without: Collection[str] = ()) -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for name, schema in part["properties"].items():
        if name not in without:
            found[camel_case(name)] = _field(whole, schema)
    return found


def _field(whole: Schema, schema: Schema) -> Schema:
    explained = {"description": schema["description"]} if "description" in schema else {}
    options = [option for option in schema.get("anyOf", ()) if option != {"type": "null"}]
    alone = {**options[0], **explained} if len(options) == 1 else schema
    to = schema.get("to")
    return {**_form(whole, resolved(whole, alone), to), **explained}


def _form(whole: Schema, schema: Schema, to: str | None) -> Schema:
    """The schema of a value in a record; `to` is what it names, if it is a name."""
    if "anyOf" in schema:
        return {"anyOf": [_form(whole, resolved(whole, one), to) for one in schema["anyOf"]]}
    if "items" in schema:
        items = _form(whole, resolved(whole, schema["items"]), to)
        return {"type": "array", "items": items}
    if "additionalProperties" in schema and "properties" not in schema:
        values = _form(whole, resolved(whole, schema["additionalProperties"]), None)
        return {"type": "object", "additionalProperties": values}
    if to:
        return {"$ref": f"#/$defs/{'Link' if to in {*modules(entries), 'charts', 'tables'} else 'Term'}"}
    return _plain(whole, schema)


def _plain(whole: Schema, schema: Schema) -> Schema:
    if "properties" in schema:
        return _object(whole, schema)
    if schema.get("type") == ["string", "integer"]:
        return {"$ref": "#/$defs/PartialDate"}
    return {name: value for name, value in schema.items() if name in _KEPT}


def _object(whole: Schema, schema: Schema) -> Schema:
    return {
        "type": "object",
        "properties": _properties(whole, schema),
        "additionalProperties": False,
        **({"description": schema["description"]} if "description" in schema else {}),
    }
