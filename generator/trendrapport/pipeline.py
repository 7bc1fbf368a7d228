"""The stages in their order: files, report, diagnostics, drawings, tree, site."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
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
from trendrapport.files.contents import contents
from trendrapport.runtime import garbage
from trendrapport.runtime.cache import Cache, digest, with_store
from trendrapport.runtime.day import today
from trendrapport.runtime.fingerprint import generator
from trendrapport.runtime.history import commit
from trendrapport.runtime.lock import alone
from trendrapport.site.generation import is_as_left
from trendrapport.site.stage import forget, remember, remembered
from trendrapport.site.target import refusal, unfit_work

if TYPE_CHECKING:
    from trendrapport.charts.drawing.draw import ChartJob
    from trendrapport.language.labels import Labels
    from trendrapport.report.report import Report

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and of how many."""

Tell = Callable[[Text], None]
"""Called with a message that is no finding in the report, such as that another run has to end first."""


SITE = "site"
"""The output that others are made beside."""

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
    municipalities: tuple[str, ...] = ()
    """The municipalities that get files of their own, besides those in the settings."""
    code: bool = True
    """Whether the Python of charts may be run, which is its author's to say."""
    documents: bool = True
    """Whether the files of other outputs than the site are made; a preview shows pages sooner without."""

    @property
    def whole(self) -> bool:
        """Whether all is built that the report publishes."""
        return self.documents and not self.editions


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
    """The site's address on the web; empty when the settings cannot be read."""
    left_out: str = ""
    """What readers do not get yet and why, in the report's language."""


STORE = "cache.sqlite"
PUBLISHED = Path("site", "published.json")
"""What was put into the folder of the site."""

_WAITING = Text(
    nl="Dit rapport wordt al gebouwd of gecontroleerd; deze opdracht wacht tot dat klaar is.",
    en="This report is already being built or checked; this command waits until that is done.",
)
_BEGUN_ANEW = Text(
    nl="Wat van vorige keren bewaard was, is beschadigd; alles wordt opnieuw gemaakt.",
    en="The results kept from earlier runs are damaged; everything is made again.",
)
_CODE = (
    Text(
        nl='de code van de grafiek "{name}" is niet uitgevoerd, door --no-code',
        en='the code of the chart "{name}" was not run, because of --no-code',
    ),
    Text(
        nl=(
            "die code kan alles wat u ook kunt op deze computer; de rest van een rapport wordt nooit "
            "uitgevoerd"
        ),
        en=(
            "that code can do anything that you can do on this computer; nothing else in a report is ever run"
        ),
    ),
    Text(
        nl="Lees de code, en bouw zonder --no-code als u die vertrouwt.",
        en="Read the code, and build without --no-code if you trust it.",
    ),
)
_NO_CONTENT = (
    Text(nl='de map "content" ontbreekt', en='the folder "content" is missing'),
    Text(
        nl="daarin staan alle teksten van het rapport; zonder die map is er niets te publiceren",
        en="it holds all texts of the report; without it there is nothing to publish",
    ),
    Text(
        nl=("Zet de map terug naast site_config.yml, of begin opnieuw met: trendrapport new edition 2026"),
        en=("Put the folder back beside site_config.yml, or start again with: trendrapport new edition 2026"),
    ),
)
_NO_MUNICIPALITY = Text(
    nl='De gemeente "{name}" bestaat niet.', en='The municipality "{name}" does not exist.'
)
_NO_EDITION = Text(nl='De editie "{name}" bestaat niet.', en='The edition "{name}" does not exist.')


def _silent(_message: Text) -> None:
    pass


def work_folder(root: Path, work: str = WORK) -> Path:
    """The folder in which runs keep what they make.

    Raises CannotRunError for one with something else, or that leads out of itself.
    """
    folder = root / work
    why = unfit_work(root, folder, named=work != WORK)
    if why:
        raise CannotRunError(why)
    return folder


def check(root: Path, tell: Tell = _silent, work: str = WORK) -> Result:
    """Every finding in a report. Raises CannotRunError when what a run keeps may not be kept there."""
    folder = work_folder(root, work)

    def checked(cache: Cache) -> Result:
        _, result = _checked(root, cache)
        return result

    with alone(folder, partial(tell, _WAITING)):
        return with_store(folder / STORE, checked, partial(tell, _BEGUN_ANEW))


def _checked(root: Path, cache: Cache) -> tuple[Report, Result]:
    """A report, and what was found in it."""
    from trendrapport.report.load import load

    report, found = load(root, cache)
    found_by_checks = _found_by_checks(root, report, cache)
    return report, Result(
        diagnostics=ordered(few(ordered((*found, *found_by_checks)))),
        language=report.config.language,
        parts=len(report.entries),
        charts=len(report.charts),
        address=report.config.address,
    )


def _found_by_checks(root: Path, report: Report, cache: Cache) -> list[Diagnostic]:
    from trendrapport.checks import check as all_checks

    if not (root / "content").exists():
        # Without any text, whatever refers to one would be reported as a mistake of its own.
        return [finding(Location("content"), "missing-folder", _NO_CONTENT)]
    return list(all_checks(report, cache))


def _unknown_municipality(names: Iterable[str]) -> Text | None:
    """What is wrong with the municipalities that were asked for."""
    if not names:
        return None
    from trendrapport.charts.tables.municipalities import meant, municipality

    for name in names:
        if municipality(name) is None:
            return _NO_MUNICIPALITY.filled(name=name) + meant(name)
    return None


def build(
    root: Path, options: Options, progress: Progress = lambda stage, done, of: None, tell: Tell = _silent
) -> Result:
    """Publishes a report; with an error (or, when strict, a warning) nothing that was published changes.

    Raises CannotRunError when the folder for the site holds something else, when a link leads out of a folder
    in which is written, and for an edition or a municipality that does not exist.
    """
    work = work_folder(root, options.work)
    why = refusal(root, root / options.output, work, named=options.output != OUTPUT)
    why = why or _unknown_municipality(options.municipalities)
    if why:
        raise CannotRunError(why)
    with alone(work, partial(tell, _WAITING)), garbage.seldom_meanwhile():
        if options.verify:
            forget(work)
        run = _Run(root, replace(options, verify=False), today(), progress)
        return _build(run, tell)


@dataclass(frozen=True)
class _Run:
    """One build: what is built, how, and on which day."""

    root: Path
    options: Options
    day: str
    progress: Progress

    @property
    def work(self) -> Path:
        """The folder in which runs keep what they make."""
        return self.root / self.options.work

    @property
    def output(self) -> Path:
        """The published folder."""
        return self.root / self.options.output

    @property
    def published(self) -> Path:
        """The notes on what was put into that folder."""
        return self.work / PUBLISHED

    def stops(self, result: Result) -> bool:
        """Whether findings keep the report from being published."""
        strict = self.options.strict
        return any(strict or finding.severity.value == "error" for finding in result.diagnostics)


def _build(run: _Run, tell: Tell) -> Result:
    stamp, store = run.work / "stamp.json", run.work / STORE
    inputs = _inputs(run.root, run.options, run.day, commit(run.root))
    if not store.exists():
        _start_workers(run.root)
    elif inputs and is_as_left(run.output, run.published):
        former = _former_result(stamp, inputs)
        if former:
            return former
    result = with_store(store, partial(_made, run), partial(tell, _BEGUN_ANEW))
    if result.built and inputs:
        remember(stamp, {"inputs": inputs, "result": asdict(result)})
    return result


def _start_workers(root: Path) -> None:
    """Starts drawing processes before the report is read, as every chart will be drawn."""
    from trendrapport.charts.drawing import workers

    workers.get_ready(len(list((root / "charts").glob("*.yml"))))


def _made(run: _Run, cache: Cache) -> Result:
    report, result = _checked(run.root, cache)
    unknown = _unknown_editions(report, run.options)
    if unknown:
        raise CannotRunError(unknown)
    if run.stops(result):
        return result
    result = _publish(run, cache, report, result)
    # A build of a part does not use what the rest needs the next time.
    if result.built and run.options.whole:
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
    workers = sys.modules.get("trendrapport.charts.drawing.workers")
    if workers:
        workers.stop()


def _publish(run: _Run, cache: Cache, report: Report, result: Result) -> Result:
    """The stages after the checks: charts are drawn in other processes while pages are made in this one."""
    from trendrapport.charts.drawing.draw import begin
    from trendrapport.report.identity import current_edition
    from trendrapport.report.published import published

    editions = [current_edition(report, name) for name in run.options.editions]
    shown = published(report, run.day, drafts=run.options.drafts, editions=editions)
    if not run.options.documents:
        shown = shown.with_outputs(SITE)
    shown = shown.with_municipalities(run.options.municipalities)
    jobs = chart_jobs(shown)
    refused = _with_code(jobs)
    if refused and not run.options.code:
        return replace(result, diagnostics=ordered((*result.diagnostics, *refused)))
    drawing = begin(jobs, cache, progress=partial(run.progress, "charts"))
    # Loaded only now, while the charts are being drawn.
    from trendrapport.site.publishing import prepare

    prepared = prepare(shown, cache, run.root, run.work, run.progress)
    drawings, found = drawing.finish()
    result = replace(result, diagnostics=ordered((*result.diagnostics, *found)))
    if run.stops(result):
        return result
    prepared.publish(drawings, run.output, run.published)
    return replace(
        result,
        built=True,
        pages=prepared.count,
        charts=len(drawings),
        left_out=_left_out(run, report),
    )


def _left_out(run: _Run, report: Report) -> str:
    """What readers do not get yet and why."""
    from trendrapport.report.left_out import left_out

    return "" if run.options.drafts else left_out(report, run.day)


def _with_code(jobs: Iterable[ChartJob]) -> list[Diagnostic]:
    """A finding for each chart for which Python of the report would be run."""
    found = []
    for job in jobs:
        if job.code_path and job.code_path.endswith(".py"):
            found.append(finding(Location(job.code_path), "code-not-run", _CODE, name=job.name))
    return found


def chart_jobs(report: Report) -> list[ChartJob]:
    """The charts that the entries show."""
    from trendrapport.language.labels import Labels

    labels = Labels(report.config.language)
    return [_chart_job(report, name, labels) for name in report.shown_charts]


def _chart_job(report: Report, name: str, labels: Labels) -> ChartJob:
    from trendrapport.charts import kinds
    from trendrapport.charts.drawing.draw import ChartJob
    from trendrapport.report.citing import credit
    from trendrapport.runtime.plugins import modules

    chart = report.charts[name]
    kind = modules(kinds)[chart.data.kind]
    code_path = f"charts/{name}{getattr(kind, 'CODE', '')}"
    return ChartJob(
        name,
        chart.source.path,
        chart.data,
        report.tables[chart.data.data],
        report.config.language,
        report.code.get(code_path),
        code_path if code_path in report.code else None,
        credit(report, chart.data, labels),
        report.config.pictures,
    )


def _former_result(stamp: Path, inputs: str) -> Result | None:
    """The former result when every input and the generator are what they were."""
    kept = remembered(stamp)
    if kept.get("inputs") != inputs:
        return None
    result = kept["result"]
    return Result(**{**result, "diagnostics": tuple(map(from_plain, result["diagnostics"]))})


def _inputs(root: Path, options: Options, day: str, known: str) -> str | None:
    """A name for all that a build starts from, None when not all can be read.

    What is edited while it runs is another's start.
    """
    try:
        settings = (root / "site_config.yml").read_bytes()
        return digest(generator(), repr(options), day, known, settings, *contents(root))
    except OSError:
        return None
