"""Values that lie in a range: a dot on a line from the lowest to the highest it may be, each series on a line
of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.layers import Layer, Row, chart
from trendrapport.charts.parts.series import Point
from trendrapport.diagnostics import Text
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

_BETWEEN = Text(nl="{low} tot {high}", en="{low} to {high}")
_UNKNOWN = Text(nl="onbekend", en="unknown")


def ranged(points: Sequence[Point]) -> bool:
    """Whether any of these values has a range."""
    return any(point.low is not None or point.high is not None for point in points)


def range_text(point: Point, amounts: Amounts) -> str:
    """A value with its range: 39% (35 tot 43%)."""
    if point.amount is None or (point.low is None and point.high is None):
        return point.text
    language = amounts.plan.theme.language
    low, high = (
        _UNKNOWN.of(language) if end is None else amounts.text(end) for end in (point.low, point.high)
    )
    return f"{point.text} ({_BETWEEN.filled(low=amounts.bare(low), high=high).of(language)})"


def range_rows(rows: Sequence[Row], points: Sequence[Point], amounts: Amounts) -> list[Row]:
    """The rows of dots, with the ends of the line of each; an end that is not known is the value itself."""
    made = []
    for row, point in zip(rows, points, strict=True):
        text = range_text(point, amounts)
        ends = [end for end in (point.amount, point.low, point.high) if end is not None]
        made.append(
            {
                **row,
                "low": min(ends, default=0),
                "high": max(ends, default=0),
                "text": text,
                "description": row["description"].replace(point.text, text),
                "ends": [
                    end for end in (point.low, point.high) if end is not None and point.amount is not None
                ],
            }
        )
    return made


def range_lines(rows: Sequence[Row], colours: dict[str, str], y: alt.Y) -> list[Layer]:
    """The lines, with a tick at each end that is known."""
    import altair as alt

    coloured = [{**row, "colour": colours[row["series"]]} for row in rows if row["value"] is not None]
    ticks = [{**row, "end": end} for row in coloured for end in row["ends"]]
    if not ticks:
        return []
    lanes = {"y": y, "yOffset": offset(list(colours))}
    return [
        chart(coloured)
        .mark_rule(strokeWidth=2, aria=False)
        .encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), stroke=alt.Stroke("colour:N", scale=None), **lanes),
        chart(ticks)
        .mark_tick(thickness=2, size=10, aria=False)
        .encode(x=alt.X("end:Q"), fill=alt.Fill("colour:N", scale=None), **lanes),
    ]


def range_texts(rows: Sequence[Row], series: Sequence[str], ink: str, soft: str, y: alt.Y) -> list[Layer]:
    """Each value with its range, beside its line; or that there is none."""
    import altair as alt

    sides = ([row for row in rows if (row["value"] is not None) is known] for known in (True, False))
    return [
        chart(subset)
        .mark_text(align="left", dx=10, color=colour, aria=False)
        .encode(x=alt.X("high:Q"), y=y, yOffset=offset(series), text=alt.Text("text:N"))
        for subset, colour in zip(sides, (ink, soft), strict=True)
        if subset
    ]


def offset(series: Sequence[str]) -> alt.YOffset:
    """The line of each series within its category."""
    import altair as alt

    return alt.YOffset("series:N", sort=None, scale=alt.Scale(domain=list(series)))


def widest(rows: Sequence[Row], size: float) -> float:
    """The room for texts beside the lines."""
    return max(wrapping.width(row["text"], size) for row in rows) + 12
