"""Lines: how something changes in time, one line per series, named at the line's end.

    kind: lines
    fields: {x: jaar, value: percentage, series: leeftijd}
    options: {decimals: 1, breaks: [2017]}

`breaks` draws a dashed line where the way of measuring changed.
"""

from __future__ import annotations

from typing import Any

from trendrapport.charts.declaration import Chart
from trendrapport.charts.kinds import NUMBERS, Role
from trendrapport.charts.rows import column, number_format, shown
from trendrapport.charts.table import Table
from trendrapport.charts.theme import Theme

FIELDS = {"x": Role(frozenset({"year", "integer", "yearmonth", "date", "string"})), "value": Role(NUMBERS),
          "series": Role(required=False)}
OPTIONS = frozenset({"decimals", "breaks"})


def draw(chart: Chart, table: Table, theme: Theme) -> Any:  # noqa: ANN401
    """Lines with points; a missing value leaves a gap."""
    import altair as alt

    x, value, series = column(chart, "x"), column(chart, "value"), column(chart, "series")
    rows = sorted(shown(chart, table), key=lambda row: str(row[x]))
    last = list({row.get(series): row for row in rows if row[value] is not None}.values())
    axis = alt.Axis(labelAngle=0, labelOverlap=True)
    base = alt.Chart({"values": rows}).encode(
        x=alt.X(f"{x}:O", axis=axis), y=alt.Y(f"{value}:Q", axis=alt.Axis(format=number_format(chart))))
    if series:
        base = base.encode(color=alt.Color(f"{series}:N", legend=None, sort=None, scale=alt.Scale(range=theme.palette)),
                           shape=alt.Shape(f"{series}:N", legend=None, sort=None))
    else:
        base = base.encode(color=alt.value(theme.colour(1)))
    drawn = base.mark_line(strokeWidth=2.5) + base.mark_point(size=45, filled=True, opacity=1)
    if series:
        names = base.mark_text(align="left", dx=10).encode(text=f"{series}:N", shape=alt.Undefined)
        names.data = alt.InlineData(values=last)
        drawn += names
    rules = [{x: year} for year in chart.options.get("breaks", [])]  # type: ignore[union-attr]
    if rules:
        drawn += alt.Chart({"values": rules}).mark_rule(strokeDash=[4, 4], color=theme.soft).encode(x=f"{x}:O")
    return drawn.properties(width=theme.width - 120, height=300)
