"""The next state of a published folder: prepared completely beside what readers see, and published in one
step.

Where the system can exchange two folders, readers see the former site or the next one, whatever ends a build.
Elsewhere, and for a folder that cannot be moved, files are moved one by one from a folder of that name
(`READY`): the next run finishes what an interrupted one left.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from trendrapport.runtime.cache import Kept, digest
from trendrapport.runtime.exchange import exchange
from trendrapport.runtime.failures import at
from trendrapport.runtime.interrupt import uninterrupted
from trendrapport.site.stage import holds, paths, put, remember, remembered, remove_strays, write
from trendrapport.site.target import MARK, NEW, READY, belongs_to

_LIST = ".paths"
"""The file in `READY` with the path of each file that belongs to the site."""


@dataclass
class Next:
    """The next content of a folder."""

    site: Path
    before: Mapping[str, str]
    """The names of the files that were put there; empty when somebody changed the folder."""
    names: dict[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder in which it is made ready."""
        return self.site / NEW

    def fill(self, files: Mapping[str, Kept], others: Collection[str] = ()) -> None:
        """Makes these files ready, and what `others`, outputs with a folder of their own, have put into that.

        A file that still is what was put there under the same name is not read.
        """
        kept_by_others = [path for path in paths(self.site) if belongs_to(path, others)]
        for folder in _folders((*files, *kept_by_others)):
            self._make(folder)
        for path, file in sorted(files.items()):
            self._put(path, file)
        for path in kept_by_others:
            _linked(f"{self.site}/{path}", f"{self.folder}/{path}")

    def _make(self, folder: str) -> None:
        """Makes a folder with the rights of the published one."""
        made = self.folder / folder
        with at(made):
            made.mkdir(parents=True, exist_ok=True)
        _allow_alike(self.site / folder, made)

    def _put(self, path: str, file: Kept) -> None:
        """Makes a file ready: a link to the published one if that is the same, else written."""
        published, made = f"{self.site}/{path}", f"{self.site}/{NEW}/{path}"
        self.names[path] = file.name
        if self.before.get(path) == file.name and _linked(published, made):
            return
        raw = file.read()
        same = holds(published, raw) and not Path(published).is_symlink()
        if not same or not _linked(published, made):
            with at(Path(made)):
                put(Path(made), raw)


class InPlace(Next):
    """The same in the folder itself: each file is written at once, if it differs. For a folder that only its
    writer sees, as links to thousands of files take longer than a page.
    """

    @property
    def folder(self) -> Path:
        """The folder in which it is made."""
        return self.site

    def fill(self, files: Mapping[str, Kept], others: Collection[str] = ()) -> None:
        """Makes these files, and removes all others but those of outputs with a folder of their own."""
        if self.before.keys() != files.keys():
            # First, as a folder may be where a file has to come.
            remove_strays(
                self.site, {*files, *(path for path in paths(self.site) if belongs_to(path, others))}
            )
        for path, file in files.items():
            self.names[path] = file.name
            if self.before.get(path) != file.name:
                write(self.site / path, file.read())


def _folders(files: Iterable[str]) -> list[str]:
    """The folders of these files and the folders around those, the outer ones first; that of the site is
    empty.
    """
    found = {""}
    for file in files:
        folder = file.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return sorted(found)


@contextmanager
def renewed(folder: Path, notes: Path, *, in_place: bool = False) -> Iterator[Next]:
    """Yields the next content of a folder, to be made ready, and then publishes it there.

    `notes` keeps what was put there. What fails or is interrupted leaves the folder as it was, unless it is
    made in place: then the next run finishes it. Raises OSError.
    """
    site = folder.resolve()
    _finish(site)
    _may_change(site)
    known = remembered(notes)
    kind = InPlace if in_place else Next
    new = kind(site, known["names"] if known.get("site") == appearance(site) else {})
    with suppress(OSError):
        notes.unlink(missing_ok=True)
    if in_place:
        yield new
    else:
        with _as_it_was(site):
            yield new
            with uninterrupted():
                _take_over(site)
    remember(notes, {"site": appearance(site), "names": new.names})


def is_as_left(folder: Path, notes: Path) -> bool:
    """Whether a folder holds just what was last put there."""
    return remembered(notes).get("site") == appearance(folder.resolve())


def appearance(site: Path) -> str:
    """A name for all files of a site, without reading them.

    Their size and moment of writing can be given to another text; the moment of the last change to a file,
    which most systems keep, cannot.
    """
    start = len(str(site)) + 1
    seen = []
    for here, _, names in os.walk(site):
        for name in names:
            file = f"{here}{os.sep}{name}"
            stat = os.stat(file, follow_symlinks=False)  # noqa: PTH116 - thousands of files, as text
            seen.append(f"{file[start:]} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_mode}")
    return digest(*sorted(seen))


def _linked(file: str, other: str) -> bool:
    """Gives a file another path as well, or a copy of the same moment where a system has no links; False when
    there is no such file.
    """
    try:
        os.link(file, other)
    except FileNotFoundError:
        return False
    except OSError:
        with at(Path(other)):
            shutil.copy2(file, other)
    return True


def _allow_alike(model: Path, folder: Path) -> None:
    """Gives a folder the rights and, where that is allowed, the owner of another."""
    with suppress(OSError):
        shutil.copystat(model, folder)
        if hasattr(os, "chown"):
            of = model.stat()
            os.chown(folder, of.st_uid, of.st_gid)


def _may_change(site: Path) -> None:
    """Raises OSError when a folder of the site cannot be changed, before anything is."""
    _check_rights(str(site))
    for here, names, _ in os.walk(site):
        for name in names:
            _check_rights(f"{here}{os.sep}{name}")


def _check_rights(folder: str) -> None:
    effective = os.access in os.supports_effective_ids
    may = os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=effective)
    if not may and os.path.isdir(folder):  # noqa: PTH112 - thousands of folders, as text
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)


@contextmanager
def _as_it_was(site: Path) -> Iterator[None]:
    """Takes back what was made ready when it cannot be finished."""
    existed = site.exists()
    _remove(site / NEW)
    try:
        yield
    except BaseException:
        _remove(site / NEW)
        with suppress(OSError):
            if not existed:
                site.rmdir()
        raise


def _remove(folder: Path) -> None:
    """Removes a folder of a run's own, or a link that somebody put there; as far as that can be done."""
    with suppress(OSError):
        if folder.is_symlink():
            folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _take_over(site: Path) -> None:
    """Publishes what is ready in exchange for the former site."""
    former = _aside(site)
    try:
        _allow_alike(site, site / NEW)
        (site / NEW).rename(former)
    except OSError:
        _go_in_one_by_one(site)
        return
    try:
        exchange(former, site)
    except OSError:
        former.rename(site / NEW)
        _go_in_one_by_one(site)
    else:
        shutil.rmtree(former, ignore_errors=True)


def _aside(site: Path) -> Path:
    """The path of a site in the moment in which it is exchanged."""
    return site.with_name(f".{site.name}.former")


def _go_in_one_by_one(site: Path) -> None:
    put(site / NEW / _LIST, json.dumps(sorted(paths(site / NEW))).encode())
    (site / NEW).rename(site / READY)
    _finish(site)


def _finish(site: Path) -> None:
    """Finishes what an earlier run began: files that were ready are moved, what was to be removed goes."""
    _remove(_aside(site))
    ready = site / READY
    if ready.is_symlink():
        _remove(ready)
    wanted = _listed(ready / _LIST)
    if wanted:
        # What marks a folder as a site comes first.
        for path in sorted(wanted & paths(ready), key=lambda path: path != MARK.as_posix()):
            _replace(site, ready / path, site / path)
        in_ready = {f"{READY}/{path}" for path in paths(ready)}
        remove_strays(site, wanted | in_ready)
    _remove(ready)


def _listed(file: Path) -> set[str]:
    """The paths in the list of a site that was ready; none where that is not there or is damaged.

    Somebody else can have written it.
    """
    try:
        listed = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    if not isinstance(listed, list):
        return set()
    return {path for path in listed if isinstance(path, str)}


def _replace(site: Path, file: Path, target: Path) -> None:
    """Moves a file, even if its target is a folder, or one of the target's folders is a file."""
    with at(target):
        if target.is_dir():
            shutil.rmtree(target)
        for parent in target.parents:
            if site in parent.parents and parent.exists() and not parent.is_dir():
                parent.unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
