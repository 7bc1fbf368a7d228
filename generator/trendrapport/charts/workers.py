"""Processes that draw specifications side by side; they stay for the next drawing, as a preview makes many.

They are started afresh rather than forked, which is safe on every system and beside threads.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from functools import cache, partial

from trendrapport.charts.rendering import render, warm_up
from trendrapport.diagnostics import Language

CHARTS_PER_WORKER = 6
"""A worker takes about as long to get ready as six charts take to be drawn."""


def worth(charts: int) -> int:
    """How many workers pay for so many charts; this process keeps a core, for making specifications."""
    return min(max(1, (os.cpu_count() or 1) - 1), -(-charts // CHARTS_PER_WORKER))


def submitter(workers: int) -> Callable[[str, Language], Callable[[], str]]:
    """A function that has a specification drawn, and gives one that waits for the SVG; with 0 workers that draws it."""
    if not workers:
        return lambda vega_lite, language: partial(render, vega_lite, language)
    pool = _pool(workers)
    return partial(_submit, pool)


def _submit(pool: ProcessPoolExecutor, vega_lite: str, language: Language) -> Callable[[], str]:
    try:
        return pool.submit(render, vega_lite, language).result
    except BrokenExecutor as error:
        return partial(_raise, error)


def _raise(error: BrokenExecutor) -> str:
    raise error


def forget() -> None:
    """Lets the next drawing start new workers, after one has died."""
    _pool.cache_clear()


@cache
def _pool(workers: int) -> ProcessPoolExecutor:
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"))
    for _ in range(workers):
        pool.submit(warm_up)
    return pool

