"""A report to the place from which readers get it: built, sent, and kept, so that it can be taken back."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.pipeline.building import Progress, build
from trendrapport.pipeline.results import Options, Result
from trendrapport.pipeline.work import Tell, alone_in, silent, work_folder
from trendrapport.runtime.cache import digest
from trendrapport.sending.changes import Changes
from trendrapport.sending.finding import find_place
from trendrapport.sending.places import Place, Sender

_NOW, _FORMER = "now", "former"
_NO_FORMER = Text(
    nl=(
        'Van "{address}" is hier geen vorige site bewaard: er is vanaf deze computer nog geen tweede keer '
        "gepubliceerd."
    ),
    en='No former site of "{address}" is kept here: it was not published a second time from this computer.',
)


@dataclass(frozen=True)
class Sent:
    """What came of publishing: the build, and what was sent, or would be."""

    result: Result
    changes: Changes | None = None
    """None where nothing was built."""


def publish(
    root: Path,
    address: str,
    options: Options,
    progress: Progress = lambda stage, done, of: None,
    tell: Tell = silent,
    *,
    dry_run: bool = False,
) -> Sent:
    """Builds a report and sends its site to an address; with a dry run, only says what would be sent.

    Nothing is sent of a report with errors (when strict, with warnings). Raises CannotRunError, and then the
    next run finishes what this one began.
    """
    work = work_folder(root, options.work)
    place = find_place(address, Sender(root, work))
    result = build(root, replace(options, drafts=False, editions=()), progress, tell)
    if not result.built:
        return Sent(result)
    with alone_in(work, tell):
        site = root / options.output
        changes = place.changes(site)
        if not dry_run:
            _send(place, site, changes, progress)
            _keep(site, changes, _kept(work, address))
    return Sent(result, changes)


def back(
    root: Path,
    address: str,
    work: str,
    progress: Progress = lambda stage, done, of: None,
    tell: Tell = silent,
    *,
    dry_run: bool = False,
) -> Changes:
    """Sends the site that was published before the present one; once more, and that is back again.

    Raises CannotRunError when none is kept.
    """
    folder = work_folder(root, work)
    kept = _kept(folder, address)
    place = find_place(address, Sender(root, folder))
    with alone_in(folder, tell):
        if not (kept / _FORMER).is_dir():
            raise CannotRunError(_NO_FORMER.filled(address=address))
        changes = place.changes(kept / _FORMER)
        if not dry_run:
            _send(place, kept / _FORMER, changes, progress)
            _exchange(kept)
    return changes


def _send(place: Place, site: Path, changes: Changes, progress: Progress) -> None:
    if not changes.are_none:
        place.send(site, changes, lambda done, of: progress("files", done, of))


def _kept(work: Path, address: str) -> Path:
    """Where the sites are kept that were sent to an address."""
    return work / "sent" / digest(address)[:16]


def _keep(site: Path, changes: Changes, kept: Path) -> None:
    """Keeps a copy of the site that was sent, and the one before."""
    if changes.are_none and (kept / _NOW).is_dir():
        return
    fresh = kept / "new"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(site, fresh)
    if (kept / _NOW).is_dir():
        shutil.rmtree(kept / _FORMER, ignore_errors=True)
        (kept / _NOW).rename(kept / _FORMER)
    fresh.rename(kept / _NOW)


def _exchange(kept: Path) -> None:
    """Makes the former site the present one, and the other way round."""
    aside = kept / "aside"
    (kept / _NOW).rename(aside)
    (kept / _FORMER).rename(kept / _NOW)
    aside.rename(kept / _FORMER)
