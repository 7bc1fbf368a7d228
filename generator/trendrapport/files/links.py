"""Symbolic links that lead elsewhere: what is written or removed behind one does not belong to the report."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path


def leading_out(folder: Path) -> Path | None:
    """The first link in a folder, at any depth, that leads out of it. What cannot be read is no link."""
    real = followed(folder)
    return next((Path(link) for link in _links(str(folder)) if not is_inside(link, real)), None)


def followed(path: Path) -> Path:
    """Where a path leads when all links on the way are followed; unlike `Path.resolve` it raises nothing for
    one that leads to itself.
    """
    return Path(os.path.realpath(path))


def leads_to_itself(path: Path) -> bool:
    """Whether a path is a link that leads to itself, by itself or by others."""
    return followed(path).is_symlink()


def is_inside(path: str | Path, real: Path) -> bool:
    """Whether a path, when all links on the way are followed, is in a folder or that folder itself, given
    without links in it.
    """
    return Path(os.path.realpath(path)).is_relative_to(real)


def _links(folder: str) -> Iterator[str]:
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if _is_link(entry):
            yield entry.path
        elif entry.is_dir():
            yield from _links(entry.path)


def _is_link(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() or (sys.version_info >= (3, 12) and entry.is_junction())
