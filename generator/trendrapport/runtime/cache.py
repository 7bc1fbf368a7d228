"""Bytes kept between runs under a name made of everything they depend on; losing them costs only time."""

from __future__ import annotations

import errno
import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar


def digest(*parts: str | bytes) -> str:
    """A SHA-256 name for a sequence of parts; each part's length counts, so that no two sequences meet."""
    name = hashlib.sha256()
    for part in parts:
        # File names that are not valid text are written as their bytes.
        raw = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        name.update(len(raw).to_bytes(8, "big"))
        name.update(raw)
    return name.hexdigest()


@dataclass(frozen=True)
class Kept:
    """Bytes that are read only when they are wanted."""

    name: str
    """A text that changes when they do."""
    read: Callable[[], bytes] = field(compare=False)


class DamagedStoreError(Exception):
    """What a store holds is not what was put there, or cannot be read."""


Made = TypeVar("Made")

_UNWRITABLE = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
}
"""What SQLite says when it opens a file in which nothing can be kept, although nothing is wrong with it."""

_WRONG = (sqlite3.Error, ValueError, MemoryError)
"""What reading a damaged file can raise: also text that is no UTF-8, and a value as large as no memory."""

_PROOF_BYTES = 16


def with_store(
    path: Path, use: Callable[[Cache], Made], begun_anew: Callable[[], None] = lambda: None
) -> Made:
    """What `use` makes with the store in a file.

    A damaged store is replaced by an empty one: `begun_anew` is called, and all is done again. Where the new
    one cannot be read back either, as on a disk that fails, nothing is kept.
    """
    try:
        with Cache(path) as cache:
            return use(cache)
    except DamagedStoreError:
        begun_anew()
    fresh: Path | None = path
    try:
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
    except OSError:
        fresh = None
    try:
        with Cache(fresh) as cache:
            return use(cache)
    except DamagedStoreError:
        with Cache(None) as cache:
            return use(cache)


class Cache:
    """A file with values by name, or without a file for one run only. Where none can be written, none is
    kept.

    Raises DamagedStoreError wherever something is wrong with the file.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._used: set[str] = set()
        if path is None:
            self._rows = _opened(":memory:")
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._rows = _opened(path)
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
                raise
            self._rows = _opened(":memory:")
        except _WRONG as error:
            if _code(error) not in _UNWRITABLE:
                raise DamagedStoreError(path) from error
            self._rows = _opened(":memory:")

    def __enter__(self) -> Self:
        self._ask("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        with suppress(*_WRONG):  # a full disk, or an error that was raised already
            self._rows.execute("COMMIT")
        self._rows.close()

    def get(self, name: str) -> bytes | None:
        """The value under a name, or None."""
        self._used.add(name)
        found = self._ask("SELECT proof, value FROM kept WHERE name = ?", name)
        if not found:
            return None
        proof, value = found[0]
        if not isinstance(value, bytes) or proof != _proof(name, value):
            raise DamagedStoreError(name)
        return value

    def __contains__(self, name: str) -> bool:
        """Whether there is a value under a name; does not read it."""
        self._used.add(name)
        return bool(self._ask("SELECT 1 FROM kept WHERE name = ?", name))

    def put(self, name: str, value: bytes) -> None:
        """Keeps a value. Raises OSError when the disk is full."""
        self._used.add(name)
        self._ask("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", name, _proof(name, value), value)

    def made(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The value under a name, made and kept when there is none. Raises what `make` and `put` raise."""
        value = self.get(name)
        if value is None:
            value = make()
            self.put(name, value)
        return value

    def forget_unused(self) -> None:
        """Drops what this run neither read nor wrote."""
        for (name,) in self._ask("SELECT name FROM kept"):
            if name not in self._used:
                self._ask("DELETE FROM kept WHERE name = ?", name)

    def _ask(self, statement: str, *values: str | bytes) -> list[tuple[Any, ...]]:
        """The rows that answer a statement."""
        try:
            return self._rows.execute(statement, values).fetchall()
        except _WRONG as error:
            if _code(error) == sqlite3.SQLITE_FULL:
                raise OSError(errno.ENOSPC, str(error), str(self._path)) from error
            raise DamagedStoreError(statement) from error


def _opened(path: Path | str) -> sqlite3.Connection:
    rows = sqlite3.connect(path, isolation_level=None, timeout=30)
    try:
        # A web page takes some tens of kilobytes: large database pages, and rows outside the tree of names,
        # make reading three times as fast.
        rows.execute("PRAGMA page_size=16384")
        rows.execute("PRAGMA journal_mode=WAL")
        rows.execute("PRAGMA synchronous=OFF")
        rows.execute("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, proof BLOB, value BLOB)")
    except _WRONG:
        rows.close()
        raise
    return rows


def _code(error: Exception) -> int:
    """What SQLite calls an error; 0 for one that Python found, such as text that is no UTF-8."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _proof(name: str, value: bytes) -> bytes:
    """A checksum by which a value is known to be what was put under a name."""
    proof = hashlib.blake2b(f"{len(name)} {name}".encode(), digest_size=_PROOF_BYTES)
    proof.update(value)
    return proof.digest()
