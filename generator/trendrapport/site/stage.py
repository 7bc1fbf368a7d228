"""A tree to a folder: only differences are written, what does not belong there goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from trendrapport.includes import filled
from trendrapport.site.target import MARK


def stage(tree: dict[str, bytes], folder: Path) -> set[str]:
    """Makes a folder hold exactly the tree; returns the paths that changed, came or went."""
    changed = {path for path, raw in tree.items() if write(folder / path, raw)}
    return changed | remove_strays(folder, tree.keys())


def publish(built: Path, folder: Path, parts: Mapping[str, bytes], files: Mapping[str, Callable[[], bytes]]) -> None:
    """Makes a folder hold exactly what was built, with every place in its pages filled, and these files, read one by one."""
    pages = {path: (built / path).read_bytes() for path in sorted(paths(built))}
    # All is filled before anything is written.
    whole = {path: filled(raw, parts) if path.endswith(".html") else raw for path, raw in pages.items()}
    # What marks a folder as a site comes first, so that an interrupted build can be done again.
    for path, raw in sorted(whole.items(), key=lambda item: item[0] != MARK.as_posix()):
        write(folder / path, raw)
    for path, read in files.items():
        write(folder / path, read())
    remove_strays(folder, {*whole, *files})


def write(file: Path, raw: bytes) -> bool:
    """Writes a file unless it holds these bytes already; True when it was written."""
    try:
        if file.read_bytes() == raw:
            return False
    except OSError:
        file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(raw)
    fresh.replace(file)
    return True


def paths(folder: Path) -> set[str]:
    """Every file in a folder, from its root."""
    start = len(str(folder)) + 1
    return {f"{here}{os.sep}{name}"[start:].replace(os.sep, "/") for here, _, names in os.walk(folder) for name in names}


def remove_strays(folder: Path, wanted: Iterable[str]) -> set[str]:
    """Removes files that are not wanted, and folders that become empty."""
    strays = paths(folder) - set(wanted)
    for path in strays:
        (folder / path).unlink()
    for here, _, _ in os.walk(folder, topdown=False):
        if Path(here) != folder and not any(Path(here).iterdir()):
            Path(here).rmdir()
    return strays
