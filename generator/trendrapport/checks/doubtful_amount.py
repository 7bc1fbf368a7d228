"""Amounts in a chart that contradict each other.

- `mixed-units`: columns with different units on one scale, as mm and °C. Make a chart of each. If it is one
  unit after all, write it alike in the table's descriptor, or say under `options` what the `unit` is;
- `value-outside-range`, `range-upside-down`: a value that does not lie between its own `low` and `high`, or a
  range that ends before it begins;
- `more-than-whole`: percentages of parts (in stacked bars, areas and waffles) that add up to more than a
  hundred, beyond what rounding does. When people could give several answers they are no parts: choose
  `grouped_bars`;
- `fractions-as-percentages`: percentages of parts that add up to 1, as fractions do (0.25 for 25%). Write
  percentages, or put `divide_by: 0.01` under `options`;
- `total-among-parts`: a row, series or column called total (totaal, alle, Nederland ...) that is the sum of
  all the others, and would be drawn as one of them, in any kind but `lines`, where its name tells it apart.
  Leave it out with a filter. Where the kind adds up what it draws (`stacked_bars`, `area`, `waffle`, and the
  count of a `histogram`) it is an error, in `bars` and `ranked_bars` too. Elsewhere it is a warning, since it
  may be meant: then set it apart (`options: {highlight: [Totaal]}`), give it a place
  (`options: {order: [Totaal]}`), or name it in the filter, whichever the kind has.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.charts.fit.amounts import amount_misfits
from trendrapport.charts.fit.misfit import diagnostics
from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic
from trendrapport.model.charts import Chart
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest


def parts(report: Report) -> Iterator[Part]:
    """Each chart with its table."""
    for entry, table in report.charts_with_table:
        yield Part(digest(entry.json, table.digest), partial(_check, entry, table))


def _check(entry: Entry[Chart], table: Table) -> Iterator[Diagnostic]:
    return diagnostics(amount_misfits(entry.data, table), entry.source)
