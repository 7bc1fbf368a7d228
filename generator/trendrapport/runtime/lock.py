"""One run at a time in the folder where a report's runs store their results, so that only one process writes
there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

LOCK = "lock"
"""The file by which such a folder is known."""

PATIENCE = 1.0
"""Seconds after which a message says that a run waits; the interrupt key is heard as often."""


@contextmanager
def alone(work: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Waits until no other process is in here with this folder; calls `waiting` once when that takes a
    moment.

    SQLite locks a file by each system's own means, so that a lock ends with the process that holds it,
    however that ends. Where that cannot be written nobody else writes either, and nothing is locked.
    """
    file = work / LOCK
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        held = sqlite3.connect(file, isolation_level=None, timeout=PATIENCE)
    except (OSError, sqlite3.Error):
        yield
        return
    with closing(held):
        if not _taken(held, file):
            waiting()
            while not _taken(held, file):
                pass
        yield


def _taken(held: sqlite3.Connection, file: Path) -> bool:
    """Whether there is no need to wait any longer."""
    for _ in range(2):
        try:
            held.execute("BEGIN EXCLUSIVE")
        except (sqlite3.Error, ValueError) as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                return False
            # A lock is an empty file: any bytes in it are damage, and would let everybody in.
            with suppress(OSError):
                file.write_bytes(b"")
        else:
            return True
    return True
