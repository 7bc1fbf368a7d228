"""A preview for a colleague: the site with its drafts in a zip or a folder, which no search engine lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.open_data import feeds
from trendrapport.runtime.archives import zipped
from trendrapport.site.manifest import ROBOTS
from trendrapport.site.stage import paths, write

_TAKEN = Text(
    nl='"{path}" bestaat al. Kies een andere naam, of verwijder het eerst.',
    en='"{path}" exists already. Choose another name, or remove it first.',
)
_NO_ROBOTS = b"User-agent: *\nDisallow: /\n"
_NO_INDEX = b'<meta name="robots" content="noindex">'
_FOR_PROGRAMS = ("sitemap.xml", "sitemap.xml.gz", *feeds.types())
"""The ends of names of files that tell programs what is there."""


def expect_free(place: Path) -> None:
    """Raises CannotRunError when something is there already."""
    if place.exists():
        raise CannotRunError(_TAKEN.filled(path=place))


def share(site: Path, place: Path) -> None:
    """Writes the files of a built site to a zip, if its name ends so, or else to a folder."""
    if place.suffix.lower() == ".zip":
        write(place, zipped((f"{place.stem}/{path}", raw) for path, raw in _files(site)))
        return
    for path, raw in _files(site):
        write(place / path, raw)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    yield ROBOTS, _NO_ROBOTS
    for path in sorted(paths(site)):
        if path != ROBOTS and not path.endswith(_FOR_PROGRAMS):
            yield path, _unlisted(path, (site / path).read_bytes())


def _unlisted(path: str, raw: bytes) -> bytes:
    """A page with the request not to list it; any other file as it is."""
    if not path.endswith(".html") or _NO_INDEX in raw:
        return raw
    start = raw.find(b">", raw.find(b"<head")) + 1
    return raw[:start] + _NO_INDEX + raw[start:]
