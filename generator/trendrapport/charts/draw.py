"""Charts with their tables to drawings; what was drawn before comes from a store, under a name made of all it depends on.

Altair is loaded only when a drawing is stale. Specifications are made here, and drawn in worker processes
that load only vl-convert: they get ready while this process loads Altair. The bytes are the same
however many workers there are.
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Protocol

from trendrapport.cache import digest
from trendrapport.charts.declaration import Chart
from trendrapport.charts.figure import Figure, figure
from trendrapport.charts.kinds.altair import ChartCodeError
from trendrapport.charts.plan import Plan
from trendrapport.charts.rendering import warm_up
from trendrapport.charts.table import Table
from trendrapport.charts.theme import Theme
from trendrapport.diagnostics import Diagnostic, Language, Location, Text

CHARTS_PER_WORKER = 6
"""A worker takes a third of a second to get ready: about as long as six charts take."""

_LIBRARIES = ("altair", "vl-convert-python", "babel", "font-source-sans-pro")
_NOT_DRAWN = {"source", "caption", "subtitle"}
"""What a declaration says beside the drawing."""

_CODE = (Text(nl="de code van deze grafiek geeft een fout: {reason}", en="the code of this chart gives an error: {reason}"),
         Text(nl="zonder tekening is de pagina niet compleet", en="without a drawing the page is incomplete"),
         Text(nl="Verbeter deze regel, of vraag het aan wie de code schreef.", en="Mend this line, or ask who wrote the code."))
_NO_CODE = Text(nl='de code "{path}" ontbreekt', en='the code "{path}" is missing')
_FIX_NO_CODE = Text(nl='Maak dat bestand met een functie "draw(table, theme)", of kies een andere soort grafiek.',
                    en='Make that file with a function "draw(table, theme)", or choose another kind of chart.')
_DRAWING = (Text(nl="deze grafiek kan niet getekend worden: {reason}", en="this chart cannot be drawn: {reason}"),
            _CODE[1],
            Text(nl="Controleer de velden, het filter en de waarden in de tabel.",
                 en="Check the fields, the filter and the values in the table."))


class Store(Protocol):
    """Bytes by name, kept between runs."""

    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, value: bytes) -> None: ...


@dataclass(frozen=True)
class ChartJob:
    """One chart to be drawn, and where its declaration and code stand."""

    name: str
    path: str
    chart: Chart
    table: Table
    language: Language
    code: str | None = None
    code_path: str | None = None

    @cached_property
    def key(self) -> str:
        """A name for everything that the drawing depends on."""
        declared = self.chart.model_dump_json(exclude=_NOT_DRAWN)
        return digest("drawing", self.name, declared, self.table.digest, self.code or "", self.language, _maker())

    @property
    def plan(self) -> Plan:
        """The job as a chart kind gets it."""
        return Plan(self.name, self.chart, self.table, Theme(self.language), self.code, self.code_path or "")


@dataclass(frozen=True)
class Drawing:
    """A chart as readers get it."""

    name: str
    svg: str
    """For within a page."""
    table: str
    """The values shown, as HTML."""
    csv: bytes
    digest: str
    """A name for these bytes."""


@cache
def _maker() -> str:
    """A name for the code and the libraries that draw; asks for versions without loading anything."""
    folder = Path(__file__).parent
    sources = (part for path in sorted(folder.rglob("*.py")) for part in (path.relative_to(folder).as_posix(), path.read_bytes()))
    return digest(*sources, *map(_version, _LIBRARIES))


def _version(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return library


def _no_progress(_done: int, _total: int) -> None:
    pass


def draw(jobs: Sequence[ChartJob], store: Store, *, workers: int | None = None,
         progress: Callable[[int, int], None] = _no_progress) -> tuple[dict[str, Drawing], list[Diagnostic]]:
    """The drawing of each job that can be drawn, by name, and what is wrong with the others."""
    drawing = _Drawing(jobs, store, progress)
    stale = [job for job in jobs if not drawing.kept(job)]
    if stale:
        drawing.all(stale, _workers(len(stale)) if workers is None else workers)
    return {job.name: drawing.done[job.name] for job in jobs if job.name in drawing.done}, drawing.found


def _workers(stale: int) -> int:
    return min(os.cpu_count() or 1, -(-stale // CHARTS_PER_WORKER))


@cache
def _pool(workers: int) -> ProcessPoolExecutor:
    """Workers that stay for the next drawing; started afresh, which is safe on every system and beside threads."""
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"))
    for _ in range(workers):
        pool.submit(warm_up)
    return pool


def _svg(drawn: Figure) -> bytes:
    from trendrapport.charts.formats import svg

    return svg.write(drawn)


@dataclass
class _Drawing:
    """One run of `draw`."""

    jobs: Sequence[ChartJob]
    store: Store
    progress: Callable[[int, int], None]
    done: dict[str, Drawing] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def kept(self, job: ChartJob) -> bool:
        """Takes a drawing from the store, if it is there."""
        raw = self.store.get(job.key)
        if raw is not None:
            parts = json.loads(raw)
            self._add(job, parts["svg"], parts["table"])
        return raw is not None

    def all(self, stale: list[ChartJob], workers: int) -> None:
        """Draws what is not in the store."""
        if workers:
            _pool(workers)
        self.progress(0, len(stale))
        waiting = [(job, drawn, self._submit(drawn, workers)) for job, drawn in self._figures(stale)]
        for count, (job, drawn, future) in enumerate(waiting, len(stale) - len(waiting) + 1):
            self._finish(job, drawn, future)
            self.progress(count, len(stale))

    def _figures(self, stale: list[ChartJob]) -> Iterator[tuple[ChartJob, Figure]]:
        for job in stale:
            try:
                yield job, figure(job.plan)
            except ChartCodeError as error:
                self.found.append(_code_error(job, error))
            except Exception as error:  # noqa: BLE001 - one chart that fails must not keep the others from readers
                self.found.append(_crash(job, error))

    def _submit(self, drawn: Figure, workers: int) -> Future[bytes]:
        if workers:
            return _pool(workers).submit(_svg, drawn)
        future: Future[bytes] = Future()
        try:
            future.set_result(_svg(drawn))
        except Exception as error:  # noqa: BLE001 - told by whoever waits for the result
            future.set_exception(error)
        return future

    def _finish(self, job: ChartJob, drawn: Figure, future: Future[bytes]) -> None:
        from trendrapport.charts.formats import table

        try:
            svg, values = future.result().decode(), table.write(drawn).decode()
        except BrokenExecutor as error:
            _pool.cache_clear()
            self.found.append(_crash(job, error))
        except Exception as error:  # noqa: BLE001 - one chart that fails must not keep the others from readers
            self.found.append(_crash(job, error))
        else:
            self.store.put(job.key, json.dumps({"svg": svg, "table": values}).encode())
            self._add(job, svg, values)

    def _add(self, job: ChartJob, svg: str, table: str) -> None:
        csv = job.table.text.encode()
        self.done[job.name] = Drawing(job.name, svg, table, csv, digest(svg, table, csv))


def _code_error(job: ChartJob, error: ChartCodeError) -> Diagnostic:
    if job.code is None or job.code_path is None:
        what = _NO_CODE.filled(path=job.path.removesuffix(".yml") + ".py")
        return Diagnostic(Location(job.path), "chart-code", what, _CODE[1], _FIX_NO_CODE)
    return Diagnostic(Location(job.code_path, error.line), "chart-code", _CODE[0].filled(reason=error.reason), *_CODE[1:])


def _crash(job: ChartJob, error: BaseException) -> Diagnostic:
    reason = (str(error).strip().splitlines() or [""])[0]
    what = _DRAWING[0].filled(reason=f"{type(error).__name__}: {reason}")
    return Diagnostic(Location(job.path), "chart-drawing", what, *_DRAWING[1:])
