"""A report's folder to a `Report` and what is wrong with its files; the only reading of content and charts.

Every file is read, also when another is broken, so that one run finds every problem. What a
file's bytes were parsed to is kept in the cache.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache as once
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from trendrapport import entries
from trendrapport.by_place import modules
from trendrapport.cache import Cache, digest
from trendrapport.charts.declaration import Chart, DataPackage
from trendrapport.charts.table import Table, read_table
from trendrapport.config import CONFIG_PATH, Config
from trendrapport.diagnostics import Diagnostic, Location, Severity, Text, did_you_mean
from trendrapport.entries import Kind, Shape
from trendrapport.fingerprint import generator
from trendrapport.model import Model
from trendrapport.prose import Outline
from trendrapport.prose import parse as parse_prose
from trendrapport.report import Entry, Image, Key, Report
from trendrapport.source import DataPath, Source, decode, markdown_source, yaml_source
from trendrapport.validation import parse

IMAGES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"}
"""Pictures that cannot hold a script. SVG can, and is therefore not accepted from content."""

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_OUTLINE = TypeAdapter(Outline)

_STRAY = Text(nl='"{path}" hoort bij geen enkel onderdeel van het rapport',
              en='"{path}" belongs to no part of the report')
_WHY_STRAY = Text(nl="wat niet herkend wordt, zou stil uit het rapport wegblijven",
                  en="what is not recognised would silently stay out of the report")
_FIX_STRAY = Text(nl="Zet het bestand op een van deze plaatsen: {places}.", en="Put the file in one of these places: {places}.")
_SLUG_WHAT = Text(nl='de bestandsnaam "{name}" kan geen adres worden', en='the file name "{name}" cannot be an address')
_SLUG_WHY = Text(nl="de bestandsnaam is het adres van de pagina", en="the file name is the address of the page")
_SLUG_FIX = Text(nl='Noem het bestand "{name}": kleine letters, cijfers en streepjes.',
                 en='Name the file "{name}": lower case letters, digits and hyphens.')
_OUTSIDE = Text(nl='de koppeling "{path}" wijst buiten de map van het rapport',
                en='the link "{path}" points outside the report\'s folder')
_WHY_OUTSIDE = Text(nl="alleen wat in het rapport staat, mag gepubliceerd worden",
                    en="only what is in the report may be published")
_FIX_OUTSIDE = Text(nl="Vervang de koppeling door het bestand zelf.", en="Replace the link by the file itself.")
_FOLDER_LINK = Text(nl='"{path}" is een koppeling naar een map', en='"{path}" is a link to a folder')
_WHY_FOLDER_LINK = Text(nl="dezelfde bestanden zouden twee keer in het rapport staan",
                        en="the same files would stand in the report twice")
_UNREADABLE = Text(nl='"{path}" kan niet gelezen worden: {reason}', en='"{path}" cannot be read: {reason}')
_WHY_UNREADABLE = Text(nl="zonder dit bestand is het rapport niet compleet",
                       en="without this file the report is incomplete")
_FIX_UNREADABLE = Text(nl="Controleer of het bestand bestaat en of u het mag lezen.",
                       en="Check that the file exists and that you may read it.")
_MISSING = Text(nl='het bestand "{path}" ontbreekt', en='the file "{path}" is missing')
_FIX_MISSING = Text(nl='Maak het bestand, bijvoorbeeld met "trendrapport new".',
                    en='Make the file, for example with "trendrapport new".')
_NOT_MAPPING = Text(nl="hier moet een blok met sleutels staan", en="a block of keys must stand here")
_WHY_MAPPING = Text(nl="elk onderdeel heeft een naam waarmee ernaar verwezen wordt",
                    en="each part has a name by which it is referred to")
_FIX_MAPPING = Text(nl='Schrijf regels "naam:" met de gegevens ingesprongen eronder.',
                    en='Write lines "name:" with the data indented below.')
_FIX_REFERENCES = Text(nl='Begin met "references:" en zet daaronder een lijst met bronnen.',
                       en='Start with "references:" and put a list of sources below it.')
_TWICE = Text(nl='"{slug}" bestaat al: zie {other}', en='"{slug}" exists already: see {other}')
_WHY_TWICE = Text(nl="een verwijzing zou twee dingen kunnen betekenen", en="a reference could mean two things")
_FIX_TWICE = Text(nl="Geef een van beide een andere naam.", en="Give one of them another name.")
_BAD_SLUG_KEY = Text(nl='"{name}" is geen geldige naam', en='"{name}" is not a valid name')
_FIX_SLUG_KEY = Text(nl='Schrijf "{name}": kleine letters, cijfers en streepjes.',
                     en='Write "{name}": lower case letters, digits and hyphens.')
_NO_CHART = Text(nl='bij "{path}" hoort een bestand "{other}"', en='"{path}" needs a file "{other}" beside it')
_WHY_PAIR = Text(nl="het ene bestand zegt wat in het andere staat", en="the one file says what the other holds")
_FIX_PAIR = Text(nl="Maak dat bestand, of verwijder dit.", en="Make that file, or remove this one.")


@dataclass
class _Reading:
    """What has been read so far; only this module sees it change."""

    root: Path
    cache: Cache
    found: list[Diagnostic] = field(default_factory=list)
    entries: list[Entry[Model]] = field(default_factory=list)
    names: dict[Key, Location] = field(default_factory=dict)

    def tell(self, at: Location, code: str, texts: tuple[Text, Text, Text], severity: Severity = Severity.ERROR) -> None:
        self.found.append(Diagnostic(at, code, *texts, severity))


def load(root: Path, cache: Cache) -> tuple[Report | None, list[Diagnostic]]:
    """The report in a folder, or None when its settings cannot be read; and every finding of reading."""
    reading = _Reading(root, cache)
    config_source, config = _config(reading)
    contents = dict(_contents(reading, "content"))
    for path in sorted(contents):
        if PurePosixPath(path).suffix.lower() not in IMAGES:
            _content(reading, path, contents[path])
    charts = _Charts(reading, dict(_contents(reading, "charts")))
    images = {path: _image(cache, path, raw) for path, raw in contents.items()
              if PurePosixPath(path).suffix.lower() in IMAGES}
    _missing_editions(reading)
    if config is None or config_source is None:
        return None, reading.found
    ordered = sorted(reading.entries, key=lambda entry: entry.kind)
    return Report(config, config_source, tuple(ordered), frozenset(reading.names), charts.charts, charts.packages,
                  charts.tables, charts.code, images), reading.found


def _config(reading: _Reading) -> tuple[Source | None, Config | None]:
    raw = _bytes(reading, CONFIG_PATH)
    source = None if raw is None else _source(reading, CONFIG_PATH, raw)
    if source is None:
        return None, None
    config, found = parse(Config, source, source.data)
    reading.found += found
    return source, config


# --- files -------------------------------------------------------------------------------


def input_paths(root: Path) -> list[str]:
    """Every file that a report is made of, from its root, hidden files left out."""
    return [CONFIG_PATH, *sorted(path for folder in ("content", "charts") for path in _walk(root, folder))]


def _walk(root: Path, folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__")))
        base = PurePosixPath(Path(here).relative_to(root).as_posix())
        yield from (str(base / name) for name in files if not name.startswith(".") and name not in {"Thumbs.db"})
        yield from (str(base / name) for name in folders if (Path(here) / name).is_symlink())


def _contents(reading: _Reading, folder: str) -> Iterator[tuple[str, bytes]]:
    if not (reading.root / folder).is_dir():
        return
    inside = (reading.root / folder).resolve()
    for path in sorted(_walk(reading.root, folder)):
        file = reading.root / path
        if file.is_symlink() and not file.resolve().is_relative_to(inside):
            reading.tell(Location(path), "link-outside", (_OUTSIDE.filled(path=path), _WHY_OUTSIDE, _FIX_OUTSIDE))
        elif file.is_symlink() and file.is_dir():
            reading.tell(Location(path), "link-to-folder", (_FOLDER_LINK.filled(path=path), _WHY_FOLDER_LINK, _FIX_OUTSIDE))
        elif (raw := _bytes(reading, path)) is not None:
            yield path, raw


def _bytes(reading: _Reading, path: str) -> bytes | None:
    try:
        return (reading.root / path).read_bytes()
    except OSError as error:
        texts = (_UNREADABLE.filled(path=path, reason=error.strerror or error), _WHY_UNREADABLE, _FIX_UNREADABLE)
        reading.tell(Location(path), "unreadable-file", texts)
        return None


def _text(reading: _Reading, path: str, raw: bytes) -> str | None:
    text, found = decode(path, raw)
    reading.found += found
    return text


def _source(reading: _Reading, path: str, raw: bytes) -> Source | None:
    """A file's text and data; what was read without a finding is not parsed again."""
    name = digest("source", generator(), PurePosixPath(path).suffix, raw)
    if kept := reading.cache.get(name):
        return Source(path, **json.loads(kept))
    text = _text(reading, path, raw)
    if text is None:
        return None
    source, found = (markdown_source if path.endswith(".md") else yaml_source)(path, text)
    reading.found += found
    if source and not found and text.encode() == raw:
        parts = ("text", "data", "body", "body_line", "yaml_text", "yaml_line")
        reading.cache.put(name, json.dumps({part: getattr(source, part) for part in parts}).encode())
    return source


# --- content -----------------------------------------------------------------------------


@once
def _places() -> list[tuple[str, Kind, re.Pattern[str]]]:
    """Each kind of entry, with the pattern of its files' paths; any file name may stand for a slug."""
    found = []
    for name, module in modules(entries).items():
        pattern = re.escape(module.PLACE).replace(r"\{edition\}", r"(?P<edition>[^/]+)").replace(r"\{slug\}", r"(?P<slug>[^/]+)")
        found.append((name, module, re.compile("content/" + pattern)))
    return found  # type: ignore[return-value]


def _content(reading: _Reading, path: str, raw: bytes) -> None:
    for kind, module, pattern in _places():
        if match := pattern.fullmatch(path):
            parts = match.groupdict()
            if _names_are_addresses(reading, path, parts):
                _entries_of(reading, kind, module, parts.get("edition"), parts.get("slug"), path, raw)
            return
    places = [f"content/{module.PLACE}" for _, module, _ in _places()]
    fix = did_you_mean(path, places, _FIX_STRAY.filled(places=", ".join(places)))
    reading.tell(Location(path), "stray-file", (_STRAY.filled(path=path), _WHY_STRAY, fix))


def _names_are_addresses(reading: _Reading, path: str, parts: dict[str, str]) -> bool:
    for name in parts.values():
        if not re.fullmatch(_SLUG, name):
            better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "naam"
            texts = (_SLUG_WHAT.filled(name=name), _SLUG_WHY, _SLUG_FIX.filled(name=better))
            reading.tell(Location(path), "bad-file-name", texts)
            return False
    return True


def _entries_of(reading: _Reading, kind: str, module: Kind, edition: str | None, slug: str | None,  # noqa: PLR0913
                path: str, raw: bytes) -> None:
    name = slug or (edition if module.SHAPE is Shape.SINGLE else PurePosixPath(path).stem) or kind
    single = module.SHAPE in {Shape.TEXT, Shape.SINGLE}
    if single:
        reading.names[kind, edition, name] = Location(path)
    source = _source(reading, path, raw)
    if source is None:
        return
    if single:
        _add(reading, module.MODEL, (kind, edition, name), source, source.data, ())
        return
    for item, data, at in _items(reading, module.SHAPE, source):
        _named(reading, module.MODEL, (kind, edition, item), source, data, at)


def _items(reading: _Reading, shape: Shape, source: Source) -> Iterator[tuple[str, Any, DataPath]]:
    """The entries in a file that holds several: name, data and where that stands."""
    if shape is Shape.MAPPING and isinstance(source.data, dict):
        yield from ((name, data, (name,)) for name, data in source.data.items())
    elif shape is Shape.REFERENCES and isinstance(source.data, dict) and isinstance(source.data.get("references"), list):
        for index, data in enumerate(source.data["references"]):
            name = data.get("id") if isinstance(data, dict) else None
            yield name if isinstance(name, str) else "", data, ("references", index)
    else:
        fix = _FIX_MAPPING if shape is Shape.MAPPING else _FIX_REFERENCES
        reading.tell(source.locate(()), "wrong-type", (_NOT_MAPPING, _WHY_MAPPING, fix))


def _named(reading: _Reading, model: type[Model], key: Key, source: Source, data: Any, at: DataPath) -> None:  # noqa: ANN401, PLR0913
    name, here = key[2], source.locate(at, key=True) if key in reading.names else None
    if here:
        other = reading.names[key]
        reading.tell(here, "duplicate-slug", (_TWICE.filled(slug=name, other=other), _WHY_TWICE, _FIX_TWICE))
        return
    if isinstance(at[-1], str) and not re.fullmatch(_SLUG, name):
        better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "naam"
        texts = (_BAD_SLUG_KEY.filled(name=name), _SLUG_WHY, _FIX_SLUG_KEY.filled(name=better))
        reading.tell(source.locate(at, key=True), "bad-name", texts)
    if name:
        reading.names[key] = Location(source.path)
    _add(reading, model, key, source, data, at)


def _add(reading: _Reading, model: type[Model], key: Key, source: Source, data: Any, at: DataPath) -> None:  # noqa: ANN401, PLR0913
    value, found = parse(model, source, data, at)
    reading.found += found
    if value is not None:
        outline = _outline(reading.cache, source) if source.body else Outline()
        reading.entries.append(Entry(*key, value, source, at, outline))


def _outline(cache: Cache, source: Source) -> Outline:
    name = digest("outline", generator(), str(source.body_line), source.body)
    if kept := cache.get(name):
        return _OUTLINE.validate_json(kept)
    outline = parse_prose(source.body, source.body_line).outline()
    cache.put(name, _OUTLINE.dump_json(outline))
    return outline


def _missing_editions(reading: _Reading) -> None:
    used = {edition for _, edition, _ in reading.names if edition}
    for edition in sorted(used - {slug for kind, _, slug in reading.names if kind == "editions"}):
        path = f"content/{edition}/edition.yml"
        reading.tell(Location(path), "missing-file", (_MISSING.filled(path=path), _WHY_UNREADABLE, _FIX_MISSING))


def _image(cache: Cache, path: str, raw: bytes) -> Image:
    name = digest("image", raw)
    if (kept := cache.get(name)) is None:
        kept = json.dumps(_size(raw)).encode()
        cache.put(name, kept)
    width, height = json.loads(kept)
    return Image(path, digest(raw), width, height)


def _size(raw: bytes) -> tuple[int | None, int | None]:
    from PIL import Image as Picture  # only for a picture not seen before

    try:
        with Picture.open(io.BytesIO(raw)) as picture:
            picture.load()
            return picture.size
    except Exception:  # noqa: BLE001 - whatever a decoder says of broken bytes, the picture cannot be shown
        return None, None


# --- charts ------------------------------------------------------------------------------


class _Charts:
    """The charts folder: declarations, their code, and tables with descriptors."""

    def __init__(self, reading: _Reading, contents: dict[str, bytes]) -> None:
        self.charts: dict[str, Entry[Chart]] = {}
        self.packages: dict[str, Entry[DataPackage]] = {}
        self.tables: dict[str, Table] = {}
        self.code: dict[str, str] = {}
        self._reading = reading
        self._contents = contents
        for path in sorted(contents):
            self._file(path)
        self._tables()

    def _file(self, path: str) -> None:
        for pattern, read in ((r"charts/data/([^/]+)\.datapackage\.yml", self._package),
                              (r"charts/data/([^/]+)\.csv", self._csv),
                              (r"charts/([^/]+)\.yml", self._chart), (r"charts/([^/]+)\.py", self._python)):
            if match := re.fullmatch(pattern, path):
                if _names_are_addresses(self._reading, path, {"slug": match[1].replace("_", "-")}):
                    read(match[1], path)
                return
        places = ["charts/{name}.yml", "charts/{name}.py", "charts/data/{name}.csv", "charts/data/{name}.datapackage.yml"]
        fix = did_you_mean(path, places, _FIX_STRAY.filled(places=", ".join(places)))
        self._reading.tell(Location(path), "stray-file", (_STRAY.filled(path=path), _WHY_STRAY, fix))

    def _chart(self, name: str, path: str) -> None:
        self._declared(name, path, "charts", Chart, self.charts)

    def _package(self, name: str, path: str) -> None:
        self._declared(name, path, "packages", DataPackage, self.packages)
        self._pair(path, f"charts/data/{name}.csv")

    def _declared(self, name: str, path: str, kind: str, model: type[Any], into: dict[str, Any]) -> None:
        self._reading.names[kind, None, name] = Location(path)
        if source := _source(self._reading, path, self._contents[path]):
            value, found = parse(model, source, source.data)
            self._reading.found += found
            if value is not None:
                into[name] = Entry(kind, None, name, value, source)

    def _python(self, name: str, path: str) -> None:
        self._pair(path, f"charts/{name}.yml")
        text = _text(self._reading, path, self._contents[path])
        if text is not None:
            self.code[name] = text

    def _csv(self, name: str, path: str) -> None:
        self._reading.names["tables", None, name] = Location(path)
        self._pair(path, f"charts/data/{name}.datapackage.yml")

    def _pair(self, path: str, other: str) -> None:
        if other not in self._contents:
            texts = (_NO_CHART.filled(path=path, other=other), _WHY_PAIR, _FIX_PAIR)
            self._reading.tell(Location(path), "missing-file", texts)

    def _tables(self) -> None:
        for name, package in self.packages.items():
            path = f"charts/data/{name}.csv"
            if path not in self._contents:
                continue
            text = _text(self._reading, path, self._contents[path])
            if text is not None:
                table, found = read_table(name, path, text, package.data)
                self._reading.found += found
                if table is not None:
                    self.tables[name] = table
