"""The charts that a report shows, as jobs for those that draw."""

from __future__ import annotations

from collections.abc import Iterable

from trendrapport.charts import kinds
from trendrapport.charts.drawing.draw import ChartJob
from trendrapport.charts.pictures.framing import Colours, light_colours
from trendrapport.diagnostics import Diagnostic, Location, Text, finding
from trendrapport.language.labels import Labels
from trendrapport.report.citing import credit
from trendrapport.report.report import Report
from trendrapport.runtime.plugins import modules

_CODE_NOT_RUN = (
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


def code_not_run(jobs: Iterable[ChartJob]) -> list[Diagnostic]:
    """A finding for each chart for which Python of the report would be run."""
    found = []
    for job in jobs:
        if job.code_path and job.code_path.endswith(".py"):
            found.append(finding(Location(job.code_path), "code-not-run", _CODE_NOT_RUN, name=job.name))
    return found


def chart_jobs(report: Report) -> list[ChartJob]:
    """The charts that the entries show."""
    labels = report.config.words()
    colours = light_colours(report.config.look)
    return [_chart_job(report, name, labels, colours) for name in report.shown_charts]


def _chart_job(report: Report, name: str, labels: Labels, colours: Colours) -> ChartJob:
    chart = report.charts[name]
    code_path = _code_path(report, name, chart.data.kind)
    return ChartJob(
        name,
        chart.source.path,
        chart.data,
        report.tables[chart.data.data],
        report.config.language,
        report.code.get(code_path or ""),
        code_path,
        credit(report, chart.data, labels),
        report.config.pictures,
        colours,
    )


def _code_path(report: Report, name: str, kind: str) -> str | None:
    """The file of the report with the code of a chart. A kind is only loaded if there may be one."""
    if not any(path.startswith(f"charts/{name}.") for path in report.code):
        return None
    path = f"charts/{name}{getattr(modules(kinds)[kind], 'CODE', '')}"
    return path if path in report.code else None
