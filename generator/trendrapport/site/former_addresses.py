"""The addresses of pages that were published before, and are neither there now nor lead on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, every_filled, finding, warning
from trendrapport.files.contents import KEPT
from trendrapport.site import listing

_LOST: Texts = (
    Text(
        nl='de pagina "{path}" is gepubliceerd, en is er niet meer',
        en='the page "{path}" was published, and is no longer there',
    ),
    Text(
        nl="wie haar adres bewaarde of aanhaalde, komt op een foutpagina uit",
        en="whoever kept or cited its address ends on an error page",
    ),
    Text(
        nl=(
            "Geef wat ervoor in de plaats kwam formerly, of schrijf onder redirects in site_config.yml: "
            '"{path}": "de nieuwe pagina".'
        ),
        en=(
            "Give what took its place formerly, or write under redirects in site_config.yml: "
            '"{path}": "the new page".'
        ),
    ),
)
_UNREADABLE: Texts = (
    Text(nl="dit is geen manifest.json van een site", en="this is no manifest.json of a site"),
    Text(
        nl="niemand kan dan zien welke adressen zijn verdwenen",
        en="nobody can then see which addresses are gone",
    ),
    Text(
        nl="Zet hier het bestand neer dat de uitvoer manifest heeft gemaakt, of verwijder dit.",
        en="Put the file here that the output manifest made, or remove this one.",
    ),
)


def lost(root: Path, there: Collection[str]) -> Iterator[Diagnostic]:
    """Each such address, at its line in the list that is kept of a former site.

    `there` has the path of each page now, from the site's root.
    """
    for file in sorted((root / KEPT).glob("*.json")):
        path = file.relative_to(root).as_posix()
        raw = file.read_bytes()
        try:
            listed = listing.read(raw)
        except ValueError:
            yield finding(Location(path, 1, 1), "unreadable-manifest", _UNREADABLE)
            continue
        gone = {page for page in listed.files if page.endswith(".html")} - set(there)
        lines = raw.decode("utf-8", "replace").split("\n")
        for page in sorted(gone - {"404.html"}):
            yield warning(_at(path, lines, page), "lost-address", every_filled(_LOST, path=page))


def _at(path: str, lines: list[str], page: str) -> Location:
    """Where a page stands in a list that this program wrote."""
    start = f'  "{page}": '
    for number, line in enumerate(lines, 1):
        if line.startswith(start):
            return Location(path, number, 3)
    return Location(path, 1, 1)
