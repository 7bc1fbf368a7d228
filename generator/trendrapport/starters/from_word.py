"""A text from a word processor to the files of an entry: its text, pictures and sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Text, choose_from
from trendrapport.importing.kept import Cited, Picture
from trendrapport.importing.pictures import picture_markdown
from trendrapport.importing.text import Imported
from trendrapport.model import entries
from trendrapport.model.entries import Shape, sources
from trendrapport.model.starter_fields import NAME
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules
from trendrapport.starters.saving import ALREADY_THERE, save_files, with_items
from trendrapport.starters.sources import known_source, new_key
from trendrapport.starters.writing import Start, kind_of, kinds, read, slug_of_title, write

_NO_TEXT = Text(nl='De soort "{kind}" heeft geen tekst.', en='The kind "{kind}" has no text.')
_UNREAD = Text(
    nl="Niet alle bronnen konden worden gelezen; zie: trendrapport check",
    en="Not all sources could be read; see: trendrapport check",
)


@dataclass(frozen=True)
class Wanted:
    """What an editor says of a text that is imported."""

    kind: str
    title: str
    summary: str
    alternatives: tuple[str, ...]
    """The text alternative of each picture; empty for one that is for later."""
    edition: str | None = None
    name: str = ""
    figures: Mapping[int, str] = field(default_factory=dict)
    """The charts that come in the place of tables, by their number from 0."""


def refuse_existing(root: Path, wanted: Wanted) -> None:
    """Raises CannotRunError for an entry that is there already, or cannot be."""
    _place(read(root), wanted)


def _place(start: Start, wanted: Wanted) -> tuple[str, str, str | None, Path]:
    """The kind, name, edition and file of a new entry."""
    kind, slug = _text_kind(wanted.kind), slug_of_title(wanted.name or wanted.title)
    edition = start.edition_for(kind, slug, wanted.edition)
    file = start.file(kind, slug, edition)
    if file.exists():
        raise CannotRunError(ALREADY_THERE.filled(name=file))
    if "sources" in start.report.unknown:
        raise CannotRunError(_UNREAD)
    return kind, slug, edition, file


def save(root: Path, text: Imported, wanted: Wanted) -> list[Path]:
    """Saves an imported text as a new entry, with its pictures and the sources that the report lacks.

    Returns the paths, that of the text last. Raises CannotRunError for what is there already, or cannot be.
    """
    start = read(root)
    kind, slug, edition, file = _place(start, wanted)
    saved = []
    while needed := start.missing(kind):
        saved += write(root, needed, NAME.of(start.language))
        start = read(root)
    keys, items = _keys(text.cited, start.report)
    path = root / "content" / sources.PLACE
    added = ""
    if items:
        added = with_items(path, items)
    pictures = _places(text.pictures, file, slug)
    body = text.body(_shown(pictures, text.pictures, wanted.alternatives), keys, wanted.figures).strip()
    beside = {one: picture.raw for one, picture in zip(pictures, text.pictures, strict=True)}
    if added:
        beside[path] = added.encode()
    saved += save_files(beside)
    more = {}
    if wanted.summary:
        more["summary"] = wanted.summary
    return [*saved, start.entry(kind, wanted.title, slug, edition, more, body)]


def text_kinds() -> list[str]:
    """What an editor calls the kinds of entries that are texts."""
    return [name for name, kind in kinds().items() if modules(entries)[kind].SHAPE is Shape.TEXT]


def _text_kind(wanted: str) -> str:
    kind = kind_of(wanted)
    if kind == "charts" or modules(entries)[kind].SHAPE is not Shape.TEXT:
        raise CannotRunError(_NO_TEXT.filled(kind=wanted) + choose_from("", text_kinds()))
    return kind


def _keys(cited: Sequence[Cited], report: Report) -> tuple[list[str], list[dict[str, str]]]:
    """The key of each source, and those that the report does not have yet."""
    keys: list[str] = []
    items: list[dict[str, str]] = []
    for one in cited:
        key = known_source(report, one.title, one.address)
        if key is None:
            key = new_key(one.title, {*report.known("sources"), *keys})
            items.append({"id": key, "type": "webpage", "title": one.title, "URL": one.address})
        keys.append(key)
    return keys, items


def _places(pictures: Sequence[Picture], file: Path, slug: str) -> list[Path]:
    """A new file for each picture, in the folder `images` beside that of the text."""
    folder, found = file.parent.parent / "images", list[Path]()
    numbers = count(1)
    for picture in pictures:
        names = (folder / f"{slug}-{number}{picture.end}" for number in numbers)
        found.append(next(name for name in names if not name.exists()))
    return found


def _shown(places: Sequence[Path], pictures: Sequence[Picture], alternatives: Sequence[str]) -> list[str]:
    """The Markdown of each picture, with its caption."""
    shown = []
    for place, picture, alternative in zip(places, pictures, alternatives, strict=True):
        shown.append(picture_markdown(alternative, f"../images/{place.name}", picture.caption))
    return shown
