"""The files of a folder to their bytes; anything but an ordinary file in the report is refused with a
finding.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from trendrapport.diagnostics import Location, Text, Texts, every_filled
from trendrapport.files.asides import is_aside
from trendrapport.files.links import is_inside
from trendrapport.report.load.file_names import refuse_bytes
from trendrapport.report.load.reading import Reading
from trendrapport.runtime.failures import reason

LARGEST = {".md": 250_000, ".yml": 500_000, ".json": 500_000, ".py": 500_000, ".csv": 5_000_000}
"""Bytes in a file that is parsed: a text of 40,000 words, or a list of 1,500 sources."""
LARGEST_OF_OTHERS = 50_000_000
"""Bytes in a picture or a download."""
_SUFFIXES = (".md", ".yml", ".csv", ".py")
"""Of files that editors write; a folder that is called so is no file."""

_OUTSIDE: Texts = (
    Text(
        nl='de koppeling "{path}" leidt buiten de map van het rapport',
        en='the symbolic link "{path}" leads outside the report\'s folder',
    ),
    Text(
        nl="alleen bestanden in het rapport mogen worden gepubliceerd",
        en="only files in the report may be published",
    ),
    Text(nl="Vervang de koppeling door het bestand zelf.", en="Replace the link with the file itself."),
)
_FOLDER_LINK: Texts = (
    Text(nl='"{path}" is een koppeling naar een map', en='"{path}" is a symbolic link to a folder'),
    Text(
        nl="dezelfde bestanden zouden twee keer in het rapport staan",
        en="the same files would be in the report twice",
    ),
    _OUTSIDE[2],
)
_NAMED_AS_FILE: Texts = (
    Text(
        nl='"{path}" is een map met de naam van een bestand',
        en='"{path}" is a folder with the name of a file',
    ),
    Text(
        nl="wat erin staat, hoort bij geen onderdeel van het rapport",
        en="its contents belong to no part of the report",
    ),
    Text(nl="Geef de map een andere naam, of verwijder die.", en="Rename or remove the folder."),
)
_NO_FILE: Texts = (
    Text(nl='"{path}" is geen gewoon bestand', en='"{path}" is not an ordinary file'),
    Text(
        nl="een pijp, socket of apparaat heeft geen vaste inhoud",
        en="a pipe, socket or device has no fixed content",
    ),
    Text(
        nl="Verwijder het, of vervang het door een gewoon bestand.",
        en="Remove it, or replace it with an ordinary file.",
    ),
)
_LARGE: Texts = (
    Text(nl='"{path}" is groter dan {largest}', en='"{path}" is larger than {largest}'),
    Text(
        nl="zo'n groot bestand maakt elke controle en elke pagina traag",
        en="such a large file slows down every check and every page",
    ),
    Text(
        nl="Splits het bestand, maak het kleiner, of controleer of dit het bedoelde bestand is.",
        en="Split the file, make it smaller, or check that it is the file you meant.",
    ),
)
_UNREADABLE: Texts = (
    Text(nl='"{path}" kan niet worden gelezen: {reason}', en='"{path}" cannot be read: {reason}'),
    Text(
        nl="zonder dit bestand is het rapport niet compleet", en="without this file the report is incomplete"
    ),
    Text(
        nl="Controleer of het bestand bestaat en of u het mag lezen.",
        en="Check that the file exists and that you are allowed to read it.",
    ),
)


def contents_of(reading: Reading, folder: str) -> Iterator[tuple[str, bytes]]:
    """Each file of a folder with its bytes, by path."""
    for path in sorted(_paths(reading, folder)):
        if not is_text(path):
            refuse_bytes(reading, path)
            continue
        raw = bytes_of(reading, path, folder)
        if raw is not None:
            yield path, raw


def _paths(reading: Reading, folder: str) -> set[str]:
    """The paths of a folder: those on disk and those that are not saved yet."""
    typed = {path for path in reading.typed if path.startswith(f"{folder}/")}
    gone = {path for path in typed if reading.typed[path] is None}
    return {*_walk(reading.root, folder), *typed} - gone


def _walk(root: Path, folder: str) -> Iterator[str]:
    """The path of each file in a folder, and of each folder that is a link or is called like a file."""
    if (root / folder).is_symlink():
        yield folder
        return
    for here, folders, files in os.walk(root / folder):
        base = PurePosixPath(Path(here).relative_to(root).as_posix())
        like_files = [name for name in folders if _is_called_like_a_file(name)]
        folders[:] = sorted(name for name in folders if _is_walked(name))
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        own = [name for name in files if not is_aside(name)]
        for name in (*like_files, *own, *links):
            yield str(base / name)


def _is_walked(folder: str) -> bool:
    return not folder.startswith((".", "__pycache__")) and not _is_called_like_a_file(folder)


def _is_called_like_a_file(folder: str) -> bool:
    return folder.endswith(_SUFFIXES) and not folder.startswith(".")


def is_text(path: str) -> bool:
    """Whether a path is text; a system may have names of files that are only bytes."""
    return not re.search(r"[\ud800-\udfff]", path)


def bytes_of(reading: Reading, path: str, folder: str = "") -> bytes | None:
    """A file's bytes, or None and a finding, also when it is a link out of a folder of the report."""
    typed = reading.typed.get(path)
    if typed is not None:
        return typed
    refusal = _refusal(reading.root, path, folder)
    if refusal:
        reading.add(Location(path), refusal.code, refusal.texts)
        return None
    largest = LARGEST.get(PurePosixPath(path).suffix.lower(), LARGEST_OF_OTHERS)
    try:
        with open(f"{reading.root}/{path}", "rb") as file:  # noqa: PTH123 - thousands of files, as text
            raw = file.read(largest + 1)
    except OSError as error:
        texts = every_filled(_UNREADABLE, path=path, reason=reason(error))
        reading.add(Location(path), "unreadable-file", texts)
        return None
    if len(raw) > largest:
        reading.add(Location(path), "file-size", every_filled(_LARGE, path=path, largest=_size(largest)))
        return None
    return raw


def _size(largest: int) -> str:
    """A largest size, in whole kB or MB, which every language writes alike."""
    if largest >= 1_000_000:
        return f"{largest // 1_000_000} MB"
    return f"{largest // 1_000} kB"


@dataclass(frozen=True)
class _Refusal:
    """Why a path is no file of the report."""

    code: str
    texts: Texts


def _refusal(root: Path, path: str, folder: str) -> _Refusal | None:
    """Why a path is no file of the report; None when only reading it can show that."""
    file = f"{root}/{path}"
    # Of thousands of files, paths as text take a fraction of the time.
    is_link, is_file = os.path.islink(file), os.path.isfile(file)  # noqa: PTH113, PTH114
    if is_link and not is_inside(file, root.resolve() / folder):
        return _Refusal("link-outside", every_filled(_OUTSIDE, path=path))
    if is_file or not os.path.exists(file):  # noqa: PTH110 - the same
        return None
    if is_link and Path(file).is_dir():
        return _Refusal("link-to-folder", every_filled(_FOLDER_LINK, path=path))
    if Path(file).is_dir():
        return _Refusal("folder-as-file", every_filled(_NAMED_AS_FILE, path=path))
    return _Refusal("no-ordinary-file", every_filled(_NO_FILE, path=path))
