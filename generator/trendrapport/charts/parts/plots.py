"""The plots that annotations stand in: where moments and amounts stand in a drawing, and what is in the way.

Of kinds of which Vega lays out the scales these are the same places, computed beforehand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import dist

from trendrapport.charts import notation
from trendrapport.charts.parts.canvas import height_of
from trendrapport.charts.parts.layers import WORD, WORD_ABOVE_NUMBER, Row, in_order, late
from trendrapport.charts.parts.moments import SPANS, moment, span
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import Scalar
from trendrapport.model.periods import period
from trendrapport.placing import wrapping
from trendrapport.placing.dots import DOT, Box

FOOT = 36
"""The room for the names below an axis."""


@dataclass(frozen=True)
class Plot:
    """Where marks stand in a drawing: the rectangle of the scales, in units of the drawing, and what is in
    it.
    """

    plan: Plan
    inside: Box
    across: Callable[[Scalar], float]
    """The place of a moment from the left."""
    up: Callable[[float], float]
    """The place of an amount from the top."""
    points: Mapping[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    """The place of each value, by the names of its series and its place."""
    taken: Sequence[Box] = ()
    """What labels must stay clear of."""
    above: float = 0
    """The room above the rectangle that is used already."""
    numbers: Sequence[Box] = ()
    """Where values are written: reference lines are interrupted there, and lines from above end there."""
    whole: Callable[[Scalar], tuple[float, float]] | None = None
    """Where a moment starts and ends, if it takes room, as the bar of a year does."""
    note: Box | None = None
    """Where words of the kind's own stand above the plot, which lines may not cross."""
    left: float = 0
    """The room left of the rectangle, for an axis."""
    upright: bool = False
    """Whether amounts run from left to right, so that a reference line stands."""


def along(points: Sequence[tuple[float, float]]) -> list[Box]:
    """Small places along a line through points, for labels to stay clear of."""
    found = []
    for (x, y), (x2, y2) in zip(points, points[1:], strict=False):
        steps = max(1, int(dist((x, y), (x2, y2)) / 6))
        for step in range(steps + 1):
            px, py = x + (x2 - x) * step / steps, y + (y2 - y) * step / steps
            found.append(Box(px - 2, py - 2, px + 2, py + 2))
    return found


def width_of(plan: Plan, left: float, right: float = 0) -> float:
    """How wide the scales are, as `layers.sized` has it."""
    return round(plan.theme.width - left - right - 4)


def time_plot(
    plan: Plan,
    found: Sequence[Point],
    paths: Sequence[Sequence[tuple[str, float, float | None]]],  # noqa: PLR0913
    scale: tuple[float, float],
    height: float,
    *,
    left: float,
    right: float,
    above: float = 0,
) -> Plot:
    """A plot with an axis of time; `paths` are what lines run through: series, moment and amount."""
    first, last = span(found)
    wide, up = width_of(plan, left, right), _up(scale, height)

    def across(value: Scalar) -> float:
        return wide * (min(max(moment(value), first), last) - first) / (last - first)

    points = {
        (point.series, str(point.key)): (across(point.key), up(point.amount))
        for point in found
        if point.amount is not None
    }
    drawn = [[(across(at), up(amount)) for _, at, amount in path if amount is not None] for path in paths]
    return Plot(
        plan,
        Box(0, 0, wide, height),
        across,
        up,
        points,
        [box for path in drawn for box in along(path)],
        above,
        left=left,
    )


def bar_plot(
    plan: Plan,
    rows: Sequence[Row],
    scale: tuple[float, float],
    height: float,
    *,
    left: float,  # noqa: PLR0913
    broken: Collection[Scalar] = (),
) -> Plot:
    """A plot of standing bars; rows tell their `category`, `key`, and `to` which amount they reach."""
    names = in_order(rows)
    keys = [next(row["key"] for row in rows if row["category"] == name) for name in names]
    wide, up = width_of(plan, left), _up(scale, height)
    band = wide / len(names)
    centre = {name: band * (index + 0.5) for index, name in enumerate(names)}
    size = plan.theme.text_size
    taken, numbers, points = [], [], {}
    for row in rows:
        x, top, foot = centre[row["category"]], up(max(row["to"], 0)), up(min(row["to"], 0))
        written = size + 6 if row["text"] else 0
        half = max(band * 0.35, wrapping.width(row["text"], size) / 2)
        taken.append(Box(x - half, top - written, x + half, max(foot, up(0))))
        if row.get("text"):
            wide_text = wrapping.width(row["text"], size) / 2 + 2
            numbers.append(Box(x - wide_text, top - size - 6, x + wide_text, top - 2))
        points[row.get("series", ""), str(row["key"])] = (x, top - written - DOT)
    first = next((index for index, key in enumerate(keys) if key in tuple(broken)), None)
    above = WORD_ABOVE_NUMBER if first is not None else WORD
    note = (
        None if first is None else break_note(plan, band * first, above, late=late(first / len(names), plan))
    )
    sort = plan.column("category").type
    places = _on_bands(keys, band, sort)

    def whole(value: Scalar) -> tuple[float, float]:
        covered = _covered(value, keys, sort)
        if covered:
            return band * covered[0], band * (covered[-1] + 1)
        middle = places(value)
        return middle, middle

    return Plot(plan, Box(0, 0, wide, height), places, up, points, taken, above, numbers, whole, note, left)


def foot(rows: Sequence[Row], plan: Plan) -> float:
    """The room for the names of bars below their axis."""
    return height_of(max(in_order(rows), key=lambda name: name.count("\n")), plan) + 20


def level_plot(plan: Plan, scale: tuple[float, float], height: float, *, left: float, right: float) -> Plot:
    """A plot of which the amounts run from left to right."""
    (low, high), wide = scale, width_of(plan, left, right)
    return Plot(
        plan,
        Box(0, 0, wide, round(height)),
        lambda _: 0.0,
        lambda amount: wide * (amount - low) / (high - low),
        left=left,
        upright=True,
    )


def break_note(plan: Plan, place: float, above: float, *, late: bool = False) -> Box:
    """Where the word beside a break stands, that far above the plot."""
    wide = wrapping.width(notation.BREAK.of(plan.theme.language), plan.theme.text_size)
    start = place - 6 - wide if late else place + 4
    return Box(start, -above, start + wide + 2, plan.theme.text_size - above)


def _up(scale: tuple[float, float], height: float) -> Callable[[float], float]:
    low, high = scale
    return lambda amount: height * (high - amount) / (high - low)


def _on_bands(keys: Sequence[Scalar], band: float, sort: str) -> Callable[[Scalar], float]:
    """Places of moments among bars: the bar of a period is all of it, other moments lie between the middles
    of bars.
    """
    places = [moment(key) for key in keys] if sort in {*SPANS, "date"} else []

    def across(value: Scalar) -> float:
        at = moment(value)
        index = min(max(bisect_right(places, at) - 1, 0), len(places) - 1)
        if sort in SPANS:
            exact = _length(value) < SPANS[sort]
            return band * (index + (min((at - places[index]) / SPANS[sort], 1) if exact else 0.5))
        after = min(index + 1, len(places) - 1)
        part = (at - places[index]) / (places[after] - places[index]) if after != index else 0
        return band * (index + 0.5 + min(max(part, 0), 1))

    return across


def _length(value: Scalar) -> float:
    """How long a moment lasts, in years: a day no time at all."""
    found = period(value)
    return SPANS[found.sort] if found else 0.0


def _covered(value: Scalar, keys: Sequence[Scalar], sort: str) -> list[int]:
    """The places of the bars that lie in a period, or of the one of that day; none if it is shorter than a
    bar.
    """
    found = period(value)
    if found is None or sort not in SPANS:
        return [index for index, key in enumerate(keys) if key == value]
    # A table can have a year 0; a calendar has none.
    begun = [
        (index, of_bar.start) for index, key in enumerate(keys) if (of_bar := period(key)) and of_bar.year > 0
    ]
    covered = [index for index, start in begun if found.start <= start < found.after]
    return covered if SPANS[found.sort] >= SPANS[sort] else []
