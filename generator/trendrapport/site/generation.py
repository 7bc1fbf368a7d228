"""What stands in a published folder next: made ready whole beside what readers see, and put in its place in
one moment.

Where the system can exchange two folders, readers see the former site or the next one, whatever ends a build.
Elsewhere, and in a
folder that cannot be moved, files are put in place one by one from a folder that says so (`READY`): a run
that was ended meanwhile is
finished by the next.
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
from trendrapport.site.stage import holds, paths, put, remember, remembered, remove_empty, remove_strays
from trendrapport.site.target import MARK, NEW, READY, belongs_to

_LIST = ".paths"
"""The file in `READY` with the path of each file that belongs to the site."""


@dataclass
class Next:
    """What will stand in a folder."""

    site: Path
    before: Mapping[str, str]
    """The names of what was put there, as far as it is still the same."""
    names: dict[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where it is made ready."""
        return self.site / NEW

    def fill(self, files: Mapping[str, Kept], others: Collection[str] = ()) -> None:
        """Makes these files ready, and what `others`, outputs with a folder of their own, have put into that.

        A file that still is what was put there under the same name is not read.
        """
        kept_by_others = [path for path in paths(self.site) if belongs_to(path, others)]
        for place in _folders((*files, *kept_by_others)):
            self._make(place)
        for path, file in sorted(files.items()):
            self._put(path, file)
        for path in kept_by_others:
            _linked(f"{self.site}/{path}", f"{self.folder}/{path}")

    def _make(self, place: str) -> None:
        """Makes a folder, for whom the one in its place is."""
        made = self.folder / place
        with at(made):
            made.mkdir(parents=True, exist_ok=True)
        _allow_alike(self.site / place, made)

    def _put(self, path: str, file: Kept) -> None:
        stands, made = f"{self.site}/{path}", f"{self.site}/{NEW}/{path}"
        self.names[path] = file.name
        if self.before.get(path) == file.name and _linked(stands, made):
            return
        raw = file.read()
        if Path(stands).is_symlink() or not holds(stands, raw) or not _linked(stands, made):
            with at(Path(made)):
                put(Path(made), raw)


def _folders(files: Iterable[str]) -> list[str]:
    """The folders of these files and the folders around those, the outer ones first; that of the site is
    empty.
    """
    found = {""}
    for place in {path.rpartition("/")[0] for path in files}:
        parts = place.split("/")
        found |= {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return sorted(found)


@contextmanager
def renewed(folder: Path, notes: Path) -> Iterator[Next]:
    """Yields a place in which to make ready what a folder holds next, and then puts that there.

    `notes` keeps what was put there. What fails or is interrupted leaves the folder as it was. Raises
    OSError.
    """
    site = folder.resolve()
    _finish(site)
    _may_change(site)
    known = remembered(notes)
    new = Next(site, known["names"] if known.get("site") == appearance(site) else {})
    with suppress(OSError):
        notes.unlink(missing_ok=True)
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
    inside = (f"{here}{os.sep}{name}" for here, names, _ in os.walk(site) for name in names)
    as_who_acts = os.access in os.supports_effective_ids
    for folder in (str(site), *inside):
        may = os.access(folder, os.R_OK | os.W_OK | os.X_OK, effective_ids=as_who_acts)
        if not may and os.path.isdir(folder):  # noqa: PTH112 - thousands of folders, as text
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)


@contextmanager
def _as_it_was(site: Path) -> Iterator[None]:
    """Takes back what was made ready when it cannot be finished."""
    stood = site.exists()
    _remove(site / NEW)
    try:
        yield
    except BaseException:
        _remove(site / NEW)
        with suppress(OSError):
            if not stood:
                site.rmdir()
        raise


def _remove(place: Path) -> None:
    """Removes a folder of a run's own, or the link that somebody put there; as far as that can be done."""
    with suppress(OSError):
        if place.is_symlink():
            place.unlink()
    shutil.rmtree(place, ignore_errors=True)


def _take_over(site: Path) -> None:
    """Puts what is ready in the place of what stands there."""
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
    """Where a site stands for the moment in which it is exchanged."""
    return site.with_name(f".{site.name}.former")


def _go_in_one_by_one(site: Path) -> None:
    put(site / NEW / _LIST, json.dumps(sorted(paths(site / NEW))).encode())
    (site / NEW).rename(site / READY)
    _finish(site)


def _finish(site: Path) -> None:
    """Ends what an earlier run began: what was ready when it was ended is put in place, what was to be
    removed goes.
    """
    _remove(_aside(site))
    ready = site / READY
    if ready.is_symlink():
        _remove(ready)
    wanted = _listed(ready / _LIST)
    if wanted:
        # What marks a folder as a site comes first.
        for path in sorted(wanted & paths(ready), key=lambda path: path != MARK.as_posix()):
            _replace(site, ready / path, site / path)
        remove_strays(site, {*wanted, *(path for path in paths(site) if path.startswith(f"{READY}/"))})
    _remove(ready)


def _listed(file: Path) -> set[str]:
    """The paths in the list of a site that was ready; none where that is not there or is damaged.

    Somebody else can have written it.
    """
    try:
        listed = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    return {path for path in listed if isinstance(path, str)} if isinstance(listed, list) else set()


def _replace(site: Path, file: Path, place: Path) -> None:
    """Moves a file to its place, where a folder may stand, or a file in the place of one of its folders."""
    with at(place):
        if place.is_dir():
            shutil.rmtree(place)
        for parent in (one for one in place.parents if site in one.parents):
            if parent.exists() and not parent.is_dir():
                parent.unlink()
        place.parent.mkdir(parents=True, exist_ok=True)
        file.replace(place)
