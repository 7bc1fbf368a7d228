"""A tree to a folder: only differences are written, and what does not belong there is removed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from trendrapport.runtime.cache import digest
from trendrapport.runtime.failures import at
from trendrapport.runtime.fingerprint import generator

Tree = dict[str, bytes]
"""Path from the staged folder's root to the file's bytes."""


def stage(tree: Tree, folder: Path) -> set[str]:
    """Makes a folder hold exactly the tree; returns the paths that changed, came or went."""
    # First, as a folder may be where a file has to come.
    changed = remove_strays(folder, tree.keys())
    for path, raw in tree.items():
        if not holds(f"{folder}/{path}", raw) and write(folder / path, raw):
            changed.add(path)
    return changed


def state(file: str) -> list[int]:
    """The size of a file and when it was written and last changed, which show whether it is still the same;
    empty when there is none.
    """
    try:
        found = os.stat(file)  # noqa: PTH116 - thousands of files, as text
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def remembered(file: Path) -> dict[str, Any]:
    """What this generator wrote into a file by `remember`; empty when that is not there, is damaged or is
    another generator's.
    """
    try:
        proof, _, text = file.read_bytes().partition(b"\n")
        values = json.loads(text) if proof == _proof(text) else {}
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def remember(file: Path, values: dict[str, Any]) -> None:
    """Keeps plain values for a later run. Where they cannot be written, that run only takes longer."""
    text = json.dumps(values, sort_keys=True).encode()
    with suppress(OSError):
        write(file, _proof(text) + b"\n" + text)


def forget(work: Path) -> None:
    """Removes what runs remembered in the folder in which they keep what they make. Raises OSError."""
    for note in (work / "stamp.json", *(work / "site").glob("*.json")):
        note.unlink(missing_ok=True)


def _proof(text: bytes) -> bytes:
    """A checksum by which this generator knows a text as its own."""
    return digest(generator(), text).encode()


def write(file: Path, raw: bytes) -> bool:
    """Writes a file unless it holds these bytes already; True when it was written."""
    if holds(file, raw):
        return False
    fresh = file.with_name(f".{file.name}.new")
    with at(file):
        try:
            put(fresh, raw)
            fresh.replace(file)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
    return True


def put(file: Path, raw: bytes) -> None:
    """Writes a file, and makes its folder if that is not there: asking for that first takes as long as
    writing.
    """
    try:
        file.write_bytes(raw)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def holds(file: Path | str, raw: bytes) -> bool:
    """Whether a file has just these bytes."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - thousands of files, as text
            return opened.read() == raw
    except OSError:
        return False


def paths(folder: Path) -> set[str]:
    """Every file in a folder, from its root."""
    start = len(str(folder)) + 1
    found: set[str] = set()
    for here, _, names in os.walk(folder):
        inside = here[start:].replace(os.sep, "/")
        found.update(f"{inside}/{name}" if inside else name for name in names)
    return found


def remove_strays(folder: Path, wanted: Iterable[str]) -> set[str]:
    """Removes files that are not wanted, and folders that become empty."""
    strays = paths(folder) - set(wanted)
    for path in strays:
        (folder / path).unlink()
    remove_empty(folder)
    return strays


def remove_empty(folder: Path) -> None:
    """Removes the folders in a folder that hold no file."""
    for here, _, _ in os.walk(folder, topdown=False):
        if Path(here) != folder and not any(Path(here).iterdir()):
            Path(here).rmdir()
