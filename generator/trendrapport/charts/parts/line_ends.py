"""Names at the right ends of lines and areas, clear of each other, instead of a legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trendrapport.charts.parts.canvas import height_of
from trendrapport.charts.parts.layers import Layer, Row, beside, chart
from trendrapport.charts.parts.naming import crowded, named_below
from trendrapport.charts.parts.plots import FOOT
from trendrapport.charts.plan import Plan
from trendrapport.placing import wrapping
from trendrapport.placing.spacing import upwards

if TYPE_CHECKING:
    import altair as alt

LETTERS = 22
"""Longer names than this are broken over lines."""

MOST = 0.24
"""The most that names at line ends take of a narrow drawing's width."""


def named_ends(
    rows: Sequence[Row],
    plan: Plan,
    places: tuple[alt.X, alt.Y],
    low: float,
    unit: float,
    corner: tuple[float, float],
) -> tuple[list[Layer], float, float]:
    """The names of series with their last values at the line ends, the room that takes right of the marks,
    and the bottom of the drawing.

    On a narrow screen long names are in a key below the marks; `corner` has the room left of these and their
    height.
    """
    left, foot = corner[0], corner[1] + FOOT
    ends = line_ends([_without_shape(row) for row in rows], plan, low, unit)
    room = beside((end["name"] for end in ends), plan)
    high = plan.theme.narrow and any(end["name"].count("\n") > 1 for end in ends)
    if not high and not crowded(room, plan, MOST):
        return end_names(ends, plan, *places), room + 4, foot
    # Those behind the others have no shape, and come last.
    highest_first = sorted(rows, key=lambda row: ("shape" not in row, -row["value"]))
    layers, bottom = named_below([_key_row(row) for row in highest_first], plan, foot, left)
    return layers, 10, bottom + 8


def _without_shape(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "shape"}


def _key_row(row: Row) -> Row:
    """A line end as a row of a key."""
    made: Row = {"text": row["name"], "colour": row["colour"]}
    if "shape" in row:
        made["shape"] = row["shape"]
    return made


def line_ends(rows: Sequence[Row], plan: Plan, low: float, unit: float) -> list[Row]:
    """The same rows with their `name` in lines, and their `value` moved as little as needed.

    `low` is the amount at the foot of the marks, below which there are no names, and `unit` that of a pixel.
    """
    letters = min(LETTERS, plan.theme.width // 29)
    ends = [
        {**row, "name": wrapping.wrapped(row["name"], letters, within=plan.theme.language)}
        for row in sorted(rows, key=lambda row: row["value"])
    ]
    wanted = [(end["value"] - low) / unit for end in ends]
    positions = upwards(wanted, [height_of(end["name"], plan) for end in ends])
    for end, position in zip(ends, positions, strict=True):
        end["value"] = low + position * unit
    return ends


def end_names(ends: Sequence[Row], plan: Plan, x: alt.X, y: alt.Y) -> list[Layer]:
    """The names, in the `colour` of each row."""
    import altair as alt

    line = plan.theme.text_size * 1.2
    by_lines: dict[int, list[Row]] = {}
    for end in ends:
        by_lines.setdefault(end["name"].count("\n"), []).append(end)
    text, colour = alt.Text("name:N"), alt.Color("colour:N", scale=None)
    layers = []
    for lines, rows in sorted(by_lines.items()):
        # Lines of text grow downwards from the first one.
        look = {"dx": 10, "dy": -lines * line / 2, "lineBreak": "\n", "lineHeight": line}
        mark = chart(rows).mark_text(align="left", aria=False, **look)
        layers.append(mark.encode(x=x, y=y, text=text, color=colour))
    return layers
