"""The stages in their order: files, report, diagnostics, drawings, tree, site."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trendrapport.diagnostics import (
    CannotRunError,
    Diagnostic,
    Language,
    Location,
    Text,
    choose_from,
    few,
    finding,
    from_plain,
    ordered,
)
from trendrapport.files.asides import is_aside
from trendrapport.runtime import garbage
from trendrapport.runtime.cache import Cache, digest, with_store
from trendrapport.runtime.day import today
from trendrapport.runtime.fingerprint import generator
from trendrapport.runtime.history import Changes, changes, commit
from trendrapport.runtime.lock import alone
from trendrapport.site.generation import is_as_left, renewed
from trendrapport.site.stage import forget, remember, remembered, stage
from trendrapport.site.target import refusal, unfit_work

if TYPE_CHECKING:
    from trendrapport.charts.drawing.draw import ChartJob
    from trendrapport.pages.view import View
    from trendrapport.report.report import Report

Progress = Callable[[str, int, int], None]
"""Told of a stage, how much is done and of how many."""

Tell = Callable[[Text], None]
"""Told what is no finding in the report, such as that another run in it has to end first."""


OUTPUT = "site"
"""The folder, from the report's, for the site, unless another is asked for."""

WORK = "build"
"""The folder, from the report's, in which runs keep what they make, unless another is asked for."""


@dataclass(frozen=True)
class Options:
    """What a publisher asks of a build."""

    strict: bool = False
    drafts: bool = False
    editions: tuple[str, ...] = ()
    output: str = OUTPUT
    work: str = WORK
    verify: bool = False
    """Whether all is read again that was published or kept and has no checksum."""
    code: bool = True
    """Whether the Python of charts may be run, which is its author's to say."""


@dataclass(frozen=True)
class Result:
    """What came of a run."""

    diagnostics: tuple[Diagnostic, ...]
    language: Language = "nl"
    built: bool = False
    parts: int = 0
    """How many entries were looked at."""
    pages: int = 0
    charts: int = 0
    address: str = ""
    """Where the site will stand; empty when the settings cannot be read."""
    left_out: str = ""
    """What readers do not get yet and why, in the report's language."""


STORE = "cache.sqlite"
PUBLISHED = Path("site", "published.json")
"""What was put into the folder of the site."""

_WAITING = Text(
    nl="Dit rapport wordt al gebouwd of gecontroleerd; deze opdracht wacht tot dat klaar is.",
    en="This report is being built or checked already; this command waits until that is done.",
)
_BEGUN_ANEW = Text(
    nl="Wat van vorige keren bewaard was, is beschadigd; alles wordt opnieuw gemaakt.",
    en="What was kept of earlier runs is damaged; all of it is made anew.",
)
_CODE = (
    Text(
        nl='de code van de grafiek "{name}" is niet uitgevoerd, want er is gebouwd met --no-code',
        en='the code of the chart "{name}" was not run, as this is a build with --no-code',
    ),
    Text(
        nl="die code kan alles wat wie bouwt ook kan; de rest van een rapport wordt nooit uitgevoerd",
        en="that code can do all that who builds can do; nothing else of a report is ever run",
    ),
    Text(
        nl="Lees de code, en bouw zonder --no-code als u die vertrouwt.",
        en=("Read the code, and build without --no-code if you trust it."),
    ),
)
_NO_CONTENT = (
    Text(nl='de map "content" ontbreekt', en='the folder "content" is missing'),
    Text(
        nl="daarin staan alle teksten van het rapport; zonder is er niets te publiceren",
        en="it holds all texts of the report; without it there is nothing to publish",
    ),
    Text(
        nl=("Zet de map terug naast site_config.yml, of begin opnieuw met: trendrapport new edition 2026"),
        en=("Put the folder back beside site_config.yml, or begin anew with: trendrapport new edition 2026"),
    ),
)
_NO_EDITION = Text(nl='De editie "{name}" bestaat niet.', en='The edition "{name}" does not exist.')


def _silent(_told: Text) -> None:
    pass


def place_of_work(root: Path, work: str = WORK) -> Path:
    """The folder in which runs keep what they make.

    Raises CannotRunError for one with something else, or that leads out of itself.
    """
    folder = root / work
    if why := unfit_work(root, folder, named=work != WORK):
        raise CannotRunError(why)
    return folder


def check(root: Path, tell: Tell = _silent, work: str = WORK) -> Result:
    """Every finding in a report. Raises CannotRunError when what a run keeps may not be kept there."""
    place = place_of_work(root, work)
    with alone(place, partial(tell, _WAITING)):
        return with_store(place / STORE, lambda cache: _checked(root, cache)[1], partial(tell, _BEGUN_ANEW))


def _checked(root: Path, cache: Cache) -> tuple[Report, Result]:
    from trendrapport.checks import check as all_checks
    from trendrapport.report.load import load

    report, found = load(root, cache)
    # Without any text, whatever refers to one would be told as a mistake of its own.
    checked = (
        all_checks(report, cache)
        if (root / "content").exists()
        else [finding(Location("content"), "missing-folder", _NO_CONTENT)]
    )
    config, told = report.config, ordered(few(ordered((*found, *checked))))
    return report, Result(
        told, config.language, parts=len(report.entries), charts=len(report.charts), address=config.address
    )


def build(
    root: Path, options: Options, progress: Progress = lambda stage, done, of: None, tell: Tell = _silent
) -> Result:
    """Publishes a report; with an error (or, when strict, a warning) nothing that was published changes.

    Raises CannotRunError when the folder for the site holds something else, when a link leads out of a folder
    in which is written, and for
    an edition that does not exist.
    """
    work = place_of_work(root, options.work)
    if why := refusal(root, root / options.output, work, named=options.output != OUTPUT):
        raise CannotRunError(why)
    with alone(work, partial(tell, _WAITING)), garbage.seldom_meanwhile():
        if options.verify:
            forget(work)
        return _build(root, replace(options, verify=False), today(), progress, tell)


def _build(root: Path, options: Options, day: str, progress: Progress, tell: Tell) -> Result:
    work = root / options.work
    stamp, store = work / "stamp.json", work / STORE
    inputs = _inputs(root, options, day, commit(root))
    if not store.exists():
        from trendrapport.charts.drawing import workers

        workers.get_ready(len(list((root / "charts").glob("*.yml"))))
    elif (
        inputs
        and is_as_left(root / options.output, work / PUBLISHED)
        and (kept := _told_before(stamp, inputs))
    ):
        return kept
    result = with_store(
        store, lambda cache: _made(root, cache, options, day, progress), partial(tell, _BEGUN_ANEW)
    )
    if result.built and inputs:
        remember(stamp, {"inputs": inputs, "result": asdict(result)})
    return result


def _made(root: Path, cache: Cache, options: Options, day: str, progress: Progress) -> Result:
    report, result = _checked(root, cache)
    if unknown := _unknown_editions(report, options):
        raise CannotRunError(unknown)
    if _stops(result.diagnostics, strict=options.strict):
        return result
    result = _publish(root, cache, report, result, options, day, progress)
    # A build of some editions does not use what the others need the next time.
    if result.built and not options.editions:
        cache.forget_unused()
    return result


def _unknown_editions(report: Report, options: Options) -> Text | None:
    """What is wrong with the editions that were asked for: a mistake in the command, not in the report."""
    from trendrapport.report.identity import current_edition

    known = report.known("editions")
    for name in options.editions:
        if current_edition(report, name) not in known:
            return _NO_EDITION.filled(name=name) + choose_from(name, known)
    return None


def stop() -> None:
    """Ends what a build keeps running for the next one."""
    if workers := sys.modules.get("trendrapport.charts.drawing.workers"):
        workers.stop()


def _stops(found: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    return any(strict or finding.severity.value == "error" for finding in found)


def _publish(
    root: Path, cache: Cache, report: Report, result: Result, options: Options, day: str, progress: Progress
) -> Result:
    from trendrapport.charts.drawing.draw import begin
    from trendrapport.report.identity import current_edition, moved
    from trendrapport.report.published import published

    editions = [current_edition(report, name) for name in options.editions]
    shown = published(report, day, drafts=options.drafts, editions=editions)
    jobs = chart_jobs(shown)
    if not options.code and (refused := _with_code(jobs)):
        return replace(result, diagnostics=ordered((*result.diagnostics, *refused)))
    drawing = begin(jobs, cache, progress=lambda done, of: progress("charts", done, of))
    # Loaded only now, while the charts are being drawn.
    from trendrapport.pages.makers import every_page
    from trendrapport.pages.parts import cards
    from trendrapport.pages.view import View
    from trendrapport.report.left_out import left_out
    from trendrapport.runtime.plugins import modules
    from trendrapport.site import outputs
    from trendrapport.site.responses import site
    from trendrapport.site.servers import configurations
    from trendrapport.site.tree import tree

    view = View(shown)
    made = every_page(view)
    progress("pages", len(made), len(made))
    painting = cards.begin(made, cache)
    files = tree(view, made, cache, root, _changes(root, cache))
    names = sorted(report.config.outputs, key=lambda name: name != "site")
    wanted = {name: (modules(outputs)[name], root / options.work / name) for name in names}
    count = sum(output.make(view, files, work, _epoch(view)) for output, work in wanted.values())
    drawings, found = drawing.finish()
    diagnostics = ordered((*result.diagnostics, *found))
    if _stops(diagnostics, strict=options.strict):
        return replace(result, diagnostics=diagnostics)
    pictures = painting.finish()
    with renewed(root / options.output, root / options.work / PUBLISHED) as new:
        for output, work in wanted.values():
            output.publish(view, drawings, pictures, work, new)
        former = moved(shown, [page.path for page in made])
        stage(
            configurations(site(report.config, files, former), report.config.servers, in_site=False),
            root / options.work / "servers",
        )
    waiting = "" if options.drafts else left_out(report, day)
    return replace(
        result, diagnostics=diagnostics, built=True, pages=count, charts=len(drawings), left_out=waiting
    )


def _with_code(jobs: Sequence[ChartJob]) -> list[Diagnostic]:
    """Each chart for which Python of the report would be run."""
    with_code = [(job.name, job.code_path) for job in jobs if job.code_path and job.code_path.endswith(".py")]
    return [finding(Location(path), "code-not-run", _CODE, name=name) for name, path in with_code]


def _changes(root: Path, cache: Cache) -> Changes:
    """When files were last changed, as the commit that is checked out has it."""
    known = commit(root)
    found: Changes = (
        json.loads(cache.made(digest("changes", known), lambda: json.dumps(changes(root)).encode()))
        if known
        else {}
    )
    return found


def chart_jobs(report: Report) -> list[ChartJob]:
    """The charts that the entries show."""
    from trendrapport.charts import kinds
    from trendrapport.charts.drawing.draw import ChartJob
    from trendrapport.language.labels import Labels
    from trendrapport.report.citing import credit
    from trendrapport.runtime.plugins import modules

    labels = Labels(report.config.language)
    own = {
        name: f"charts/{name}{getattr(modules(kinds)[report.charts[name].data.kind], 'CODE', '')}"
        for name in report.shown_charts
    }
    return [
        ChartJob(
            name,
            (chart := report.charts[name]).source.path,
            chart.data,
            report.tables[chart.data.data],
            report.config.language,
            report.code.get(own[name]),
            own[name] if own[name] in report.code else None,
            credit(report, chart.data, labels),
            report.config.pictures,
        )
        for name in report.shown_charts
    ]


def _epoch(view: View) -> int:
    """Noon on the day that the newest edition appeared, in UTC, so that the same content gives the same
    bytes.
    """
    parts = [int(part) for part in (view.latest.data.published if view.latest else "2020").split("-")]
    return int(datetime.combine(date(*(*parts, 1, 1)[:3]), datetime.min.time(), UTC).timestamp()) + 43_200


def _told_before(stamp: Path, inputs: str) -> Result | None:
    """The former result when every input and the generator are what they were."""
    kept = remembered(stamp)
    if kept.get("inputs") != inputs:
        return None
    return Result(**kept["result"] | {"diagnostics": tuple(map(from_plain, kept["result"]["diagnostics"]))})


def _inputs(root: Path, options: Options, day: str, known: str) -> str | None:
    """A name for all that a build starts from, None when not all can be read.

    What is edited while it runs is another's start.
    """
    try:
        return digest(
            generator(), repr(options), day, known, (root / "site_config.yml").read_bytes(), *_contents(root)
        )
    except OSError:
        return None


def _contents(root: Path) -> list[str | bytes]:
    """The paths and the bytes of all that editors wrote."""
    found = [
        (f"{folder}/{name}", _bytes(file))
        for folder in ("content", "charts")
        for name, file in _files(root / folder)
    ]
    return [part for pair in found for part in pair]


def _bytes(file: str) -> bytes:
    """A file's bytes; what is no ordinary file could keep a reader waiting for ever."""
    if not os.path.isfile(file):  # noqa: PTH113 - thousands of files, as text
        return b""
    with open(file, "rb") as opened:  # noqa: PTH123 - the same
        return opened.read()


def _files(folder: Path) -> list[tuple[str, str]]:
    """Each file of a folder that an editor put there: its path in there, and from here."""
    start = len(str(folder)) + 1
    found = [
        f"{here}{os.sep}{name}"
        for here, _, names in os.walk(folder)
        for name in names
        if not is_aside(name) and not here.endswith("__pycache__")
    ]
    return sorted((file[start:], file) for file in found)
