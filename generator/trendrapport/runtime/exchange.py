"""Exchanges two folders in one atomic step of the system."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are not taken from another folder."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""


def exchange(one: Path, other: Path) -> None:
    """Exchanges two folders of one file system; nobody ever sees one of them missing.

    Raises OSError where the system, or the file system, cannot do so.
    """
    code = _exchange(os.fsencode(one), os.fsencode(other))
    if code:
        raise OSError(code, os.strerror(code), str(other))


def _exchange(one: bytes, other: bytes) -> int:
    """The number of the error, or 0."""
    if os.name == "nt":
        # Windows has no such step, and no library to ask for it.
        return errno.ENOSYS
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, one, _HERE, other, _EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(one, other, _EXCHANGE)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
