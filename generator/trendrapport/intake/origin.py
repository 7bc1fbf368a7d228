"""What an editor names (a file, an address, the number of a table of Statistics Netherlands) to an origin: it
can be understood with answers, and asked again later for what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.fetching.selection import wanted
from trendrapport.fetching.statline import cube, number_in
from trendrapport.fetching.web import Answer, Web
from trendrapport.files.links import followed, is_inside
from trendrapport.intake.from_cube import understand_cube
from trendrapport.intake.from_package import understand_package
from trendrapport.intake.opening import MOST_BYTES, too_large
from trendrapport.intake.understanding import Understanding, understand
from trendrapport.intake.writing import place_of

Understand = Callable[[Mapping[str, str], Language], Understanding]
"""What is understood of an origin with answers, in a language."""

_NO_FILE = Text(
    nl='"{path}" bestaat niet, of is geen bestand.', en='"{path}" does not exist, or is not a file.'
)
_NO_PARTS = Text(
    nl="--where en --columns zijn er alleen voor tabellen van CBS StatLine.",
    en="--where and --columns are only for tables of Statistics Netherlands (StatLine).",
)
_DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True)
class Origin:
    """Where a table comes from."""

    name: str
    """What messages call it."""
    place: str
    """Its address; or the path of a file from the report's root, or its name alone if it is elsewhere."""
    understand: Understand
    etag: str = ""
    version: str = ""
    """What changes with it, as its publisher says."""
    where: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


def origin_of(
    text: str, root: Path, web: Web, where: tuple[str, ...] = (), columns: tuple[str, ...] = ()
) -> Origin:
    """The origin that a text names; an address or a number is fetched.

    Raises CannotRunError, in words, if there is none.
    """
    number = _number_of(text)
    if number:
        return _statline(web, number, where, columns)
    if where or columns:
        raise CannotRunError(_NO_PARTS)
    if "://" in text:
        return _at_address(web, text)
    return _file(Path(text), root, web)


def _number_of(text: str) -> str:
    """The number of a table of Statistics Netherlands that a text names; empty for a file."""
    if Path(text).is_file():
        return ""
    return number_in(text)


def stem_of(text: str) -> str:
    """What a table is called that comes from what a text names, if nobody says it."""
    number = _number_of(text)
    if number:
        return number
    path = text
    if "://" in text:
        path = unquote(urlsplit(text).path)
    whole = Path(path)
    if whole.name == _DESCRIPTOR:
        return whole.parent.name or whole.stem
    return whole.stem


def _statline(web: Web, number: str, where: tuple[str, ...], columns: tuple[str, ...]) -> Origin:
    found = cube(web, number, wanted(where, columns))
    return Origin(
        found.number,
        found.address,
        partial(understand_cube, found),
        found.etag,
        found.version,
        where,
        columns,
    )


def _at_address(web: Web, address: str) -> Origin:
    answer = web.get(address)
    name = PurePosixPath(unquote(urlsplit(answer.address).path)).name or address
    if _is_package(answer):
        read = partial(_beside_address, web, answer.address)
        how: Understand = partial(_package, name, answer.raw, read)
    else:
        how = partial(understand, name, answer.raw)
    return Origin(name, address, how, answer.etag, answer.modified)


def _is_package(answer: Answer) -> bool:
    path = urlsplit(answer.address).path
    return path.endswith(_DESCRIPTOR) or answer.media_type.endswith("json")


def _package(
    name: str, raw: bytes, read: Callable[[str], bytes], answers: Mapping[str, str], language: Language
) -> Understanding:
    return understand_package(name, raw, read, answers, language)


def _beside_address(web: Web, address: str, path: str) -> bytes:
    return web.get(urljoin(address, path)).raw


def _file(file: Path, root: Path, web: Web) -> Origin:
    """A file of this computer."""
    raw = _bytes_of(file)
    if file.name.endswith(_DESCRIPTOR):
        how: Understand = partial(_package, file.name, raw, partial(_beside_file, web, file))
    else:
        how = partial(understand, file.name, raw)
    return Origin(file.name, place_of(file, root), how)


def _bytes_of(file: Path) -> bytes:
    if not file.is_file():
        raise CannotRunError(_NO_FILE.filled(path=file))
    if file.stat().st_size > MOST_BYTES:
        raise too_large(file.name)
    return file.read_bytes()


def _beside_file(web: Web, file: Path, path: str) -> bytes:
    if "://" in path:
        return web.get(path).raw
    there = file.parent / path
    if not is_inside(there, followed(file.parent)):
        raise CannotRunError(_NO_FILE.filled(path=path))
    return _bytes_of(there)
