"""The content folder to entries: which kind a file holds, and its fields and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache as once
from pathlib import PurePosixPath
from typing import Any

from trendrapport.diagnostics import Location, Text, Texts, every_filled, shortened
from trendrapport.files.source import Source
from trendrapport.files.yaml_data import DataPath
from trendrapport.model import entries
from trendrapport.model.addresses import slug_of
from trendrapport.model.base import Model
from trendrapport.model.entries import Kind, Shape
from trendrapport.prose.outline import Outline
from trendrapport.report.load.file_names import SLUG, names_are_addresses, refuse_stray
from trendrapport.report.load.outlines import outline as outline_of
from trendrapport.report.load.reading import Reading, Translation, source_of, split
from trendrapport.report.partial import partial
from trendrapport.report.report import Entry, Key
from trendrapport.report.validation import parse
from trendrapport.runtime.plugins import modules

_MISSING: Texts = (
    Text(nl='het bestand "{path}" ontbreekt', en='the file "{path}" is missing'),
    Text(
        nl="zonder dit bestand is het rapport niet compleet",
        en="without this file the report is incomplete",
    ),
    Text(
        nl='Maak het bestand met: trendrapport new edition "{edition}"',
        en='Create the file with: trendrapport new edition "{edition}"',
    ),
)
_NOT_MAPPING: Texts = (
    Text(nl="hier is een blok met sleutels nodig", en="a block of keys is needed here"),
    Text(
        nl="elk onderdeel heeft een naam, om ernaar te verwijzen",
        en="each part has a name by which it is referred to",
    ),
    Text(
        nl='Schrijf regels "naam:" met de gegevens ingesprongen eronder.',
        en='Write lines "name:" with the data indented below them.',
    ),
)
_NOT_REFERENCES: Texts = (
    Text(nl="hier is een lijst met bronnen nodig", en="a list of sources is needed here"),
    _NOT_MAPPING[1],
    Text(
        nl=(
            'Begin met "references:". Zet daaronder voor elke bron een lijstpunt dat begint met "- '
            'id: sleutel".'
        ),
        en=(
            'Start with "references:". Below it, add a list item for each source that starts with "- '
            'id: key".'
        ),
    ),
)
_TWICE: Texts = (
    Text(nl='"{slug}" bestaat al: zie {other}', en='"{slug}" already exists: see {other}'),
    Text(nl="een verwijzing zou twee dingen kunnen betekenen", en="a reference could mean two things"),
    Text(nl="Geef een van de twee een andere naam.", en="Rename one of the two."),
)
_BAD_NAME = (
    Text(nl='"{name}" is geen geldige naam', en='"{name}" is not a valid name'),
    Text(nl="de naam is ook het adres", en="the name is also the address"),
    Text(
        nl='Schrijf "{name}": kleine letters, cijfers en streepjes.',
        en='Write "{name}": lower-case letters, digits and hyphens.',
    ),
)


@dataclass(frozen=True)
class _Kind:
    """A kind of entry, and the pattern of its files' paths; any file name may be a slug."""

    name: str
    module: Kind
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class _Item:
    """The data of one entry, and where in its source they are."""

    source: Source
    data: Any
    at: DataPath = ()


@once
def _kinds() -> list[_Kind]:
    found = []
    for name, module in modules(entries).items():
        pattern = re.escape(module.PLACE)
        for part in ("edition", "slug"):
            pattern = pattern.replace(rf"\{{{part}\}}", rf"(?P<{part}>[^/]+)")
        found.append(_Kind(name, module, re.compile(f"content/{pattern}")))
    return found


def read_content(reading: Reading, path: str, raw: bytes) -> None:
    """Reads the entries of one file."""
    original, _ = split(path)
    found = _kind_at(original)
    if found is None:
        refuse_stray(reading, path, [f"content/{kind.module.PLACE}" for kind in _kinds()])
        return
    kind, parts = found
    if names_are_addresses(reading, path, parts):
        _read_entries(reading, kind, parts, path, raw)


def _kind_at(path: str) -> tuple[_Kind, dict[str, str]] | None:
    """The kind of the entries in a file, and the parts of its path."""
    for kind in _kinds():
        if match := kind.pattern.fullmatch(path):
            return kind, match.groupdict()
    return None


def kind_and_edition(path: str) -> tuple[str, str | None] | None:
    """The kind of the entries in a file, by its path from the report's root, and their edition; None for a
    file that holds no entries.
    """
    original, _ = split(path)
    found = _kind_at(original)
    if found is None:
        return None
    kind, parts = found
    return kind.name, parts.get("edition")


def _read_entries(reading: Reading, kind: _Kind, parts: dict[str, str], path: str, raw: bytes) -> None:
    shape = kind.module.SHAPE
    original, language = split(path)
    edition = parts.get("edition")
    key = (kind.name, edition, _slug(kind, parts, original))
    holds_one = shape in {Shape.TEXT, Shape.SINGLE}
    if holds_one and not language:
        reading.names[key] = Location(path)
    source = source_of(reading, path, raw)
    if source is None:
        if not holds_one:
            reading.unknown.add(kind.name)
    elif language:
        reading.translations.append(Translation(reading.model(kind.module), key, language, source))
    elif holds_one:
        _add(reading, reading.model(kind.module), key, _Item(source, source.data))
    else:
        for slug, item in _items(reading, kind, source):
            _add_named(reading, reading.model(kind.module), (kind.name, edition, slug), item)


def _slug(kind: _Kind, parts: dict[str, str], path: str) -> str:
    """The name of the entry in a file that holds one: of an edition that of its folder."""
    if slug := parts.get("slug"):
        return slug
    if kind.module.SHAPE is Shape.SINGLE:
        return parts.get("edition") or kind.name
    return PurePosixPath(path).stem


def _items(reading: Reading, kind: _Kind, source: Source) -> Iterator[tuple[str, _Item]]:
    """The entries in a file that holds several, by name."""
    if kind.module.SHAPE is Shape.MAPPING:
        yield from _mapped(reading, kind, source)
    else:
        yield from _listed(reading, kind, source)


def _mapped(reading: Reading, kind: _Kind, source: Source) -> Iterator[tuple[str, _Item]]:
    """The entries of a block, by key."""
    if not isinstance(source.data, dict):
        reading.unknown.add(kind.name)
        reading.add(source.locate(()), "wrong-type", _NOT_MAPPING)
        return
    for name, data in source.data.items():
        yield name, _Item(source, data, (name,))


def _listed(reading: Reading, kind: _Kind, source: Source) -> Iterator[tuple[str, _Item]]:
    """The sources of a list, by their own name; CSL-JSON is such a list, and JSON is YAML."""
    at: DataPath = ()
    items = source.data
    if isinstance(items, dict):
        at = ("references",)
        items = items.get("references")
    if not isinstance(items, list):
        reading.unknown.add(kind.name)
        reading.add(source.locate(()), "wrong-type", _NOT_REFERENCES)
        return
    for index, data in enumerate(items):
        name = data.get("id") if isinstance(data, dict) else None
        yield name if isinstance(name, str) else "", _Item(source, data, (*at, index))


def _add_named(reading: Reading, model: type[Model], key: Key, item: _Item) -> None:
    name = key[2]
    if key in reading.names:
        at = item.source.locate(item.at, key=True)
        reading.add(at, "duplicate-slug", every_filled(_TWICE, slug=name, other=reading.names[key]))
        return
    if isinstance(item.at[-1], str) and not re.fullmatch(SLUG, name):
        what, why, fix = _BAD_NAME
        texts = (what.filled(name=shortened(name)), why, fix.filled(name=slug_of(name)))
        reading.add(item.source.locate(item.at, key=True), "bad-name", texts)
    if name:
        reading.names[key] = Location(item.source.path)
    else:
        # What is named may be this one.
        reading.unknown.add(key[0])
    _add(reading, model, key, item)


def _add(reading: Reading, model: type[Model], key: Key, item: _Item) -> None:
    source = item.source
    value, found = parse(model, source, item.data, item.at)
    reading.found += found
    outline = outline_of(reading.cache, source) if source.body else Outline()
    if value is not None:
        reading.entries.append(Entry(*key, value, source, item.at, outline))
    else:
        reading.unread.append(Entry(*key, partial(model, item.data), source, item.at, outline))


def missing_editions(reading: Reading) -> None:
    """Adds a finding for each folder of an edition without `edition.yml`."""
    used = {edition for _, edition, _ in reading.names if edition}
    there = {slug for kind, _, slug in reading.names if kind == "editions"}
    for edition in sorted(used - there):
        path = f"content/{edition}/edition.yml"
        reading.add(Location(path), "missing-file", every_filled(_MISSING, path=path, edition=edition))
