"""Writes new bytes of files: every file is whole at any moment, and all are written or, as far as the system
lets, none.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.files.contents import Files
from trendrapport.files.links import is_inside
from trendrapport.runtime.failures import at

_OUTSIDE = Text(
    nl='"{path}" ligt buiten het rapport; er is niets veranderd.',
    en='"{path}" is outside the report; nothing was changed.',
)


def write(root: Path, files: Files) -> None:
    """Puts these bytes in the files of a report, and removes those that are gone.

    All are first written beside what they replace, so that a full disk leaves the report as it was. Raises
    CannotRunError for a path that leads out of the report, and OSError for what the system refuses.
    """
    for path in files:
        if not is_inside(root / path, root.resolve()):
            raise CannotRunError(_OUTSIDE.filled(path=path))
    fresh: dict[str, Path] = {}
    try:
        for path, raw in files.items():
            if raw is not None:
                fresh[path] = _beside(root / path, raw)
        for path, file in fresh.items():
            file.replace((root / path).resolve())
    finally:
        for file in fresh.values():
            with suppress(OSError):
                file.unlink()
    for path, raw in files.items():
        if raw is None:
            (root / path).unlink(missing_ok=True)
            _remove_empty(root, (root / path).parent)


def _beside(file: Path, raw: bytes) -> Path:
    """A new file with these bytes, in the folder of one that it will replace and with its rights."""
    target = file.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix="~")
    file = Path(name)
    try:
        with at(target), os.fdopen(handle, "wb") as opened:
            opened.write(raw)
            opened.flush()
            os.fsync(opened.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask()
        file.chmod(mode)
    except OSError:
        file.unlink(missing_ok=True)
        raise
    return file


def _mask() -> int:
    """What new files of this process may not be."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _remove_empty(root: Path, folder: Path) -> None:
    """Removes a folder from which the last file is gone."""
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
