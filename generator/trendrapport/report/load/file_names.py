"""Names of files that cannot be an address, and files that belong to no part of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePosixPath

from trendrapport.diagnostics import Location, Text, finding, mended_by
from trendrapport.diagnostics.changes import Move
from trendrapport.model.addresses import slug_of
from trendrapport.report.load.reading import Reading

_END = re.compile(r"(?:\.[a-z]{2})?(?:\.md|\.csv|\.py|\.vl\.json|\.datapackage\.yml|\.yml)$", re.IGNORECASE)
"""How names of files end, with the language of a translation."""

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"

_NO_ADDRESS = (
    Text(
        nl='de bestandsnaam "{name}" kan geen adres worden',
        en='the file name "{name}" cannot be an address',
    ),
    Text(
        nl="de bestandsnaam is ook het adres van de pagina",
        en="the file name is also the address of the page",
    ),
    Text(
        nl='Noem het bestand "{name}": kleine letters, cijfers en streepjes.',
        en='Rename the file to "{name}": lower-case letters, digits and hyphens.',
    ),
)
_NO_UTF8 = Text(nl='de naam "{name}" is geen UTF-8', en='the name "{name}" is not UTF-8')
_STRAY = (
    Text(
        nl='"{path}" hoort bij geen enkel onderdeel van het rapport',
        en='"{path}" belongs to no part of the report',
    ),
    Text(
        nl="het bestand zou ongemerkt in het rapport ontbreken",
        en="the file would silently be missing from the report",
    ),
)
_PUT = Text(
    nl="Zet het bestand op de juiste plaats, zoals {paths}, of verwijder het.",
    en="Put the file in the right place, such as {paths}, or remove it.",
)
_FIX_TYPE = {
    "content": Text(
        nl=(
            "Bewaar het als een bestandstype dat het rapport kent: tekst als .md, gegevens als .yml, "
            "een afbeelding als PNG of JPEG, een download als PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP "
            "of ZIP. Of verwijder het."
        ),
        en=(
            "Save it as a file type that the report knows: text as .md, data as .yml, an image as "
            "PNG or JPEG, a download as PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP or ZIP. Or remove it."
        ),
    ),
    "charts": Text(
        nl=(
            "Bewaar een tabel als CSV in charts/data/, een grafiek als .yml in charts/ of een "
            "download in content/. Of verwijder het bestand."
        ),
        en=(
            "Save a table as CSV in charts/data/, a chart as .yml in charts/, or a download in "
            "content/. Or remove it."
        ),
    ),
}
"""What to do with a file of another type, by the folder it is in."""

_SAME_TYPE = {".yaml": ".yml", ".json": ".yml", ".markdown": ".md"}
"""Ends of names that mean the same; JSON is YAML."""


def names_are_addresses(reading: Reading, path: str, parts: dict[str, str]) -> bool:
    """Whether each part of a path can be part of an address; a finding if not."""
    for name in parts.values():
        if not re.fullmatch(SLUG, name):
            what, why, fix = _NO_ADDRESS
            texts = (what.filled(name=name), why, fix.filled(name=slug_of(name)))
            found = finding(Location(path), "bad-file-name", texts)
            reading.found.append(mended_by(found, *_renamed(reading, path)))
            return False
    return True


def _renamed(reading: Reading, path: str) -> tuple[Move, ...]:
    """The file under a name that can be an address, if that is free."""
    file = PurePosixPath(path)
    end = _END.search(file.name)
    name = slug_of(file.name[: end.start()]) if end else ""
    return _moved(reading, path, str(file.with_name(f"{name}{end[0].lower()}"))) if end and name else ()


def _moved(reading: Reading, path: str, to: str) -> tuple[Move, ...]:
    """A file that gets another path, if nothing is there."""
    is_taken = to == path or (reading.root / to).exists() or reading.typed.get(to) is not None
    return () if is_taken else (Move(path, to),)


def refuse_bytes(reading: Reading, path: str) -> None:
    """Adds a finding for a name that is only bytes; those that are no text are shown by number."""
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    _, why, fix = _NO_ADDRESS
    texts = (_NO_UTF8.filled(name=shown), why, fix.filled(name=slug_of(PurePosixPath(shown).stem)))
    reading.add(Location(shown), "bad-file-name", texts)


def refuse_stray(reading: Reading, path: str, patterns: Iterable[str]) -> None:
    """Adds a finding for a file that belongs to no part of the report, with the three nearest paths for one
    of its type.
    """
    file = PurePosixPath(path)
    file = file.with_suffix(_SAME_TYPE.get(file.suffix, file.suffix))
    near = _nearest(path, file, patterns)
    fix = _PUT.filled(paths=", ".join(near)) if near else _FIX_TYPE[file.parts[0]]
    what, why = _STRAY
    found = finding(Location(path), "stray-file", (what.filled(path=path), why, fix))
    changes = _moved(reading, path, str(file)) if str(file) in near else ()
    reading.found.append(mended_by(found, *changes))


def _nearest(path: str, file: PurePosixPath, patterns: Iterable[str]) -> list[str]:
    """The paths that a file of this type can have and that look most like its own."""
    if file.suffix == ".csv" and file.parts[0] == "content":
        return [f"charts/data/{slug_of(file.stem)}.csv"]
    edition = file.parts[1] if len(file.parts) > 2 else "2026"
    known = [one.replace("{edition}", edition).replace("{slug}", slug_of(file.stem)) for one in patterns]
    fit = [one for one in known if file.suffix and one.endswith(file.suffix)]
    return get_close_matches(path, fit, n=3, cutoff=0)
