"""Two table rows that are about the same thing in a chart.

- `same-name`: a name that is written in two ways. Blanks, capitals, the form of an accent, dashes and
  quotation marks, and other names of provinces and municipalities (Friesland, Den Haag) count as ways to
  write one name. Each way would get a bar, a line or a cell of its own, and a filter would pass one of them
  over. If they are two things after all, name both in the table's descriptor:
  `constraints: {enum: [IT, it]}`;
- `double-row`: a row for the bar, point, cell or tile that an earlier row has already. One of the two would
  be drawn over the other. When another column tells the two apart, the declaration is reported instead
  (`ambiguous-rows`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.charts.fit.same_rows import same_misfits
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
    return iter(few(same_misfits(chart, table)))
