"""Names at the right ends of lines and areas, clear of each other, instead of a legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trendrapport.charts import notation
from trendrapport.charts.layers import Layer, Row, chart
from trendrapport.charts.moments import apart
from trendrapport.charts.plan import Plan

if TYPE_CHECKING:
    import altair as alt

LETTERS = 22
"""Longer names than this are broken over lines."""


def line_ends(rows: Sequence[Row], plan: Plan, unit: float) -> list[Row]:
    """The same rows with their `name` in lines, and their `value` moved as little as needed; `unit` is the amount of a pixel."""
    order = sorted(rows, key=lambda row: row["value"])
    letters = min(LETTERS, plan.theme.width // 29)
    names = [notation.wrapped(row["name"], letters) for row in order]
    sizes = [(name.count("\n") + 1) * plan.theme.text_size * 1.25 for name in names]
    places = apart([row["value"] / unit for row in order], sizes)
    return [{**row, "name": name, "value": place * unit} for row, name, place in zip(order, names, places, strict=True)]


def end_names(ends: Sequence[Row], plan: Plan, x: alt.X, y: alt.Y) -> list[Layer]:
    """The names, in the `colour` of each row."""
    import altair as alt

    line = plan.theme.text_size * 1.2
    layers = []
    for lines in sorted({end["name"].count("\n") for end in ends}):
        rows = [end for end in ends if end["name"].count("\n") == lines]
        # Lines of text grow downwards from where the first one stands.
        mark = chart(rows).mark_text(align="left", dx=10, dy=-lines * line / 2, lineBreak="\n", lineHeight=line,
                                     aria=False)
        layers.append(mark.encode(x=x, y=y, text=alt.Text("name:N"), color=alt.Color("colour:N", scale=None)))
    return layers
