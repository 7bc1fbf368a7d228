"""A copy of a published site, wherever it is: the files in it, and their bytes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.fetching.web import MissingError, Web
from trendrapport.site import listing
from trendrapport.site.listing import Listing
from trendrapport.site.stage import paths

MOST = 200_000_000
"""The most bytes of one file that are read."""

_NO_SITE = Text(
    nl='"{place}" is geen gepubliceerde site: een map, een zip of een webadres met een index.html.',
    en='"{place}" is not a published site: a folder, a ZIP or a web address with an index.html.',
)
_NO_LIST = Text(
    nl='"{place}" heeft geen manifest.json. Zet manifest onder outputs in site_config.yml, en bouw opnieuw.',
    en='"{place}" has no manifest.json. Write manifest under outputs in site_config.yml, and build again.',
)
_BAD_LIST = Text(
    nl='manifest.json van "{place}" is niet te lezen: het is beschadigd, of van een nieuwere versie.',
    en='manifest.json of "{place}" cannot be read: it is damaged, or of a newer version.',
)
_BAD_ZIP = Text(
    nl='"{place}" is geen zip die kan worden gelezen. Haal haar opnieuw op.',
    en='"{place}" is not a ZIP that can be read. Get it again.',
)
_TOO_LARGE = Text(
    nl='"{path}" in "{place}" is groter dan {most} MB.', en='"{path}" in "{place}" is larger than {most} MB.'
)


class Copy(Protocol):
    """A published site in one place."""

    place: str
    """The folder, the file or the address, as the user gave it."""

    @property
    def files(self) -> frozenset[str]:
        """The paths of its files; at an address only those in its list, as nobody can see others."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none."""


class Folder:
    """A site in a folder."""

    def __init__(self, place: str) -> None:
        self.place = place

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of its files."""
        return frozenset(paths(Path(self.place)))

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none, or when its path leads out of the folder."""
        if path not in self.files:
            return None
        return (Path(self.place) / path).read_bytes()


class Zip:
    """A site in a zip, all of it in one folder or not."""

    def __init__(self, place: str) -> None:
        self.place = place
        try:
            self._zip = zipfile.ZipFile(place)
        except zipfile.BadZipFile as error:
            raise CannotRunError(_BAD_ZIP.filled(place=place)) from error

    @cached_property
    def _members(self) -> dict[str, zipfile.ZipInfo]:
        members = [member for member in self._zip.infolist() if not member.is_dir()]
        top = _common_folder(member.filename for member in members)
        return {member.filename.removeprefix(top): member for member in members}

    @property
    def files(self) -> frozenset[str]:
        """The paths of its files."""
        return frozenset(self._members)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none. Raises CannotRunError for a damaged or huge one."""
        member = self._members.get(path)
        if member is None:
            return None
        if member.file_size > MOST:
            most = MOST // 1_000_000
            raise CannotRunError(_TOO_LARGE.filled(path=path, place=self.place, most=most))
        try:
            return self._zip.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise CannotRunError(_BAD_ZIP.filled(place=self.place)) from error


class Address:
    """A site on the web."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._base = place.removesuffix("index.html").removesuffix("/") + "/"
        self._web = Web(most=MOST)

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of the files in its list that readers get. Raises CannotRunError without a list."""
        return frozenset(path for path, file in listed(self).files.items() if file.served)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none. Raises CannotRunError without an answer."""
        try:
            return self._web.get(self._base + quote(path)).raw
        except MissingError:
            return None


def copy_at(place: str) -> Copy:
    """The site in a folder, a zip or at a web address. Raises CannotRunError where there is none."""
    if place.lower().startswith(("http://", "https://")):
        return Address(place)
    path = Path(place)
    if path.is_dir():
        found: Copy = Folder(place)
    elif path.is_file():
        found = Zip(place)
    else:
        raise CannotRunError(_NO_SITE.filled(place=shortened(place, 200)))
    if "index.html" not in found.files:
        raise CannotRunError(_NO_SITE.filled(place=shortened(place, 200)))
    return found


def listed(copy: Copy) -> Listing:
    """The list of what was published in a copy. Raises CannotRunError if it has none that can be read."""
    raw = copy.read(listing.PATH)
    if raw is None:
        raise CannotRunError(_NO_LIST.filled(place=shortened(copy.place, 200)))
    try:
        return listing.read(raw)
    except ValueError as error:
        raise CannotRunError(_BAD_LIST.filled(place=shortened(copy.place, 200))) from error


def _common_folder(names: Iterable[str]) -> str:
    """The folder, with a slash, in which all these are; empty if there is none."""
    tops = {name.partition("/")[0] + "/" if "/" in name else "" for name in names}
    return tops.pop() if len(tops) == 1 else ""
