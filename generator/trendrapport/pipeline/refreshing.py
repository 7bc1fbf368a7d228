"""The tables of a report, read again from where they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from trendrapport.diagnostics import CannotRunError, Language
from trendrapport.editing.writing import write
from trendrapport.fetching.web import Web
from trendrapport.pipeline.results import WORK
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.refreshing.refresh import Refreshed, refresh, refreshable
from trendrapport.report.load import load
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.day import today


@dataclass(frozen=True)
class Failed:
    """A table that could not be refreshed, and why: a line in Dutch and one in English."""

    name: str
    why: str


@dataclass(frozen=True)
class Round:
    """What became of each table, by name."""

    tables: tuple[Refreshed | Failed, ...]
    language: Language


def refresh_tables(
    root: Path, names: Sequence[str], tell: Tell = silent, work: str = WORK, *, write_files: bool = False
) -> Round:
    """Reads tables again from where they came from: those of these names, or all whose origin is known.

    A table that fails leaves the others alone. Each is written as a whole, or stays as it was; nothing is
    written unless that is asked. Raises CannotRunError when what a run keeps may not be kept there.
    """
    folder = work_folder(root, work)
    with alone_in(folder, tell):
        return with_store_in(folder, partial(_round, root, names, write_files), tell)


def _round(root: Path, names: Sequence[str], write_files: bool, cache: Cache) -> Round:  # noqa: FBT001
    report, _ = load(root, cache)
    web, made = Web(), []
    found: Refreshed | Failed
    for name in names or refreshable(report):
        try:
            found = refresh(report, name, root, web, today())
            if write_files:
                write(root, found.files)
        except CannotRunError as error:
            found = Failed(name, str(error))
        made.append(found)
    return Round(tuple(made), report.config.language)
