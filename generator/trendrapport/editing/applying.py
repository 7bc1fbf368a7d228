"""Changes to the new bytes of files; opens none.

An edit counts characters in a text whose lines end in `\\n`. The file keeps its own line ends, and the mark
before its first character, if it has these.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeGuard

from trendrapport.diagnostics.changes import AddKeys, Change, Edit, Move, Recode, Redraw
from trendrapport.editing.adding import as_edits
from trendrapport.files.contents import Files
from trendrapport.files.photos import redrawn

MARK = b"\xef\xbb\xbf"
"""What some programs write before a text in UTF-8."""

Read = Callable[[str], bytes | None]
"""Gives the bytes of a file by its path; None when there is none."""


@dataclass
class Draft:
    """New bytes of files, on top of those that are there."""

    read: Read
    new: dict[str, bytes | None] = field(default_factory=dict)

    def bytes_of(self, path: str) -> bytes | None:
        """The bytes of a file as they are now."""
        return self.new[path] if path in self.new else self.read(path)

    def carry_out(self, wanted: Iterable[tuple[Change, ...]]) -> list[tuple[Change, ...]]:
        """Makes each of these groups of changes as a whole, and says which were made.

        A group is left out when it changes what an earlier one changes too, or what is there no longer.
        """
        made: list[tuple[Change, ...]] = []
        edits: list[Edit] = []
        files: list[Change] = []
        for group in sorted(set(wanted), key=_first_place):
            changes = self._written_out(group)
            if changes and self._fits(changes, edits, files):
                made.append(group)
                edits += [one for one in changes if isinstance(one, Edit) and one not in edits]
                files += [one for one in changes if not isinstance(one, Edit) and one not in files]
        for path, own in _by_path(edits).items():
            self.new[path] = edited(self.bytes_of(path) or b"", own)
        for change in sorted(files, key=lambda one: (isinstance(one, Move), one.path)):
            self._carry_out_file(change)
        return made

    def _written_out(self, group: tuple[Change, ...]) -> tuple[Change, ...]:
        """The same with keys that a file gets as edits; nothing if one of these cannot be added."""
        changes: list[Change] = []
        for change in group:
            written = as_edits(change, self.bytes_of(change.path) or b"") if _adds(change) else (change,)
            if not written:
                return ()
            changes += written
        return tuple(changes)

    def _fits(self, group: tuple[Change, ...], edits: list[Edit], files: list[Change]) -> bool:
        known = [*edits, *files]
        own = [change for change in group if isinstance(change, Edit)]
        if any(_meet(one, other) for one, other in combinations(own, 2) if one.path == other.path):
            return False
        return all(change in known or self._is_free(change, edits, files) for change in group)

    def _is_free(self, change: Change, edits: list[Edit], files: list[Change]) -> bool:
        """Whether a change can be made, beside those that will be."""
        raw = self.bytes_of(change.path)
        if raw is None:
            return False
        if isinstance(change, Edit):
            text = lines_of(raw)
            others = [one for one in edits if one.path == change.path]
            recoded = any(one.path == change.path for one in files if not isinstance(one, Move))
            return not recoded and _is_there(text, change) and not any(_meet(change, one) for one in others)
        same_file = [one for one in files if one.path == change.path]
        if isinstance(change, Move):
            taken = self.bytes_of(change.to) is not None
            return not taken and not same_file and all(getattr(one, "to", "") != change.to for one in files)
        return not same_file and all(one.path != change.path for one in edits)

    def _carry_out_file(self, change: Change) -> None:
        raw = self.bytes_of(change.path) or b""
        match change:
            case Recode(path, encoding):
                self.new[path] = raw.decode(encoding).removeprefix("\ufeff").encode()
            case Redraw(path):
                self.new[path] = redrawn(raw)
            case Move(path, to):
                self.new |= {to: raw, path: None}

    @property
    def changed(self) -> Files:
        """The files whose bytes are others than they were."""
        return {path: raw for path, raw in sorted(self.new.items()) if raw != self.read(path)}


def _adds(change: Change) -> TypeGuard[AddKeys]:
    return isinstance(change, AddKeys)


def _first_place(group: tuple[Change, ...]) -> tuple[str, int, int, str]:
    first = group[0]
    if isinstance(first, Edit):
        return (first.path, first.at.line, first.at.column, repr(group))
    return (first.path, 0, 0, repr(group))


def _by_path(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        found[edit.path].append(edit)
    return found


def lines_of(raw: bytes) -> list[str]:
    """The lines of a text in UTF-8, without what is before and behind them; none of other bytes."""
    try:
        return plain(raw).split("\n")
    except UnicodeDecodeError:
        return []


def plain(raw: bytes) -> str:
    """A text in UTF-8 with `\\n` between its lines, as it is read."""
    return raw.removeprefix(MARK).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def line_end(raw: bytes) -> str:
    """How most lines of a text end."""
    crlf, cr = raw.count(b"\r\n"), raw.count(b"\r")
    counts = Counter({"\n": raw.count(b"\n") - crlf, "\r\n": crlf, "\r": cr - crlf})
    # Of two that occur as often, the first.
    return max(counts, key=lambda end: counts[end])


def edited(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """A text with parts of it replaced; none of these meet."""
    text = plain(raw)
    starts = _starts(text)
    for edit in sorted(edits, reverse=True):
        start = starts[edit.at.line - 1] + edit.at.column - 1
        text = text[:start] + edit.new + text[start + len(edit.old) :]
    before = MARK if raw.startswith(MARK) else b""
    return before + text.replace("\n", line_end(raw)).encode()


def _starts(text: str) -> list[int]:
    """The index of the first character of each line."""
    found = [0]
    for line in text.split("\n"):
        found.append(found[-1] + len(line) + 1)
    return found


def _is_there(lines: list[str], edit: Edit) -> bool:
    """Whether a text has at that place what an edit replaces."""
    row, column = edit.at.line - 1, edit.at.column - 1
    old = edit.old.split("\n")
    here = lines[row : row + len(old)]
    if not here or column > len(here[0]):
        return False
    return "\n".join([here[0][column:], *here[1:]]).startswith(edit.old)


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits replace the same characters, or put text at the same place."""
    first, second = sorted((one, other))
    end = end_of(first)
    start = (second.at.line, second.at.column)
    return start < end or start == (first.at.line, first.at.column)


def end_of(edit: Edit) -> tuple[int, int]:
    """The line and column behind the last character that an edit replaces."""
    *before, last = edit.old.split("\n")
    if before:
        return (edit.at.line + len(before), len(last) + 1)
    return (edit.at.line, edit.at.column + len(last))
