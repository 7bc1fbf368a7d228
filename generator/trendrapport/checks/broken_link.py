"""A link in a text that readers cannot follow.

Links between entries are relative paths from one file to another, so that they also work in a text editor:
`[Haven](../../instruments/haven.md)`, with `#kop` for a heading. Addresses of other sites start with
https://; you can also use mailto: and tel:. A link to a PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP or ZIP in the
content folder publishes that file as a download. Of the text itself, `[@sec:heading]` names a heading and
`[@tbl:label]` a table.

- `broken-link`: the file does not exist, or is neither a page nor a download;
- `broken-anchor`: the file has no such heading;
- `link-outside`: the path leads out of the content folder;
- `bad-address`: the address is invalid or could run a script; also an address without https://, such as
  `www.vng.nl`;
- `address-with-user`: the address contains a name or a password, before an @;
- `blank-in-address`: the address contains a space, so that the link is shown as plain text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from trendrapport.diagnostics import (
    Diagnostic,
    Location,
    Text,
    Texts,
    did_you_mean,
    every_filled,
    finding,
    mended_by,
    nearest_file,
    shortened,
)
from trendrapport.diagnostics.changes import Edit
from trendrapport.diagnostics.slips import surely_meant
from trendrapport.files.downloads import DOWNLOADS, end_of
from trendrapport.prose.outline import Link, Outline
from trendrapport.prose.table_captions import TABLE
from trendrapport.report.identity import moved_files
from trendrapport.report.report import IMAGES, OTHER_PICTURES, Entry, Report

_BROKEN = Text(nl='de link "{target}" leidt nergens heen', en='the link "{target}" leads nowhere')
_WHY = Text(nl="lezers zouden op een foutpagina uitkomen", en="readers would land on an error page")
_FIX = Text(
    nl="Schrijf het pad vanaf dit bestand, eindigend op .md, zoals ../trends/naam.md.",
    en="Write the path from this file, ending in .md, such as ../trends/name.md.",
)
_ANCHOR = Text(nl='"{path}" heeft geen kop "#{anchor}"', en='"{path}" has no heading "#{anchor}"')
_WHY_ANCHOR = Text(
    nl="lezers zouden niet op de bedoelde plaats uitkomen", en="readers would not land where you intended"
)
_FIX_ANCHOR = Text(nl="Kies een kop op die pagina: {names}.", en="Choose a heading on that page: {names}.")
_NO_HEADINGS = Text(
    nl='Die pagina heeft geen koppen: verwijder "#{anchor}".',
    en='That page has no headings: remove "#{anchor}".',
)
_NO_TABLE = (
    Text(nl='"{path}" heeft geen tabel "{label}"', en='"{path}" has no table "{label}"'),
    _WHY_ANCHOR,
    Text(
        nl='Zet onder de tabel een regel ": wat erin staat {{#tbl:{label}}}".',
        en='Put a line ": what is in it {{#tbl:{label}}}" below the table.',
    ),
)
_OUTSIDE = Text(
    nl='de link "{target}" leidt buiten de map content',
    en='the link "{target}" leads outside the content folder',
)
_WHY_OUTSIDE = Text(
    nl="alleen bestanden in content worden gepubliceerd", en="only files in content are published"
)
_ADDRESS = Text(
    nl='"{target}" is geen adres dat lezers kunnen openen',
    en='"{target}" is not an address that readers can open',
)
_WHY_ADDRESS = Text(
    nl="een link mag alleen naar een pagina, een e-mailadres of een telefoonnummer leiden",
    en="a link may only lead to a page, an e-mail address or a telephone number",
)
_RENAMED = Text(nl='De naam is veranderd: schrijf "{now}".', en='It has a new name: write "{now}".')
_WEB = re.compile(
    r"(?:www\.[^/]+|(?:[a-z0-9-]+\.)+(?:nl|eu|org|com|net|be|de|uk|info|gov|edu|int))(?::\d+)?(?:[/?#].*)?",
    re.IGNORECASE,
)
"""What is clearly meant as an address on the web: it starts with www., or its first part ends in a domain
that is no suffix of a file.
"""
_FIX_WEB = Text(
    nl='Zet https:// voor het adres: "https://{target}".',
    en='Put https:// before the address: "https://{target}".',
)
_FIX_DOWNLOAD = Text(
    nl=("Zet het bestand in content en schrijf het pad vanaf dit bestand, zoals ../files/naam.pdf."),
    en="Put the file in content and write the path from this file, such as ../files/name.pdf.",
)
_FIX_IMAGE = Text(
    nl="Toon een afbeelding uit content met ![wat er te zien is](foto.jpg).",
    en="Show an image from content with ![what it shows](photo.jpg).",
)
_FIX_TABLE = Text(
    nl="Toon de cijfers met een figuur (```figure naam); daar kunnen lezers de tabel downloaden.",
    en="Show the data with a figure (```figure name); readers can download the table there.",
)
_FIXES = (
    dict.fromkeys(DOWNLOADS, _FIX_DOWNLOAD)
    | dict.fromkeys((*IMAGES, *OTHER_PICTURES), _FIX_IMAGE)
    | {".csv": _FIX_TABLE}
)
"""What to do about a link to a file, by the end of its name."""
_PAGES = {".md", ".html", ".htm", ".markdown"}
"""How names end of files that are meant as pages."""
_MAIL = re.compile(r"[^@\s/<>]+@[^@\s/<>]+\.[a-z]{2,}", re.IGNORECASE)
_FIX_MAIL = Text(
    nl='Zet mailto: voor het e-mailadres: "mailto:{target}".',
    en='Put mailto: before the e-mail address: "mailto:{target}".',
)
_FIX_EMPTY = Text(
    nl="Schrijf het adres of pad tussen ( en ), of verwijder de blokhaken.",
    en="Write the address or path between ( and ), or remove the square brackets.",
)
_BLANK = (
    Text(nl='in het adres "{target}" staat een spatie', en='there is a space in the address "{target}"'),
    Text(
        nl="zo is het geen link of afbeelding: lezers zien de haken en het adres als tekst",
        en="so it is not a link or image: readers see the brackets and the address as text",
    ),
    Text(
        nl="Verwijder de spatie, of schrijf %20 op die plaats.",
        en="Remove the space, or write %20 in its place.",
    ),
)
_USER = Text(
    nl='in het adres "{target}" staat een @ voor het eind van de hostnaam',
    en='the address "{target}" has an @ before the end of the host name',
)
_WHY_USER = Text(
    nl=(
        "wat voor de @ staat, is een gebruikersnaam of wachtwoord; lezers zien een andere site "
        "dan er opengaat"
    ),
    en=(
        "the part before the @ is a user name or a password; readers see a different site than "
        "the one that opens"
    ),
)
_FIX_USER = Text(
    nl="Verwijder alles tussen // en @, en de @ zelf. Was het een wachtwoord, verander dat dan.",
    en="Remove everything between // and @, and the @ itself. If it was a password, change it.",
)
_FIX_ADDRESS = Text(
    nl="Schrijf het hele adres, met https:// ervoor.", en="Write the whole address, starting with https://."
)


@dataclass(frozen=True)
class _Fault:
    """What is wrong with a link."""

    code: str
    texts: Texts
    better: str | None = None
    """What the link must be, if nothing else can be meant."""


@dataclass(frozen=True)
class _There:
    """What a link can lead to."""

    report: Report
    pages: dict[str, Outline | None]
    """The files that have a page: with their outline, or None where any anchor may be right."""
    renamed: dict[str, str]
    """Files that have another name now."""


def check(report: Report) -> Iterator[Diagnostic]:
    """Every link that cannot be followed."""
    there = _There(report, _pages(report), moved_files(report))
    for entry in report.texts:
        for link in entry.outline.links:
            if fault := _fault(there, entry.source.path, link):
                found = finding(entry.in_text(link.at), fault.code, fault.texts)
                yield mended_by(found, *_changes(entry, link, fault))
        for blank in entry.outline.blanks:
            target = shortened(blank.target)
            yield finding(entry.in_text(blank.at), "blank-in-address", _BLANK, target=target)


def _changes(entry: Entry[Any], link: Link, fault: _Fault) -> tuple[Edit, ...]:
    """The edit of what is between ( and ), if that is on the line where the link begins."""
    if fault.better is None:
        return ()
    line = entry.source.text.split("\n")[link.at.line - 1]
    start = line.find(f"({link.target}", link.at.column - 1)
    # Of two links on a line with the same words, the first could be another.
    if start < 0 or line.count(f"({link.target}") > 1:
        return ()
    return (Edit(Location(entry.source.path, link.at.line, start + 2), link.target, fault.better),)


def _pages(report: Report) -> dict[str, Outline | None]:
    """The files that have a page: with their outline, or None where any anchor may be right."""
    pages: dict[str, Outline | None] = {}
    for entry in report.entries:
        if entry.kind != "people":
            pages[entry.source.path] = None
    for path, entry in report.by_path.items():
        pages[path] = entry.outline
    for entry in report.translations:
        pages[entry.source.path] = entry.outline
    pages |= dict.fromkeys(report.broken)
    for entry in report.unread:
        if entry.source.body:
            pages[entry.source.path] = entry.outline
    return pages


def _fault(there: _There, page: str, link: Link) -> _Fault | None:
    """What is wrong with a link in the file of a page."""
    if not _is_relative(link.target):
        return _bad_address(link.target)
    path, _, anchor = unquote(link.target).partition("#")
    folder = posixpath.dirname(page)
    if path.startswith(("/", "\\")):
        inside = posixpath.relpath(f"content{path}", folder)
        return _nowhere(there, link.target, folder, inside)
    target = posixpath.normpath(posixpath.join(folder, path)) if path else page
    if not target.startswith("content/"):
        return _outside(link.target, target)
    if target in there.report.downloads:
        return None
    if target in there.pages:
        return _broken_anchor(link.target, target, anchor, there.pages[target])
    return _without_scheme(link.target) or _nowhere(there, link.target, folder, path)


def _bad_address(target: str) -> _Fault | None:
    """What is wrong with an address elsewhere."""
    shown = shortened(target)
    if _has_user(target):
        return _Fault("address-with-user", (_USER.filled(target=shown), _WHY_USER, _FIX_USER))
    if _can_be_opened(target):
        return None
    fix = _FIX_ADDRESS if target.strip() else _FIX_EMPTY
    return _Fault("bad-address", (_ADDRESS.filled(target=shown), _WHY_ADDRESS, fix))


def _outside(written: str, target: str) -> _Fault:
    """A file that is not in the content folder."""
    fix = _FIXES.get(end_of(target), _FIX)
    if target.startswith("charts/"):
        fix = _FIX_TABLE
    return _Fault("link-outside", (_OUTSIDE.filled(target=shortened(written)), _WHY_OUTSIDE, fix))


def _without_scheme(target: str) -> _Fault | None:
    """An address on the web or for mail that looks like a path, as it lacks https:// or mailto:."""
    for pattern, fix, scheme in ((_MAIL, _FIX_MAIL, "mailto:"), (_WEB, _FIX_WEB, "https://")):
        if pattern.fullmatch(target):
            what = _ADDRESS.filled(target=shortened(target))
            return _Fault("bad-address", (what, _WHY, fix.filled(target=target)), scheme + target)
    return None


def _nowhere(there: _There, written: str, folder: str, path: str) -> _Fault:
    """A file that does not exist or has no page."""
    what = _BROKEN.filled(target=shortened(written))
    better = _meant(there, folder, path)
    _, hash_, anchor = unquote(written).partition("#")
    part = f"{hash_}{anchor}"
    whole = f"{better}{part}" if better and not re.search(r"[\s()%]", better) else None
    return _Fault("broken-link", (what, _WHY, _instead(there, folder, path, part)), whole)


def _meant(there: _There, folder: str, path: str) -> str | None:
    """The path that is meant, as it is written in a file of a folder; None if more than one can be."""
    if now := there.renamed.get(posixpath.normpath(posixpath.join(folder, path))):
        return posixpath.relpath(now, folder)
    end = end_of(path)
    if end in _FIXES and end not in DOWNLOADS:
        return None
    files = there.report.downloads if end in DOWNLOADS else there.pages
    stems = {posixpath.splitext(file)[0]: file for file in _seen_from(folder, tuple(files))}
    stem = posixpath.splitext(path)[0] if end in DOWNLOADS | _PAGES else path
    meant = surely_meant(stem, stems)
    return stems[meant] if meant else None


def _instead(there: _There, folder: str, path: str, part: str) -> Text:
    """What to write instead of a path, by what its name says that it is, with the same part of the page."""
    end = end_of(path)
    if end in _FIXES and end not in DOWNLOADS:
        return _FIXES[end].filled(target=shortened(path))
    if now := there.renamed.get(posixpath.normpath(posixpath.join(folder, path))):
        return _RENAMED.filled(now=f"{posixpath.relpath(now, folder)}{part}")
    files = there.report.downloads if end in DOWNLOADS else there.pages
    paths = [f"{one}{part}" for one in _seen_from(folder, tuple(files))]
    return nearest_file(path, paths, _FIXES.get(end, _FIX))


@lru_cache(maxsize=8)
def _seen_from(folder: str, paths: tuple[str, ...]) -> list[str]:
    """Paths as they are written in a file of that folder."""
    return [posixpath.relpath(path, folder) for path in paths]


def _no_table(target: str, label: str, outline: Outline) -> _Fault | None:
    """A label that no table of a page has."""
    labels = [table.label for table in outline.tables]
    if label in labels:
        return None
    what, why, fix = every_filled(_NO_TABLE, path=target, label=shortened(label))
    return _Fault("broken-anchor", (what, why, did_you_mean(label, labels, fix)))


def _broken_anchor(written: str, target: str, anchor: str, outline: Outline | None) -> _Fault | None:
    """An anchor that a page does not have."""
    if not anchor or outline is None:
        return None
    if anchor.startswith(TABLE):
        return _no_table(target, anchor.removeprefix(TABLE), outline)
    names = [heading.anchor for heading in outline.headings]
    names += [f"figure-{name}" for name in outline.figures]
    if anchor in names:
        return None
    shown = shortened(anchor)
    choices = _FIX_ANCHOR.filled(names=", ".join(names)) if names else _NO_HEADINGS.filled(anchor=shown)
    what = _ANCHOR.filled(path=target, anchor=shown)
    meant = surely_meant(anchor, names)
    better = written.partition("#")[0] + f"#{meant}" if meant else None
    return _Fault("broken-anchor", (what, _WHY_ANCHOR, did_you_mean(anchor, names, choices)), better)


def _is_relative(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and bool(target.strip())


def _has_user(target: str) -> bool:
    try:
        return "@" in urlsplit(target).netloc
    except ValueError:
        return False


def _can_be_opened(target: str) -> bool:
    try:
        parts = urlsplit(target)
        has_host = "." in (parts.hostname or "")
    except ValueError:
        return False
    return parts.scheme in {"mailto", "tel"} or (parts.scheme in {"http", "https"} and has_host)
