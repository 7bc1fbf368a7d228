"""Names at the right ends of lines and areas, clear of each other, instead of a legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trendrapport.charts.parts.layers import Layer, Row, beside, chart
from trendrapport.charts.parts.moments import apart
from trendrapport.charts.parts.naming import crowded, named_below
from trendrapport.charts.parts.plots import FOOT
from trendrapport.charts.plan import Plan
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

LETTERS = 22
"""Longer names than this are broken over lines."""

MOST = 0.24
"""The part of the width of a narrow drawing that names at line ends take at most."""


def named_ends(
    rows: Sequence[Row],
    plan: Plan,
    places: tuple[alt.X, alt.Y],
    low: float,
    unit: float,
    corner: tuple[float, float],
) -> tuple[list[Layer], float, float]:
    """The names of series with their last values at the line ends, the room that takes right of the marks,
    and where the drawing ends.

    On a narrow screen long names stand in a key below the marks, of which `corner` has the room on their left
    and the height.
    """
    ends = line_ends(
        [{name: value for name, value in row.items() if name != "shape"} for row in rows], plan, low, unit
    )
    room = beside((end["name"] for end in ends), plan)
    if not crowded(room, plan, MOST) and not (
        plan.theme.narrow and any(end["name"].count("\n") > 1 for end in ends)
    ):
        return end_names(ends, plan, *places), room + 4, corner[1] + FOOT
    listed = [
        {"text": row["name"], **{name: row[name] for name in ("colour", "shape") if name in row}}
        for row in sorted(rows, key=lambda row: -row["value"])
    ]
    layers, bottom = named_below(listed, plan, corner[1] + FOOT, corner[0])
    return layers, 10, bottom + 8


def line_ends(rows: Sequence[Row], plan: Plan, low: float, unit: float) -> list[Row]:
    """The same rows with their `name` in lines, and their `value` moved as little as needed.

    `low` is the amount at the foot of the marks, below which no name stands, and `unit` that of a pixel.
    """
    order = sorted(rows, key=lambda row: row["value"])
    letters = min(LETTERS, plan.theme.width // 29)
    names = [wrapping.wrapped(row["name"], letters, within=plan.theme.language) for row in order]
    sizes = [(name.count("\n") + 1) * plan.theme.text_size * 1.25 for name in names]
    places = apart([(row["value"] - low) / unit for row in order], sizes)
    return [
        {**row, "name": name, "value": low + place * unit}
        for row, name, place in zip(order, names, places, strict=True)
    ]


def end_names(ends: Sequence[Row], plan: Plan, x: alt.X, y: alt.Y) -> list[Layer]:
    """The names, in the `colour` of each row."""
    import altair as alt

    line = plan.theme.text_size * 1.2
    layers = []
    for lines in sorted({end["name"].count("\n") for end in ends}):
        rows = [end for end in ends if end["name"].count("\n") == lines]
        # Lines of text grow downwards from where the first one stands.
        mark = chart(rows).mark_text(
            align="left", dx=10, dy=-lines * line / 2, lineBreak="\n", lineHeight=line, aria=False
        )
        layers.append(mark.encode(x=x, y=y, text=alt.Text("name:N"), color=alt.Color("colour:N", scale=None)))
    return layers
