"""Lying bars from large to small: who has most; the value stands at the end of each bar.

    kind: ranked_bars
    fields: {category: sector, value: meldingen}
    limit: 10
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
    """The rows with the highest values, the highest on top."""
    import altair as alt

    category, value = column(chart, "category"), column(chart, "value")
    rows = [row for row in shown(chart, table) if row[value] is not None]
    rows = sorted(rows, key=lambda row: float(row[value] or 0), reverse=True)[: chart.limit]
    base = alt.Chart({"values": rows}).encode(
        y=alt.Y(f"{category}:N", sort=None, axis=alt.Axis(grid=False)), x=alt.X(f"{value}:Q", axis=None))
    text = alt.Text(f"{value}:Q", format=number_format(chart))
    return (base.mark_bar(color=theme.colour(1), height={"band": 0.72}) + base.mark_text(align="left", dx=6).encode(text=text)
            ).properties(width=theme.width - 160, height=alt.Step(30))
