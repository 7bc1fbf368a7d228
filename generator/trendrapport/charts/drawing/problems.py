"""What keeps a chart from being drawn, and a drawing that is too wide, as diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trendrapport.charts.drawing.jobs import ChartJob
from trendrapport.charts.drawing.making import Made
from trendrapport.charts.errors import CannotDrawError, ChartCodeError
from trendrapport.charts.pictures.framing import inside
from trendrapport.diagnostics import Diagnostic, Location, Severity, Text, shortened
from trendrapport.runtime.processes import WorkEndedError, WorkTooLongError

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


def made_or_problem(job: ChartJob, result: Callable[[], Made]) -> Made | Diagnostic:
    """Waits for what is made of a chart; a failure of one must not keep the others from readers."""
    try:
        return result()
    except ChartCodeError as error:
        return _code_error(job, error)
    except (WorkEndedError, WorkTooLongError) as error:
        return _nothing_came(job, error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is reported for its chart
        return _crash(job, error)


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
