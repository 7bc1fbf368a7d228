"""Stacked bars: parts of a whole per category; with `percent: true` each bar is 100 %.

    kind: stacked_bars
    fields: {category: jaar, value: aantal, series: status}
    options: {percent: true}
"""

from __future__ import annotations

from typing import Any

from trendrapport.charts.declaration import Chart
from trendrapport.charts.kinds import NUMBERS, Role
from trendrapport.charts.rows import column, number_format, shown
from trendrapport.charts.table import Table
from trendrapport.charts.theme import Theme

FIELDS = {"category": Role(), "value": Role(NUMBERS), "series": Role()}
OPTIONS = frozenset({"decimals", "percent"})


def draw(chart: Chart, table: Table, theme: Theme) -> Any:  # noqa: ANN401
    """Lying bars of segments, told apart by colour and a line between them."""
    import altair as alt

    category, value, series = (column(chart, role) for role in ("category", "value", "series"))
    rows = [row for row in shown(chart, table) if row[value] is not None]
    percent = bool(chart.options.get("percent"))
    axis = alt.Axis(format=".0%" if percent else number_format(chart))
    return alt.Chart({"values": rows}).mark_bar(stroke=theme.paper, strokeWidth=2).encode(
        y=alt.Y(f"{category}:N", sort=None, axis=alt.Axis(grid=False)),
        x=alt.X(f"{value}:Q", stack="normalize" if percent else "zero", axis=axis),
        color=alt.Color(f"{series}:N", sort=None, scale=alt.Scale(range=theme.palette)),
    ).properties(width=theme.width - 120, height=alt.Step(38))
