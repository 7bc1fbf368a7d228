"""The fields of an entry that hold words to pieces, below what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from trendrapport.diagnostics import Text
from trendrapport.files.yaml_data import DataPath
from trendrapport.forms.words import FIELDS
from trendrapport.language.labels import Labels
from trendrapport.model.schema_parts import at_path
from trendrapport.report.report import Entry
from trendrapport.reviewing.pieces import Kind, Listed, Piece
from trendrapport.reviewing.signs import Sign, plain

FRONT = ("title", "summary")
"""The fields above the text."""
_NO_WORDS = frozenset({"to", "enum", "const", "format", "pattern"})
"""What the schema says of a value that is no running text."""
_PATHS = frozenset({"image"})
_UNLABELLED = frozenset({"role", "organisation", "portrait", "quotes", "summary"})
"""The fields for which readers see no word."""
LABEL = Text(nl="dit is een kopje van het document zelf", en="this is a heading of the document itself")

Named = Callable[[str, str], str]
"""What readers see of a name, by what it is a name of."""


@dataclass
class FieldReader:
    """Reads the fields of one entry; `named` says what readers see of a name."""

    entry: Entry[Any]
    labels: Labels
    named: Named

    def __post_init__(self) -> None:
        """Takes the schema, which says which values are words."""
        self.schema = type(self.entry.data).model_json_schema()
        self.lists = count(1000)

    def front(self) -> Iterator[Piece]:
        """The title and the summary."""
        for name, style in zip(FRONT, ("Title", "Subtitle"), strict=True):
            value = self.entry.source.data.get(name)
            if isinstance(value, str):
                yield self._piece((name,), value, Kind.PARAGRAPH, style, self.called(name))

    def others(self) -> Iterator[Piece]:
        """All other fields with words, each below its label."""
        for name, value in self.entry.source.data.items():
            known = self.schema.get("properties", {}).get(name, {})
            if name in FRONT or not known.get("translated"):
                continue
            label = self.called(name)
            found = list(self._within((name,), value, label))
            if found:
                yield self.label(label, "Heading1", (name,))
                yield from found

    def called(self, name: str) -> Text:
        """The label of a field."""
        if name in _UNLABELLED:
            return FIELDS[name]
        try:
            shown = self.labels(name)
        except KeyError:
            shown = name.replace("_", " ").capitalize()
        return Text(nl=shown, en=shown)

    def label(self, label: Text, style: str, at: DataPath) -> Piece:
        """A heading of the document."""
        shown = label.of(self.labels.language)
        signs = tuple(Sign(sign, fixed=True) for sign in shown)
        source = self.entry.source
        line = source.locate((*self.entry.at, *at)).line
        return Piece(Kind.HEADING, style, source.path, line, label, signs, fixed=LABEL)

    def _within(self, at: DataPath, value: Any, place: Text) -> Iterator[Piece]:  # noqa: ANN401
        if isinstance(value, str):
            if self._has_words(at):
                yield self._piece(at, value, Kind.PARAGRAPH, "BodyText", place)
        elif isinstance(value, list):
            yield from self._list(at, value, place)
        elif isinstance(value, dict):
            yield from self._mapping(at, value, place)

    def _list(self, at: DataPath, items: list[Any], place: Text) -> Iterator[Piece]:
        number = next(self.lists)
        for index, item in enumerate(items):
            here = _joined(place, str(index + 1))
            if isinstance(item, str) and self._has_words((*at, index)):
                listed = Listed(number)
                yield self._piece((*at, index), item, Kind.ITEM, "ListBullet", here, listed)
            else:
                yield from self._within((*at, index), item, here)

    def _mapping(self, at: DataPath, value: dict[str, Any], place: Text) -> Iterator[Piece]:
        """What is below keys: those that name something, or those of a block with a name in it."""
        to = at_path(self.schema, at).get("to", "")
        said = [self._name((*at, key), one) for key, one in value.items()]
        name = next(filter(None, said), "")
        if name:
            yield self.label(Text(nl=name, en=name), "Heading2", at)
        for key, one in value.items():
            shown = self.called(key).of(self.labels.language)
            if to:
                shown = self.named(to, key)
            here = _joined(place, name or shown)
            found = list(self._within((*at, key), one, here))
            if found and to:
                yield self.label(Text(nl=shown, en=shown), "Heading2", (*at, key))
            yield from found

    def _name(self, at: DataPath, value: Any) -> str:  # noqa: ANN401
        to = at_path(self.schema, at).get("to", "")
        if not to or to == "sources" or not isinstance(value, str):
            return ""
        return self.named(to, value)

    def _has_words(self, at: DataPath) -> bool:
        schema = at_path(self.schema, at)
        return (
            not _NO_WORDS & set(schema) and at[-1] not in _PATHS and schema.get("type", "string") != "array"
        )

    def _piece(
        self, at: DataPath, value: str, kind: Kind, style: str, place: Text, listed: Listed | None = None
    ) -> Piece:
        source, whole = self.entry.source, (*self.entry.at, *at)
        line = source.locate(whole).line
        return Piece(kind, style, source.path, line, place, plain(value), at=whole, listed=listed)


def _joined(place: Text, more: str) -> Text:
    return Text(nl=f"{place.nl} › {more}", en=f"{place.en} › {more}")
