"""Lines across a chart: at breaks, from which figures cannot be compared, and at 0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.parts.category_axis import in_order
from trendrapport.charts.parts.layers import GAP, WORD, WORD_ABOVE_NUMBER, Layer, Row, chart, pixel
from trendrapport.charts.parts.moments import moment, span
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt


def break_rules(  # noqa: PLR0913
    places: Iterable[Row], plan: Plan, x: alt.X, *, above: int = WORD, left: float = 0, late: bool = False
) -> list[Layer]:
    """A dashed line, `left` of each position from which figures cannot be compared, and a word above the
    first.

    The word is right of its line, or left of it if that is `late`: near the right edge.
    """
    import altair as alt

    rows = [{**place, "break": notation.BREAK.of(plan.theme.language)} for place in places]
    if not rows:
        return []
    align, beside_rule = ("right", -4) if late else ("left", 4)
    top, bottom = pixel(-above), alt.Y2Value("height")  # type: ignore[no-untyped-call]
    look = {"color": plan.theme.soft, "aria": False}
    rule = chart(rows).mark_rule(strokeDash=[3, 3], xOffset=-round(left), **look)
    word = chart(rows[:1]).mark_text(align=align, baseline="top", dx=beside_rule - round(left), **look)
    return [rule.encode(x=x, y=top, y2=bottom), word.encode(x=x, y=top, text=alt.Text("break:N"))]


def zero_line(
    rows: Sequence[Row],
    plan: Plan,
    *,
    broken: bool = False,
    **place: Any,  # noqa: ANN401 - as Altair takes it
) -> list[Layer]:
    """A line at 0 if there are bars on both sides of it; `broken` between horizontal bars, to spare names."""
    import altair as alt

    if not any(row["value"] is not None and row["value"] < 0 for row in rows):
        return []
    look = {"color": plan.theme.soft, "aria": False}
    if not broken:
        return [chart([{"value": 0}]).mark_rule(**look).encode(**place)]
    bars = [{"value": 0, "category": name} for name in in_order(rows)]
    top = alt.Y("category:N", sort=None, bandPosition=0)
    return [chart(bars).mark_rule(**look).encode(**place, y=top, y2=alt.Y2("category", bandPosition=1))]


def late(part: float, plan: Plan) -> bool:
    """Whether the word at a break has no room on its right, at this part of the width."""
    word = wrapping.width(notation.BREAK.of(plan.theme.language), plan.theme.text_size)
    return (1 - part) * plan.theme.width * 0.92 < word + 8


def bar_breaks(rows: Sequence[Row], breaks: Iterable[Scalar], plan: Plan) -> list[Layer]:
    """A line in the gap before each of these vertical bars."""
    import altair as alt

    names, keys = in_order(rows), set(breaks)
    broken = in_order(row for row in rows if row["key"] in keys)
    if not broken:
        return []
    x = alt.X("category:O", sort=None, bandPosition=0)
    places = [{"category": name} for name in broken]
    half = GAP / 2 * plan.theme.width / len(names)
    near_edge = late(names.index(broken[0]) / len(names), plan)
    return break_rules(places, plan, x, above=WORD_ABOVE_NUMBER, left=half, late=near_edge)


@dataclass(frozen=True)
class TimeBreaks:
    """Where figures cannot be compared with earlier ones."""

    rows: list[Row]
    """Each break, halfway between the moment from which it counts and the one before."""
    late: bool
    """Whether the word at the first has no room on its right."""


def time_breaks(found: Sequence[Point], breaks: Iterable[Scalar], plan: Plan) -> TimeBreaks:
    """The breaks between moments of these values."""
    moments = sorted({moment(point.key) for point in found})
    rows = []
    for at in map(moment, breaks):
        before = max((other for other in moments if other < at), default=at)
        rows.append({"x": (at + before) / 2})
    return TimeBreaks(rows, _has_no_room(rows, span(found), plan))


def _has_no_room(breaks: list[Row], ends: list[float], plan: Plan) -> bool:
    """Whether the word has no room between the first break and the next, or the end."""
    start, end = ends
    positions = [*(row["x"] for row in breaks), end, end]
    return late(1 - (positions[1] - positions[0]) / (end - start), plan)
