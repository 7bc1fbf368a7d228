"""What is understood of a file to the text of a descriptor, as an editor would write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from trendrapport.diagnostics import Language, Text
from trendrapport.intake.origin import Origin
from trendrapport.intake.tidy import TidyColumn, TidyTable
from trendrapport.intake.understanding import Understanding

_PLAIN = re.compile(r"[a-zA-Z][a-zA-Z0-9_]*(?:[.-][a-zA-Z0-9_]+)*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_SAID = frozenset({"title", "source", "licence"})
"""Answers that the descriptor itself gives."""
_MADE = Text(
    nl="# Gemaakt met trendrapport data add; vul gerust aan of verbeter.",
    en="# Made with trendrapport data add; feel free to add or correct.",
)


def _schema(table: TidyTable, language: Language) -> dict[str, Any]:
    """The columns, and the signs for missing values besides empty cells."""
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.missing:
        marks = [{"value": sign, "label": means.of(language)} for sign, means in table.missing.items()]
        schema["missingValues"] = [{"value": ""}, *marks]
    return schema


def descriptor(
    name: str,
    found: Understanding,
    origin: Origin,
    answers: Mapping[str, str],
    created: str,
    language: Language,
) -> str:
    """The text of the descriptor of a table called `name` that was found on the day `created`."""
    around, table = found.provenance, found.table
    description = " ".join([around.description, *(note.of(language) for note in table.notes)]).strip()
    licence = _without_none(name=around.licence, title=around.licence_title, path=around.licence_address)
    original = _without_none(
        path=origin.place,
        hash=f"sha256:{found.checksum}",
        etag=origin.etag or None,
        version=origin.version or None,
        sheet=found.sheet or None,
        where=list(origin.where) or None,
        columns=list(origin.columns) or None,
    )
    reading = {key: value for key, value in sorted(answers.items()) if key not in _SAID}
    if reading:
        original["answers"] = reading
    whole = _without_none(
        name=name,
        title=around.title,
        description=description or None,
        licenses=[licence],
        sources=[_without_none(title=around.source, path=around.address)],
        created=created,
        original=original,
        resources=[{"name": name, "path": f"{name}.csv", "schema": _schema(table, language)}],
    )
    return f"{_MADE.of(language)}\n" + "".join(f"{line}\n" for line in _lines(whole))


def _field(column: TidyColumn) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": column.type, "title": column.title}
    if column.unit:
        found["unit"] = column.unit
    if column.type == "number":
        # It says that 1.234 has decimals, which an editor may doubt.
        found["decimalChar"] = "."
    if column.required:
        found["constraints"] = {"required": True}
    return found


def _without_none(**values: Any) -> dict[str, Any]:  # noqa: ANN401
    return {name: value for name, value in values.items() if value is not None}


def _lines(value: Mapping[str, Any]) -> Iterator[str]:
    """A mapping as lines of YAML."""
    for key, part in value.items():
        yield from _entry(_scalar(key), part)


def _entry(key: str, value: Any) -> Iterator[str]:  # noqa: ANN401
    match value:
        case dict():
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(value))
        case list() if all(isinstance(item, str) for item in value):
            yield f"{key}: [{', '.join(map(_scalar, value))}]"
        case list():
            yield f"{key}:"
            for item in value:
                first, *rest = _lines(item)
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        case _:
            yield f"{key}: {_scalar(value)}"


def _scalar(value: object) -> str:
    """A value; a text in quotation marks unless it is a plain word."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.casefold() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
