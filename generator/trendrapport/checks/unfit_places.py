"""A chart's settings for the reader's own municipality that do not fit its table.

- `unknown-column`, `wrong-column-type`: the table does not have this column, or it holds no codes or no
  numbers;
- `short-code`: a code without its letters or zeros, such as 344 for GM0344;
- `no-places`: the column holds no codes of Dutch municipalities, such as GM0344;
- `place-twice`: a municipality has more than one row, so its value is uncertain;
- `unknown-place`: a code is not one of the municipalities since 2023;
- `unclear-nation`: the filter for the national value leaves no row, or more than one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic
from trendrapport.model.charts import Chart, Places
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest


def parts(report: Report) -> Iterator[Part]:
    """Each chart that tells of places, with its table and that of the national figure."""
    for entry in report.charts.values():
        if entry.data.places and entry.data.data in report.tables:
            yield Part(
                digest(entry.json, *_tables(report, entry.data, entry.data.places)),
                partial(_check, report, entry),
            )


def _tables(report: Report, chart: Chart, places: Places) -> list[str]:
    """The digest of each table that is read; empty for one that could not be."""
    names = (chart.data, (places.nation and places.nation.table) or "")
    return [report.tables[name].digest if name in report.tables else "" for name in names]


def _check(report: Report, entry: Entry[Chart]) -> Iterator[Diagnostic]:
    from trendrapport.charts.fit.misfit import diagnostics
    from trendrapport.charts.fit.municipality import place_misfits

    return diagnostics(place_misfits(entry.data, report.tables), entry.source)
