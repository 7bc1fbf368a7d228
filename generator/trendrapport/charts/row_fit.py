"""Rows held against the chart they stand in: of two values for one place the drawing would show one without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trendrapport.charts.declaration import Chart
from trendrapport.charts.misfit import Misfit
from trendrapport.charts.plan import named, selected
from trendrapport.charts.table import Table
from trendrapport.diagnostics import Text

ROLES = ("x", "y", "category", "label", "code", "name", "history", "series")
"""What tells the values of a chart apart."""

_AMBIGUOUS = (Text(nl="er zijn {count} rijen voor {places}", en="there are {count} rows for {places}"),
              Text(nl="op één plaats kan maar één waarde staan", en="at one place only one value can stand"),
              Text(nl='Kies met "filter" één rij voor elke plaats, of noem de kolom die ze onderscheidt, zoals bij "series".',
                   en='Choose one row for each place with "filter", or name the column that tells them apart, such as at "series".'))


def row_misfits(chart: Chart, table: Table) -> Iterator[Misfit]:
    """The first place that has several values, in a chart whose columns exist."""
    columns = [table.field(name) for role in ROLES for name in named(chart, role) if name in table.columns]
    if not named(chart, "value") or not columns or not set(chart.filter) <= set(table.columns):
        return
    keys = Counter(tuple(record[column.name] for column in columns) for record in selected(chart, table))
    for key, count in keys.items():
        if count > 1 and None not in key:
            yield Misfit(("fields",), True, "ambiguous-rows", _AMBIGUOUS[0].filled(count=count, places=", ".join(map(str, key))), *_AMBIGUOUS[1:])
            return
