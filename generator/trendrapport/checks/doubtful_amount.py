"""Amounts in a chart that contradict each other.

- `mixed-units`: columns with different units on one scale, such as mm and °C. Make a chart of each. If it is
  the same unit after all, spell it the same way in the table's descriptor, or write `unit` under `options`;
- `value-outside-range`, `range-upside-down`: a value outside its own `low` and `high`, or a range that ends
  before it begins;
- `more-than-whole`: percentages of parts (in stacked bars, areas and waffles) that add up to more than a
  hundred, beyond rounding. If people could give several answers, these are not parts: use `grouped_bars`;
- `fractions-as-percentages`: percentages of parts that add up to 1, as fractions do (0.25 for 25%). Write
  percentages, or write `divide_by: 0.01` under `options`;
- `total-among-parts`: a row, series or column called total (totaal, alle, Nederland and so on) that is the
  sum of all the others, and would be drawn as one of them. This applies to all kinds except `lines`, where
  the name at the line makes it clear. Exclude it with a filter. Where the kind adds up or ranks what it draws
  (`stacked_bars`, `area`, `waffle`, the count of a `histogram`, `bars` and `ranked_bars`), it is an error.
  Elsewhere it is a warning, because it may be intended. In that case set it apart with
  `options: {highlight: [Totaal]}`, give it a position with `options: {order: [Totaal]}`, or name it in the
  filter, whichever the kind has.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

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
    from trendrapport.charts.fit.amounts import amount_misfits
    from trendrapport.charts.fit.misfit import diagnostics

    return diagnostics(amount_misfits(entry.data, table), entry.source)
