"""The stages in their order: files, report, diagnostics, drawings, tree, site."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trendrapport.diagnostics import CannotRunError, few, ordered
from trendrapport.pipeline.checking import checked_report
from trendrapport.pipeline.results import OUTPUT, SITE, Options, Result
from trendrapport.pipeline.unchanged import former_result, inputs_digest
from trendrapport.pipeline.unknown_names import unknown_edition, unknown_municipality
from trendrapport.pipeline.work import STORE, Tell, alone_in, silent, with_store_in, work_folder
from trendrapport.runtime import garbage
from trendrapport.runtime.cache import Cache
from trendrapport.runtime.day import as_of, today
from trendrapport.runtime.history import commit
from trendrapport.site.generation import is_as_left
from trendrapport.site.stage import forget, remember
from trendrapport.site.target import refusal

if TYPE_CHECKING:
    from trendrapport.report.report import Report

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and of how many."""

STAMP = "stamp.json"
"""What the former build started from and what came of it."""

PUBLISHED = Path("site", "published.json")
"""What was put into the folder of the site."""


def build(
    root: Path, options: Options, progress: Progress = lambda stage, done, of: None, tell: Tell = silent
) -> Result:
    """Publishes a report; with an error (or, when strict, a warning) nothing that was published changes.

    Raises CannotRunError when the folder for the site holds something else, when a link leads out of a folder
    in which is written, and for an edition or a municipality that does not exist.
    """
    work = work_folder(root, options.work)
    why = refusal(root, root / options.output, work, named=options.output != OUTPUT)
    why = why or unknown_municipality(options.municipalities)
    if why:
        raise CannotRunError(why)
    with as_of(options.as_of), alone_in(work, tell), garbage.seldom_meanwhile():
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

    def free(self) -> None:
        """Ends the workers that have nothing to do; those of a preview stay for the next drawing."""
        workers = sys.modules.get("trendrapport.charts.drawing.workers")
        if workers and not self.options.in_place:
            workers.end_idle()

    def stops(self, result: Result) -> bool:
        """Whether findings keep the report from being published."""
        strict = self.options.strict
        return any(strict or finding.severity.value == "error" for finding in result.diagnostics)


def _build(run: _Run, tell: Tell) -> Result:
    stamp = run.work / STAMP
    inputs = inputs_digest(run.root, run.options, run.day, commit(run.root))
    if not (run.work / STORE).exists():
        _start_workers(run.root)
    elif inputs:
        former = former_result(stamp, inputs)
        if former and is_as_left(run.output, run.published):
            return former
    result = with_store_in(run.work, partial(_made, run), tell)
    if result.built and inputs:
        remember(stamp, {"inputs": inputs, "result": asdict(result)})
    return result


def _start_workers(root: Path) -> None:
    """Starts drawing processes before the report is read, as every chart will be drawn."""
    from trendrapport.charts.drawing import workers

    workers.get_ready(len(list((root / "charts").glob("*.yml"))))


def _made(run: _Run, cache: Cache) -> Result:
    report, result = checked_report(run.root, cache)
    unknown = unknown_edition(report, run.options)
    if unknown:
        raise CannotRunError(unknown)
    if run.stops(result):
        return result
    result = _publish(run, cache, report, result)
    # A build of a part does not use what the rest needs the next time.
    if result.built and run.options.whole:
        cache.forget_unused()
    return result


def stop() -> None:
    """Ends what a build keeps running for the next one."""
    workers = sys.modules.get("trendrapport.charts.drawing.workers")
    if workers:
        workers.stop()


def _publish(run: _Run, cache: Cache, report: Report, result: Result) -> Result:
    """The stages after the checks: charts are drawn in other processes while pages are made in this one."""
    from trendrapport.charts.drawing.draw import begin
    from trendrapport.exceptions.applying import left
    from trendrapport.pipeline.charts import chart_jobs, code_not_run
    from trendrapport.report.identity import current_edition
    from trendrapport.report.published import published

    editions = [current_edition(report, name) for name in run.options.editions]
    shown = published(report, run.day, drafts=run.options.drafts, editions=editions)
    if not run.options.documents:
        shown = shown.with_outputs(SITE)
    shown = shown.with_municipalities(run.options.municipalities)
    jobs = chart_jobs(shown)
    refused = code_not_run(jobs)
    if refused and not run.options.code:
        return replace(result, diagnostics=ordered((*result.diagnostics, *refused)))
    drawing = begin(jobs, cache, progress=partial(run.progress, "charts"))
    # Loaded only now, while the charts are being drawn.
    from trendrapport.site.publishing import prepare

    prepared = prepare(shown, cache, run.root, run.work, run.progress, run.free)
    drawings, found = drawing.finish()
    if run.options.whole and not run.options.drafts:
        from trendrapport.site.former_addresses import lost

        found = [*found, *few(lost(run.root, prepared.addresses))]
    result = replace(result, diagnostics=ordered((*result.diagnostics, *left(report, found))))
    if run.stops(result):
        return result
    prepared.publish(drawings, run.output, run.published, in_place=run.options.in_place)
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
