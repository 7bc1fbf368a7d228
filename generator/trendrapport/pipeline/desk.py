"""A report as its makers look at it: how far each text is, and advice on it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from trendrapport.board.changed import days
from trendrapport.board.standing import Look
from trendrapport.board.standings import groups
from trendrapport.diagnostics import Language, Severity, few, ordered
from trendrapport.pipeline.checking import Also, everything_found
from trendrapport.pipeline.results import WORK
from trendrapport.pipeline.work import Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.day import today


def status(root: Path, tell: Tell = silent, work: str = WORK) -> tuple[Look, Language]:
    """How far each text of a report is, and the report's language. Raises CannotRunError when what a run
    keeps may not be kept there.
    """
    folder = work_folder(root, work)
    with alone_in(folder, tell):
        return with_store_in(folder, lambda cache: _look(root, cache), tell)


class Desk:
    """A report that is looked at again and again, beside what else is done with it: what it reads is kept in
    memory.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._cache: Cache | None = None
        # A store belongs to the thread that opened it.
        self._reader = ThreadPoolExecutor(max_workers=1)

    def look(self) -> Look:
        """How far each text is now, and advice on it."""
        return self._reader.submit(self._read).result()

    def _read(self) -> Look:
        if self._cache is None:
            self._cache = Cache(None)
        look, _ = _look(self._root, self._cache)
        return look


def _look(root: Path, cache: Cache) -> tuple[Look, Language]:
    report, found = everything_found(root, cache, also=Also(advice=True))
    advice = [one for one in found if one.severity is Severity.ADVICE]
    wrong = [one for one in found if one.severity is not Severity.ADVICE]
    standings = groups(report, wrong, days(root), today())
    return Look(standings, ordered(few(advice))), report.config.language
