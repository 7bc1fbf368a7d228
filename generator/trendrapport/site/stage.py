"""A tree to a folder: only differences are written, what does not belong there goes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from trendrapport.failures import at
from trendrapport.includes import filled
from trendrapport.interrupt import uninterrupted
from trendrapport.site.target import MARK, NEW, belongs_to


def stage(tree: dict[str, bytes], folder: Path) -> set[str]:
    """Makes a folder hold exactly the tree; returns the paths that changed, came or went."""
    changed = {path for path, raw in tree.items() if not _holds(f"{folder}/{path}", raw) and write(folder / path, raw)}
    return changed | remove_strays(folder, tree.keys())


def publish(built: Path, folder: Path, parts: Mapping[str, bytes], files: Mapping[str, Callable[[], bytes]],
            others: Collection[str] = ()) -> None:
    """Makes a folder hold exactly what was built, with every place in its pages filled, and these files, read one by one.

    What `others`, outputs with a folder of their own in there, have put into that stays.

    What fails or is interrupted leaves the folder as it was: all is made ready in a folder of its own, and then only renamed.
    """
    pages = {path: (built / path).read_bytes() for path in sorted(paths(built))}
    whole = {path: filled(raw, parts) if path.endswith(".html") else raw for path, raw in pages.items()}
    # What marks a folder as a site comes first, so that a build that was killed can be done again.
    ordered = sorted(whole.items(), key=lambda item: item[0] != MARK.as_posix())
    with _as_it_was(folder):
        changed = [path for path, raw in ordered if _made_ready(folder, path, raw)]
        changed += [path for path, read in files.items() if _made_ready(folder, path, read())]
    with uninterrupted():  # for some milliseconds the site is neither the old nor the new one
        for path in changed:
            (folder / NEW / path).replace(folder / path)
        remove_strays(folder, {*whole, *files, *(path for path in paths(folder) if belongs_to(path, others))})


def _made_ready(folder: Path, path: str, raw: bytes) -> bool:
    """Writes what is new beside what stands there; True when there is something new."""
    if _holds(f"{folder}/{path}", raw):
        return False
    with at(folder / path):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
    return write(folder / NEW / path, raw)


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
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_bytes(raw)
            fresh.replace(file)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
    return True


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
