"""A chart row with a value, but without a year, category or name (`row-without-place`).

The value would be drawn in a position that does not exist, such as the year 0 or a bar called "geen
gegevens". Fill in the cell, or remove the row. An event without a date can stay: a timeline lists it below
the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, few
from trendrapport.model.charts import Chart
from trendrapport.report.report import Report
from trendrapport.runtime.cache import digest


def parts(report: Report) -> Iterator[Part]:
    """Each chart with its table."""
    for entry, table in report.charts_with_table:
        yield Part(digest(entry.json, table.digest), partial(_check, entry.data, table))


def _check(chart: Chart, table: Table) -> Iterator[Diagnostic]:
    from trendrapport.charts.fit.missing_points import places_missing

    return iter(few(places_missing(chart, table)))
