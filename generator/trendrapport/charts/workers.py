"""Processes that draw charts; they stay for the next drawing, as a preview makes many.

A chart passes through two of them: one that has loaded Altair makes its specification, one that
has loaded vl-convert draws that. Each takes about half a second to get ready, so that they do this
side by side while the report is read. This module loads little, so that they can be started first of all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING

from trendrapport.charts import rendering, specifying
from trendrapport.charts.processes import Processes

if TYPE_CHECKING:
    from trendrapport.charts.plan import Plan

CHARTS_PER_WORKER = 20
"""A worker takes about as long to get ready as so many charts take to be drawn."""


Drawn = tuple[str, str]
"""A chart's Vega-Lite text and the SVG text drawn of it."""

def worth(charts: int) -> int:
    """How many workers pay for each step of so many charts: on two cores one for each, on more up to half of the cores."""
    return min(max(1, (os.cpu_count() or 1) // 2), -(-charts // CHARTS_PER_WORKER))


def get_ready(charts: int) -> None:
    """Starts the workers for so many charts, so that they load while this process does something else."""
    if charts:
        _pools(worth(charts))


def drawer(workers: int) -> Callable[[Plan], Callable[[], Drawn]]:
    """A function that has a plan drawn, and gives one that waits for it; with 0 workers that draws it here."""
    if not workers:
        return lambda plan: partial(_drawn, plan)
    pools = _pools(workers)
    return lambda plan: _submitted(plan, *pools).result


def _drawn(plan: Plan) -> Drawn:
    vega_lite = specifying.specification(plan)
    return vega_lite, rendering.render(vega_lite, plan.theme.language)


def _submitted(plan: Plan, specifiers: Processes, renderers: Processes) -> Future[Drawn]:
    """Both steps, the second as soon as the first is done."""
    whole: Future[Drawn] = Future()

    def specified(step: Future[str]) -> None:
        with _told_to(whole):
            made = renderers.submit(rendering.render, step.result(), plan.theme.language)
            made.add_done_callback(partial(rendered, step.result()))

    def rendered(vega_lite: str, step: Future[str]) -> None:
        with _told_to(whole):
            whole.set_result((vega_lite, step.result()))

    with _told_to(whole):
        specifiers.submit(specifying.specification, plan).add_done_callback(specified)
    return whole


@contextmanager
def _told_to(future: Future[Drawn]) -> Iterator[None]:
    """What goes wrong in a step is raised where its result is asked for."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again
        future.set_exception(error)


@cache
def explorer() -> Future[str]:
    """The library that lets readers explore, made in a process of its own; asked for twice, it is made once."""
    return _pool(1, rendering.warm_up).submit(rendering.explorer)


def stop() -> None:
    """Ends the workers at once, when no more will be drawn: waiting until they have cleaned up takes a tenth of the build."""
    while _running:
        _running.pop().end()
    _pools.cache_clear()
    explorer.cache_clear()


_running: list[Processes] = []


@cache
def _pools(workers: int) -> tuple[Processes, Processes]:
    return _pool(workers, specifying.warm_up), _pool(workers, rendering.warm_up)


def _pool(workers: int, warm_up: Callable[[], None]) -> Processes:
    _running.append(Processes(workers, warm_up))
    return _running[-1]
