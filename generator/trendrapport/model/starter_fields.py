"""A model's fields as lines of YAML: each with its explanation, and an example that fits the report at hand.

Knows no files; which names there are to refer to is asked of the report.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic.fields import FieldInfo

from trendrapport.diagnostics import Language, Text
from trendrapport.model.base import Model
from trendrapport.model.schema_parts import resolved

_FORMATS = {
    "date": "2026-01-31",
    "uri": "https://example.org/",
    "email": "info@example.org",
    "doi": "10.1234/abc",
}
_TYPES = {"integer": 1, "number": 1, "boolean": True}
_ALWAYS = {"status"}
"""Fields that a starter file fills in although they may be left out."""

BODY = Text(nl="Schrijf hier de tekst.", en="Write the text here.")
"""The text below the fields."""

NAME = Text(nl="Naam", en="Name")
"""What is called so was begun for another entry that must refer to it."""

WORDS = 3
"""An example of fewer words than this, such as `dashboard`, can also be what an editor means, unless it
begins with a capital.
"""

_CHOICES = Text(nl="kies uit: {names}", en="choose from: {names}")
_NAME = Text(nl="naam", en="name")


@dataclass(frozen=True)
class Words:
    """What a report has for its starter files: a language, and names to refer to."""

    language: Language
    names: Callable[[str, bool], list[str]]
    """The names of a kind or taxonomy, in their order; of the entry's own edition if asked for."""
    closed: Collection[str] = ()
    """The kinds of which only these names can be used, so that an explanation lists them."""


@cache
def starter_texts(model: type[Model]) -> dict[str, frozenset[str]]:
    """By field, the texts that a starter file may have there, in both languages, and that say nothing."""
    found = {name: frozenset(_texts(field)) for name, field in model.model_fields.items()}
    return {name: texts for name, texts in found.items() if texts}


def _texts(field: FieldInfo) -> Iterator[str]:
    for text in _strings([field.description, _dutch(field), *(field.examples or ())]):
        says_nothing = len(text.split()) >= WORDS or (text[0].isupper() and not text.isupper())
        if says_nothing and "{" not in text:
            yield text


def _strings(value: object) -> Iterator[str]:
    """Every text in an example, which may be a list or a block."""
    match value:
        case str() if value:
            yield value
        case list():
            for item in value:
                yield from _strings(item)
        case dict():
            for item in value.values():
                yield from _strings(item)


def _dutch(field: FieldInfo) -> object:
    extra = field.json_schema_extra
    return extra.get("nl") if isinstance(extra, dict) else None


def required_references(model: type[Model]) -> list[str]:
    """The kinds of which an entry must name one."""
    schema = model.model_json_schema()
    return [
        schema["properties"][name]["to"]
        for name in schema.get("required", [])
        if "to" in schema["properties"][name]
    ]


def fields(
    model: type[Model],
    given: Mapping[str, Any],
    words: Words,
    examples: Mapping[str, Any] = MappingProxyType({}),
) -> str:
    """Every field of a model with its explanation; what may be left out is a comment, unless it is given."""
    whole = model.model_json_schema()
    starter = _Starter(whole, words)
    always = {*whole.get("required", ()), *given, *_ALWAYS}
    lines = []
    for name, schema in whole["properties"].items():
        if schema.get("exported"):
            continue
        lines += [f"# {line}" for line in starter.explained(schema)]
        value = {**examples, **given}.get(name, starter.example(schema))
        shown = f"{name}:" if value is None else f"{name}: {json.dumps(value, ensure_ascii=False)}"
        lines.append(shown if name in always else f"# {shown}")
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True)
class _Starter:
    """Explanations and examples from a model's JSON Schema."""

    whole: dict[str, Any]
    words: Words

    def explained(self, schema: dict[str, Any]) -> Iterator[str]:
        """A field's explanation, and below it those of the keys of a block in it."""
        yield self._explanation(schema)
        yield from self._choices(schema)
        part = self._part(schema)
        inner = self._part(part.get("items", part))
        for name, key in inner.get("properties", {}).items():
            yield f"  {name}: {self._explanation(key)}"
            yield from (f"    {line}" for line in self._choices(key))

    def _choices(self, schema: dict[str, Any]) -> Iterator[str]:
        """A line with the names that are allowed here, if there are no others."""
        names = self.words.names(schema["to"], False) if schema.get("to") in self.words.closed else []
        if names:
            yield _CHOICES.filled(names=", ".join(names)).of(self.words.language)

    def example(self, schema: dict[str, Any]) -> Any:  # noqa: ANN401
        """A value that is allowed here, or None if there is none to give."""
        return self._value(schema, schema)

    def _value(self, schema: dict[str, Any], field: dict[str, Any]) -> Any:  # noqa: ANN401
        """An example of a part of a field, or of the whole of it."""
        part = self._part(schema)
        match part.get("type"):
            case "array":
                return self._list(part, field)
            case "object" if "properties" in part:
                return self._block(part)
            case "object":
                return self._named_values(part, field)
        return self._named(field) if field.get("to") else self._plain(part, field)

    def _list(self, part: dict[str, Any], field: dict[str, Any]) -> Any:  # noqa: ANN401
        if self._is_dutch and "examples" in part and "to" not in field:
            return part["examples"][0]
        item = self._value(part["items"], field) if "items" in part else None
        return None if item is None else [item]

    def _block(self, part: dict[str, Any]) -> dict[str, Any]:
        """The keys that a block must have, or else those of its example."""
        shown = part.get("required") or next(iter(part.get("examples", ())), part["properties"])
        return {name: self.example(part["properties"][name]) for name in shown}

    def _named_values(self, part: dict[str, Any], field: dict[str, Any]) -> Any:  # noqa: ANN401
        """A block whose keys are names of something else, with one of them."""
        patterns = list(part.get("patternProperties", {}).values())
        inner = part.get("additionalProperties") or next(iter(patterns), None)
        example = part.get("examples", [None])[0]
        key = self._named(field)
        if not key or not inner:
            return example
        if example and self._is_dutch:
            return {key: next(iter(example.values()))}
        return {key: self._value(inner, {**field, "to": ""})}

    def _named(self, field: dict[str, Any]) -> str | None:
        """Something that the field can refer to: what its example says, if there is such a thing."""
        if not field.get("to"):
            return None
        there = self.words.names(field["to"], bool(field.get("own_edition")))
        wanted = json.dumps(field.get("examples", []))
        meant = [name for name in there if json.dumps(name) in wanted]
        return next(iter([*meant, *there]), _NAME.of(self.words.language))

    def _plain(self, part: dict[str, Any], field: dict[str, Any]) -> Any:  # noqa: ANN401
        is_text = part.get("type") == "string" and not {"enum", "format", "pattern"} & part.keys()
        if is_text and not (self._is_dutch and "examples" in part):
            return self._explanation(field)
        known = [*part.get("examples", ()), *part.get("enum", ())]
        if known:
            return known[0]
        if part.get("format") in _FORMATS:
            return _FORMATS[part["format"]]
        return part.get("minimum", _TYPES.get(part.get("type", "")))

    @property
    def _is_dutch(self) -> bool:
        """Whether the examples of the models can be shown, which are in Dutch."""
        return self.words.language == "nl"

    def _explanation(self, schema: dict[str, Any]) -> str:
        return str(schema["nl"] if self._is_dutch and "nl" in schema else schema.get("description", ""))

    def _part(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A schema itself: its reference followed, and of several choices the first that is something."""
        options = [resolved(self.whole, option) for option in schema.get("anyOf", [])]
        chosen = next((option for option in options if option.get("type") != "null"), {})
        return {**resolved(self.whole, chosen), **resolved(self.whole, schema)}
