"""Files of a report to text and data, with what is wrong with them; the only reading of content and charts.

What a file's bytes were parsed to is kept in the cache.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import get_args

from trendrapport.diagnostics import Diagnostic, Language, Location, Severity, Text, Texts
from trendrapport.files.asides import is_aside
from trendrapport.files.decoding import decode
from trendrapport.files.links import is_inside
from trendrapport.files.source import Source, markdown_source, yaml_source
from trendrapport.model.addresses import slug_of
from trendrapport.model.base import Model
from trendrapport.report.report import Entry, Key
from trendrapport.runtime.cache import Cache, digest
from trendrapport.runtime.failures import reason
from trendrapport.runtime.fingerprint import generator

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"

_STRAY = Text(
    nl='"{path}" hoort bij geen enkel onderdeel van het rapport',
    en='"{path}" belongs to no part of the report',
)
_WHY_STRAY = Text(
    nl="wat niet herkend wordt, zou ongemerkt in het rapport ontbreken",
    en="what is not recognised would silently stay out of the report",
)
_FIX_STRAY = Text(
    nl="Zet het bestand op de goede plaats, zoals {places}, of verwijder het.",
    en="Put the file in its place, such as {places}, or remove it.",
)
_FIX_TYPE = {
    "content": Text(
        nl="Bewaar het als een soort die het rapport kent: tekst als .md, gegevens als .yml, een afbeelding "
        "als "
        "PNG of JPEG, een "
        "download als PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP of ZIP. Of verwijder het.",
        en="Save it as a sort that the report knows: text as .md, data as .yml, a picture as PNG "
        "or JPEG, a download as PDF, "
        "DOCX, XLSX, PPTX, ODT, ODS, ODP or ZIP. Or remove it.",
    ),
    "charts": Text(
        nl=(
            "Bewaar een tabel als CSV in charts/data/, een grafiek als .yml in charts/, een download in "
            "content/. Of verwijder het."
        ),
        en=(
            "Save a table as CSV in charts/data/, a chart as .yml in charts/, a download in "
            "content/. Or remove it."
        ),
    ),
}
_MEANT = {".yaml": ".yml", ".json": ".yml", ".markdown": ".md"}
"""Ends of names that mean the same; JSON is YAML."""
_NAMED_AS_FILE = (
    Text(
        nl='"{path}" is een map, maar heet als een bestand',
        en=('"{path}" is a folder, but is called like a file'),
    ),
    Text(
        nl="wat erin staat, hoort bij geen onderdeel van het rapport",
        en=("what is in it belongs to no part of the report"),
    ),
    Text(nl=("Geef de map een andere naam, of verwijder die."), en="Rename or remove the folder."),
)
MOST = {".md": 250_000, ".yml": 500_000, ".json": 500_000, ".py": 500_000, ".csv": 5_000_000}
"""Bytes in a file that is parsed: a text of 40,000 words, or a list of 1,500 sources."""
MOST_OF_OTHERS = 50_000_000
"""Bytes in a picture or a download."""
_SUFFIXES = (".md", ".yml", ".csv", ".py")
"""Of files that editors write."""
_SLUG_WHAT = Text(
    nl='de bestandsnaam "{name}" kan geen adres worden', en=('the file name "{name}" cannot be an address')
)
_BYTES_WHAT = Text(nl='de naam "{name}" is geen UTF-8', en='the name "{name}" is not UTF-8')
_SLUG_WHY = Text(
    nl=("de bestandsnaam is het adres van de pagina"), en="the file name is the address of the page"
)
_SLUG_FIX = Text(
    nl='Noem het bestand "{name}": kleine letters, cijfers en streepjes.',
    en='Name the file "{name}": lower case letters, digits and hyphens.',
)
_OUTSIDE = Text(
    nl='de koppeling "{path}" wijst buiten de map van het rapport',
    en='the link "{path}" points outside the report\'s folder',
)
_WHY_OUTSIDE = Text(
    nl="alleen wat in het rapport staat, mag gepubliceerd worden",
    en="only what is in the report may be published",
)
_FIX_OUTSIDE = Text(
    nl=("Vervang de koppeling door het bestand zelf."), en="Replace the link by the file itself."
)
_FOLDER_LINK = Text(nl='"{path}" is een koppeling naar een map', en='"{path}" is a link to a folder')
_WHY_FOLDER_LINK = Text(
    nl="dezelfde bestanden zouden twee keer in het rapport staan",
    en="the same files would stand in the report twice",
)
_NO_FILE = Text(nl='"{path}" is geen gewoon bestand', en='"{path}" is not an ordinary file')
_WHY_NO_FILE = Text(
    nl="een pijp, socket of apparaat heeft geen inhoud die vaststaat",
    en="a pipe, socket or device has no content that stays the same",
)
_FIX_NO_FILE = Text(
    nl="Verwijder het, of zet er een gewoon bestand neer.", en=("Remove it, or put an ordinary file there.")
)
_LARGE = Text(nl='"{path}" is groter dan {most}', en='"{path}" is larger than {most}')
_WHY_LARGE = Text(
    nl="zo'n bestand maakt elke controle en elke pagina traag",
    en=("such a file slows down each check and each page"),
)
_FIX_LARGE = Text(
    nl="Splits het bestand, maak het kleiner, of kijk of dit het bedoelde bestand is.",
    en="Split the file, make it smaller, or see whether this is the file that you meant.",
)
_UNREADABLE = Text(nl='"{path}" kan niet gelezen worden: {reason}', en='"{path}" cannot be read: {reason}')
_WHY_UNREADABLE = Text(
    nl="zonder dit bestand is het rapport niet compleet", en="without this file the report is incomplete"
)
_FIX_UNREADABLE = Text(
    nl="Controleer of het bestand bestaat en of u het mag lezen.",
    en="Check that the file exists and that you may read it.",
)


@dataclass(frozen=True)
class Translation:
    """A file with a translation, as it was read."""

    model: type[Model]
    key: Key
    """The name of the entry that it translates."""
    language: Language
    source: Source


@dataclass
class Reading:
    """What has been read so far; only this module sees it change."""

    root: Path
    cache: Cache
    found: list[Diagnostic] = field(default_factory=list)
    entries: list[Entry[Model]] = field(default_factory=list)
    unread: list[Entry[Model]] = field(default_factory=list)
    translations: list[Translation] = field(default_factory=list)
    """Every file with one; `translated` has those that could be joined with their original."""
    translated: list[Entry[Model]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    names: dict[Key, Location] = field(default_factory=dict)

    def tell(self, at: Location, code: str, texts: Texts, severity: Severity = Severity.ERROR) -> None:
        self.found.append(Diagnostic(at, code, *texts, severity))


def _walk(root: Path, folder: str) -> Iterator[str]:
    if (root / folder).is_symlink():
        yield folder
        return
    for here, folders, files in os.walk(root / folder):
        base = PurePosixPath(Path(here).relative_to(root).as_posix())
        yield from (str(base / name) for name in folders if _is_called_like_a_file(name))
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith((".", "__pycache__")) and not _is_called_like_a_file(name)
        )
        yield from (str(base / name) for name in files if not is_aside(name))
        yield from (str(base / name) for name in folders if (Path(here) / name).is_symlink())


def _is_called_like_a_file(folder: str) -> bool:
    return folder.endswith(_SUFFIXES) and not folder.startswith(".")


def contents_of(reading: Reading, folder: str) -> Iterator[tuple[str, bytes]]:
    """Each file of a folder with its bytes, by path; links that lead out of it are told."""
    for path in sorted(_walk(reading.root, folder)):
        if is_text(path):
            raw = bytes_of(reading, path, folder)
            if raw is not None:
                yield path, raw
        else:
            _tell_bytes(reading, path)


def bytes_of(reading: Reading, path: str, folder: str = "") -> bytes | None:
    """A file's bytes, or None and a finding, also when it is a link out of a folder of the report."""
    if texts := _no_file(reading.root, path, folder):
        reading.tell(Location(path), *texts)
        return None
    try:
        with open(f"{reading.root}/{path}", "rb") as file:  # noqa: PTH123 - thousands of files, as text
            most = MOST.get(PurePosixPath(path).suffix.lower(), MOST_OF_OTHERS)
            raw = file.read(most + 1)
            if len(raw) <= most:
                return raw
            what = _LARGE.filled(path=path, most=_size(most))
            reading.tell(Location(path), "file-size", (what, _WHY_LARGE, _FIX_LARGE))
            return None
    except OSError as error:
        told = (_UNREADABLE.filled(path=path, reason=reason(error)), _WHY_UNREADABLE, _FIX_UNREADABLE)
        reading.tell(Location(path), "unreadable-file", told)
        return None


def _size(most: int) -> str:
    """A largest size, in whole kB or MB, which every language writes alike."""
    return f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1_000} kB"  # noqa: PLR2004 - a megabyte


def _no_file(root: Path, path: str, folder: str) -> tuple[str, Texts] | None:
    """Why what stands at a path is no file of the report; nothing when only reading it can tell."""
    file = f"{root}/{path}"
    link, ordinary = os.path.islink(file), os.path.isfile(file)  # noqa: PTH113, PTH114 - thousands of files, as text
    if link and not is_inside(file, root.resolve() / folder):
        return "link-outside", (_OUTSIDE.filled(path=path), _WHY_OUTSIDE, _FIX_OUTSIDE)
    if ordinary or not os.path.exists(file):  # noqa: PTH110 - the same
        return None
    if link and Path(file).is_dir():
        return "link-to-folder", (_FOLDER_LINK.filled(path=path), _WHY_FOLDER_LINK, _FIX_OUTSIDE)
    if Path(file).is_dir():
        return "folder-as-file", (_NAMED_AS_FILE[0].filled(path=path), *_NAMED_AS_FILE[1:])
    return "no-ordinary-file", (_NO_FILE.filled(path=path), _WHY_NO_FILE, _FIX_NO_FILE)


def is_text(path: str) -> bool:
    """Whether a path is text; a system may have names of files that are only bytes."""
    return not re.search(r"[\ud800-\udfff]", path)


def _tell_bytes(reading: Reading, path: str) -> None:
    """Tells of a name that is only bytes, of which those that are no text are shown by number."""
    told = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    name = slug_of(PurePosixPath(told).stem)
    reading.tell(
        Location(told),
        "bad-file-name",
        (_BYTES_WHAT.filled(name=told), _SLUG_WHY, _SLUG_FIX.filled(name=name)),
    )


def text_of(reading: Reading, path: str, raw: bytes) -> str | None:
    """A file's text, or None and a finding."""
    text, found = decode(path, raw)
    reading.found += found
    return text


def source_of(reading: Reading, path: str, raw: bytes) -> Source | None:
    """A file's text and data; what was read without a finding is not parsed again."""
    name = digest("source", generator(), PurePosixPath(path).suffix, raw)
    if kept := reading.cache.get(name):
        return Source(path, **json.loads(kept))
    text = text_of(reading, path, raw)
    if text is None:
        return None
    source, found = (markdown_source if path.endswith(".md") else yaml_source)(path, text)
    reading.found += found
    if source and not found and text.encode() == raw:
        parts = ("text", "data", "body", "body_line", "yaml_text", "yaml_line")
        reading.cache.put(name, json.dumps({part: getattr(source, part) for part in parts}).encode())
    return source


def split(path: str) -> tuple[str, Language | None]:
    """The path of a text, or of the text of which this is a translation, and the language of that:
    `<slug>.<language>.md`.
    """
    language = next((one for one in get_args(Language) if path.endswith(f".{one}.md")), None)
    return (path.removesuffix(f".{language}.md") + ".md", language) if language else (path, None)


def names_are_addresses(reading: Reading, path: str, parts: dict[str, str]) -> bool:
    """Whether each part of a path can stand in an address; told when not."""
    for name in parts.values():
        if not re.fullmatch(SLUG, name):
            texts = (_SLUG_WHAT.filled(name=name), _SLUG_WHY, _SLUG_FIX.filled(name=slug_of(name)))
            reading.tell(Location(path), "bad-file-name", texts)
            return False
    return True


def stray(reading: Reading, path: str, places: Iterable[str]) -> None:
    """Tells of a file that belongs to no part of the report, with the three nearest places for one of its
    type.
    """
    file = PurePosixPath(path)
    file = file.with_suffix(_MEANT.get(file.suffix, file.suffix))
    edition = file.parts[1] if len(file.parts) > 2 else "2026"  # noqa: PLR2004 - content, edition and file
    known = [place.replace("{edition}", edition).replace("{slug}", slug_of(file.stem)) for place in places]
    fit = [place for place in known if file.suffix and place.endswith(file.suffix)]
    near = get_close_matches(path, fit, n=3, cutoff=0)
    if file.suffix == ".csv" and file.parts[0] == "content":
        near = [f"charts/data/{slug_of(file.stem)}.csv"]
    fix = _FIX_STRAY.filled(places=", ".join(near)) if near else _FIX_TYPE[file.parts[0]]
    reading.tell(Location(path), "stray-file", (_STRAY.filled(path=path), _WHY_STRAY, fix))
