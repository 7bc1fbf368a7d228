"""What can be written at a place in a file, as the models say: its keys, and what each of them means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.entries.trends import Trend
from trendrapport.report.load.content import kind_and_edition
from trendrapport.report.load.reading import split
from trendrapport.starters.schemas import Schema, forms

_BY_PLACE = (
    ("charts/data/", ".datapackage.yml", "datapackage"),
    ("charts/", ".yml", "chart"),
    ("", "site_config.yml", "site_config"),
)


@dataclass(frozen=True)
class Form:
    """What a file holds."""

    name: str
    """The kind of entry, or `chart`, `datapackage` or `site_config`."""
    edition: str | None
    schema: Schema


@dataclass(frozen=True)
class Field:
    """What can be written somewhere: alternatives of which one applies."""

    form: Form
    schemas: tuple[Schema, ...]
    names: tuple[str, bool] | None = None
    """The kind or taxonomy that is named there, and whether only those of the same edition are."""

    @property
    def keys(self) -> Mapping[str, Schema]:
        """The keys that a mapping here can have."""
        found: dict[str, Schema] = {}
        for schema in self.schemas:
            found |= schema.get("properties", {})
        return found

    @property
    def required(self) -> frozenset[str]:
        """The keys that a mapping here must have."""
        return frozenset().union(*(schema.get("required", ()) for schema in self.schemas))

    @property
    def choices(self) -> tuple[str, ...]:
        """The values, where there are only so many."""
        found: list[str] = []
        for schema in self.schemas:
            found += _only(schema)
        return tuple(found)

    def within(self, name: str | int) -> Field:
        """What can be written at a key or in an item."""
        inner: list[Schema] = []
        for schema in self.schemas:
            inner += alternatives(self.form.schema, _inner(schema, name))
        names = _named(inner)
        if isinstance(name, int):
            names = names or self.names
        return Field(self.form, tuple(inner), names)


def form_of(path: str, trend: type[Trend] | None = None) -> Form | None:
    """What the file at a path from the report's root holds; None where that is no data."""
    for folder, ending, name in _BY_PLACE:
        if path.startswith(folder) and path.endswith(ending):
            return Form(name, None, forms(trend)[name])
    found = kind_and_edition(path)
    if found is None:
        return None
    kind, edition = found
    _, language = split(path)
    if language:
        return Form(kind, edition, forms(trend)[f"{kind}.translation"])
    return Form(kind, edition, forms(trend)[kind])


def field_at(form: Form, at: DataPath) -> Field:
    """What can be written at a place in a file of that form."""
    field = Field(form, tuple(alternatives(form.schema, form.schema)))
    for name in at:
        field = field.within(name)
    return field


def alternatives(root: Schema, schema: Schema | None) -> Iterator[Schema]:
    """The forms that a value can have, with the explanations of the whole on each."""
    if not schema:
        return
    whole = {key: value for key, value in schema.items() if key not in {"anyOf", "$ref"}}
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        for one in alternatives(root, root["$defs"][name]):
            yield {**one, **whole}
        return
    if "anyOf" not in schema:
        yield schema
        return
    for part in schema["anyOf"]:
        for one in alternatives(root, part):
            yield {**one, **whole}


def explanation(schema: Schema, language: Language) -> str:
    """What a field is for."""
    if language == "nl" and schema.get("nl"):
        return str(schema["nl"])
    return str(schema.get("description", ""))


def _inner(schema: Schema, name: str | int) -> Schema | None:
    """The schema of what a key or an item holds."""
    if isinstance(name, int):
        return _schema(schema.get("items"))
    properties = schema.get("properties", {})
    return properties.get(name) or _schema(schema.get("additionalProperties"))


def _schema(value: Any) -> Schema | None:  # noqa: ANN401
    if isinstance(value, dict):
        return value
    return None


def _only(schema: Schema) -> list[str]:
    if schema.get("type") == "boolean":
        return ["true", "false"]
    if "const" in schema:
        return [str(schema["const"])]
    return [str(value) for value in schema.get("enum", ())]


def _named(schemas: list[Schema]) -> tuple[str, bool] | None:
    """What a field names, as its model says."""
    for schema in schemas:
        if "to" in schema:
            return schema["to"], bool(schema.get("own_edition"))
    return None
