"""A Vega-Lite file that Vega cannot draw, although its keys and values are valid.

`check` test-draws the chart, exactly as a build would. A chart that was drawn before is not drawn again.

- `vega-lite-formula-syntax`: a formula that cannot be read; reported at the character;
- `vega-lite-formula-function`: a formula that calls a function that Vega does not have;
- `vega-lite-undrawable`: anything else that Vega refuses, such as a parameter or a format that does not
  exist; reported at the smallest value without which the chart can be drawn;
- `vega-lite-heavy`: a drawing that takes too long or too much memory;
- `wide-drawing`: a drawing that is wider than a page, so that its text becomes too small.

Example: `{"calculate": "rond(datum.gas_m3)", "as": "rond"}`. Write `round(datum.gas_m3)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Language
from trendrapport.model.charts import Chart
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest


def parts(report: Report) -> Iterator[Part]:
    """Each chart with a Vega-Lite file, its table, and the language of its numbers."""
    language = report.config.language
    for name, entry in report.charts.items():
        path = f"charts/{name}.vl.json"
        table, text = report.tables.get(entry.data.data), report.code.get(path)
        if entry.data.kind == "vega_lite" and table and text:
            yield Part(
                digest(entry.json, table.digest, path, text, language),
                partial(_check, entry, table, path, text, language),
            )


def _check(
    entry: Entry[Chart], table: Table, path: str, text: str, language: Language
) -> Iterator[Diagnostic]:
    from trendrapport.charts.fit.declaration import misfits
    from trendrapport.charts.vega.untrusted import problems

    if any(problems(path, text)) or any(misfits(entry.data, table)):
        return
    # What draws is loaded for these charts only.
    from trendrapport.charts.drawing import workers
    from trendrapport.charts.drawing.jobs import ChartJob
    from trendrapport.charts.drawing.problems import too_wide
    from trendrapport.charts.drawing.trial import Trial

    job = ChartJob(entry.slug, entry.source.path, entry.data, table, language, text, path)
    trial = Trial(job, workers.drawer())
    found = list(trial.problems())
    yield from found
    if not found:
        yield from too_wide(job, trial.svg())
