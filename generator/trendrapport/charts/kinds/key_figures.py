"""A row of up to four large numbers with what they count.

    kind: key_figures
    fields: {label: naam, value: getal}
"""

from __future__ import annotations

from typing import Any

from trendrapport.charts.declaration import Chart
from trendrapport.charts.kinds import NUMBERS, Role
from trendrapport.charts.rows import column, number_format, shown
from trendrapport.charts.table import Table
from trendrapport.charts.theme import Theme

FIELDS = {"label": Role(), "value": Role(NUMBERS)}
OPTIONS = frozenset({"decimals"})


def draw(chart: Chart, table: Table, theme: Theme) -> Any:  # noqa: ANN401
    """The numbers beside each other, the words under them."""
    import altair as alt

    label, value = column(chart, "label"), column(chart, "value")
    rows = [row for row in shown(chart, table) if row[value] is not None][: min(chart.limit or 4, 4)]
    base = alt.Chart({"values": rows}).encode(x=alt.X(f"{label}:N", sort=None, axis=None))
    numbers = base.mark_text(fontSize=38, fontWeight=600, dy=-14).encode(
        text=alt.Text(f"{value}:Q", format=number_format(chart)))
    words = base.mark_text(dy=24, color=theme.soft, limit=theme.width // max(len(rows), 1)).encode(text=f"{label}:N")
    return (numbers + words).properties(width=theme.width, height=110)
