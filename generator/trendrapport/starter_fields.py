"""A model's fields as lines of YAML: each with its explanation, and an example that fits the report at hand.

Knows no files; which names there are to refer to is asked of the report.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.model import Model
from trendrapport.schema_parts import resolved

_FORMATS = {"date": "2026-01-31", "uri": "https://example.org/", "email": "naam@example.org"}
_TYPES = {"integer": 1, "number": 1, "boolean": True}
_ALWAYS = {"status"}
"""Fields that a starter file fills in although they may be left out."""

Names = Callable[[str, bool], list[str]]
"""The names of a kind or taxonomy, in their order; of the entry's own edition if asked for."""


def required_references(model: type[Model]) -> list[str]:
    """The kinds of which an entry must name one."""
    schema = model.model_json_schema()
    return [schema["properties"][name]["to"] for name in schema.get("required", []) if "to" in schema["properties"][name]]


def fields(model: type[Model], given: Mapping[str, Any], language: Language, names: Names) -> str:
    """Every field of a model with its explanation; what may be left out is a comment, unless it is given."""
    whole = model.model_json_schema()
    starter = _Starter(whole, language, names)
    always = {*whole.get("required", ()), *given, *_ALWAYS}
    lines = []
    for name, schema in whole["properties"].items():
        lines += [f"# {line}" for line in starter.explained(schema)]
        value = given.get(name, starter.example(schema))
        shown = f"{name}:" if value is None else f"{name}: {json.dumps(value, ensure_ascii=False)}"
        lines.append(shown if name in always else f"# {shown}")
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True)
class _Starter:
    """Explanations and examples from a model's JSON Schema."""

    whole: dict[str, Any]
    language: Language
    names: Names

    def explained(self, schema: dict[str, Any]) -> Iterator[str]:
        """A field's explanation, and below it those of the keys of a block in it."""
        yield self._words(schema)
        part = self._part(schema)
        inner = self._part(part.get("items", part))
        for name, key in inner.get("properties", {}).items():
            yield f"  {name}: {self._words(key)}"

    def example(self, schema: dict[str, Any]) -> Any:  # noqa: ANN401
        """A value that may stand here, or None if there is none to be given."""
        return self._value(schema, schema)

    def _value(self, schema: dict[str, Any], field: dict[str, Any]) -> Any:  # noqa: ANN401
        """An example of a part of a field, or of the whole of it."""
        part = self._part(schema)
        match part.get("type"):
            case "array":
                if self.language == "nl" and "examples" in part and "to" not in field:
                    return part["examples"][0]
                item = self._value(part["items"], field) if "items" in part else None
                return None if item is None else [item]
            case "object" if "properties" in part:
                shown = part.get("required") or next(iter(part.get("examples", ())), part["properties"])
                return {name: self.example(part["properties"][name]) for name in shown}
            case "object":
                inner = part.get("additionalProperties") or next(iter(part.get("patternProperties", {}).values()), None)
                key = self._named(field)
                return {key: self._value(inner, {**field, "to": ""})} if key and inner else part.get("examples", [None])[0]
            case _:
                return self._named(field) if field.get("to") else self._plain(part, field)

    def _named(self, field: dict[str, Any]) -> str | None:
        """Something that the field can refer to: what its example says, if there is such a thing."""
        if not field.get("to"):
            return None
        there = self.names(field["to"], bool(field.get("own_edition")))
        wanted = json.dumps(field.get("examples", []))
        return next((name for name in there if json.dumps(name) in wanted), there[0] if there else None)

    def _plain(self, part: dict[str, Any], field: dict[str, Any]) -> Any:  # noqa: ANN401
        is_text = part.get("type") == "string" and not {"enum", "format", "pattern"} & part.keys()
        if is_text and (self.language != "nl" or "examples" not in part):
            return self._words(field)
        known = [*part.get("examples", ()), *part.get("enum", ())]
        return known[0] if known else _FORMATS.get(part.get("format", ""), part.get("minimum", _TYPES.get(part.get("type", ""))))

    def _words(self, schema: dict[str, Any]) -> str:
        return str(schema["nl"] if self.language == "nl" and "nl" in schema else schema.get("description", ""))

    def _part(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A schema itself: its reference followed, and of several choices the first that is something."""
        options = [resolved(self.whole, option) for option in schema.get("anyOf", [])]
        chosen = next((option for option in options if option.get("type") != "null"), {})
        return {**resolved(self.whole, chosen), **resolved(self.whole, schema)}
