"""Whether a chart can be drawn by a presentation program, and is."""

from __future__ import annotations

from collections.abc import Callable

from trendrapport.charts.plan import Plan
from trendrapport.documents.slides.deck import LIES, STACKS, TIMED, Form, Native
from trendrapport.documents.slides.native.bars import (
    bars,
    grouped_bars,
    pyramid,
    ranked_bars,
    stacked_bars,
)
from trendrapport.documents.slides.native.dots import scatter
from trendrapport.documents.slides.native.moments import area, lines, slope

MOST_STANDING, MOST_LYING = 40, 26
"""More bars than these have no room on a slide; the drawing is shown instead."""
MOST_SERIES = 8
"""More series than these cannot be told apart by their colour."""
MOST_MARKED = 3
"""Programs draw no events, ranges and reference lines. So many are described below the chart; for more,
the drawing is shown instead.
"""

_MAKERS: dict[str, Callable[[Plan], Native | None]] = {
    "bars": bars,
    "ranked_bars": ranked_bars,
    "grouped_bars": grouped_bars,
    "stacked_bars": stacked_bars,
    "pyramid": pyramid,
    "lines": lines,
    "area": area,
    "slope": slope,
    "scatter": scatter,
}
"""By kind what makes the chart; other kinds are shown as drawn."""


def native(plan: Plan) -> Native | None:
    """The chart of a plan; None where programs have no such kind, or no room for it or what it marks."""
    make = _MAKERS.get(plan.chart.kind)
    if make is None or not plan.records() or len(plan.chart.annotations) > MOST_MARKED:
        return None
    found = make(plan)
    if found is None or not found.series or not _has_room(found):
        return None
    return found


def _has_room(found: Native) -> bool:
    if len({one.name for one in found.series}) > MOST_SERIES:
        return False
    if found.form in {*TIMED, Form.DOTS}:
        return True
    bars_in_all = len(found.categories)
    if found.form not in STACKS:
        bars_in_all *= len(found.series)
    return bars_in_all <= (MOST_LYING if found.form in LIES else MOST_STANDING)
