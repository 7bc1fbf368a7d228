"""What `--fix` puts in order without a finding: nothing that readers get changes.

A CSV keeps the mark before its text: without it, Excel shows é as Ã©.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from trendrapport.diagnostics import Text
from trendrapport.diagnostics.changes import Change, Redraw
from trendrapport.editing.applying import Draft
from trendrapport.editing.key_order import in_order
from trendrapport.editing.texts import MARK, as_it_was, line_end, plain
from trendrapport.files.photos import lies_on_its_side
from trendrapport.report.report import Entry, Report

_TEXTS = frozenset({".md", ".yml", ".csv", ".py", ".json"})
_NO_MARK = Text(
    nl="het onzichtbare teken voor de tekst is verwijderd (byte-order mark)",
    en="the invisible character before the text was removed (byte-order mark)",
)
_LINE_ENDS = Text(
    nl="alle regels eindigen nu gelijk ({name})", en="all lines now end in the same way ({name})"
)
_KEYS = Text(
    nl="de sleutels staan nu in de volgorde van een beginbestand",
    en="the keys are now in the order of a starter file",
)
_UPRIGHT = Text(
    nl="de foto staat nu rechtop, ook in programma's die niet weten hoe de camera werd gehouden",
    en="the photo is now upright, also in programs that do not know how the camera was held",
)
_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


@dataclass(frozen=True, order=True)
class Tidied:
    """What was put in order in a file."""

    path: str
    what: Text

    def __str__(self) -> str:
        return self.path


def tidy(draft: Draft, report: Report, paths: tuple[str, ...]) -> list[Tidied]:
    """Puts the files of a report in order; `paths` are those that editors wrote."""
    told: list[Tidied] = []
    for path in paths:
        if PurePosixPath(path).suffix in _TEXTS:
            told += _plain_bytes(draft, path)
    for path, wanted, what in (*_ordered(report), *_upright(draft, report)):
        if draft.carry_out([(wanted,)]):
            told.append(Tidied(path, what))
    return told


def _plain_bytes(draft: Draft, path: str) -> Iterator[Tidied]:
    """A text without a mark before it, of which all lines end alike."""
    raw = draft.bytes_of(path) or b""
    if not _is_text(raw):
        return
    if raw.startswith(MARK) and not path.endswith(".csv"):
        raw = draft.new[path] = raw.removeprefix(MARK)
        yield Tidied(path, _NO_MARK)
    even = as_it_was(plain(raw), raw)
    if even != raw:
        draft.new[path] = even
        yield Tidied(path, _LINE_ENDS.filled(name=_NAMES[line_end(raw)]))


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _ordered(report: Report) -> Iterator[tuple[str, Change, Text]]:
    """The files with one entry whose keys are in another order."""
    one_each: dict[str, Entry[Any]] = {}
    for entry in (*report.entries, *report.translations, *report.charts.values(), *report.packages.values()):
        if not entry.at:
            one_each[entry.source.path] = entry
    for path, entry in sorted(one_each.items()):
        if edit := in_order(entry.source, type(entry.data)):
            yield path, edit, _KEYS


def _upright(draft: Draft, report: Report) -> Iterator[tuple[str, Change, Text]]:
    """The photos that lie on their side."""
    for path, image in sorted(report.images.items()):
        if image.format == "JPEG" and lies_on_its_side(draft.bytes_of(path) or b""):
            yield path, Redraw(path), _UPRIGHT
