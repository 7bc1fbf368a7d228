"""A chart written in Python: `charts/<name>.py` beside the declaration, with `def draw(table, theme)`.

    kind: altair

The function returns an Altair chart. `table.records()` gives the rows, `theme` the colours.
That file is code and is reviewed as such.
"""

from __future__ import annotations

from typing import Any

from trendrapport.charts.declaration import Chart
from trendrapport.charts.kinds import Role
from trendrapport.charts.table import Table
from trendrapport.charts.theme import Theme

FIELDS: dict[str, Role] = {}
OPTIONS: frozenset[str] = frozenset()


def draw(chart: Chart, table: Table, theme: Theme) -> Any:  # noqa: ANN401
    """Never called: the chart's own file draws it."""
    raise TypeError(f"{chart.title} has no file of its own")
