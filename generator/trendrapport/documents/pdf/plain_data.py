"""Documents as plain values for a template, with what it has to know of each part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from trendrapport.documents.blocks import Cell, Figure, Row, Table
from trendrapport.documents.document import Document, Reference
from trendrapport.documents.inlines import Cited, NoteMark, words_of

Plain = dict[str, Any]

WIDE_CELL = 90
"""A table with a cell of more characters is as wide as the page."""


def entry_data(document: Document) -> Plain:
    """A document as its template reads it."""
    reading = _Reading()
    made = reading.of(replace(document, notes=()))
    made["blocks"] = list(_stepped(made["blocks"]))
    made["notes"] = replace(reading, quiet=True).plain(document.notes)
    made["sources"] = [_source(source, reading.cited) for source in document.sources]
    return made


def _stepped(blocks: list[Plain]) -> Iterator[Plain]:
    """Blocks of which no heading is more than a level below the one before: who listens would look for what
    lies between.
    """
    level = 1
    for block in blocks:
        if block["sort"] in {"Heading", "Question", "Actions"} and block["level"]:
            deeper = min(max(block["level"], 2), level + 1)
            level = level if block["sort"] == "Actions" else deeper
            yield block | {"level": deeper}
        else:
            yield block


def plain(value: Any) -> Any:  # noqa: ANN401
    """Values without citations as plain data."""
    return _Reading(quiet=True).plain(value)


def _source(source: Reference, cited: set[str]) -> Plain:
    found: Plain = plain(source)
    return found | {"cited": source.key in cited}


@dataclass
class _Reading:
    """One walk over a document, in the order in which it is shown."""

    quiet: bool = False
    """Whether nothing here is the first to cite something, as in a footnote."""
    cited: set[str] = field(default_factory=set)
    noted: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)

    def of(self, value: Any) -> Plain:  # noqa: ANN401
        """A dataclass as a mapping that says which it is."""
        made: Plain = {"sort": type(value).__name__}
        for one in fields(value):
            made[one.name] = self.plain(getattr(value, one.name))
        return made

    def plain(self, value: Any) -> Any:  # noqa: ANN401
        """A value of any sort."""
        match value:
            case Enum():
                return str(value.value)
            case tuple() | list():
                return [self.plain(one) for one in value]
            case Cited():
                first = not self.quiet and _is_new(value.key, self.cited)
                return self.of(value) | {"first": first}
            case NoteMark():
                return self.of(value) | {"first": _is_new(value.letter, self.noted)}
            case Figure():
                return self.of(value) | {"first": _is_new(value.name, self.shown)}
            case Cell():
                words = words_of(value.inside)
                return self.of(value) | {"length": len(words), "words": words}
            case Table():
                return self._table(value)
        return self.of(value) if is_dataclass(value) else value

    def _table(self, table: Table) -> Plain:
        """A table; its headings return on each page, unless a footnote belongs to them."""
        head = _Reading()
        head.plain(table.head)
        repeated = not (head.cited or head.noted)
        return self.of(table) | {"repeat": repeated, "wide": any(map(_is_wide, table.rows))}


def _is_new(name: str, seen: set[str]) -> bool:
    """Whether something was not there before; it is from now on."""
    is_new = name not in seen
    seen.add(name)
    return is_new


def _is_wide(row: Row) -> bool:
    return any(len(words_of(cell.inside)) > WIDE_CELL for cell in row)
