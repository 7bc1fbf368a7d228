"""The content folder to entries: which kind a file holds, and its fields and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache as once
from pathlib import PurePosixPath
from typing import Any

from trendrapport.diagnostics import Language, Location, Text, shortened
from trendrapport.files.source import Source
from trendrapport.files.yaml_data import DataPath
from trendrapport.model import entries
from trendrapport.model.addresses import slug_of
from trendrapport.model.base import Model
from trendrapport.model.entries import Kind, Shape
from trendrapport.prose.outline import Outline
from trendrapport.report.load.outlines import outline as outline_of
from trendrapport.report.load.reading import (
    SLUG,
    Reading,
    Translation,
    names_are_addresses,
    source_of,
    split,
    stray,
)
from trendrapport.report.partial import partial
from trendrapport.report.report import Entry, Key
from trendrapport.report.validation import parse
from trendrapport.runtime.plugins import modules

_MISSING = Text(nl='het bestand "{path}" ontbreekt', en='the file "{path}" is missing')
_FIX_MISSING = Text(
    nl='Maak het bestand met: trendrapport new edition "{edition}"',
    en=('Make the file with: trendrapport new edition "{edition}"'),
)
_NOT_MAPPING = Text(nl="hier moet een blok met sleutels staan", en="a block of keys must stand here")
_WHY_MAPPING = Text(
    nl="elk onderdeel heeft een naam waarmee ernaar verwezen wordt",
    en="each part has a name by which it is referred to",
)
_FIX_MAPPING = Text(
    nl='Schrijf regels "naam:" met de gegevens ingesprongen eronder.',
    en='Write lines "name:" with the data indented below.',
)
_NOT_REFERENCES = Text(nl="hier moet een lijst met bronnen staan", en="a list of sources must stand here")
_FIX_REFERENCES = Text(
    nl=('Begin met "references:" en zet daaronder voor elke bron een punt dat begint met "- id: sleutel".'),
    en=('Start with "references:" and put an item below it for each source, starting with "- id: key".'),
)
_TWICE = Text(nl='"{slug}" bestaat al: zie {other}', en='"{slug}" exists already: see {other}')
_WHY_TWICE = Text(
    nl=("een verwijzing zou twee dingen kunnen betekenen"), en="a reference could mean two things"
)
_FIX_TWICE = Text(nl="Geef een van beide een andere naam.", en="Give one of them another name.")
_BAD_SLUG_KEY = Text(nl='"{name}" is geen geldige naam', en='"{name}" is not a valid name')
_FIX_SLUG_KEY = Text(
    nl='Schrijf "{name}": kleine letters, cijfers en streepjes.',
    en='Write "{name}": lower case letters, digits and hyphens.',
)
_WHY_MISSING = Text(
    nl="zonder dit bestand is het rapport niet compleet", en=("without this file the report is incomplete")
)
_WHY_NAME = Text(nl="de naam is het adres", en="the name is the address")


@once
def _places() -> list[tuple[str, Kind, re.Pattern[str]]]:
    """Each kind of entry, with the pattern of its files' paths; any file name may stand for a slug."""
    found = []
    for name, module in modules(entries).items():
        pattern = (
            re.escape(module.PLACE)
            .replace(r"\{edition\}", r"(?P<edition>[^/]+)")
            .replace(r"\{slug\}", r"(?P<slug>[^/]+)")
        )
        found.append((name, module, re.compile("content/" + pattern)))
    return found  # type: ignore[return-value]


def read_content(reading: Reading, path: str, raw: bytes) -> None:
    """Reads the entries of one file."""
    original, language = split(path)
    for kind, module, pattern in _places():
        if match := pattern.fullmatch(original):
            parts = match.groupdict()
            if names_are_addresses(reading, path, parts):
                name = (
                    parts.get("slug")
                    or (
                        parts.get("edition") if module.SHAPE is Shape.SINGLE else PurePosixPath(original).stem
                    )
                    or kind
                )
                _entries_of(reading, module, (kind, parts.get("edition"), name), path, raw, language)
            return
    stray(reading, path, (f"content/{module.PLACE}" for _, module, _ in _places()))


def _entries_of(
    reading: Reading, module: Kind, key: Key, path: str, raw: bytes, language: Language | None
) -> None:  # noqa: PLR0913
    single = module.SHAPE in {Shape.TEXT, Shape.SINGLE}
    if single and not language:
        reading.names[key] = Location(path)
    source = source_of(reading, path, raw)
    if source is None:
        reading.unknown |= set() if single else {key[0]}
    elif language:
        reading.translations.append(Translation(module.MODEL, key, language, source))
    elif single:
        _add(reading, module.MODEL, key, source, source.data, ())
    else:
        for item, data, at in _items(reading, key[0], module.SHAPE, source):
            _named(reading, module.MODEL, (*key[:2], item), source, data, at)


def _items(reading: Reading, kind: str, shape: Shape, source: Source) -> Iterator[tuple[str, Any, DataPath]]:
    """The entries in a file that holds several: name, data and where that stands."""
    if shape is Shape.MAPPING and isinstance(source.data, dict):
        yield from ((name, data, (name,)) for name, data in source.data.items())
    elif shape is Shape.REFERENCES and isinstance(source.data, list):
        # CSL-JSON is such a list, and JSON is YAML.
        yield from _listed(source.data, ())
    elif (
        shape is Shape.REFERENCES
        and isinstance(source.data, dict)
        and isinstance(source.data.get("references"), list)
    ):
        yield from _listed(source.data["references"], ("references",))
    else:
        reading.unknown.add(kind)
        what, fix = (
            (_NOT_MAPPING, _FIX_MAPPING) if shape is Shape.MAPPING else (_NOT_REFERENCES, _FIX_REFERENCES)
        )
        reading.tell(source.locate(()), "wrong-type", (what, _WHY_MAPPING, fix))


def _listed(items: list[Any], at: DataPath) -> Iterator[tuple[str, Any, DataPath]]:
    """The sources of a list by their own name."""
    for index, data in enumerate(items):
        name = data.get("id") if isinstance(data, dict) else None
        yield name if isinstance(name, str) else "", data, (*at, index)


def _named(reading: Reading, model: type[Model], key: Key, source: Source, data: Any, at: DataPath) -> None:  # noqa: ANN401, PLR0913
    name, here = key[2], source.locate(at, key=True) if key in reading.names else None
    if here:
        other = reading.names[key]
        reading.tell(here, "duplicate-slug", (_TWICE.filled(slug=name, other=other), _WHY_TWICE, _FIX_TWICE))
        return
    if isinstance(at[-1], str) and not re.fullmatch(SLUG, name):
        texts = (
            _BAD_SLUG_KEY.filled(name=shortened(name)),
            _WHY_NAME,
            _FIX_SLUG_KEY.filled(name=slug_of(name)),
        )
        reading.tell(source.locate(at, key=True), "bad-name", texts)
    if name:
        reading.names[key] = Location(source.path)
    else:
        # What is named may be this one.
        reading.unknown.add(key[0])
    _add(reading, model, key, source, data, at)


def _add(reading: Reading, model: type[Model], key: Key, source: Source, data: Any, at: DataPath) -> None:  # noqa: ANN401, PLR0913
    value, found = parse(model, source, data, at)
    reading.found += found
    outline = outline_of(reading.cache, source) if source.body else Outline()
    if value is not None:
        reading.entries.append(Entry(*key, value, source, at, outline))
    else:
        reading.unread.append(Entry(*key, partial(model, data), source, at, outline))


def missing_editions(reading: Reading) -> None:
    """Tells of a folder of an edition without `edition.yml`."""
    used = {edition for _, edition, _ in reading.names if edition}
    for edition in sorted(used - {slug for kind, _, slug in reading.names if kind == "editions"}):
        path = f"content/{edition}/edition.yml"
        reading.tell(
            Location(path),
            "missing-file",
            (_MISSING.filled(path=path), _WHY_MISSING, _FIX_MISSING.filled(edition=edition)),
        )
