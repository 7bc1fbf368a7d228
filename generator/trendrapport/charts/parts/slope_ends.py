"""The ends of lines between two moments: their names, and where these are clear of each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from trendrapport.charts.parts.amounts import round_scale
from trendrapport.charts.parts.canvas import height_of
from trendrapport.charts.parts.layers import beside, describe
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping
from trendrapport.placing.spacing import within

HEAD, LEAST = 34, 260
"""The room for the names of the moments, and the least height of the lines."""
LEADER = 16
"""The distance from a dot to its name."""
LETTERS = 24
"""Names are set in lines of about this many letters."""
WIDEST = 0.6
"""On a narrow screen names at the ends take at most this part of the width; longer ones are in a key."""


@dataclass(frozen=True)
class End:
    """One end of a line: the value of a series at the first or the last moment."""

    point: Point
    first: bool
    name: str
    """The words beside the dot: the series and its value, or in a narrow drawing the value alone."""

    @property
    def amount(self) -> float:
        return self.point.amount or 0.0

    @property
    def description(self) -> str:
        return describe(self.point.series, value_text(self.point))


@dataclass(frozen=True)
class PlacedEnd:
    """An end with the height of its dot (`y`) and of its words (`at`), which are clear of the others."""

    end: End
    x: float
    y: float
    at: float

    @property
    def series(self) -> str:
        return self.end.point.series

    @property
    def outwards(self) -> int:
        """How far the words are beside the dot; to the left of the first one."""
        return -LEADER if self.end.first else LEADER


Columns = tuple[list[End], list[End]]
"""The ends at the first and at the last moment, each from low to high."""


def end_columns(found: list[Point], ends: tuple[Scalar, Scalar], series: list[str], plan: Plan) -> Columns:
    """The ends at both moments."""
    known = [point for point in found if point.amount is not None and point.series in series]
    start, end = ends
    first = [point for point in known if point.key == start]
    last = [point for point in known if point.key == end]
    return _column(first, plan, first=True), _column(last, plan, first=False)


def _column(found: list[Point], plan: Plan, *, first: bool) -> list[End]:
    """The ends at one moment, from low to high; of a series with several values the last."""
    one_each = {point.series: point for point in found}
    ordered = sorted(one_each.values(), key=lambda point: point.amount or 0.0)
    return [End(point, first, _name(point, plan, first=first)) for point in ordered]


def _name(point: Point, plan: Plan, *, first: bool) -> str:
    """The series and its value, the value next to the dot, in lines of some letters."""
    value = value_text(point)
    text = f"{point.series} {value}" if first else f"{value} {point.series}"
    return wrapping.wrapped(text, min(LETTERS, plan.theme.width // 24), within=plan.theme.language)


def value_text(point: Point) -> str:
    return point.text + "*" * point.provisional


def are_too_wide(columns: Columns, plan: Plan) -> bool:
    """Whether the names leave too little room for the lines."""
    left, right = _widths(columns, plan)
    return left + right > plan.theme.width * WIDEST


def with_values_only(columns: Columns) -> Columns:
    first, last = columns
    return [_with_value(end) for end in first], [_with_value(end) for end in last]


def _with_value(end: End) -> End:
    return replace(end, name=value_text(end.point))


def _widths(columns: Columns, plan: Plan) -> tuple[float, float]:
    """How wide the names on the left and on the right are."""
    first, last = columns
    return beside([end.name for end in first], plan), beside([end.name for end in last], plan)


def sides(columns: Columns, plan: Plan) -> tuple[float, float]:
    """Where the lines start and end: beside the widest names."""
    left, right = _widths(columns, plan)
    return left + LEADER, plan.theme.width - 6 - right - LEADER


@dataclass(frozen=True)
class Heights:
    """A scale of amounts upwards, from `low` to `high`."""

    low: float
    high: float
    tall: float

    def up(self, end: End) -> float:
        """How far an end is above the foot of the scale."""
        return self.tall * (end.amount - self.low) / (self.high - self.low)


def heights(columns: Columns, crowd: Columns, plan: Plan, *, zero: bool) -> Heights:
    """A round scale that holds all ends, with room for the names of `columns`."""
    low, high, _ = round_scale([end.amount for end in chain(*columns, *crowd)], zero=zero)
    return Heights(low, high, max(LEAST, *(sum(_heights(ends, plan)) for ends in columns)))


def nameless_ends(crowd: Columns, across: tuple[float, float], scale: Heights) -> list[PlacedEnd]:
    """The ends of a crowd, whose dots are not seen and whose names are left out."""
    placed = []
    for ends, x in zip(crowd, across, strict=True):
        for end in ends:
            y = round(HEAD + scale.tall - scale.up(end), 2)
            placed.append(PlacedEnd(end, x, y, y))
    return placed


def placed_ends(columns: Columns, plan: Plan, scale: Heights) -> list[PlacedEnd]:
    """Each end with its dot at the height of its amount, and its name as near to that as there is room."""
    placed, tall = [], scale.tall
    for ends, x in zip(columns, sides(columns, plan), strict=True):
        up = [scale.up(end) for end in ends]
        at_each = within(up, _heights(ends, plan), tall)
        for end, y, at in zip(ends, up, at_each, strict=True):
            placed.append(PlacedEnd(end, x, round(HEAD + tall - y, 2), round(HEAD + tall - at, 2)))
    return placed


def _heights(ends: list[End], plan: Plan) -> list[float]:
    return [height_of(end.name, plan) for end in ends]
