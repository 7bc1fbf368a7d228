"""YAML to plain data, and the line and column of every key and value in it.

Reads the core schema of YAML 1.2: no dates, no "yes" for true. Knows no models and no files; whatever the
text is, findings come
back as diagnostics and never as an exception.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from trendrapport.diagnostics import Diagnostic, Location, Text, finding, shortened
from trendrapport.files.decoding import unwanted
from trendrapport.files.yaml_losses import losses, misread
from trendrapport.files.yaml_quoting import WHY, further, keyless, unquoted

DataPath = tuple[str | int, ...]
"""Keys and indices that lead to a value, from the outside in."""

MAX_DEPTH = 40
"""Deeper nesting than this is no report's content, and would exhaust the stack."""

_NO_VALUE = object()


@dataclass(frozen=True)
class Place:
    """Where a value stands and where its key does; both count from 1."""

    key: tuple[int, int]
    value: tuple[int, int]


_YAML_PROBLEMS: tuple[tuple[str, str, Text, Text], ...] = (
    (
        "mapping values are not allowed",
        "yaml-colon",
        Text(nl="hier staat een dubbele punt die niet kan", en="a colon stands where none can"),
        Text(
            nl="Zet tekst met een dubbele punt tussen aanhalingstekens, en controleer het inspringen.",
            en="Put text with a colon between quotation marks, and check the indentation.",
        ),
    ),
    (
        "could not find expected ':'",
        "yaml-colon",
        Text(nl="na een sleutel ontbreekt de dubbele punt", en="a key lacks its colon"),
        Text(
            nl='Schrijf "sleutel: waarde", met een spatie na de dubbele punt.',
            en='Write "key: value", with a space after the colon.',
        ),
    ),
    (
        "found unexpected end of stream",
        "yaml-quote",
        Text(nl="een aanhalingsteken is niet gesloten", en="a quotation mark is not closed"),
        Text(
            nl="Sluit de tekst met hetzelfde aanhalingsteken.",
            en=("Close the text with the same quotation mark."),
        ),
    ),
    (
        "escape",
        "yaml-quote",
        Text(
            nl='een "\\" tussen dubbele aanhalingstekens is geen geldig teken',
            en='a "\\" between double quotation marks is not a valid character',
        ),
        Text(
            nl="Gebruik enkele aanhalingstekens, of verdubbel de \\.",
            en=("Use single quotation marks, or double the \\."),
        ),
    ),
    (
        "did not find expected alphabetic",
        "yaml-character",
        Text(nl="met dit teken kan geen tekst beginnen", en="no text can start with this character"),
        Text(nl="Zet de tekst tussen aanhalingstekens.", en="Put the text between quotation marks."),
    ),
    (
        "did not find expected ',' or",
        "yaml-bracket",
        Text(
            nl="een [ of { is niet gesloten, of er ontbreekt een komma",
            en=("a [ or { is not closed, or a comma is missing"),
        ),
        Text(
            nl=(
                "Sluit [ met ] en { met }, met een komma tussen twee waarden. Hoort het bij de tekst, zet "
                "die "
                "dan tussen aanhalingstekens."
            ),
            en=(
                "Close [ with ] and { with }, with a comma between two values. If it belongs to the text, "
                "put that between quotation marks."
            ),
        ),
    ),
    (
        "did not find expected",
        "yaml-indent",
        Text(
            nl="hier klopt het inspringen of een leesteken niet", en="the indentation or a mark is wrong here"
        ),
        Text(
            nl="Laat sleutels die bij elkaar horen even ver inspringen, en sluit elke [ en {.",
            en="Indent keys that belong together equally, and close every [ and {.",
        ),
    ),
    (
        "found character that cannot start",
        "yaml-character",
        Text(nl="met dit teken kan geen tekst beginnen", en="no text can start with this character"),
        Text(nl="Zet de tekst tussen aanhalingstekens.", en="Put the text between quotation marks."),
    ),
    (
        "block sequence entries are not allowed",
        "yaml-indent",
        Text(nl="een streepje voor een lijst kan hier niet", en="a dash for a list cannot stand here"),
        Text(
            nl="Zet de lijst op een nieuwe regel onder de sleutel.",
            en=("Put the list on a new line below its key."),
        ),
    ),
    (
        "found another document",
        "yaml-documents",
        Text(
            nl="er staat meer dan één YAML-document in dit bestand",
            en=("there is more than one YAML document in this file"),
        ),
        Text(nl='Verwijder de regel met "---".', en='Remove the line with "---".'),
    ),
)
_YAML_OTHER = (
    Text(nl="dit is geen geldige YAML", en="this is not valid YAML"),
    Text(
        nl="Controleer het inspringen, de dubbele punten en de aanhalingstekens op deze regel.",
        en="Check the indentation, colons and quotation marks on this line.",
    ),
)
_TAB = (
    Text(nl="hier is ingesprongen met een tab", en="a tab is used to indent here"),
    Text(nl="YAML kent alleen spaties om in te springen", en="YAML only knows spaces to indent with"),
    Text(nl="Vervang de tab door spaties.", en="Replace the tab by spaces."),
)
_DUPLICATE = (
    Text(nl='de sleutel "{key}" staat er twee keer', en='the key "{key}" stands twice'),
    Text(nl="alleen een van beide waarden zou gelden", en="only one of both values would count"),
    Text(nl="Verwijder een van beide, of voeg ze samen.", en="Remove one of them, or join them."),
)
_ALIAS = (
    Text(
        nl="hier wordt naar een andere plek in het bestand verwezen (& en *)",
        en="this refers to another place in the file (& and *)",
    ),
    Text(
        nl="wie het leest, moet de waarde zelf zien staan",
        en=("anyone who reads it must see the value itself"),
    ),
    Text(nl="Schrijf de waarde uit.", en="Write the value itself."),
)
_TAG = (
    Text(nl='het YAML-label "{tag}" is niet toegestaan', en='the YAML tag "{tag}" is not allowed'),
    Text(nl=("inhoud bestaat uit gegevens en wordt nooit uitgevoerd"), en="content is data and is never run"),
    Text(
        nl="Verwijder het label, of zet de tekst tussen aanhalingstekens.",
        en="Remove the tag, or put the text between quotation marks.",
    ),
)
_DEEP = (
    Text(
        nl="de inhoud is dieper genest dan {depth} niveaus",
        en=("the content is nested deeper than {depth} levels"),
    ),
    Text(nl="geen enkele sleutel van het rapport heeft dat nodig", en="no key of the report needs that"),
    Text(nl="Gebruik minder niveaus.", en="Use fewer levels."),
)
_TOO_DEEP = _DEEP[0].filled(depth=MAX_DEPTH)
_KEY = (
    Text(nl="deze sleutel is geen gewone tekst", en="this key is not plain text"),
    Text(nl="een sleutel is een naam", en="a key is a name"),
    Text(nl="Schrijf een naam voor de dubbele punt.", en="Write a name before the colon."),
)
_NUMBER = (
    Text(
        nl="dit getal is te groot, of geen gewoon getal",
        en=("this number is too large, or no ordinary number"),
    ),
    Text(nl="er kan niet mee gerekend worden", en="it cannot be calculated with"),
    Text(nl="Schrijf een gewoon getal.", en="Write an ordinary number."),
)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2's core schema: https://yaml.org/spec/1.2.2/#103-core-schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_OWN = "tag:yaml.org,2002:"
_SCHEMA = (
    ("bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), "tTfF"),
    ("null", re.compile(r"(?:~|null|Null|NULL|)\Z"), "~nN"),
    ("int", re.compile(r"[-+]?[0-9]+\Z"), "-+0123456789"),
    ("float", re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"), "-+.0123456789"),
    ("float", re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"), "-+."),
)
"""Each sort of value that is no text: how it is written, and with which characters that can begin."""

for _tag, _pattern, _first in _SCHEMA:
    for _character in [*_first, *([""] if _tag == "null" else [])]:
        _Loader.yaml_implicit_resolvers.setdefault(_character, []).append((_OWN + _tag, _pattern))


def _compose(text: str) -> yaml.Node | None:
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
    return tag == f"{_OWN}str" or any(
        tag == _OWN + sort and pattern.match(raw) for sort, pattern, _ in _SCHEMA
    )


def _convert(tag: str, raw: str) -> Any:  # noqa: ANN401
    match tag.removeprefix(_OWN):
        case "null":
            return None
        case "bool":
            return raw.lower() == "true"
        case "int":
            number: float = int(raw) if len(raw) < 19 else _NO_VALUE  # type: ignore[assignment]
            return number
        case "float":
            number = float(raw.lower().replace(".inf", "inf").replace(".nan", "nan"))
            return number if math.isfinite(number) else _NO_VALUE
        case _:
            return raw


class _Reading:
    """One walk over a YAML tree: its plain data, the place of each value, and findings."""

    def __init__(self, path: str, line: int, text: str) -> None:
        self.path = path
        self.line = line
        self.text = text
        self.places: dict[DataPath, Place] = {}
        self.found: list[Diagnostic] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node | None, at: DataPath = (), key: yaml.Node | None = None) -> Any:  # noqa: ANN401
        """The data of one node and all below it; a finding stands in place of what cannot be data."""
        if node is None:
            return None
        self.places[at] = Place(self._at(key or node), self._at(node))
        if id(node) in self._seen:
            return self._wrong(key or node, "yaml-alias", _ALIAS)
        self._seen.add(id(node))
        self._look_for_losses(node)
        if len(at) > MAX_DEPTH:
            return self._wrong(node, "yaml-depth", _DEEP, depth=MAX_DEPTH)
        match node:
            case yaml.MappingNode(tag="tag:yaml.org,2002:map"):
                return dict(self._pairs(node, at))
            case yaml.SequenceNode(tag="tag:yaml.org,2002:seq"):
                return [self.value(item, (*at, index)) for index, item in enumerate(node.value)]
            case yaml.ScalarNode(tag=tag, value=raw) if _is_plain(tag, raw):
                if wrong := unwanted(raw):
                    return self._wrong(node, *wrong[1:])
                data = _convert(tag, raw)
                return self._wrong(node, "yaml-number", _NUMBER) if data is _NO_VALUE else data
            case _:
                return self._wrong(node, "yaml-tag", _TAG, tag=shortened(node.tag.replace(_OWN, "!!", 1)))

    def _pairs(self, node: yaml.MappingNode, at: DataPath) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._wrong(key, "yaml-key", _KEY)
                continue
            name = str(key.value)
            if wrong := unwanted(name):
                self._wrong(key, *wrong[1:])
                continue
            if name in seen:
                self._wrong(key, "duplicate-key", _DUPLICATE, key=shortened(name))
                continue
            seen.add(name)
            self._look_for_losses(key)
            yield name, self.value(value, (*at, name), key)

    def _look_for_losses(self, node: yaml.Node) -> None:
        for loss in losses(node, self.text):
            line = self.text.count("\n", 0, loss.index) + self.line
            at = Location(self.path, line, loss.index - self.text.rfind("\n", 0, loss.index))
            self.found.append(Diagnostic(at, loss.code, *loss.texts, loss.severity))

    def _at(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self.line, node.start_mark.column + 1

    def _wrong(self, node: yaml.Node, code: str, texts: tuple[Text, Text, Text], **values: object) -> None:
        self.found.append(finding(Location(self.path, *self._at(node)), code, texts, **values))


def _syntax_error(path: str, line: int, text: str, error: yaml.YAMLError) -> Diagnostic:
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    # A bracket that is closed nowhere is noticed on a later line.
    left_open = "parsing a flow" in context and opened and mark and opened.line < mark.line
    # Where text between quotation marks began says more than the end of the file, where it was missed.
    mark = opened if opened and ("unexpected end of stream" in problem or left_open) else mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    # YAML also counts line ends of old systems.
    row = min(row, len(lines) - 1)
    here = lines[row]
    if "\t" in here[: column + 1] and not here[:column].strip():
        return finding(Location(path, row + line, here.index("\t") + 1), "yaml-tab", _TAB)
    # Where the value begins says more than where the parser could not go on.
    if (wrong := unquoted(here)) and "nesting" not in problem:
        start, code, texts = wrong
        return finding(Location(path, row + line, start + 1), code, texts)
    if "mapping values" in problem and row and (deeper := further(here, lines[row - 1])):
        start, code, texts = deeper
        return finding(Location(path, row + line, start + 1), code, texts)
    suspects = [one.line for one in (opened, mark) if one]
    if "mapping values" in problem and row:
        suspects.append(row - 1)  # of which the parser took this for the rest
    for number in dict.fromkeys(suspects):
        if number < len(lines) and (misreading := misread(lines[number])):
            start, code, texts = misreading
            return finding(Location(path, number + line, start + 1), code, texts)
    if "mapping values" in problem or "expected ':'" in problem:
        before = [number for number, one in enumerate(lines[:row]) if one.strip()]
        above = lines[before[-2]] if len(before) > 1 else ""
        if before and (lacking := keyless(lines[before[-1]], above)):
            start, code, texts = lacking
            return finding(Location(path, before[-1] + line, start + 1), code, texts)
    if "nesting" in problem:
        return finding(Location(path, row + line, column + 1), "yaml-depth", (_TOO_DEEP, *_DEEP[1:]))
    for wording, code, what, fix in _YAML_PROBLEMS:
        if wording in problem:
            return finding(Location(path, row + line, column + 1), code, (what, WHY, fix))
    return finding(
        Location(path, row + line, column + 1), "yaml-syntax", (_YAML_OTHER[0], WHY, _YAML_OTHER[1])
    )


def read_yaml(path: str, text: str, *, line: int = 1) -> tuple[Any, list[Diagnostic]]:
    """The data of a YAML text that starts at `line` of its file, and what is wrong with it."""
    reading = _Reading(path, line, text)
    try:
        data = reading.value(_compose(text))
    except yaml.YAMLError as error:
        return None, [_syntax_error(path, line, text, error)]
    except RecursionError:
        return None, [finding(Location(path, line, 1), "yaml-depth", _DEEP, depth=MAX_DEPTH)]
    return data, reading.found


def places(path: str, text: str, line: int) -> dict[DataPath, Place]:
    """The place of every key and value of a YAML text that could be read and starts at `line` of its file."""
    reading = _Reading(path, line, text)
    reading.value(_compose(text))
    return reading.places
