"""Upright bars: an amount per category or period, in the order of the table.

    kind: bars
    fields: {category: jaar, value: aantal}
    options: {decimals: 0}
"""

from __future__ import annotations

from typing import Any

from trendrapport.charts.declaration import Chart
from trendrapport.charts.kinds import NUMBERS, Role
from trendrapport.charts.rows import column, number_format, shown
from trendrapport.charts.table import Table
from trendrapport.charts.theme import Theme

FIELDS = {"category": Role(), "value": Role(NUMBERS)}
OPTIONS = frozenset({"decimals"})


def draw(chart: Chart, table: Table, theme: Theme) -> Any:  # noqa: ANN401
    """Bars with their value above them."""
    import altair as alt

    category, value = column(chart, "category"), column(chart, "value")
    rows = [row for row in shown(chart, table) if row[value] is not None][: chart.limit]
    base = alt.Chart({"values": rows}).encode(
        x=alt.X(f"{category}:N", sort=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        y=alt.Y(f"{value}:Q", axis=None))
    text = alt.Text(f"{value}:Q", format=number_format(chart))
    return (base.mark_bar(color=theme.colour(1)) + base.mark_text(dy=-9).encode(text=text)).properties(
        width=theme.width, height=280)
