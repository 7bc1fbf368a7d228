"""The fields of an entry that readers read as sentences, and the text alternatives in its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.model.texts import FieldText as Value
from trendrapport.model.texts import texts
from trendrapport.prose.outline import Mark
from trendrapport.prose.sentences import FieldText
from trendrapport.report.report import Entry

_FIELDS = frozenset(
    {
        "actions",
        "biography",
        "brakes",
        "caption",
        "definition",
        "description",
        "drivers",
        "ended",
        "explanation",
        "judgement",
        "questions",
        "subtitle",
        "summary",
        "theme",
        "title",
        "what",
        "why",
    }
)
"""Other fields hold names, references, numbers, or the words of somebody else."""


def field_prose(entry: Entry[Any]) -> Iterator[FieldText]:
    """What readers read of an entry beside its paragraphs; of a translation, what that has itself."""
    lines = entry.source.text.split("\n")
    for value in texts(entry.data):
        path = (*entry.at, *value.path)
        if _is_prose(entry.kind, value) and path in entry.source.positions:
            at = entry.source.locate(path)
            yield FieldText(value.text, Mark(at.line, at.column), lines)
    for image in entry.outline.images:
        yield FieldText(image.text, image.at, lines)


def _is_prose(kind: str, value: Value) -> bool:
    if value.field == "text" and "portrait" in value.path:
        return True
    if kind == "sources" or value.field not in _FIELDS:
        return False
    if kind == "packages":
        # The columns have names, and the sources and licences below it are of others.
        return len(value.path) == 1
    return kind != "inspiration" or value.field != "title"
