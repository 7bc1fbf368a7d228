"""Two table rows that are about the same thing in a chart.

- `same-name`: one name written in two ways. Spaces, capitals, forms of accents, dashes and quotation marks
  make no difference, and provinces and municipalities have other names (Friesland, Den Haag). Each spelling
  would get its own bar, line or cell, and a filter would miss one of them. If they are two things after all,
  list both in the table's descriptor: `constraints: {enum: [IT, it]}`;
- `double-row`: a second row for the same bar, point, cell or tile. One would be drawn over the other. If
  another column tells the two apart, the declaration gets the message instead (`ambiguous-rows`).
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
    from trendrapport.charts.fit.same_rows import same_misfits

    return iter(few(same_misfits(chart, table)))
