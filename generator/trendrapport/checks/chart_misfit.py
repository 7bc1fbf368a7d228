"""A chart whose kind, fields, options or filter do not fit its kind or its table; or that lacks its code.

- `unknown-chart-kind`: the kind does not exist;
- `unknown-chart-field`, `missing-chart-field`, `chart-field-list`: the kind has no such field, needs it, or takes one column;
- `unknown-column`, `wrong-column-type`: the table has no such column, or its type cannot be drawn so;
- `unknown-chart-option`, `wrong-chart-option`: the kind has no such setting, or not with this value;
- `unknown-filter-value`, `chart-without-rows`: the filter has a value that does not occur, or leaves no rows;
- `missing-code`: kind `altair` needs `charts/<name>.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.fit import misfits
from trendrapport.diagnostics import Diagnostic, Text
from trendrapport.report import Report

_CODE = (Text(nl='"charts/{name}.py" ontbreekt', en='"charts/{name}.py" is missing'),
         Text(nl="de grafiek kan zo niet getekend worden", en="the chart cannot be drawn this way"),
         Text(nl="Maak dat bestand met daarin def draw(table, theme).", en="Make that file with def draw(table, theme)."))


def check(report: Report) -> Iterator[Diagnostic]:
    """Every misfit of every chart."""
    for name, entry in report.charts.items():
        for misfit in misfits(entry.data, report.tables.get(entry.data.data)):
            at = entry.source.locate(misfit.path, key=misfit.key)
            yield Diagnostic(at, misfit.code, misfit.what, misfit.why, misfit.fix)
        if entry.data.kind == "altair" and name not in report.code and f"charts/{name}.py" not in report.broken:
            yield Diagnostic(entry.locate("kind"), "missing-code", _CODE[0].filled(name=name), *_CODE[1:])
