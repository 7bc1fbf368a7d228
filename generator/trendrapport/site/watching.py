"""Waits until an editor has saved something of a report."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from trendrapport.files.asides import is_aside

QUIET = 0.05
"""Seconds without a save after which a burst of saves is over."""
INTERVAL = 1.0
"""Seconds after which files are looked at anyway: a system does not tell everything, as on network drives."""
_FOLDERS = ("content", "charts")

_CHANGES = ("created", "modified", "moved", "deleted")

State = list[tuple[str, int, int]]
"""The files of a report, when each was written and how large it is."""


class _Waking(FileSystemEventHandler):
    """Wakes the watcher whenever the system tells of a change."""

    def __init__(self) -> None:
        self.told = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        # A build reads every file, of which systems tell too.
        if event.event_type in _CHANGES:
            self.told.set()

    def wait(self) -> None:
        """Waits for a change and for the end of its burst, or for `INTERVAL`."""
        if not self.told.wait(INTERVAL):
            return
        while self.told.is_set():
            self.told.clear()
            self.told.wait(QUIET)


def saves(root: Path) -> Generator[None]:
    """Goes on for ever; one item for each burst of saves from now on."""
    return _after(root, _state(root))


def _after(root: Path, seen: State) -> Generator[None]:
    with _told(root) as waking:
        while True:
            waking.wait()
            now = _state(root)
            if now != seen:
                seen = now
                yield


@contextmanager
def _told(root: Path) -> Iterator[_Waking]:
    """What wakes when the system tells of a change; never where that is not possible."""
    waking, observer = _Waking(), Observer()
    # A system has a limit to how many folders are watched.
    with suppress(OSError):
        observer.schedule(waking, str(root))
        for folder in _FOLDERS:
            if (root / folder).is_dir():
                observer.schedule(waking, str(root / folder), recursive=True)
        observer.start()
    try:
        yield waking
    finally:
        if observer.is_alive():
            observer.stop()


def _state(root: Path) -> State:
    states = map(_seen, _inputs(root))
    return sorted(state for state in states if state)


def _inputs(root: Path) -> Iterator[Path]:
    yield root / "site_config.yml"
    for folder in _FOLDERS:
        for here, _, names in os.walk(root / folder):
            yield from (Path(here, name) for name in names if not is_aside(name))


def _seen(file: Path) -> tuple[str, int, int] | None:
    try:
        stat = file.stat()
    except OSError:  # removed meanwhile, or a link to nothing
        return None
    return str(file), stat.st_mtime_ns, stat.st_size
