"""Whether something can get a new name; with what to write instead if not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.editing.renaming.naming import meant, read
from trendrapport.model.addresses import slug_of
from trendrapport.model.vocabulary import singular
from trendrapport.report.load.file_names import SLUG
from trendrapport.report.report import Key, Report

_BAD = Text(
    nl='"{name}" kan geen naam zijn. Schrijf "{better}": kleine letters, cijfers en streepjes.',
    en='"{name}" cannot be a name. Write "{better}": lower-case letters, digits and hyphens.',
)
_BAD_KEY = Text(
    nl='"{name}" kan geen sleutel van een bron zijn: letters, cijfers en . _ : - zonder spaties.',
    en='"{name}" cannot be the key of a source: letters, digits and . _ : - without spaces.',
)
_ELSEWHERE = Text(
    nl='"{name}" is een andere plaats: alleen de naam kan veranderen. Schrijf "{better}".',
    en='"{name}" is another place: only the name can change. Write "{better}".',
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
_FORMS = {"sources": r"[A-Za-z0-9][A-Za-z0-9_.:-]*", "tables": r"[a-z0-9]+(?:[_-][a-z0-9]+)*"}
"""How the names of a kind are written that are no slugs."""
_LONGEST = 80
_WITH_HISTORY = frozenset({"trends", "interviews", "columns"})
"""The kinds of which one name in several editions is one thing."""


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
    keys = meant(report, old, edition)
    kind, _, name = keys[0]
    # A key of a source can have points in it.
    written = new
    if kind != "sources":
        written = _name_in(new, keys)
    wanted = Renaming(kind, name, written, keys)
    _expect_name(wanted)
    _expect_free(report, wanted)
    _expect_no_newer(report, wanted)
    return wanted


def _name_in(written: str, keys: Sequence[Key]) -> str:
    """The name in what is written, which can be a path. Raises CannotRunError for one of another place."""
    named, folder = read(written), PurePosixPath(written.replace("\\", "/")).parent
    is_here = any(named.kind == kind and named.edition in {edition, None} for kind, edition, _ in keys)
    if is_here or str(folder) in {".", "content"}:
        return named.name
    raise CannotRunError(_ELSEWHERE.filled(name=shortened(written), better=named.name))


def _expect_name(wanted: Renaming) -> None:
    """Raises CannotRunError for what cannot be a name, or is the old one."""
    new = wanted.new
    if new == wanted.old:
        raise CannotRunError(_SAME.filled(name=new))
    if re.fullmatch(_FORMS.get(wanted.kind, SLUG), new) and len(new) <= _LONGEST:
        return
    if wanted.kind == "sources":
        raise CannotRunError(_BAD_KEY.filled(name=shortened(new)))
    raise CannotRunError(_BAD.filled(name=shortened(new), better=slug_of(new)))


def _expect_free(report: Report, wanted: Renaming) -> None:
    """Raises CannotRunError if something of the kind has the name."""
    for kind, edition, _ in wanted.keys:
        key = (kind, wanted.new if kind == "editions" else edition, wanted.new)
        if key in report.names:
            every = (*report.texts, *report.charts.values(), *report.packages.values())
            paths = [entry.source.path for entry in every if entry.key == key]
            raise CannotRunError(_TAKEN.filled(name=wanted.new, path=next(iter(paths), wanted.new)))


def _expect_no_newer(report: Report, wanted: Renaming) -> None:
    """Raises CannotRunError if a newer edition would keep the name, so that it could not redirect."""
    kept = {key for key in report.names if key[0] == wanted.kind and key[2] == wanted.old}
    kept -= set(wanted.keys)
    newest = wanted.keys[-1][1] or ""
    newer = sorted(edition for _, edition, _ in kept if edition and edition > newest)
    if newer and wanted.kind in _WITH_HISTORY:
        sort = singular(wanted.kind)
        raise CannotRunError(_NEWER.filled(editions=", ".join(newer), sort=sort, name=wanted.old))
