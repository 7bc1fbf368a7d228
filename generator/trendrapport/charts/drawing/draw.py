"""Charts with their tables to drawings; an earlier drawing comes from a store, under a digest of all that it
depends on.

What draws is loaded only when a drawing is stale; Altair, Vega and what paints even then only in worker
processes, so that this one can go on. The bytes are the same however many workers there are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trendrapport.charts.drawing.jobs import ChartJob, Drawing, Store, Texts, later
from trendrapport.diagnostics import Diagnostic

if TYPE_CHECKING:
    from trendrapport.charts.drawing.making import Files, Made

__all__ = ["ChartJob", "Drawing", "Run", "Store", "begin", "draw"]

Waiting = tuple[ChartJob, "Callable[[], Made]"]
"""A chart that is being drawn, and a function that waits for what is made of it."""


def _silent(_done: int, _total: int) -> None:
    pass


def draw(
    jobs: Sequence[ChartJob],
    store: Store,
    *,
    workers: int | None = None,
    progress: Callable[[int, int], None] = _silent,
) -> tuple[dict[str, Drawing], list[Diagnostic]]:
    """The drawing of each job that can be drawn, by name, and what is wrong with the others."""
    return begin(jobs, store, workers=workers, progress=progress).finish()


def begin(
    jobs: Sequence[ChartJob],
    store: Store,
    *,
    workers: int | None = None,
    progress: Callable[[int, int], None] = _silent,
) -> Run:
    """Has what is not in the store drawn by that many workers, and does not wait for it.

    With 0 `workers` all is drawn in this process, when it is waited for; by default there are as many as pay.
    """
    run = Run(jobs, store, progress)
    stale = [job for job in jobs if not run.take_kept(job)]
    if stale:
        progress(0, len(stale))
        run.waiting = _started(stale, run, workers)
    return run


def _started(stale: Sequence[ChartJob], run: Run, workers: int | None) -> list[Waiting]:
    """The charts that are not in the store, which are being drawn from now on."""
    from trendrapport.charts.drawing import workers as pool
    from trendrapport.charts.drawing.making import everything

    wanted = pool.worth(len(stale)) if workers is None else pool.just(workers)
    do = pool.doer(wanted, paint=any(job.pictures for job in stale))
    return [(job, do(everything(job, run.kept_texts(job)))) for job in stale]


@dataclass
class Run:
    """Charts that are being drawn."""

    jobs: Sequence[ChartJob]
    store: Store
    progress: Callable[[int, int], None]
    waiting: list[Waiting] = field(default_factory=list)
    done: dict[str, Drawing] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def take_kept(self, job: ChartJob) -> bool:
        """Takes a drawing from the store; whether all of it is there."""
        if not all(name in self.store for name in (job.key, *_names_of_files(job).values())):
            return False
        self.done[job.name] = self._drawing(job)
        return True

    def kept_texts(self, job: ChartJob) -> Texts | None:
        """The texts of a drawing, if those are in the store."""
        if job.key not in self.store:
            return None
        return self._drawing(job).texts

    def finish(self) -> tuple[dict[str, Drawing], list[Diagnostic]]:
        """Waits for what is being drawn: the drawings by name, and what is wrong with the others."""
        if self.waiting:
            self._wait()
        drawn, found = dict[str, Drawing](), list(self.found)
        for job in self.jobs:
            if job.name not in self.done:
                continue
            drawing = drawn[job.name] = self.done[job.name]
            # A chart's own code decides how wide it is; other kinds fit, and `check` reports Vega-Lite files.
            if (job.code_path or "").endswith(".py"):
                found += _too_wide(job, drawing)
        return drawn, found

    def _wait(self) -> None:
        from trendrapport.charts.drawing.problems import made_or_problem

        for count, (job, result) in enumerate(self.waiting, 1):
            made = made_or_problem(job, result)
            if isinstance(made, Diagnostic):
                self.found.append(made)
            else:
                self._keep(job, *made)
            self.progress(count, len(self.waiting))

    def _keep(self, job: ChartJob, texts: Texts, files: Files) -> None:
        self.store.put(job.key, json.dumps(texts).encode())
        for end, name in _names_of_files(job).items():
            self.store.put(name, files[end])
        self.done[job.name] = self._drawing(job)

    def _drawing(self, job: ChartJob) -> Drawing:
        files = {end: later(self.store, name) for end, name in _names_of_files(job).items()}
        return Drawing(job.name, later(self.store, job.key), files)


def _names_of_files(job: ChartJob) -> dict[str, str]:
    """The names of a chart's files in the store, by the ends of their names on the site."""
    return {end: job.files_key + end for end in job.ends}


def _too_wide(job: ChartJob, drawing: Drawing) -> Iterator[Diagnostic]:
    from trendrapport.charts.drawing.problems import too_wide

    return too_wide(job, drawing.texts["svg"])
