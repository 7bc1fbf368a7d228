"""Values at the ends of bars, and words instead of missing bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from trendrapport.charts.parts.layers import Layer, Row, chart
from trendrapport.charts.plan import Plan

Axes = dict[str, Any]
"""What places the marks of rows: x, y, and the offset of bars side by side."""


def texts(rows: Sequence[Row], axes: Axes, **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """The text of each row."""
    import altair as alt

    if not rows:
        return []
    return [chart(rows).mark_text(aria=False, **mark).encode(**axes, text=alt.Text("text:N"))]


def by_sign(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The known values from 0 on, and those below 0."""
    known = [row for row in rows if row["value"] is not None]
    return [row for row in known if row["value"] >= 0], [row for row in known if row["value"] < 0]


def gaps(rows: Sequence[Row], text: str) -> list[Row]:
    """A text for each missing bar, in its place."""
    return [{**row, "value": 0, "text": text} for row in rows if row["value"] is None]


def texts_beside(rows: Sequence[Row], missing: str, plan: Plan, axes: Axes) -> list[Layer]:
    """Each value at the end of its horizontal bar, of a negative one on the other side."""
    right, left = by_sign(rows)
    return [
        *texts(right, axes, align="left", dx=6, color=plan.theme.ink),
        *texts(left, axes, align="right", dx=-6, color=plan.theme.ink),
        *texts(gaps(rows, missing), axes, align="left", dx=6, color=plan.theme.soft),
    ]
