"""Processes that draw charts; they stay for the next drawing, because a preview makes many.

A chart passes through three sorts of them: one that has loaded Altair makes its specifications, one in which
Vega runs draws those, and one paints pictures of the drawings if these are wanted. What pages show of a
drawing is written by the first sort too, which has less to do by then than the process that makes the pages.
The first two take about half a second to get ready, which they do side by side while the report is read. This
module loads little, so that they can be started first of all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, TypeVar

from trendrapport.charts.drawing import specifying
from trendrapport.charts.pictures import painting
from trendrapport.charts.rendering import vega_to_svg as rendering
from trendrapport.runtime.processes import Processes

Sort = Literal["specify", "draw", "paint"]

Workers = Mapping[Sort, int]
"""The number of processes of each sort."""

CHARTS_PER_WORKER: Mapping[Sort, int] = {"specify": 20, "draw": 20, "paint": 10}
"""For fewer charts it takes longer to get one worker more ready than it saves; painting takes longest."""

_WARM_UP: Mapping[Sort, Callable[[], None]] = {
    "specify": specifying.warm_up,
    "draw": rendering.warm_up,
    "paint": painting.warm_up,
}

Made = TypeVar("Made")


@dataclass(frozen=True)
class Step:
    """Work for another process of one sort."""

    sort: Sort
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


Steps = Generator[Step, Any, Made]
"""Work in several steps: it receives the result of each, and returns what is made."""


def worth(charts: int) -> Workers:
    """The number of workers that pay for that many charts: at most half of the cores for specifying, and all
    for the other sorts, which take longer.
    """
    cores = os.cpu_count() or 1
    most: Workers = {"specify": max(1, cores // 2), "draw": cores, "paint": cores}
    return {sort: min(count, -(-charts // CHARTS_PER_WORKER[sort])) for sort, count in most.items()}


def just(count: int) -> Workers | None:
    """That many workers of each sort; None for 0."""
    if not count:
        return None
    return {"specify": count, "draw": count, "paint": count}


def get_ready(charts: int) -> None:
    """Starts the workers for that many drawings, which load while this process does something else.

    Those that specify come last, because they may be forks: what they need as well as this process is then
    loaded only once.
    """
    if charts:
        wanted = worth(charts)
        _pools(wanted, ("draw",))
        specifying.load()
        _pools(wanted, ("specify",))


def doer(workers: Workers | None, *, paint: bool) -> Callable[[Steps[Made]], Callable[[], Made]]:
    """A function that starts steps, and returns one that waits for what they make; without workers that one
    does them in this process.
    """
    if workers is None:
        return lambda steps: partial(_here, steps)
    sorts: list[Sort] = ["specify", "draw"]
    if paint:
        sorts.append("paint")
    pools = _pools(workers, sorts)
    return lambda steps: _awaited(_elsewhere(steps, pools)).result


def painter(pictures: int) -> Callable[[Callable[..., Made], Any], Callable[[], Made]]:
    """A function that has something painted in another process, and returns one that waits for it; processes
    that run already are used.
    """
    running = (processes for (sort, _), processes in _running.items() if sort == "paint")
    painters = next(running, None) or _pool("paint", worth(pictures)["paint"])
    return lambda function, arguments: _awaited(painters.submit(function, arguments)).result


def drawer() -> Callable[..., Any]:
    """A function that calls another where Vega runs, and waits for it; a running process is used again."""
    pool = _pool("draw", 1)
    return lambda function, *arguments: pool.submit(function, *arguments).result()


def _here(steps: Steps[Made]) -> Made:
    result = None
    while True:
        try:
            step = steps.send(result)
        except StopIteration as end:
            made: Made = end.value
            return made
        result = step.function(*step.arguments)


def _elsewhere(steps: Steps[Made], pools: Mapping[Sort, Processes]) -> Future[Made]:
    """Starts each step when the one before is done; an error is raised where the result is asked for."""
    whole: Future[Made] = Future()

    def go_on(done: Future[Any] | None = None) -> None:
        try:
            step = steps.send(done.result() if done else None)
            pools[step.sort].submit(step.function, *step.arguments).add_done_callback(go_on)
        except StopIteration as end:
            whole.set_result(end.value)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again
            whole.set_exception(error)

    go_on()
    return whole


def stop() -> None:
    """Ends the workers at once, when no more will be drawn: waiting until they have cleaned up takes a tenth
    of the build.
    """
    while _running:
        _, processes = _running.popitem()
        processes.end()


def end_idle() -> None:
    """Ends the workers if all is done that was begun: each takes sixty megabytes or more, and the last part
    of a large build has nothing for them to do. What is begun later starts them again.
    """
    if not _begun:
        stop()


def _awaited(future: Future[Made]) -> Future[Made]:
    """Work that has begun, until it is done."""
    _begun.add(future)
    future.add_done_callback(_begun.discard)
    return future


_begun: set[Future[Any]] = set()
"""What is not done yet."""

_running: dict[tuple[Sort, int], Processes] = {}
"""The workers, by their sort and number."""


def _pools(workers: Workers, sorts: Iterable[Sort]) -> dict[Sort, Processes]:
    return {sort: _pool(sort, workers[sort]) for sort in sorts}


def _pool(sort: Sort, count: int) -> Processes:
    """That many workers of a sort, or more if those are running already."""
    for (same, number), running in _running.items():
        if same == sort and number >= count:
            return running
    return _running.setdefault((sort, count), Processes(count, _WARM_UP[sort]))
