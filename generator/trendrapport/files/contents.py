"""Everything that editors wrote in a report: the path and the bytes of each file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from trendrapport.files.asides import is_aside

Files = Mapping[str, bytes | None]
"""Bytes by path from the report's root; None for a file that is gone."""

NOTHING: Files = MappingProxyType({})


KEPT = "manifests"
"""The folder in which publishers keep the lists of what was published before."""


def contents(root: Path) -> Iterator[str | bytes]:
    """The path and the bytes of each file that editors wrote, and of the lists that publishers keep."""
    for folder in ("content", "charts", KEPT):
        for name, file in _files(root / folder):
            yield f"{folder}/{name}"
            yield _bytes(file)


def paths(root: Path) -> Iterator[str]:
    """The path of each file that editors wrote, but for the settings."""
    for folder in ("content", "charts"):
        for name, _ in _files(root / folder):
            yield f"{folder}/{name}".replace(os.sep, "/")


def _bytes(file: str) -> bytes:
    """A file's bytes; what is no ordinary file could keep a reader waiting for ever."""
    if not os.path.isfile(file):  # noqa: PTH113 - thousands of files, as text
        return b""
    with open(file, "rb") as opened:  # noqa: PTH123 - the same
        return opened.read()


def _files(folder: Path) -> list[tuple[str, str]]:
    """Each file of a folder that an editor put there: its path in there, and from here."""
    start = len(str(folder)) + 1
    found = []
    for here, _, names in os.walk(folder):
        if here.endswith("__pycache__"):
            continue
        for name in names:
            if not is_aside(name):
                file = f"{here}{os.sep}{name}"
                found.append((file[start:], file))
    return sorted(found)
