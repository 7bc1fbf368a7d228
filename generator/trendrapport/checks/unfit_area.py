"""A row of a map that has no tile.

- `short-code`: a code without its letters or zeros, such as 344 for GM0344;
- `no-tile`: a name or code without a tile: a name that two municipalities share (Bergen), a municipality that
  no longer exists (Weesp), or a spelling mistake. The value would be listed below the map, and the tile of
  the intended area would say that there is no value;
- `empty-map`: hardly any row is about the areas on the map.

The whole country, its regions, and provinces on a map of municipalities need no tile; readers find them below
the map. You can name others that belong there:

    options: {elsewhere: [Onbekend, Buitenland]}
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
    """Each map with its table."""
    for entry, table in report.charts_with_table:
        if entry.data.kind == "tile_map":
            yield Part(digest(entry.json, table.digest), partial(_check, entry, table))


def _check(entry: Entry[Chart], table: Table) -> Iterator[Diagnostic]:
    from trendrapport.charts.fit.areas import area_misfits
    from trendrapport.charts.fit.misfit import diagnostics

    return diagnostics(area_misfits(entry.data, table), entry.source)
