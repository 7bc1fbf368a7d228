"""Changes to the new bytes of files, of which none are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from trendrapport.diagnostics.changes import AddKeys, Change, Edit, Move, Recode, Redraw
from trendrapport.editing.adding import as_edits
from trendrapport.editing.texts import can_be_made, edited, meet
from trendrapport.files.contents import Files
from trendrapport.files.photos import redrawn

Read = Callable[[str], bytes | None]
"""Gives the bytes of a file by its path; None when there is none."""

Group = tuple[Change, ...]
"""Changes that are made together, or not at all."""


@dataclass
class Draft:
    """New bytes of files, on top of those that are there."""

    read: Read
    new: dict[str, bytes | None] = field(default_factory=dict)

    def bytes_of(self, path: str) -> bytes | None:
        """The bytes of a file as they are now."""
        return self.new[path] if path in self.new else self.read(path)

    def carry_out(self, wanted: Iterable[Group]) -> list[Group]:
        """Makes each of these groups of changes as a whole, and says which were made.

        A group is left out when it changes what an earlier one changes too, or what is there no longer.
        """
        plan = _Plan(self)
        made = [group for group in sorted(set(wanted), key=_first_place) if plan.takes(group)]
        for path, edits in plan.edits.items():
            self.new[path] = edited(self.bytes_of(path) or b"", edits)
        # What moves is first changed where it is.
        for change in sorted(plan.files.values(), key=lambda one: isinstance(one, Move)):
            self._change_file(change)
        return made

    def _change_file(self, change: Change) -> None:
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


class _Plan:
    """Changes that can be made beside each other."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.edits: dict[str, list[Edit]] = {}
        self.files: dict[str, Change] = {}
        """The change of a whole file, by its path."""

    def takes(self, group: Group) -> bool:
        """Takes a group into the plan, if all of it can be made."""
        changes = self._written_out(group)
        edits, files = dict(self.edits), dict(self.files)
        for change in changes:
            if not self._take(change):
                self.edits, self.files = edits, files
                return False
        return bool(changes)

    def _written_out(self, group: Group) -> list[Change]:
        """The same with keys that a file gets as edits; nothing if one of these cannot be added."""
        changes: list[Change] = []
        for change in group:
            written: Iterable[Change] = (change,)
            if isinstance(change, AddKeys):
                written = as_edits(change, self._draft.bytes_of(change.path) or b"")
                if not written:
                    return []
            changes += written
        return changes

    def _take(self, change: Change) -> bool:
        raw = self._draft.bytes_of(change.path)
        if raw is None:
            return False
        if isinstance(change, Edit):
            return self._take_edit(change, raw)
        return self._take_file(change)

    def _take_edit(self, edit: Edit, raw: bytes) -> bool:
        others = self.edits.get(edit.path, [])
        if edit in others:
            return True
        is_made_anew = not isinstance(self.files.get(edit.path), Move | None)
        if is_made_anew or not can_be_made(raw, edit) or any(meet(edit, one) for one in others):
            return False
        # The list that an earlier group had stays as it is.
        self.edits[edit.path] = [*others, edit]
        return True

    def _take_file(self, change: Change) -> bool:
        same = self.files.get(change.path)
        if same is not None:
            return same == change
        if isinstance(change, Move):
            if not self._is_free(change.to):
                return False
        elif change.path in self.edits:
            return False
        self.files[change.path] = change
        return True

    def _is_free(self, path: str) -> bool:
        """Whether nothing is at a path, and nothing comes there."""
        coming = {one.to for one in self.files.values() if isinstance(one, Move)}
        return self._draft.bytes_of(path) is None and path not in coming


def _first_place(group: Group) -> tuple[str, int, int, str]:
    first = group[0]
    if isinstance(first, Edit):
        return (first.path, first.at.line, first.at.column, repr(group))
    return (first.path, 0, 0, repr(group))
