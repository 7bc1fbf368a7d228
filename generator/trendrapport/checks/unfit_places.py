"""What a chart tells of the reader's own municipality, where that does not fit its table.

- `unknown-column`, `wrong-column-type`: the table has no such column, or it holds no code or no number;
- `short-code`: a code without its letters or zeros, as 344 for GM0344;
- `no-places`: the column holds no municipality of the Netherlands, as GM0344;
- `place-twice`: a municipality has more than one row, so that its figure is not certain;
- `unknown-place`: a code is none of the municipalities of 2023 and later;
- `unclear-nation`: the filter of the national figure leaves no row, or more than one.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.misfit import CellMisfit
from trendrapport.charts.place_fit import place_misfits
from trendrapport.diagnostics import Diagnostic
from trendrapport.report import Report


def check(report: Report) -> Iterator[Diagnostic]:
    """Every misfit of every chart."""
    for entry in report.charts.values():
        for misfit in place_misfits(entry.data, report.tables):
            if isinstance(misfit, CellMisfit):
                yield misfit.told(report.tables[entry.data.data])
            else:
                at = entry.source.locate(misfit.path, key=misfit.key)
                yield Diagnostic(at, misfit.code, misfit.what, misfit.why, misfit.fix)
