"""A site to a server that takes files one by one, with a list there of what was sent: so only what differs is
sent, and the next run finishes one that was killed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.sending.changes import Changes, changes
from trendrapport.sending.places import Progress
from trendrapport.site.listing import sha256
from trendrapport.site.responses import HIDDEN_PATH
from trendrapport.site.stage import paths

LIST = ".trendrapport.json"
"""The list: the SHA-256 of each file by path; empty for one that is on its way."""

_AT_ONCE = 50
"""How many files are sent before the list says so."""

_OTHER = Text(
    nl=(
        '"{place}" bevat iets anders dan een site van dit programma. Er is niets veranderd. Kies een lege '
        "plek."
    ),
    en=(
        '"{place}" holds something else than a site of this program. Nothing was changed. Choose an empty '
        "place."
    ),
)


class Store(Protocol):
    """Files by path at a server. Every function raises CannotRunError when the server refuses."""

    name: str
    reads_configuration: bool
    """Whether a web server there reads files such as `.htaccess`."""

    def is_empty(self) -> bool:
        """Whether there is no file at all."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none."""

    def write(self, files: dict[str, bytes]) -> None:
        """Writes files; each is the former or the next one at any moment."""

    def remove(self, paths: Sequence[str]) -> None:
        """Removes files, if they are there."""


class FileByFile:
    """A place in such a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def changes(self, site: Path) -> Changes:
        """What has to be sent."""
        there = self._listed()
        if there is None:
            if not self._store.is_empty():
                raise CannotRunError(_OTHER.filled(place=self._store.name))
            there = {}
        return changes(there, self._wanted(site))

    def send(self, site: Path, changes: Changes, progress: Progress) -> None:
        """Sends new files first, pages after what they are shown with, and removes last."""
        there = self._listed() or {}
        wanted = self._wanted(site)
        parts = changes.in_order
        total = sum(map(len, parts)) + len(changes.removed)
        # Named before they are there: a run that is killed leaves nothing that the next does not know.
        there |= dict.fromkeys(changes.new, "")
        self._keep(there)
        done = 0
        for part in parts:
            for some in _in_groups(part):
                self._store.write({path: (site / path).read_bytes() for path in some})
                there |= {path: wanted[path] for path in some}
                self._keep(there)
                done += len(some)
                progress(done, total)
        for some in _in_groups(changes.removed):
            self._store.remove(some)
            there = {path: name for path, name in there.items() if path not in some}
            self._keep(there)
            done += len(some)
            progress(done, total)

    def _listed(self) -> dict[str, str] | None:
        """What the list at the server says; None if there is none that can be read."""
        raw = self._store.read(LIST)
        if raw is None:
            return None
        try:
            files = json.loads(raw)["files"]
            return {str(path): str(name) for path, name in files.items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def _wanted(self, site: Path) -> dict[str, str]:
        """The SHA-256 of each file of the site that belongs there, by path."""
        hidden = () if self._store.reads_configuration else filter(HIDDEN_PATH.fullmatch, paths(site))
        shown = sorted(paths(site) - set(hidden))
        return {path: sha256((site / path).read_bytes()) for path in shown}

    def _keep(self, there: dict[str, str]) -> None:
        raw = json.dumps({"files": there}, sort_keys=True, indent=0, ensure_ascii=False).encode()
        self._store.write({LIST: raw})


def _in_groups(paths: Sequence[str]) -> list[Sequence[str]]:
    return [paths[start : start + _AT_ONCE] for start in range(0, len(paths), _AT_ONCE)]
