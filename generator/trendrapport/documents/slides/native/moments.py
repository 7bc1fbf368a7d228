"""Lines and areas over time, and lines between two moments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.moments import moment, pace_of, regular
from trendrapport.charts.parts.series import Point, keys, names, points, with_gaps
from trendrapport.charts.plan import TIMES, Plan
from trendrapport.documents.slides.deck import Form, Native, Series
from trendrapport.documents.slides.native.common import (
    Options,
    named,
    options_of,
    series_of,
    with_numbers,
)
from trendrapport.model.charts import Scalar
from trendrapport.model.periods import SORTS

MANY = 2
"""More moments than these have distances that can differ."""
FIRST = 1900
"""The first year of which spreadsheets, in which the data are, know days."""


def lines(plan: Plan) -> Native | None:
    """Lines over time, interrupted where the drawing interrupts them; None for moments at odd distances,
    which programs would place at equal ones, and for what they do not draw.
    """
    options = options_of(plan)
    if options.logarithmic or _at_odd_distances(plan, options) or _has_more(plan):
        return None
    found = _sorted(plan, options)
    wanted = keys(found)
    series = series_of(plan, found, wanted, names(found, options), options.highlight)
    breaks, parts = _breaks(options, wanted), list[Series]()
    for one in series:
        parts += _interrupted(one, breaks)
    chart = Native(Form.LINES, _moments(plan, found, wanted), tuple(parts), low=_lowest(found, options))
    return with_numbers(chart, Amounts(plan, options))


def _has_more(plan: Plan) -> bool:
    """Whether lines have bands, or go on as projections, which programs do not draw."""
    return any(map(plan.columns, ("low", "high", "projected")))


def _at_odd_distances(plan: Plan, options: Options) -> bool:
    """Whether periods have no rhythm, and yet differ in their distances."""
    sort = plan.column("x").type
    if sort not in SORTS or pace_of(plan).step:
        return False
    moments = sorted(keys(points(plan, "x", options)), key=moment)
    return len(moments) > MANY and not regular(moments, sort)


def slope(plan: Plan) -> Native:
    """Lines between two moments."""
    options = options_of(plan)
    found = points(plan, "x", options)
    if plan.column("x").type in TIMES:
        found.sort(key=lambda point: moment(point.key))
    every_key = keys(found)
    wanted = list(dict.fromkeys([every_key[0], every_key[-1]]))
    series = series_of(plan, found, wanted, names(found, options), options.highlight)
    shown = tuple(named(plan, "x", (), wanted))
    return with_numbers(
        Native(Form.LINES, shown, series, low=_lowest(found, options)), Amounts(plan, options)
    )


def area(plan: Plan) -> Native | None:
    """Areas on top of each other; None for shares, and where a part is missing, which programs draw as 0."""
    options = options_of(plan)
    found = _sorted(plan, options)
    wanted = keys(found)
    series = series_of(plan, found, wanted, names(found, options))
    if options.share or any(None in one.values for one in series):
        return None
    return with_numbers(Native(Form.AREAS, _moments(plan, found, wanted), series), Amounts(plan, options))


def _sorted(plan: Plan, options: Options) -> list[Point]:
    """The values in order of time, with each period that the table leaves out."""
    found = with_gaps(points(plan, "x", options), plan, "x")
    return sorted(found, key=lambda point: moment(point.key))


def _lowest(found: Iterable[Point], options: Options) -> float | None:
    """Where the scale starts that need not start at 0."""
    if options.zero:
        return None
    return min((point.amount for point in found if point.amount is not None), default=0.0)


def _breaks(options: Options, wanted: Sequence[Scalar]) -> list[int]:
    """The places from which figures cannot be compared with earlier ones, as far as there are any before."""
    broken = {moment(at) for at in options.broken}
    return [place for place, key in enumerate(wanted) if place and moment(key) in broken]


def _interrupted(series: Series, breaks: Sequence[int]) -> list[Series]:
    """A series in parts of the same name and colour, each up to the next break."""
    parts = []
    for start, end in pairwise([0, *breaks, len(series.values)]):
        inside = series.values[start:end]
        if any(value is not None for value in inside):
            before, after = (None,) * start, (None,) * (len(series.values) - end)
            parts.append(replace(series, values=(*before, *inside, *after)))
    return parts


def _moments(plan: Plan, found: Iterable[Point], wanted: Sequence[Scalar]) -> tuple[str | date, ...]:
    """Days as days, so that their distances are right; other moments by their names."""
    if plan.column("x").type == "date":
        days = tuple(date.fromisoformat(str(key)) for key in wanted)
        if all(day.year >= FIRST for day in days):
            return days
    return tuple(named(plan, "x", found, wanted))
