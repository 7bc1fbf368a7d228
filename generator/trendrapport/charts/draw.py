"""Charts with their tables to drawings; what was drawn before comes from a store, under a name of all it depends on.

Altair is loaded only when a drawing is stale. Specifications are made in this process, and drawn in
worker processes that load only vl-convert: they get ready while this one loads Altair. The bytes
are the same however many workers there are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field

from trendrapport.cache import digest
from trendrapport.charts import workers as pool
from trendrapport.charts.figure import Figure, figure
from trendrapport.charts.jobs import ChartJob, Drawing, Store
from trendrapport.charts.kinds.altair import ChartCodeError
from trendrapport.diagnostics import Diagnostic, Location, Text

__all__ = ["ChartJob", "Drawing", "Store", "draw"]

_WHY = Text(nl="zonder tekening is de pagina niet compleet", en="without a drawing the page is incomplete")
_CODE = (Text(nl="de code van deze grafiek geeft een fout: {reason}",
              en="the code of this chart gives an error: {reason}"), _WHY,
         Text(nl="Verbeter deze regel, of vraag het aan wie de code schreef.",
              en="Mend this line, or ask who wrote the code."))
_NO_CODE = Text(nl='de code "{path}" ontbreekt', en='the code "{path}" is missing')
_FIX_NO_CODE = Text(nl='Maak dat bestand met een functie "draw(table, theme)", of kies een andere soort grafiek.',
                    en='Make that file with a function "draw(table, theme)", or choose another kind of chart.')
_DRAWING = (Text(nl="deze grafiek kan niet getekend worden: {reason}", en="this chart cannot be drawn: {reason}"), _WHY,
            Text(nl="Controleer de velden, het filter en de waarden in de tabel.",
                 en="Check the fields, the filter and the values in the table."))


def _silent(_done: int, _total: int) -> None:
    pass


def draw(jobs: Sequence[ChartJob], store: Store, *, workers: int | None = None,
         progress: Callable[[int, int], None] = _silent) -> tuple[dict[str, Drawing], list[Diagnostic]]:
    """The drawing of each job that can be drawn, by name, and what is wrong with the others.

    With 0 `workers` all is done in this process; by default there are as many as pay.
    """
    drawing = _Drawing(store, progress)
    stale = [job for job in jobs if not drawing.kept(job)]
    if stale:
        drawing.all(stale, pool.worth(len(stale)) if workers is None else workers)
    return {job.name: drawing.done[job.name] for job in jobs if job.name in drawing.done}, drawing.found


@dataclass
class _Drawing:
    """One run of `draw`."""

    store: Store
    progress: Callable[[int, int], None]
    done: dict[str, Drawing] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def kept(self, job: ChartJob) -> bool:
        """Takes a drawing from the store, if it is there."""
        raw = self.store.get(job.key)
        if raw is None:
            return False
        self._add(job, **json.loads(raw))
        return True

    def all(self, stale: list[ChartJob], workers: int) -> None:
        """Draws what is not in the store."""
        self.progress(0, len(stale))
        submit = pool.submitter(workers)
        waiting = [(job, drawn, submit(drawn.vega_lite, job.language)) for job, drawn in self._figures(stale)]
        for count, (job, drawn, result) in enumerate(waiting, len(stale) - len(waiting) + 1):
            try:
                self._made(job, drawn, result())
            except Exception as error:
                # Whatever goes wrong with one chart must not keep the others from readers.
                if isinstance(error, BrokenExecutor):
                    pool.forget()
                self.found.append(_crash(job, error))
            self.progress(count, len(stale))

    def _figures(self, stale: list[ChartJob]) -> Iterator[tuple[ChartJob, Figure]]:
        for job in stale:
            try:
                yield job, figure(job.plan)
            except ChartCodeError as error:
                self.found.append(_code_error(job, error))
            except Exception as error:
                self.found.append(_crash(job, error))

    def _made(self, job: ChartJob, drawn: Figure, drawing: str) -> None:
        from trendrapport.charts.formats import svg, table

        parts = {"svg": svg.rebuilt(drawn, drawing).decode(), "table": table.write(drawn).decode()}
        self.store.put(job.key, json.dumps(parts).encode())
        self._add(job, **parts)

    def _add(self, job: ChartJob, svg: str, table: str) -> None:
        # What formats/csv.py writes; when nothing is stale there is no figure to give it.
        data = job.table.text.encode()
        self.done[job.name] = Drawing(job.name, svg, table, data, digest(svg, table, data))


def _code_error(job: ChartJob, error: ChartCodeError) -> Diagnostic:
    if job.code is None or job.code_path is None:
        what = _NO_CODE.filled(path=job.path.removesuffix(".yml") + ".py")
        return Diagnostic(Location(job.path), "chart-code", what, _WHY, _FIX_NO_CODE)
    what = _CODE[0].filled(reason=error.reason)
    return Diagnostic(Location(job.code_path, error.line), "chart-code", what, *_CODE[1:])


def _crash(job: ChartJob, error: BaseException) -> Diagnostic:
    reason = (str(error).strip().splitlines() or [""])[0]
    what = _DRAWING[0].filled(reason=f"{type(error).__name__}: {reason}")
    return Diagnostic(Location(job.path), "chart-drawing", what, *_DRAWING[1:])
