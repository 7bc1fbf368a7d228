"""Charts with their tables to drawings; an earlier drawing comes from a store, under a digest of all that it
depends on.

Altair, Vega and what paints are loaded only when a drawing is stale, and then in worker processes, so that
this one can go on. The bytes are the same however many workers there are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from trendrapport.charts.drawing import workers as pool
from trendrapport.charts.drawing.jobs import ChartJob, Drawing, Store, Texts, later
from trendrapport.charts.drawing.making import Files, everything
from trendrapport.charts.errors import CannotDrawError, ChartCodeError
from trendrapport.charts.pictures.framing import inside
from trendrapport.diagnostics import Diagnostic, Location, Severity, Text, shortened
from trendrapport.runtime.processes import WorkEndedError, WorkTooLongError

__all__ = ["ChartJob", "Drawing", "Run", "Store", "begin", "draw"]

_WHY = Text(nl="zonder tekening is de pagina niet compleet", en="without a drawing the page is incomplete")
_CODE = (
    Text(
        nl="de code van deze grafiek geeft een fout: {reason}",
        en="the code of this chart raises an error: {reason}",
    ),
    _WHY,
    Text(
        nl="Verbeter deze regel, of vraag het aan wie de code schreef.",
        en="Fix this line, or ask the person who wrote the code.",
    ),
)
_NO_CODE = Text(nl='de code "{path}" ontbreekt', en='the code "{path}" is missing')
_FIX_NO_CODE = Text(
    nl='Maak dat bestand met een functie "draw(table, theme)", of kies een andere soort grafiek.',
    en='Create that file with a function "draw(table, theme)", or choose another kind of chart.',
)
_DRAWING = (
    Text(nl="deze grafiek kan niet worden getekend: {reason}", en="this chart cannot be drawn: {reason}"),
    _WHY,
    Text(
        nl="Controleer de velden, het filter en de waarden in de tabel.",
        en="Check the fields, the filter and the values in the table.",
    ),
)
_FIX_CODE = Text(
    nl="Controleer de code, of vraag het aan wie die schreef.",
    en="Check the code, or ask the person who wrote it.",
)
_ENDED = Text(nl="het tekenen van deze grafiek is afgebroken", en="drawing this chart stopped unexpectedly")
_FIX_ENDED = (
    Text(
        nl="Zoek in de code wat het programma laat stoppen of te veel geheugen gebruikt.",
        en="Look in the code for what ends the program or uses too much memory.",
    ),
    Text(
        nl="Probeer het opnieuw. Lukt het dan nog niet, gebruik dan minder rijen.",
        en="Try again. If that fails, use fewer rows.",
    ),
)
_TOO_LONG = Text(
    nl="deze grafiek was na {seconds} seconden nog niet getekend",
    en="this chart was still not drawn after {seconds} seconds",
)
_FIX_TOO_LONG = (
    Text(nl="Zoek in de code een lus die niet eindigt.", en="Look in the code for a loop that never ends."),
    Text(
        nl='Gebruik minder rijen, bijvoorbeeld met "filter".',
        en='Use fewer rows, for example with "filter".',
    ),
)

_WIDE = (
    Text(
        nl="deze tekening is {wide} breed, en er is ruimte voor {most}",
        en="this drawing is {wide} wide, but there is only room for {most}",
    ),
    Text(
        nl="de tekening wordt verkleind, en tekst wordt dan kleiner dan 12 pixels",
        en="it will be made smaller, and text will then be under 12 pixels",
    ),
    Text(
        nl="Zet minder panelen naast elkaar (columns), gebruik kortere namen, of laat width weg.",
        en="Put fewer panels side by side (columns), use shorter names, or leave out width.",
    ),
)
WIDEST = 746
"""The widest drawing, in units, in which text of 14 units is not smaller than 12 pixels on a page."""

_REASON = 300
"""The most characters of what a library says: it may repeat a whole formula."""

Waiting = tuple[ChartJob, Callable[[], tuple[Texts, Files]]]
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
        wanted = pool.worth(len(stale)) if workers is None else pool.just(workers)
        do = pool.doer(wanted, paint=any(job.pictures for job in stale))
        run.waiting = [(job, do(everything(job, run.kept_texts(job)))) for job in stale]
    return run


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
        for count, (job, result) in enumerate(self.waiting, 1):
            self._take(job, result)
            self.progress(count, len(self.waiting))
        drawn, found = dict[str, Drawing](), list(self.found)
        for job in self.jobs:
            if job.name not in self.done:
                continue
            drawing = drawn[job.name] = self.done[job.name]
            # A chart's own code decides how wide it is; other kinds fit, and `check` reports Vega-Lite files.
            if (job.code_path or "").endswith(".py"):
                found += too_wide(job, drawing.texts["svg"])
        return drawn, found

    def _take(self, job: ChartJob, result: Callable[[], tuple[Texts, Files]]) -> None:
        """Keeps what is made of a chart; a failure of one must not keep the others from readers."""
        try:
            texts, files = result()
        except ChartCodeError as error:
            self.found.append(_code_error(job, error))
        except (WorkEndedError, WorkTooLongError) as error:
            self.found.append(_nothing_came(job, error))
        except Exception as error:
            self.found.append(_crash(job, error))
        else:
            self._keep(job, texts, files)

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


def too_wide(job: ChartJob, svg: str) -> Iterator[Diagnostic]:
    """A warning if a drawing is wider than there is room for."""
    wide = inside(svg).width
    if wide > WIDEST:
        what, why, fix = _WIDE
        what = what.filled(wide=round(wide), most=WIDEST)
        place = Location(job.code_path or job.path)
        yield Diagnostic(place, "wide-drawing", what, why, fix, severity=Severity.WARNING)


def _code_error(job: ChartJob, error: ChartCodeError) -> Diagnostic:
    if job.code is None or job.code_path is None:
        what = _NO_CODE.filled(path=job.path.removesuffix(".yml") + ".py")
        return Diagnostic(Location(job.path), "chart-code", what, _WHY, _FIX_NO_CODE)
    reason = error.reason
    if not isinstance(reason, Text):
        reason = shortened(reason, _REASON)
    what, why, fix = _CODE
    place = Location(job.code_path, error.line, error.column)
    return Diagnostic(place, "chart-code", what.filled(reason=reason), why, fix)


def _nothing_came(job: ChartJob, error: WorkEndedError | WorkTooLongError) -> Diagnostic:
    what, fixes = _ENDED, _FIX_ENDED
    if isinstance(error, WorkTooLongError):
        what, fixes = _TOO_LONG.filled(seconds=round(error.args[0])), _FIX_TOO_LONG
    in_code, in_table = fixes
    if job.code_path:
        return Diagnostic(Location(job.code_path), "chart-code", what, _WHY, in_code)
    return Diagnostic(Location(job.path), "chart-drawing", what, _WHY, in_table)


def _crash(job: ChartJob, error: BaseException) -> Diagnostic:
    first, *_ = str(error).strip().splitlines() or [""]
    reason = shortened(first, _REASON)
    if not isinstance(error, CannotDrawError):
        reason = f"{type(error).__name__}: {reason}"
    what, why, fix = _DRAWING
    if job.code_path:
        fix = _FIX_CODE
    place = Location(job.code_path or job.path)
    return Diagnostic(place, "chart-drawing", what.filled(reason=reason), why, fix)
