"""The files of a report as they are edited in a browser: what can be filled in, and what is saved."""

from __future__ import annotations

import threading
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.editing.merging import merged_file
from trendrapport.editing.writing import write
from trendrapport.files.asides import is_aside
from trendrapport.files.contents import paths
from trendrapport.files.links import is_inside
from trendrapport.files.pictures import FORMATS
from trendrapport.files.source import markdown_source
from trendrapport.files.yaml_data import read_yaml
from trendrapport.forms.configuration import configuration
from trendrapport.forms.views import as_list, from_list
from trendrapport.model import entries
from trendrapport.model.entries import Shape
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.failures import reason
from trendrapport.runtime.plugins import modules
from trendrapport.site.browser_forms import Editing
from trendrapport.site.browser_forms.answering import RefusalError, named

_TEXTS = frozenset({".md", ".yml"})
_FOLDER = "content"

_NOT_HERE = Text(
    nl='"{path}" is niet opgeslagen: hier kunnen alleen teksten, lijsten en foto\'s in content/ staan.',
    en='"{path}" was not saved: only texts, lists and photos in content/ can be here.',
)
_CHANGED = Text(
    nl=(
        '"{path}" is niet opgeslagen: het bestand is intussen ergens anders veranderd. Kopieer wat u '
        "schreef, laad de pagina opnieuw en zet het er weer in."
    ),
    en=(
        '"{path}" was not saved: the file was changed elsewhere meanwhile. Copy what you wrote, load the '
        "page again and put it back in."
    ),
)
_KEYS = Text(
    nl='"{path}" is niet opgeslagen: elk onderdeel moet een naam hebben, en geen twee dezelfde.',
    en='"{path}" was not saved: each item must have a name, and no two the same.',
)
_BROKEN = Text(
    nl='"{path}" is niet opgeslagen: in het bestand staat een fout. Zie de meldingen, en verbeter die eerst.',
    en='"{path}" was not saved: there is a mistake in the file. See the findings, and fix that first.',
)
_UNWRITTEN = Text(nl='"{path}" is niet opgeslagen: {reason}.', en='"{path}" was not saved: {reason}.')


class FormsFolder:
    """The texts, lists and pictures in the content folder of a report."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._writing = threading.Lock()

    def editing(self) -> Editing | None:
        """What the page is made of; None while the settings cannot be read."""
        with Cache(None) as cache:
            report, _ = load(self._root, cache)
        try:
            made = configuration(report)
        except AttributeError:
            # Settings with a mistake in them lack what could not be read.
            return None
        return Editing(report.config.language, made, styles=("/assets/report.css",))

    def paths(self) -> list[str]:
        """Every file that can be edited."""
        return [path for path in paths(self._root) if self._is_ours(path)]

    def read(self, path: str) -> bytes:
        """A file as a form shows it."""
        raw = self._bytes(path)
        if raw is None:
            raise RefusalError(HTTPStatus.NOT_FOUND, _NOT_HERE.filled(path=path))
        return _shown(raw, path)

    def version(self, path: str) -> str:
        """A name for the bytes of a file; empty if there is none."""
        raw = self._bytes(path)
        return "" if raw is None else named(raw)

    def save(self, path: str, came: bytes, version: str) -> None:
        """Writes what a form gives back, merged with what is there, if that still has this version."""
        with self._writing:
            disk = self._unchanged(path, version)
            given = _given_back(came, path)
            raw = _new(given, path) if disk is None else merged_file(path, disk, given)
            if raw is None:
                raise RefusalError(HTTPStatus.CONFLICT, _BROKEN.filled(path=path))
            self._write(path, raw)

    def remove(self, path: str, version: str) -> None:
        """Removes a file, if it still has this version."""
        with self._writing:
            self._unchanged(path, version)
            self._write(path, None)

    def _unchanged(self, path: str, version: str) -> bytes | None:
        """The bytes of a file that still has a version."""
        raw = self._bytes(path)
        if version != ("" if raw is None else named(raw)):
            raise RefusalError(HTTPStatus.PRECONDITION_FAILED, _CHANGED.filled(path=path))
        return raw

    def _bytes(self, path: str) -> bytes | None:
        if not self._is_ours(path):
            raise RefusalError(HTTPStatus.FORBIDDEN, _NOT_HERE.filled(path=path))
        file = self._root / path
        return file.read_bytes() if file.is_file() else None

    def _is_ours(self, path: str) -> bool:
        """Whether a path is that of a text, a list or a picture in the content folder."""
        folder, *names = PurePosixPath(path).parts or ("",)
        is_plain = path == "/".join((folder, *names)) and "\\" not in path and "\0" not in path
        if folder != _FOLDER or not names or not is_plain or any(map(is_aside, names)):
            return False
        is_known = PurePosixPath(path).suffix.lower() in _TEXTS | frozenset(FORMATS)
        return is_known and is_inside(self._root / path, (self._root / _FOLDER).resolve())

    def _write(self, path: str, raw: bytes | None) -> None:
        try:
            write(self._root, {path: raw})
        except (CannotRunError, OSError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            told = _UNWRITTEN.filled(path=path, reason=why)
            raise RefusalError(HTTPStatus.INTERNAL_SERVER_ERROR, told) from error


def _holds_many(path: str) -> bool:
    """Whether a file holds entries below keys that editors gave."""
    place = PurePosixPath(path).relative_to(_FOLDER)
    places = [one.PLACE for one in modules(entries).values() if one.SHAPE is Shape.MAPPING]
    return any(place.match(one.format(edition="*")) for one in places)


def _shown(raw: bytes, path: str) -> bytes:
    """The bytes that a form is filled from."""
    if not _holds_many(path):
        return raw
    data, found = read_yaml(path, raw.decode("utf-8-sig", "replace"))
    if found or not isinstance(data, dict):
        return raw
    return _yaml(as_list(data))


def _given_back(came: bytes, path: str) -> bytes:
    """The bytes that belong in a file, of those that a form gives back."""
    if not _holds_many(path):
        return came
    data, _ = read_yaml(path, came.decode("utf-8", "replace"))
    found = from_list(data or {})
    if found is None:
        raise RefusalError(HTTPStatus.UNPROCESSABLE_ENTITY, _KEYS.filled(path=path))
    return _yaml(found)


def _new(came: bytes, path: str) -> bytes:
    """A new file; a text of which nobody said how far it is, is a draft: readers do not get it yet."""
    source, _ = markdown_source(path, came.decode("utf-8", "replace")) if path.endswith(".md") else (None, [])
    is_translation = PurePosixPath(path).stem.count(".") > 0
    if source is None or is_translation or "status" in source.data:
        return came
    return came.replace(b"---\n", b"---\nstatus: draft\n", 1)


def _yaml(data: dict[str, Any]) -> bytes:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
