"""Bytes kept between runs under a name made of everything they depend on; losing them costs only time."""

from __future__ import annotations

import errno
import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self


def digest(*parts: str | bytes) -> str:
    """A SHA-256 name for a sequence of parts; each part's length counts, so that no two sequences meet."""
    name = hashlib.sha256()
    for part in parts:
        # Names of files that are no text are given by their bytes.
        raw = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        name.update(len(raw).to_bytes(8, "big"))
        name.update(raw)
    return name.hexdigest()


@dataclass(frozen=True)
class Kept:
    """Bytes that are read only when they are wanted."""

    name: str
    """What they are called in words or digests: as long as this is the same, so are they."""
    read: Callable[[], bytes] = field(compare=False)


class Cache:
    """A file with values by name. A broken or foreign file is replaced by an empty one; where none can be written, none is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used: set[str] = set()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open(path)
        except (OSError, sqlite3.OperationalError) as error:
            if isinstance(error, OSError) and error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
                raise
            self._open(":memory:")
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self._open(path)

    def _open(self, path: Path | str) -> None:
        self._rows = sqlite3.connect(path, isolation_level=None, timeout=30)
        # A page takes some tens of kilobytes: large pages, and rows apart from the tree of names, make reading three times as fast.
        self._rows.execute("PRAGMA page_size=16384")
        self._rows.execute("PRAGMA journal_mode=WAL")
        self._rows.execute("PRAGMA synchronous=OFF")
        self._rows.execute("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value BLOB)")

    def __enter__(self) -> Self:
        self._rows.execute("BEGIN")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(sqlite3.Error):  # a full disk
            self._rows.execute("COMMIT")
        self._rows.close()

    def get(self, name: str) -> bytes | None:
        """The value under a name, or None."""
        self._used.add(name)
        row = self._rows.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else None

    def __contains__(self, name: str) -> bool:
        """Whether there is a value under a name; does not read it."""
        self._used.add(name)
        return self._rows.execute("SELECT 1 FROM kept WHERE name = ?", (name,)).fetchone() is not None

    def put(self, name: str, value: bytes) -> None:
        """Keeps a value. Raises OSError when the disk is full."""
        self._used.add(name)
        try:
            self._rows.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, value))
        except sqlite3.OperationalError as error:
            full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
            raise OSError(errno.ENOSPC if full else errno.EIO, str(error), str(self._path)) from error

    def made(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The value under a name, made and kept when there is none. Raises what `make` and `put` raise."""
        if (kept := self.get(name)) is None:
            kept = make()
            self.put(name, kept)
        return kept

    def forget_unused(self) -> None:
        """Drops what this run neither read nor wrote."""
        names: Iterable[tuple[str]] = self._rows.execute("SELECT name FROM kept").fetchall()
        stale = [row for row in names if row[0] not in self._used]
        self._rows.executemany("DELETE FROM kept WHERE name = ?", stale)
