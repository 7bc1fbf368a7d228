"""Lines in small panels, with one time axis and the last value of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trendrapport.charts.parts.canvas import boxes, dots, joined, words
from trendrapport.charts.parts.joining import DOTTED, joins
from trendrapport.charts.parts.layers import Layer, Row
from trendrapport.charts.parts.moments import Run, moment, pace_of, runs
from trendrapport.charts.parts.panel_series import PanelSeries, base_line, position, value_row, widest_value
from trendrapport.charts.parts.panels import Panels
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.rhythm import Rhythm
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping

MOST_BESIDE, ABOVE = 0.4, 9
"""Last values beside their dots take at most this part of a panel's width; otherwise they are written this
high above the panel.
"""

APART = 5
"""The least distance between the middles of dots: dots that are nearer to each other hide their line."""

LOOKS: dict[str, dict[str, Any]] = {
    "whole": {},
    "dashed": {"strokeDash": [4, 3]},
    "dotted": {"strokeDash": DOTTED, "strokeCap": "round"},
}
"""How each part of a line is drawn, from the back to the front."""


@dataclass(frozen=True)
class Times:
    """The time axis that every panel of lines has."""

    grid: Panels
    moments: list[Scalar]
    wide: float
    """How wide it is: the last value has room on its right."""
    values_above: bool
    """Whether last values are written above the panels, as beside their dots they would leave too little room
    for the lines.
    """

    @cached_property
    def ends(self) -> tuple[float, float]:
        """The first and the last moment."""
        return moment(self.moments[0]), moment(self.moments[-1])

    def across(self, key: Scalar) -> float:
        """The distance of a moment from the left of its panel."""
        first, last = self.ends
        return 5 + self.wide * (moment(key) - first) / (last - first or 1.0)

    @cached_property
    def positions(self) -> dict[Scalar, float]:
        """The same of all moments that have values."""
        return {key: self.across(key) for key in self.moments}

    @property
    def dense(self) -> bool:
        """Whether dots would touch each other."""
        length = self.positions[self.moments[-1]] - self.positions[self.moments[0]]
        return length < APART * (len(self.moments) - 1)


@dataclass(frozen=True)
class _Line:
    """A panel as a line: its known values in order of time, and the parts of them that are joined."""

    part: PanelSeries
    known: list[Point]
    runs: list[Run]

    @property
    def hidden(self) -> set[int]:
        """The dots that can do without being seen, as the line shows where they are; not the last one."""
        joined_up: set[int] = set()
        for run in self.runs:
            joined_up.update(map(id, run.points))
        return joined_up - {id(point) for point in self.known[-1:]}


def times_of(parts: list[PanelSeries], grid: Panels, moments: list[Scalar]) -> Times:
    """The axis of these moments, with room for last values beside their dots, unless they are too wide."""
    widest = widest_value(parts, grid.plan)
    if widest > grid.wide * MOST_BESIDE:
        return Times(grid, moments, grid.wide - 18, values_above=True)
    return Times(grid, moments, grid.wide - 18 - widest, values_above=False)


def panel_lines(parts: list[PanelSeries], times: Times) -> list[Layer]:
    """Lines with a dot for each value, and the last value of each."""
    plan = times.grid.plan
    pace = pace_of(plan)
    drawn = [_line(part, pace, plan) for part in parts]
    seen, hidden = _dots(drawn, times)
    ends = list(_last_values(drawn, times))
    return [
        *_paths(drawn, times),
        *boxes(_papers(ends, times)),
        *dots(seen, size=24),
        *dots(hidden, size=24, opacity=0),
        *words(ends, plan, "right" if times.values_above else "left"),
        *times.grid.below(times.positions),
    ]


def _line(part: PanelSeries, pace: Rhythm, plan: Plan) -> _Line:
    ordered = sorted(part.points, key=lambda point: moment(point.key))
    known = [point for point in ordered if point.amount is not None]
    return _Line(part, known, runs(ordered, [], pace, join=joins(plan.chart)))


def _paths(drawn: list[_Line], times: Times) -> Iterator[Layer]:
    """The lines, those of each look together."""
    for look, mark in LOOKS.items():
        rows: list[Row] = []
        for line in drawn:
            rows += _path(line, look, times)
        yield from joined(rows, **mark)


def _path(line: _Line, look: str, times: Times) -> Iterator[Row]:
    """What the joined parts of a line with this look run through."""
    for index, run in enumerate(line.runs):
        if run.look == look:
            for point in run.points:
                row = position(point, line.part, times.positions[point.key], times.grid)
                yield {**row, "run": f"{point.series} {index}"}


def _dots(drawn: list[_Line], times: Times) -> tuple[list[Row], list[Row]]:
    """A dot for each value: those that are seen, and those that only tell their value."""
    seen: list[Row] = []
    unseen: list[Row] = []
    for line in drawn:
        hidden = line.hidden if times.dense else set()
        for point in line.known:
            rows = unseen if id(point) in hidden else seen
            rows.append(value_row(point, line.part, times.positions[point.key], times.grid))
    return seen, unseen


def _last_values(drawn: list[_Line], times: Times) -> Iterator[Row]:
    """The last value of each line, beside its dot or at the upper right of its panel."""
    grid = times.grid
    for line in drawn:
        panel = line.part.panel
        for point in line.known[-1:]:
            x = round(panel.left + times.positions[point.key], 2) + 7
            y = _clear(grid.y(panel, point.amount or 0.0), line.part, grid)
            if times.values_above:
                x, y = panel.left + grid.wide, panel.top - ABOVE
            yield {"x": x, "y": y, "text": point.text, "colour": grid.plan.theme.ink}


def _clear(y: float, part: PanelSeries, grid: Panels) -> float:
    """A height for text at which the base line does not cross it."""
    base = base_line(part, grid)
    return min(y, base - 9) if y <= base else max(y, base + 9)


def _papers(ends: list[Row], times: Times) -> list[Row]:
    """Paper behind last values, so that the lines of annotations do not cross them."""
    plan = times.grid.plan
    if times.values_above or not plan.chart.annotations:
        return []
    return [_paper(end, plan) for end in ends]


def _paper(end: Row, plan: Plan) -> Row:
    return {
        "x": end["x"] - 2,
        "x2": end["x"] + wrapping.width(end["text"], plan.theme.text_size),
        "y": end["y"] - 8,
        "y2": end["y"] + 8,
        "colour": plan.theme.paper,
    }
