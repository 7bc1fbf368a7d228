"""A report, with what can only be mended in one way mended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trendrapport.editing.mending import Mended, Seen, mend
from trendrapport.editing.writing import write
from trendrapport.files.contents import Files, paths
from trendrapport.model.config import CONFIG_PATH
from trendrapport.pipeline.checking import NOTHING_ELSE, Also, checked_report, everything_found
from trendrapport.pipeline.results import WORK, Result
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.runtime.cache import Cache

if TYPE_CHECKING:
    from trendrapport.pipeline.links import Answers


@dataclass(frozen=True)
class Fixed:
    """What was mended, what the bytes of those files were, and what is still wrong."""

    mended: Mended
    former: Files
    result: Result


def fix(
    root: Path,
    tell: Tell = silent,
    work: str = WORK,
    *,
    write_files: bool = True,
    advice: bool = False,
    answers: Answers | None = None,
) -> Fixed:
    """Mends what can only be mended in one way; with advice on what is left if asked for, and with the new
    addresses of what moved if there are answers to those in the report.

    Raises CannotRunError when what a run keeps may not be kept there, and OSError for a file that cannot be
    written; no file is then half written.
    """
    folder = work_folder(root, work)
    with alone_in(folder, tell):
        return with_store_in(folder, partial(_fixed, root, write_files, Also(advice, answers)), tell)


def _fixed(root: Path, write_files: bool, also: Also, cache: Cache) -> Fixed:  # noqa: FBT001
    mended = mend(partial(seen, root, cache, also=Also(answers=also.answers)), partial(bytes_in, root))
    former = {path: bytes_in(root, path) for path in mended.files}
    if write_files:
        write(root, mended.files)
    _, result = checked_report(root, cache, mended.files, also=also)
    return Fixed(mended, former, result)


def seen(root: Path, cache: Cache, unsaved: Files, *, also: Also = NOTHING_ELSE) -> Seen:
    """What a check sees of a report, with other bytes for some of its files."""
    report, found = everything_found(root, cache, unsaved, also=also)
    gone = {path for path, raw in unsaved.items() if raw is None}
    there = {CONFIG_PATH, *paths(root), *unsaved} - gone
    return Seen(report, found, tuple(sorted(there)))


def bytes_in(root: Path, path: str) -> bytes | None:
    """The bytes of a file of a report; None where there is no ordinary file."""
    file = root / path
    return file.read_bytes() if file.is_file() else None
