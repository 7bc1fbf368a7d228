"""The plots that annotations are drawn on: the positions of moments and amounts, and what labels must avoid.

Where Vega lays out the scales of a kind, these are the same positions, computed beforehand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import dist

from trendrapport.charts import notation
from trendrapport.charts.parts.break_lines import late
from trendrapport.charts.parts.canvas import height_of
from trendrapport.charts.parts.layers import WORD, WORD_ABOVE_NUMBER, Row
from trendrapport.charts.parts.moments import SPANS, moment, span
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import FieldType, Scalar
from trendrapport.model.periods import Period, period
from trendrapport.placing import wrapping
from trendrapport.placing.dots import DOT, Box

FOOT = 36
"""The room for the names below an axis."""


@dataclass(frozen=True)
class Plot:
    """The layout of marks in a drawing: the rectangle of the scales, in units, and what is in it."""

    plan: Plan
    inside: Box
    across: Callable[[Scalar], float]
    """The position of a moment from the left."""
    up: Callable[[float], float]
    """The position of an amount from the top."""
    points: Mapping[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    """The position of each value, by its series and its key as text."""
    taken: Sequence[Box] = ()
    """Boxes that labels must stay clear of."""
    above: float = 0
    """The room above the rectangle that is used already."""
    numbers: Sequence[Box] = ()
    """Boxes of written values, which interrupt reference lines and end lines from above."""
    whole: Callable[[Scalar], tuple[float, float]] | None = None
    """The start and end of a moment, if it takes room as the bar of a year does."""
    note: Box | None = None
    """The box of the kind's own words above the plot, which lines may not cross."""
    left: float = 0
    """The room left of the rectangle, for an axis."""
    upright: bool = False
    """Whether amounts run from left to right, so that reference lines are upright."""


def along(points: Sequence[tuple[float, float]]) -> Iterator[Box]:
    """Small boxes along a line through points, for labels to stay clear of."""
    for (x, y), (x2, y2) in pairwise(points):
        steps = max(1, int(dist((x, y), (x2, y2)) / 6))
        for step in range(steps + 1):
            px, py = x + (x2 - x) * step / steps, y + (y2 - y) * step / steps
            yield Box(px - 2, py - 2, px + 2, py + 2)


def width_of(plan: Plan, left: float, right: float = 0) -> float:
    """The width of the scales, the same as in `layers.sized`."""
    return round(plan.theme.width - left - right - 4)


def time_plot(  # noqa: PLR0913
    plan: Plan,
    found: Sequence[Point],
    paths: Sequence[Sequence[tuple[str, float, float | None]]],
    scale: tuple[float, float],
    height: float,
    *,
    left: float,
    right: float,
    above: float = 0,
) -> Plot:
    """A plot with a time axis; `paths` are the series, moments and amounts that lines run through."""
    first, last = span(found)
    wide, up = width_of(plan, left, right), _up(scale, height)

    def across(value: Scalar) -> float:
        return wide * (min(max(moment(value), first), last) - first) / (last - first)

    points = {}
    for point in found:
        if point.amount is not None:
            points[point.series, str(point.key)] = across(point.key), up(point.amount)
    taken = list[Box]()
    for path in paths:
        taken += along([(across(at), up(amount)) for _, at, amount in path if amount is not None])
    return Plot(plan, Box(0, 0, wide, height), across, up, points, taken, above, left=left)


def bar_plot(  # noqa: PLR0913
    plan: Plan,
    rows: Sequence[Row],
    scale: tuple[float, float],
    height: float,
    *,
    left: float,
    broken: Collection[Scalar] = (),
) -> Plot:
    """A plot of vertical bars; rows have their `category`, `key`, and in `to` the amount that they reach."""
    keys = _keys_of_bars(rows)
    wide, up = width_of(plan, left), _up(scale, height)
    band = wide / len(keys)
    bars = _Bars(plan, tuple(keys.values()), band)
    centres = {name: band * (index + 0.5) for index, name in enumerate(keys)}
    taken, numbers, points = list[Box](), list[Box](), dict[tuple[str, str], tuple[float, float]]()
    for row in rows:
        bar = _Bar(row, centres[row["category"]], up, plan.theme.text_size)
        taken.append(bar.box(band))
        if bar.text:
            numbers.append(bar.number)
        points[row.get("series", ""), str(row["key"])] = bar.top_point
    note = bars.note(broken)
    above = WORD if note is None else WORD_ABOVE_NUMBER
    inside = Box(0, 0, wide, height)
    return Plot(plan, inside, bars.across, up, points, taken, above, numbers, bars.whole, note, left)


def _keys_of_bars(rows: Sequence[Row]) -> dict[str, Scalar]:
    """The key of each category, in the order of the rows; of several rows the first counts."""
    keys: dict[str, Scalar] = {}
    for row in rows:
        keys.setdefault(row["category"], row["key"])
    return keys


@dataclass(frozen=True)
class _Bar:
    """A vertical bar, or a part of one, and the value that is written above it."""

    row: Row
    centre: float
    up: Callable[[float], float]
    text_size: int

    @property
    def text(self) -> str:
        return str(self.row["text"])

    @property
    def top(self) -> float:
        return self.up(max(self.row["to"], 0))

    @property
    def top_with_text(self) -> float:
        return self.top - self.text_size - 6 if self.text else self.top

    @property
    def top_point(self) -> tuple[float, float]:
        """The point that an annotation points at."""
        return self.centre, self.top_with_text - DOT

    @property
    def number(self) -> Box:
        """The box of the written value."""
        half = wrapping.width(self.text, self.text_size) / 2 + 2
        return Box(self.centre - half, self.top - self.text_size - 6, self.centre + half, self.top - 2)

    def box(self, band: float) -> Box:
        """The box of the bar with its value."""
        half = max(band * 0.35, wrapping.width(self.text, self.text_size) / 2)
        foot = max(self.up(min(self.row["to"], 0)), self.up(0))
        return Box(self.centre - half, self.top_with_text, self.centre + half, foot)


@dataclass(frozen=True)
class _Bars:
    """Vertical bars from left to right, each with the same room: moments or categories."""

    plan: Plan
    keys: tuple[Scalar, ...]
    band: float
    """The width that each has."""

    @property
    def sort(self) -> FieldType:
        """The type of the keys."""
        return self.plan.column("category").type

    @cached_property
    def moments(self) -> list[float]:
        """The moments of the bars; none for bars of categories."""
        if self.sort in {*SPANS, "date"}:
            return [moment(key) for key in self.keys]
        return []

    def across(self, value: Scalar) -> float:
        """The position of a moment: of a period the middle of its bar, else between the middles of bars."""
        at, moments = moment(value), self.moments
        index = min(max(bisect_right(moments, at) - 1, 0), len(moments) - 1)
        if self.sort not in SPANS:
            return self.band * (index + 0.5 + self._part(at, index))
        span_of_bar = SPANS[self.sort]
        if _length(value) >= span_of_bar:
            return self.band * (index + 0.5)
        return self.band * (index + min((at - moments[index]) / span_of_bar, 1))

    def _part(self, at: float, index: int) -> float:
        """The part of the way from this bar to the next at which a moment is."""
        if index + 1 >= len(self.moments):
            return 0
        start, end = self.moments[index], self.moments[index + 1]
        return min(max((at - start) / (end - start), 0), 1)

    def whole(self, value: Scalar) -> tuple[float, float]:
        """The start and end of a period; twice its position for a moment that is shorter than a bar."""
        covered = _covered(value, self.keys, self.sort)
        if covered:
            return self.band * covered[0], self.band * (covered[-1] + 1)
        middle = self.across(value)
        return middle, middle

    def note(self, broken: Collection[Scalar]) -> Box | None:
        """The box of the word at the first break, if there is one."""
        breaks = set(broken)
        first = next((index for index, key in enumerate(self.keys) if key in breaks), None)
        if first is None:
            return None
        near_edge = late(first / len(self.keys), self.plan)
        return break_note(self.plan, self.band * first, WORD_ABOVE_NUMBER, late=near_edge)


def foot(rows: Sequence[Row], plan: Plan) -> float:
    """The room for the names of bars below their axis."""
    return max(height_of(row["category"], plan) for row in rows) + 20


def level_plot(plan: Plan, scale: tuple[float, float], height: float, *, left: float, right: float) -> Plot:
    """A plot with amounts that run from left to right."""
    (low, high), wide = scale, width_of(plan, left, right)

    def across(_: Scalar) -> float:
        return 0.0

    def up(amount: float) -> float:
        return wide * (amount - low) / (high - low)

    return Plot(plan, Box(0, 0, wide, round(height)), across, up, left=left, upright=True)


def break_note(plan: Plan, place: float, above: float, *, late: bool = False) -> Box:
    """The box of the word beside a break, that far above the plot."""
    wide = wrapping.width(notation.BREAK.of(plan.theme.language), plan.theme.text_size)
    start = place - 6 - wide if late else place + 4
    return Box(start, -above, start + wide + 2, plan.theme.text_size - above)


def _up(scale: tuple[float, float], height: float) -> Callable[[float], float]:
    low, high = scale
    return lambda amount: height * (high - amount) / (high - low)


def _length(value: Scalar) -> float:
    """How long a moment lasts, in years: a day no time at all."""
    found = period(value)
    return SPANS[found.sort] if found else 0.0


def _covered(value: Scalar, keys: Sequence[Scalar], sort: str) -> list[int]:
    """The indices of the bars in a period, or of the bar of that day; none if it is shorter than a bar."""
    found = period(value)
    if found is None or sort not in SPANS:
        return [index for index, key in enumerate(keys) if key == value]
    if SPANS[found.sort] < SPANS[sort]:
        return []
    return [index for index, key in enumerate(keys) if _starts_in(key, found)]


def _starts_in(key: Scalar, whole: Period) -> bool:
    """Whether the period of a bar starts in another; a table can have a year 0, a calendar has none."""
    bar = period(key)
    return bar is not None and bar.year > 0 and whole.start <= bar.start < whole.after
