"""Declared charts and their tables to drawings; each is made once and kept under a name of all it depends on.

With every drawing fresh, neither Altair nor vl-convert is imported.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cached_property
from multiprocessing import get_context
from typing import Any, Protocol

from trendrapport.by_place import modules
from trendrapport.cache import digest
from trendrapport.charts import kinds
from trendrapport.charts.declaration import Chart
from trendrapport.charts.rows import shown
from trendrapport.charts.table import Table
from trendrapport.charts.theme import Theme
from trendrapport.diagnostics import Diagnostic, Language, Location, Text
from trendrapport.fingerprint import generator

WORTH_A_POOL = 40
"""So many stale charts and more are drawn by several processes: each needs a second to start, a chart some 40 ms."""


class Store(Protocol):
    """Where drawings are kept."""

    def get(self, name: str) -> bytes | None:
        """The value of that name."""

    def put(self, name: str, value: bytes) -> None:
        """Keeps a value."""


@dataclass(frozen=True)
class Job:
    """One chart to draw."""

    name: str
    chart: Chart
    table: Table
    language: Language
    code: str | None = None
    """The text of `charts/<name>.py`, for kind `altair`."""

    @cached_property
    def key(self) -> str:
        """A name for all that the drawing depends on."""
        return digest("drawing", generator(), self.name, self.chart.model_dump_json(), self.table.digest, self.language,
                      self.code or "")


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG and its data as an HTML table."""

    svg: str
    table: str
    digest: str


_WHAT = Text(nl="de grafiek kan niet getekend worden: {reason}", en="the chart cannot be drawn: {reason}")
_WHY = Text(nl="lezers zouden een lege plek zien", en="readers would see an empty place")
_FIX = Text(nl="Controleer de velden en de gegevens van de grafiek.", en="Check the fields and the data of the chart.")
_FIX_CODE = Text(nl="Verbeter de code op deze regel.", en="Correct the code on this line.")


def draw(jobs: Sequence[Job], store: Store, progress: Callable[[int, int], None] = lambda done, of: None,
         ) -> tuple[dict[str, Drawing], list[Diagnostic]]:
    """The drawings by name, and what is wrong with those that could not be made."""
    drawn = {job.name: kept for job in jobs if (kept := store.get(job.key)) is not None}
    stale = [job for job in jobs if job.name not in drawn]
    found: list[Diagnostic] = []
    for done, (job, result) in enumerate(zip(stale, _made(stale), strict=True), 1):
        if isinstance(result, Diagnostic):
            found.append(result)
        else:
            drawn[job.name] = result
            store.put(job.key, result)
        progress(done, len(stale))
    return {name: Drawing(**json.loads(kept)) for name, kept in drawn.items()}, found


def _made(jobs: Sequence[Job]) -> Any:  # noqa: ANN401
    workers = os.cpu_count() or 1
    if len(jobs) < WORTH_A_POOL or workers == 1:
        return map(make, jobs)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(make, jobs, chunksize=8))


def make(job: Job) -> bytes | Diagnostic:
    """One drawing as JSON, or why it could not be made."""
    from trendrapport.charts.formats.svg import svg
    from trendrapport.charts.formats.table import table
    from trendrapport.labels import Labels

    path = f"charts/{job.name}.py"
    try:
        specification = _specification(job, path)
        drawing = svg(specification, job.name, job.chart.description, Theme(job.language))
    except Exception as error:  # noqa: BLE001 - code and data of others: whatever it raises is told with its line
        return _diagnostic(job, path, error)
    data = table(job.table, shown(job.chart, job.table), job.chart.title, Labels(job.language))
    made = Drawing(drawing, data, digest(drawing, data))
    return json.dumps(asdict(made), ensure_ascii=False).encode()


def _specification(job: Job, path: str) -> dict[str, Any]:
    theme = Theme(job.language)
    if job.code is None:
        drawn = modules(kinds)[job.chart.kind].draw(job.chart, job.table, theme)
    else:
        names: dict[str, Any] = {"__name__": f"charts.{job.name}"}
        exec(compile(job.code, path, "exec"), names)  # noqa: S102 - Python under charts/ is code and is reviewed as such
        drawn = names["draw"](job.table, theme)
    specification: dict[str, Any] = drawn.to_dict(validate=False)
    return {**specification, "config": theme.config()}


def _diagnostic(job: Job, path: str, error: Exception) -> Diagnostic:
    lines = [frame.lineno or 1 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    if isinstance(error, SyntaxError) and error.filename == path:
        lines = [error.lineno or 1]
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    if job.code is not None:
        at = Location(path, lines[-1] if lines else 1)
        return Diagnostic(at, "chart-code", _WHAT.filled(reason=reason), _WHY, _FIX_CODE)
    return Diagnostic(Location(f"charts/{job.name}.yml"), "chart-drawing", _WHAT.filled(reason=reason), _WHY, _FIX)
