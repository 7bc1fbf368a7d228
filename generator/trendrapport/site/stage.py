"""A tree to a folder: only differences are written, what does not belong there goes."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from trendrapport.cache import Kept, digest
from trendrapport.failures import at
from trendrapport.fingerprint import generator
from trendrapport.interrupt import uninterrupted
from trendrapport.site.target import MARK, NEW, belongs_to


def stage(tree: dict[str, bytes], folder: Path) -> set[str]:
    """Makes a folder hold exactly the tree; returns the paths that changed, came or went."""
    changed = {path for path, raw in tree.items() if not _holds(f"{folder}/{path}", raw) and write(folder / path, raw)}
    return changed | remove_strays(folder, tree.keys())


def publish(folder: Path, files: Mapping[str, Kept], known: Path, others: Collection[str] = ()) -> None:
    """Makes a folder hold exactly these files. What `others`, outputs with a folder of their own in there, have put into that stays.

    `known` keeps what was put there: a file that still is what was put there under the same name is not read. What fails or is
    interrupted leaves the folder as it was: all is made ready in a folder of its own, and then only renamed.
    """
    before = remembered(known)
    # What marks a folder as a site comes first, so that a build that was killed can be done again.
    stale = [path for path in sorted(files, key=lambda path: path != MARK.as_posix())
             if before.get(path) != [files[path].name, state(f"{folder}/{path}")]]
    with _as_it_was(folder):
        for place in sorted({(folder / path).parent for path in stale}):
            with at(place):
                place.mkdir(parents=True, exist_ok=True)
        # In their order, so that what marks a folder as a site is also put in place first.
        changed = dict.fromkeys(path for path in stale if _made_ready(folder, path, files[path].read()))
    fresh = {path: [files[path].name, state(f"{folder}/{NEW}/{path}" if path in changed else f"{folder}/{path}")] for path in stale}
    with uninterrupted():  # for some milliseconds the site is neither the old nor the new one
        for path in changed:
            (folder / NEW / path).replace(folder / path)
        remove_strays(folder, {*files, *(path for path in paths(folder) if belongs_to(path, others))})
        remember(known, {path: fresh.get(path) or before[path] for path in files})


def state(file: str) -> list[int]:
    """The size and the moment of writing of a file, by which can be seen that it is still the same; empty when there is none."""
    try:
        found = os.stat(file)  # noqa: PTH116 - thousands of files, as text
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns]


def remembered(file: Path) -> dict[str, Any]:
    """What this generator wrote into a file by `remember`; empty when that is not there, is damaged or is another generator's."""
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


def _proof(text: bytes) -> bytes:
    """By what this generator knows a text as its own."""
    return digest(generator(), text).encode()


def _made_ready(folder: Path, path: str, raw: bytes) -> bool:
    """Writes what is new beside what stands there; True when there is something new."""
    return not _holds(f"{folder}/{path}", raw) and write(folder / NEW / path, raw)


@contextmanager
def _as_it_was(folder: Path) -> Iterator[None]:
    """Takes back what was made ready in a folder when it cannot be finished."""
    stood = folder.exists()
    shutil.rmtree(folder / NEW, ignore_errors=True)
    try:
        yield
    except BaseException:
        shutil.rmtree(folder / NEW, ignore_errors=True)
        _remove_empty(folder)
        with suppress(OSError):
            if not stood:
                folder.rmdir()
        raise


def write(file: Path, raw: bytes) -> bool:
    """Writes a file unless it holds these bytes already; True when it was written."""
    if _holds(file, raw):
        return False
    fresh = file.with_name(f".{file.name}.new")
    with at(file):
        try:
            _put(fresh, raw)
            fresh.replace(file)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
    return True


def _put(file: Path, raw: bytes) -> None:
    """Writes a file, and makes its folder if that is not there: asking for that first takes as long as writing."""
    try:
        file.write_bytes(raw)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def _holds(file: Path | str, raw: bytes) -> bool:
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - thousands of files, as text
            return opened.read() == raw
    except OSError:
        return False


def paths(folder: Path) -> set[str]:
    """Every file in a folder, from its root."""
    start = len(str(folder)) + 1
    return {f"{here}{os.sep}{name}"[start:].replace(os.sep, "/") for here, _, names in os.walk(folder) for name in names}


def remove_strays(folder: Path, wanted: Iterable[str]) -> set[str]:
    """Removes files that are not wanted, and folders that become empty."""
    strays = paths(folder) - set(wanted)
    for path in strays:
        (folder / path).unlink()
    _remove_empty(folder)
    return strays


def _remove_empty(folder: Path) -> None:
    for here, _, _ in os.walk(folder, topdown=False):
        if Path(here) != folder and not any(Path(here).iterdir()):
            Path(here).rmdir()
