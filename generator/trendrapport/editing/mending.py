"""Mends what is wrong with a report and can only be mended in one way, until nothing is left of that.

One mistake can hide another, so a report is checked again after each round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath

from trendrapport.diagnostics import Diagnostic
from trendrapport.diagnostics.changes import Change, Move
from trendrapport.editing.applying import Draft, Read
from trendrapport.editing.tidying import Tidied, tidy
from trendrapport.files.contents import Files
from trendrapport.files.decoding import decode
from trendrapport.files.source import markdown_source, yaml_source
from trendrapport.report.report import Report

ROUNDS = 20
"""Times that a report is checked: each shows what the mistakes before it hid."""

LINES = 1000
"""Lines of a file that are mended before it can be read."""


@dataclass(frozen=True)
class Seen:
    """What a check finds: the report as far as it can be read, every finding in it, and the paths of all that
    editors wrote.
    """

    report: Report
    found: Sequence[Diagnostic]
    paths: tuple[str, ...]


Look = Callable[[Files], Seen]
"""Checks a report, with other bytes for some of its files."""


@dataclass(frozen=True)
class Mended:
    """New bytes of files, and what was done for which finding or without one."""

    files: Files
    done: tuple[Diagnostic, ...]
    tidied: tuple[Tidied, ...]
    moved: dict[str, str]
    """The files that got another path, by their former one."""


def mend(look: Look, read: Read) -> Mended:
    """What mends a report. Nothing is written."""
    draft, done, tried = Draft(read), [], set[tuple[Change, ...]]()
    seen = look({})
    for _ in range(ROUNDS):
        wanted = {one.changes: one for one in seen.found if one.changes and one.changes not in tried}
        made = draft.carry_out(wanted)
        tried |= set(made)
        if not made:
            break
        done += [wanted[group] for group in made]
        for path in sorted({change.path for change in chain.from_iterable(made)}):
            done += _readable(draft, path)
        seen = look(draft.changed)
    tidied = tidy(draft, seen.report, seen.paths)
    changes = chain.from_iterable(one.changes for one in done)
    moved = {change.path: change.to for change in changes if isinstance(change, Move)}
    return Mended(draft.changed, tuple(done), tuple(tidied), moved)


def _readable(draft: Draft, path: str) -> list[Diagnostic]:
    """Mends what keeps a file from being read, line by line: of those mistakes only the first is seen."""
    done: list[Diagnostic] = []
    for _ in range(LINES):
        found = _unread(path, draft.bytes_of(path) or b"")
        if found is None or not draft.carry_out([found.changes]):
            break
        done.append(found)
    return done


def _unread(path: str, raw: bytes) -> Diagnostic | None:
    """Why a file cannot be read, if that can be mended."""
    read = {".md": markdown_source, ".yml": yaml_source}.get(PurePosixPath(path).suffix)
    text, found = decode(path, raw)
    if read and text is not None:
        source, found = read(path, text)
        found = [] if source else found
    return next((one for one in found if one.changes), None)
