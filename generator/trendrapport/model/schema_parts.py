"""Steps within the JSON Schema that a model gives: to what a reference names, and to the value at a path."""

from __future__ import annotations

from typing import Any


def resolved(whole: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with what its reference names; its own keys come first."""
    if "$ref" not in schema:
        return schema
    found: dict[str, Any] = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    return {**found, **{name: value for name, value in schema.items() if name != "$ref"}}


def at_path(whole: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """The schema of the value at a path, references and optional parts resolved; empty if there is none."""
    here = whole
    for part in path:
        here = next((found for option in choices(whole, here) if (found := _step(option, part))), {})
        here = resolved(whole, here)
    return here


def choices(whole: dict[str, Any], schema: dict[str, Any]) -> list[dict[str, Any]]:
    """A schema and every alternative that it allows."""
    return [resolved(whole, option) for option in [schema, *schema.get("anyOf", [])]]


def _step(schema: dict[str, Any], part: str | int) -> dict[str, Any]:
    if isinstance(part, int):
        items = schema.get("items")
        return items if isinstance(items, dict) else {}
    within = schema.get("properties", {}).get(part)
    if within is None:
        patterns = list(schema.get("patternProperties", {}).values())
        within = patterns[0] if patterns else schema.get("additionalProperties")
    return within if isinstance(within, dict) else {}
