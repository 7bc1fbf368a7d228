"""Values that have a range: a dot on a line from the lowest to the highest it may be, each series on a line
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
    if point.amount is None or not ranged([point]):
        return point.text
    return f"{point.text} ({limits_text(point, amounts)})"


def limits_text(point: Point, amounts: Amounts) -> str:
    """A range as readers see it: 35 tot 43%."""
    low, high = _limit_text(point.low, amounts), _limit_text(point.high, amounts)
    if point.high is not None:
        low = amounts.bare(low)
    return _BETWEEN.filled(low=low, high=high).of(amounts.plan.theme.language)


def _limit_text(limit: float | None, amounts: Amounts) -> str:
    if limit is None:
        return _UNKNOWN.of(amounts.plan.theme.language)
    return amounts.text(limit)


def range_rows(rows: Sequence[Row], points: Sequence[Point], amounts: Amounts) -> list[Row]:
    """The rows of dots, with the limits of the line of each; an unknown limit is the value itself."""
    return [_range_row(row, point, amounts) for row, point in zip(rows, points, strict=True)]


def _range_row(row: Row, point: Point, amounts: Amounts) -> Row:
    text = range_text(point, amounts)
    limits = [limit for limit in (point.low, point.high) if limit is not None]
    known = limits if point.amount is None else [point.amount, *limits]
    return {
        **row,
        "low": min(known, default=0),
        "high": max(known, default=0),
        "text": text,
        "description": row["description"].replace(point.text, text),
        "ends": [] if point.amount is None else limits,
    }


def range_lines(rows: Sequence[Row], colours: dict[str, str], y: alt.Y) -> list[Layer]:
    """The lines, with a tick at each end that is known."""
    import altair as alt

    coloured, ticks = list[Row](), list[Row]()
    for row in rows:
        if row["value"] is not None:
            line = {**row, "colour": colours[row["series"]]}
            coloured.append(line)
            ticks += [{**line, "end": end} for end in line["ends"]]
    if not ticks:
        return []
    lanes = {"y": y, "yOffset": offset(list(colours))}
    stroke, fill = alt.Stroke("colour:N", scale=None), alt.Fill("colour:N", scale=None)
    line = chart(coloured).mark_rule(strokeWidth=2, aria=False)
    tick = chart(ticks).mark_tick(thickness=2, size=10, aria=False)
    return [
        line.encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), stroke=stroke, **lanes),
        tick.encode(x=alt.X("end:Q"), fill=fill, **lanes),
    ]


def range_texts(rows: Sequence[Row], series: Sequence[str], ink: str, soft: str, y: alt.Y) -> list[Layer]:
    """Each value with its range, beside its line; in `soft` where there is none."""
    import altair as alt

    layers = []
    known = [row for row in rows if row["value"] is not None]
    unknown = [row for row in rows if row["value"] is None]
    for subset, colour in ((known, ink), (unknown, soft)):
        if subset:
            text = chart(subset).mark_text(align="left", dx=10, color=colour, aria=False)
            x = alt.X("high:Q")
            layers.append(text.encode(x=x, y=y, yOffset=offset(series), text=alt.Text("text:N")))
    return layers


def offset(series: Sequence[str]) -> alt.YOffset:
    """The line of each series within its category."""
    import altair as alt

    return alt.YOffset("series:N", sort=None, scale=alt.Scale(domain=list(series)))


def widest(rows: Sequence[Row], size: float) -> float:
    """The room for texts beside the lines."""
    return max(wrapping.width(row["text"], size) for row in rows) + 12
