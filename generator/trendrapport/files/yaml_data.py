"""YAML to plain data, and the line and column of every key and value in it.

Reads the core schema of YAML 1.2: no dates, no "yes" for true. Knows no models and no files. Whatever the
text is, findings come back as diagnostics and never as an exception.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, finding, shortened
from trendrapport.diagnostics.changes import Edit
from trendrapport.files.decoding import unwanted
from trendrapport.files.yaml_complaints import MAX_DEPTH, TOO_DEEP
from trendrapport.files.yaml_losses import losses
from trendrapport.files.yaml_syntax import syntax_error

DataPath = tuple[str | int, ...]
"""Keys and indices that lead to a value, from the outside in."""

_NO_VALUE = object()
LONGEST_NUMBER = 19
"""Digits from which a whole number is not exact in every program that reads it."""


@dataclass(frozen=True)
class Position:
    """Line and column of a value, of its end and of its key; all count from 1."""

    key: tuple[int, int]
    value: tuple[int, int]
    end: tuple[int, int]


_DUPLICATE = (
    Text(nl='de sleutel "{key}" komt twee keer voor', en='the key "{key}" is here twice'),
    Text(nl="maar een van de twee waarden zou gelden", en="only one of the two values would count"),
    Text(nl="Verwijder een van de twee, of voeg ze samen.", en="Remove one of the two, or combine them."),
)
_ALIAS = (
    Text(
        nl="hier wordt verwezen naar een andere plaats in het bestand (& en *)",
        en="this refers to another place in the file (& and *)",
    ),
    Text(
        nl="wie dit leest, moet de waarde zelf zien",
        en="anyone who reads this must see the value itself",
    ),
    Text(nl="Schrijf de waarde uit.", en="Write out the value."),
)
_TAG = (
    Text(nl='het YAML-label "{tag}" is niet toegestaan', en='the YAML tag "{tag}" is not allowed'),
    Text(nl="inhoud bestaat uit gegevens en wordt nooit uitgevoerd", en="content is data, and is never run"),
    Text(
        nl="Verwijder het label, of zet de tekst tussen aanhalingstekens.",
        en="Remove the tag, or put the text between quotation marks.",
    ),
)
_KEY = (
    Text(nl="deze sleutel is geen gewone tekst", en="this key is not plain text"),
    Text(nl="een sleutel moet een naam zijn", en="a key must be a name"),
    Text(nl="Schrijf een naam voor de dubbele punt.", en="Write a name before the colon."),
)
_NUMBER = (
    Text(
        nl="dit getal is te groot, of geen gewoon getal",
        en="this number is too large, or not an ordinary number",
    ),
    Text(nl="met dit getal kan het programma niet rekenen", en="the program cannot calculate with it"),
    Text(nl="Schrijf een gewoon getal.", en="Write an ordinary number."),
)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2's core schema: https://yaml.org/spec/1.2.2/#103-core-schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_OWN = "tag:yaml.org,2002:"
_SCHEMA = (
    ("bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), "tTfF"),
    ("null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ("", *"~nN")),
    ("int", re.compile(r"[-+]?[0-9]+\Z"), "-+0123456789"),
    ("float", re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"), "-+.0123456789"),
    ("float", re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"), "-+."),
)
"""Each sort of value that is no text: how it is written, and with which characters that can begin."""

for _tag, _pattern, _first in _SCHEMA:
    for _character in _first:
        _Loader.yaml_implicit_resolvers.setdefault(_character, []).append((_OWN + _tag, _pattern))


def compose(text: str) -> yaml.Node | None:
    """The tree of a YAML text, with the place of each part; None for an empty one. Raises YAMLError."""
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _is_plain(tag: str, raw: str) -> bool:
    """Whether a value is of one of the sorts above or a text, and written as its sort is, also when the sort
    was named before it.
    """
    if tag == f"{_OWN}str":
        return True
    patterns = [pattern for sort, pattern, _ in _SCHEMA if tag == _OWN + sort]
    return any(pattern.match(raw) for pattern in patterns)


def _convert(tag: str, raw: str) -> Any:  # noqa: ANN401
    match tag.removeprefix(_OWN):
        case "null":
            return None
        case "bool":
            return raw.lower() == "true"
        case "int" if len(raw) < LONGEST_NUMBER:
            return int(raw)
        case "int":
            return _NO_VALUE
        case "float":
            number = float(raw.lower().replace(".inf", "inf").replace(".nan", "nan"))
            return number if math.isfinite(number) else _NO_VALUE
        case _:
            return raw


class _Reading:
    """One walk over a YAML tree: its plain data, the position of each value, and findings."""

    def __init__(self, path: str, line: int, text: str) -> None:
        self.path = path
        self.line = line
        self.text = text
        self.positions: dict[DataPath, Position] = {}
        self.found: list[Diagnostic] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node | None, at: DataPath = (), key: yaml.Node | None = None) -> Any:  # noqa: ANN401
        """The data of one node and all below it; None, with a finding, for what cannot be data."""
        if node is None:
            return None
        self.positions[at] = Position(self._at(key or node), self._at(node), self._end(node))
        if id(node) in self._seen:
            return self._wrong(key or node, "yaml-alias", _ALIAS)
        self._seen.add(id(node))
        self._look_for_losses(node)
        if len(at) > MAX_DEPTH:
            return self._wrong(node, "yaml-depth", TOO_DEEP)
        return self._content(node, at)

    def _content(self, node: yaml.Node, at: DataPath) -> Any:  # noqa: ANN401
        match node:
            case yaml.MappingNode(tag="tag:yaml.org,2002:map"):
                return dict(self._pairs(node, at))
            case yaml.SequenceNode(tag="tag:yaml.org,2002:seq"):
                return [self.value(item, (*at, index)) for index, item in enumerate(node.value)]
            case yaml.ScalarNode(tag=tag, value=raw) if _is_plain(tag, raw):
                return self._scalar(node)
        return self._wrong(node, "yaml-tag", _TAG, tag=shortened(node.tag.replace(_OWN, "!!", 1)))

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401
        if wrong := unwanted(node.value):
            return self._wrong(node, wrong.code, wrong.texts)
        data = _convert(node.tag, node.value)
        if data is _NO_VALUE:
            return self._wrong(node, "yaml-number", _NUMBER)
        return data

    def _pairs(self, node: yaml.MappingNode, at: DataPath) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key, value in node.value:
            if self._is_key(key, seen):
                seen.add(key.value)
                self._look_for_losses(key)
                yield key.value, self.value(value, (*at, key.value), key)

    def _is_key(self, key: yaml.Node, seen: set[str]) -> bool:
        """Whether a key can be used; a finding if not."""
        if not isinstance(key, yaml.ScalarNode):
            self._wrong(key, "yaml-key", _KEY)
        elif wrong := unwanted(key.value):
            self._wrong(key, wrong.code, wrong.texts)
        elif key.value in seen:
            self._wrong(key, "duplicate-key", _DUPLICATE, key=shortened(key.value))
        else:
            return True
        return False

    def _look_for_losses(self, node: yaml.Node) -> None:
        for loss in losses(node, self.text):
            line = self.text.count("\n", 0, loss.index) + self.line
            at = Location(self.path, line, loss.index - self.text.rfind("\n", 0, loss.index))
            changes = (Edit(at, *loss.better),) if loss.better else ()
            self.found.append(Diagnostic(at, loss.code, *loss.texts, loss.severity, changes))

    def _at(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self.line, node.start_mark.column + 1

    def _end(self, node: yaml.Node) -> tuple[int, int]:
        return node.end_mark.line + self.line, node.end_mark.column + 1

    def _wrong(self, node: yaml.Node, code: str, texts: Texts, **values: object) -> None:
        self.found.append(finding(Location(self.path, *self._at(node)), code, texts, **values))


def read_yaml(path: str, text: str, *, line: int = 1) -> tuple[Any, list[Diagnostic]]:
    """The data of a YAML text that starts at `line` of its file, and what is wrong with it."""
    reading = _Reading(path, line, text)
    try:
        data = reading.value(compose(text))
    except yaml.YAMLError as error:
        return None, [syntax_error(path, line, text, error)]
    except RecursionError:
        return None, [finding(Location(path, line, 1), "yaml-depth", TOO_DEEP)]
    return data, reading.found


def positions(path: str, text: str, line: int) -> dict[DataPath, Position]:
    """The position of each key and value of a valid YAML text that starts at `line` of its file."""
    reading = _Reading(path, line, text)
    reading.value(compose(text))
    return reading.positions
