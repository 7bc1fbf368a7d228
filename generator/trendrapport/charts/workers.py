"""Processes that draw charts; they stay for the next drawing, as a preview makes many.

A chart passes through two sorts of them: one that has loaded Altair makes its specifications, one that
has loaded vl-convert draws those. Each takes about half a second to get ready, so that they do this
side by side while the report is read. They are started afresh rather than forked, which is safe on
every system and beside threads. This module loads little, so that they can be started first of all.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Generator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, TypeVar

from trendrapport.charts import rendering, specifying

CHARTS_PER_SPECIFIER, CHARTS_PER_RENDERER = 20, 8
"""A worker takes about as long to get ready as so many charts take to be specified, or to be drawn."""

Workers = tuple[int, int]
"""How many processes make specifications, and how many draw."""

Made = TypeVar("Made")


@dataclass(frozen=True)
class Step:
    """Work for another process: for one with Altair (`specify`), or else for one with vl-convert."""

    specify: bool
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


Steps = Generator[Step, Any, Made]
"""Work in several steps: it is given the result of each, and returns what was to be made."""


def worth(charts: int) -> Workers:
    """How many workers pay for so many charts: specifying takes half of the cores at most, drawing, which takes longest, all."""
    cores = os.cpu_count() or 1
    return min(max(1, cores // 2), -(-charts // CHARTS_PER_SPECIFIER)), min(cores, -(-charts // CHARTS_PER_RENDERER))


def get_ready(charts: int) -> None:
    """Starts the workers for so many charts, so that they load while this process does something else."""
    if charts:
        _pools(worth(charts))


def doer(workers: Workers | None) -> Callable[[Steps[Made]], Callable[[], Made]]:
    """A function that has steps done, and gives one that waits for what they make; without workers that does them here."""
    if workers is None:
        return lambda steps: partial(_here, steps)
    pools = _pools(workers)
    return lambda steps: _elsewhere(steps, pools).result


def _here(steps: Steps[Made]) -> Made:
    result = None
    while True:
        try:
            step = steps.send(result)
        except StopIteration as end:
            made: Made = end.value
            return made
        result = step.function(*step.arguments)


def _elsewhere(steps: Steps[Made], pools: tuple[ProcessPoolExecutor, ProcessPoolExecutor]) -> Future[Made]:
    """Each step begins as soon as the one before is done; what goes wrong in one is raised where the result is asked for."""
    whole: Future[Made] = Future()

    def go_on(done: Future[Any] | None = None) -> None:
        try:
            step = steps.send(done.result() if done else None)
            pools[not step.specify].submit(step.function, *step.arguments).add_done_callback(go_on)
        except StopIteration as end:
            whole.set_result(end.value)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again
            whole.set_exception(error)

    go_on()
    return whole


def stop() -> None:
    """Ends the workers at once, when no more will be drawn: waiting until they have cleaned up takes a tenth of the build."""
    for worker in multiprocessing.active_children():
        worker.kill()


def forget() -> None:
    """Lets the next drawing start new workers, after one has died."""
    _pools.cache_clear()


@cache
def _pools(workers: Workers) -> tuple[ProcessPoolExecutor, ProcessPoolExecutor]:
    return _pool(workers[0], specifying.warm_up), _pool(workers[1], rendering.warm_up)


def _pool(workers: int, warm_up: Callable[[], None]) -> ProcessPoolExecutor:
    # What Altair makes for one chart is garbage all at once: looking for it more often only costs time.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), gc.set_threshold, (100_000,))
    for _ in range(workers):
        pool.submit(warm_up)
    return pool
