"""A Vega-Lite file with what a reader cannot trust or trace.

- `json-syntax`: `charts/<name>.vl.json` is no JSON, or no object;
- `vega-lite-data`: data that do not come from the chart's table, such as an address or rows in the file;
- `vega-lite-address`, `vega-lite-image`: a link, an address or a picture from elsewhere: a figure loads nothing;
- `vega-lite-formula`: a formula with an address or a script in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.vega_lite import problems
from trendrapport.diagnostics import Diagnostic, Location
from trendrapport.report import Report


def check(report: Report) -> Iterator[Diagnostic]:
    """Every problem of every Vega-Lite file."""
    for path, text in report.code.items():
        if path.endswith(".vl.json"):
            for problem in problems(text):
                yield Diagnostic(Location(path, problem.line, problem.column), *problem[2:])
