"""Dots: a value per category on one scale, and with `from` where it came from.

    kind: dots
    fields: {category: provincie, from: in2020, value: in2024}
"""

from __future__ import annotations

from typing import Any

from trendrapport.charts.declaration import Chart
from trendrapport.charts.kinds import NUMBERS, Role
from trendrapport.charts.rows import column, number_format, shown
from trendrapport.charts.table import Table
from trendrapport.charts.theme import Theme

FIELDS = {"category": Role(), "value": Role(NUMBERS), "from": Role(NUMBERS, required=False)}
OPTIONS = frozenset({"decimals"})


def draw(chart: Chart, table: Table, theme: Theme) -> Any:  # noqa: ANN401
    """A filled dot at the value; with `from` an open one and a line between them."""
    import altair as alt

    category, value, start = column(chart, "category"), column(chart, "value"), column(chart, "from")
    rows = sorted((row for row in shown(chart, table) if row[value] is not None),
                  key=lambda row: float(row[value] or 0), reverse=True)[: chart.limit]
    base = alt.Chart({"values": rows}).encode(y=alt.Y(f"{category}:N", sort=None, axis=alt.Axis(grid=True)))
    x = alt.X(f"{value}:Q", axis=alt.Axis(format=number_format(chart), grid=False))
    dots = base.mark_circle(size=130, color=theme.colour(1), opacity=1).encode(x=x)
    if start:
        rules = base.mark_rule(color=theme.soft, strokeWidth=2).encode(x=x, x2=start)
        before = base.mark_point(size=90, color=theme.soft, opacity=1).encode(x=f"{start}:Q")
        dots = rules + before + dots
    text = base.mark_text(align="left", dx=11).encode(x=x, text=alt.Text(f"{value}:Q", format=number_format(chart)))
    return (dots + text).properties(width=theme.width - 160, height=alt.Step(30))
