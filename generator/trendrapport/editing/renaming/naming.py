"""What an old name means in a report, and whether a new one can be given; with the choices if not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from trendrapport.diagnostics import CannotRunError, Text, did_you_mean, shortened
from trendrapport.model import entries
from trendrapport.model.addresses import slug_of
from trendrapport.model.entries import Shape
from trendrapport.model.vocabulary import singular
from trendrapport.report.load.file_names import SLUG
from trendrapport.report.report import Entry, Key, Report
from trendrapport.runtime.plugins import modules

_NOTHING = Text(nl='Niets heet "{name}".', en='Nothing is called "{name}".')
_SEVERAL = Text(
    nl='Meer dan een onderdeel heet "{name}". Kies een van deze: {choices}.',
    en='More than one thing is called "{name}". Choose one of these: {choices}.',
)
_NOT_RENAMED = Text(
    nl='"{name}" heeft een vaste naam: die hoort bij de plaats van het bestand.',
    en='"{name}" has a fixed name, which belongs to the place of its file.',
)
_BAD = Text(
    nl='"{name}" kan geen naam zijn. Schrijf "{better}": kleine letters, cijfers en streepjes.',
    en='"{name}" cannot be a name. Write "{better}": lower-case letters, digits and hyphens.',
)
_BAD_KEY = Text(
    nl='"{name}" kan geen sleutel van een bron zijn: letters, cijfers en . _ : - zonder spaties.',
    en='"{name}" cannot be the key of a source: letters, digits and . _ : - without spaces.',
)
_SAME = Text(nl='"{name}" heet al zo.', en='"{name}" is called so already.')
_TAKEN = Text(
    nl='"{name}" is al de naam van iets anders: {path}.', en='"{name}" is the name of something else: {path}.'
)
_NEWER = Text(
    nl=(
        'In een nieuwere editie ({editions}) heet deze {sort} ook "{name}", en die zou dan een ander '
        "onderdeel zijn. Laat --edition weg: dan verandert de naam in alle edities."
    ),
    en=(
        'A newer edition ({editions}) has this {sort} as "{name}" too, and that would then be another one. '
        "Leave out --edition: the name then changes in all editions."
    ),
)
_SOURCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]*")
_TABLE = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")


@dataclass(frozen=True)
class Renaming:
    """What gets another name: one thing, or the same one in several editions."""

    kind: str
    old: str
    new: str
    keys: tuple[Key, ...]

    def is_meant(self, report: Report, kind: str, name: str, edition: str | None) -> bool:
        """Whether a name in an entry of this edition refers to it: to what is in the same edition or outside
        the editions, or else to that in the newest edition that has it.
        """
        if (kind, name) != (self.kind, self.old):
            return False
        every = [key for key in report.names if key[0] == kind and key[2] == name]
        own = [key for key in every if key[1] in {edition, None}]
        newest = sorted(every, key=lambda key: key[1] or "")[-1:]
        return any(key in self.keys for key in own or newest)


def renaming(report: Report, old: str, new: str, edition: str | None) -> Renaming:
    """What is meant by giving what has the old name the new one.

    Raises CannotRunError, with the choices, if nothing or more than one thing is meant, or the new name
    cannot be given.
    """
    kind, keys = _meant(report, old, edition)
    name = keys[0][2]
    new = _plain_name(new, kind)
    _look_at_name(report, kind, name, new, keys)
    _look_at_editions(report, kind, name, keys)
    return Renaming(kind, name, new, tuple(keys))


def _meant(report: Report, old: str, edition: str | None) -> tuple[str, list[Key]]:
    sort, _, name = _parted(old)
    known = [key for key in report.names if key[0] != "packages"]
    found = [key for key in known if key[2] == name and _fits(key, sort, edition)]
    if not found:
        raise CannotRunError(
            _NOTHING.filled(name=shortened(old)) + did_you_mean(name, {key[2] for key in known}, Text("", ""))
        )
    kinds = {key[0] for key in found}
    if len(kinds) > 1:
        choices = ", ".join(sorted(f"{_word(kind)}/{name}" for kind in kinds))
        raise CannotRunError(_SEVERAL.filled(name=shortened(old), choices=choices))
    kind = kinds.pop()
    if kind in modules(entries) and "{slug}" not in modules(entries)[kind].PLACE and _is_one_file(kind):
        raise CannotRunError(_NOT_RENAMED.filled(name=shortened(old)))
    return kind, sorted(found, key=lambda key: key[1] or "")


def _is_one_file(kind: str) -> bool:
    """Whether a kind has one entry in a place of its own, other than the file of an edition."""
    return modules(entries)[kind].SHAPE in {Shape.TEXT, Shape.SINGLE} and kind != "editions"


def _parted(old: str) -> tuple[str, str, str]:
    """The kind that is written before a name, if any, and the name: of a path, those of its file."""
    path = PurePosixPath(old.replace("\\", "/"))
    name = re.sub(r"(?:\.(?:nl|en))?\.(?:md|csv|yml|py|vl\.json)$|\.datapackage\.yml$", "", path.name)
    if path.name == "edition.yml":
        return "editions", "/", path.parent.name
    folder = path.parent.name
    kinds = {_word(kind): kind for kind in (*modules(entries), "charts", "tables")}
    kinds |= {kind: kind for kind in kinds.values()} | {"data": "tables"}
    return kinds.get(folder, ""), "/", name


def _word(kind: str) -> str:
    return singular(kind).en.replace(" ", "-")


def _fits(key: Key, sort: str, edition: str | None) -> bool:
    return (not sort or key[0] == sort) and (edition is None or key[1] in {edition, None})


def _plain_name(new: str, kind: str) -> str:
    """A new name, of a path or with its kind before it: only the name."""
    if "/" not in new.replace("\\", "/"):
        return re.sub(r"\.(?:md|csv|yml)$", "", new)
    _, _, name = _parted(new)
    return name


def _look_at_name(report: Report, kind: str, old: str, new: str, keys: Sequence[Key]) -> None:
    """Raises CannotRunError for a name that cannot be given."""
    if new == old:
        raise CannotRunError(_SAME.filled(name=new))
    if kind == "sources":
        if not _SOURCE.fullmatch(new):
            raise CannotRunError(_BAD_KEY.filled(name=shortened(new)))
    elif not (_TABLE if kind == "tables" else re.compile(SLUG)).fullmatch(new) or len(new) > _LONGEST:
        raise CannotRunError(_BAD.filled(name=shortened(new), better=slug_of(new)))
    for key in keys:
        edition = None if kind == "editions" else key[1]
        wanted = (kind, new if kind == "editions" and key[1] else edition, new)
        taken = next((other for other in _entries(report) if other.key == wanted), None)
        if taken or wanted in report.names:
            path = taken.source.path if taken else new
            raise CannotRunError(_TAKEN.filled(name=new, path=path))


_LONGEST = 80


def _look_at_editions(report: Report, kind: str, name: str, keys: Sequence[Key]) -> None:
    """Raises CannotRunError if a newer edition would keep the name, so that it could not redirect."""
    editions = {key[1] for key in keys if key[1]}
    every = {key[1] for key in report.names if key[0] == kind and key[2] == name and key[1]}
    newer = sorted(str(one) for one in every - editions if editions and str(one) > max(map(str, editions)))
    if newer and kind in {"trends", "interviews", "columns"}:
        sort = singular(kind)
        raise CannotRunError(_NEWER.filled(editions=", ".join(newer), sort=sort, name=name))


def _entries(report: Report) -> Iterable[Entry[Any]]:
    return (*report.texts, *report.charts.values(), *report.packages.values())
