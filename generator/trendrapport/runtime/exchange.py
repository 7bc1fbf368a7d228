"""Two folders in each other's place, in one step of the system."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are as they are."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS."""


def exchange(one: Path, other: Path) -> None:
    """Puts two folders of one file system in each other's place; nobody ever sees one of them missing.

    Raises OSError where the system, or the file system, cannot do so.
    """
    named = os.fsencode(one), os.fsencode(other)
    # Windows has no such step, and no library to ask for it.
    library = None if os.name == "nt" else ctypes.CDLL(None, use_errno=True)
    if library and sys.platform == "linux" and hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, named[0], _HERE, named[1], _EXCHANGE)
    elif library and sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(*named, _EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(other))
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(other))
