"""All changes that another name asks, carried out together; none if that would leave a reference behind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from trendrapport.diagnostics import CannotRunError, Severity, Text
from trendrapport.diagnostics.changes import Change, Move
from trendrapport.editing.applying import Draft, Read
from trendrapport.editing.mending import Look, Seen
from trendrapport.editing.renaming import former, references
from trendrapport.editing.renaming.moves import moves
from trendrapport.editing.renaming.new_name import Renaming, renaming
from trendrapport.files.contents import NOTHING, Files

_UNREAD = Text(
    nl="Dit bestand is niet te lezen, en kan naar de oude naam verwijzen: {path}. Herstel het eerst.",
    en="This file cannot be read, and may refer to the old name: {path}. Fix it first.",
)
_LEFT = Text(
    nl="Er is niets veranderd, want met de nieuwe naam klopt dit niet meer: {location}: {what}.",
    en="Nothing was changed, as this would be wrong with the new name: {location}: {what}.",
)
_KEPT = Text(
    nl='"{path}" kon niet worden veranderd; er is niets veranderd.',
    en='"{path}" could not be changed; nothing was changed.',
)


@dataclass(frozen=True)
class Renamed:
    """New bytes of files, which of these moved, and whether old addresses lead to the new ones."""

    files: Files
    moved: dict[str, str]
    count: int
    """How many references were changed."""
    redirects: bool


def renamed(look: Look, read: Read, old: str, new: str, edition: str | None) -> Renamed:
    """The report with another name for something in it. Nothing is written.

    Raises CannotRunError, with the choices, if it is not clear what is meant, and if something would not be
    right any more.
    """
    seen = look(NOTHING)
    _expect_readable(seen)
    wanted = renaming(seen.report, old, new, edition)
    moving = moves(seen.report, wanted, seen.paths)
    edits = tuple(dict.fromkeys(references.edits(seen.report, wanted, moving)))
    changes: tuple[Change, ...] = (
        *edits,
        *former.edits(seen.report, wanted),
        *(Move(path, to) for path, to in moving.items()),
    )
    draft = Draft(read)
    for change in changes:
        _expect(draft, change)
    if not draft.carry_out([changes]):
        raise CannotRunError(_KEPT.filled(path=changes[0].path))
    _expect_no_more(seen, look(draft.changed))
    return Renamed(draft.changed, moving, len(edits), _redirects(seen, wanted))


def _expect(draft: Draft, change: Change) -> None:
    if draft.bytes_of(change.path) is None:
        raise CannotRunError(_KEPT.filled(path=change.path))


def _expect_readable(seen: Seen) -> None:
    """Raises CannotRunError if a text cannot be read: what it refers to is not known."""
    known = {entry.source.path for entry in seen.report.texts}
    known |= {entry.source.path for entry in (*seen.report.charts.values(), *seen.report.packages.values())}
    for path in sorted(seen.report.broken - known):
        if path.endswith((".md", ".yml")):
            raise CannotRunError(_UNREAD.filled(path=path))


def _expect_no_more(before: Seen, after: Seen) -> None:
    """Raises CannotRunError if there are errors that there were not."""
    told = Counter(one.code for one in before.found)
    for one in after.found:
        told[one.code] -= 1
        if one.severity is Severity.ERROR and told[one.code] < 0:
            raise CannotRunError(_LEFT.filled(location=one.location, what=one.what))


def _redirects(seen: Seen, wanted: Renaming) -> bool:
    return bool(former.holders(seen.report, wanted))
