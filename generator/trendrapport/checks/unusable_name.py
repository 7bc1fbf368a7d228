"""A file name that does not work as an address, or on other computers.

- `taken-name`: `index` is the page of the folder itself, such as the list of all instruments, so the entry
  would have no page;
- `reserved-name`: `con`, `nul`, `aux` and a few others are devices on Windows, whatever the extension, and
  some signs have a meaning there. Nobody on Windows could even fetch the report;
- `long-name`: a name of more than 80 letters (for an image: 120 bytes), because the names of related files
  are longer still;
- `same-name`: two names that only differ in capitals or in how an accent is stored: Windows and macOS keep
  one of them.

Rename the file, and change what refers to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, finding, shortened
from trendrapport.model import entries
from trendrapport.report.report import Key, Report
from trendrapport.runtime.plugins import modules

LONGEST, LONGEST_PICTURE = 80, 120
"""Letters of a name in an address, and bytes of a picture's name."""

_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\..*)?",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = re.compile(r"[<>:\"|?*\\]|[. ]$")
"""What no name on Windows can have: https://learn.microsoft.com/windows/win32/fileio/naming-a-file."""

_RENAME = Text(
    nl="Geef het een andere naam, ook overal waar ernaar verwezen wordt.",
    en="Rename it, also wherever it is referred to.",
)
_TAKEN = (
    Text(
        nl='"{name}" is de naam van de startpagina van een map',
        en='"{name}" is the name of a folder\'s home page',
    ),
    Text(
        nl=("op dat adres staat al een andere pagina, of een webserver toont deze in plaats van de map"),
        en="another page already has that address, or a web server shows this one instead of the folder",
    ),
    _RENAME,
)
_RESERVED = (
    Text(
        nl='"{name}" kan op Windows geen bestandsnaam zijn',
        en='"{name}" cannot be a file name on Windows',
    ),
    Text(
        nl="wie met Windows werkt, kan het rapport niet ophalen of bouwen",
        en="anyone who works on Windows cannot fetch or build the report",
    ),
    _RENAME,
)
_LONG = (
    Text(nl='de naam "{name}" is te lang', en='the name "{name}" is too long'),
    Text(
        nl=(
            "bestanden die de site ernaast zet, krijgen een nog langere naam, die niet elk systeem "
            "kan bewaren"
        ),
        en="files that the site puts beside it get even longer names, which not every system can store",
    ),
    Text(
        nl="Kies een naam van hoogstens {most} tekens, ook overal waar ernaar verwezen wordt.",
        en="Choose a name of at most {most} characters, also wherever it is referred to.",
    ),
)
_SAME = (
    Text(
        nl='"{name}" is bijna dezelfde naam als "{other}"',
        en='"{name}" is nearly the same name as "{other}"',
    ),
    Text(
        nl="voor Windows en macOS is het dezelfde naam, en ze bewaren maar een van de twee",
        en="to Windows and macOS these are the same name, and they keep only one of the two",
    ),
    _RENAME,
)


def check(report: Report) -> Iterator[Diagnostic]:
    """Every name that does not work."""
    for key in sorted(report.names, key=str):
        if (path := _file(key)) and (wrong := wrong_name(key[2])):
            yield _refused(path, key[2], *wrong)
    pictures = sorted({*report.images, *report.other_pictures})
    for path in pictures:
        parts = path.split("/")
        if wrong := next(filter(None, map(_wrong_picture, parts)), None):
            yield _refused(path, parts[-1], *wrong)
    yield from _alike(pictures)


def _file(key: Key) -> str | None:
    """The file whose name is the name of this; None for one in a file with others."""
    kind, edition, slug = key
    if kind in {"charts", "tables"}:
        return f"charts/{slug}.yml" if kind == "charts" else f"charts/data/{slug}.csv"
    place = getattr(modules(entries).get(kind), "PLACE", "")
    if "{slug}" not in place and kind != "editions":
        return None
    return f"content/{place.format(edition=edition, slug=slug)}"


def wrong_name(name: str) -> tuple[str, Texts] | None:
    """The code and the words for a file name that does not work everywhere, if so."""
    if name == "index":
        return "taken-name", _TAKEN
    if _DEVICE.fullmatch(name):
        return "reserved-name", _RESERVED
    return ("long-name", _too_long(LONGEST)) if len(name) > LONGEST else None


def _wrong_picture(name: str) -> tuple[str, Texts] | None:
    if _DEVICE.fullmatch(name) or _SIGNS.search(name):
        return "reserved-name", _RESERVED
    return ("long-name", _too_long(LONGEST_PICTURE)) if len(name.encode()) > LONGEST_PICTURE else None


def _too_long(most: int) -> Texts:
    what, why, fix = _LONG
    return what, why, fix.filled(most=most)


def _alike(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Every path that another system takes for one before it."""
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            yield finding(Location(path), "same-name", _SAME, name=path, other=other)


def _refused(path: str, name: str, code: str, texts: Texts) -> Diagnostic:
    return finding(Location(path), code, texts, name=shortened(name))
