"""The marks of lines over time: their whole, dashed and dotted parts, the bands around them, and the key to
those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.parts.canvas import lines, words
from trendrapport.charts.parts.joining import DOTTED
from trendrapport.charts.parts.layers import Layer, Row, chart
from trendrapport.charts.parts.moments import Run, moment
from trendrapport.charts.parts.scales import Scale
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import Plan
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

LOOKS: dict[str, dict[str, Any]] = {
    "whole": {},
    "dashed": {"strokeDash": [5, 4]},
    "projected": {"strokeDash": [10, 4, 2, 4]},
    "dotted": {"strokeDash": DOTTED, "strokeCap": "round"},
}
BAND = 0.2
"""How much a band covers of what is behind it: other bands and lines stay visible."""
EDGE = 0.75
"""The width of the outline of a band, thinner than any line of values."""
SWATCH, ROW = 44, 22
"""The length of a line in the key, and the height of a row."""


@dataclass(frozen=True)
class LineSeries:
    """How a series is drawn, and the parts of it that are joined."""

    colour: str
    shape: str
    runs: list[Run]


def line_layers(
    series: Mapping[str, LineSeries],
    scale: Scale,
    x: alt.X,
    y: alt.Y,
    **style: Any,  # noqa: ANN401
) -> Iterator[Layer]:
    """Whole, dashed and dotted parts, each as lines of their own."""
    import altair as alt

    for look, mark in LOOKS.items():
        rows: list[Row] = []
        for name, one in series.items():
            rows += _line_rows(name, one, look, scale)
        if rows:
            line = chart(rows).mark_line(aria=False, **mark, **style)
            colour = alt.Color("colour:N", scale=None)
            yield line.encode(x=x, y=y, color=colour, detail=alt.Detail("run:N"))


def _line_rows(name: str, series: LineSeries, look: str, scale: Scale) -> Iterator[Row]:
    """What the parts of a series with this look run through."""
    for index, run in enumerate(series.runs):
        if run.look == look:
            for point in run.points:
                yield {
                    "x": moment(point.key),
                    "value": scale.place(point.amount),
                    "run": f"{name} {index}",
                    "colour": series.colour,
                }


def band_layers(
    found: Sequence[Point], series: Mapping[str, LineSeries], scale: Scale, x: alt.X
) -> Iterator[Layer]:
    """The ranges around values: a band along each line, and a bar at a value without a line."""
    import altair as alt

    areas, bars = list[Row](), list[Row]()
    for name, one in series.items():
        own = [point for point in found if point.series == name]
        on_bands, alone = _ranges(own, one, scale)
        areas += on_bands
        bars += alone
    limits = {"x": x, "y": scale.y("low"), "y2": alt.Y2("high:Q")}
    if areas:
        # A pale surface alone could not be seen by everybody.
        band = chart(areas).mark_area(aria=False, fillOpacity=BAND, strokeWidth=EDGE)
        colours = {"fill": alt.Fill("colour:N", scale=None), "stroke": alt.Stroke("colour:N", scale=None)}
        yield band.encode(**limits, **colours, detail=alt.Detail("run:N"))
    if bars:
        bar = chart(bars).mark_rule(aria=False, strokeWidth=2)
        yield bar.encode(**limits, stroke=alt.Stroke("colour:N", scale=None))


def _ranges(own: Sequence[Point], series: LineSeries, scale: Scale) -> tuple[list[Row], list[Row]]:
    """The ranges of a series along its lines, and those of the values that have none there."""
    stretches = list(chain.from_iterable(map(_stretches, _joined(series.runs))))
    on_bands, drawn = list[Row](), set[int]()
    for index, stretch in enumerate(stretches):
        drawn.update(map(id, stretch))
        on_bands += [_range_row(point, series, f"{point.series} {index}", scale) for point in stretch]
    alone = [point for point in own if _has_range(point) and id(point) not in drawn]
    return on_bands, [_range_row(point, series, point.series, scale) for point in alone]


def _joined(runs: Sequence[Run]) -> list[list[Point]]:
    """The points along a line that goes on, whatever its dashes; not across a gap."""
    found: list[list[Point]] = []
    for run in runs:
        if run.over_gap:
            continue
        if found and found[-1][-1] is run.points[0]:
            found[-1] += run.points[1:]
        else:
            found.append(list(run.points))
    return found


def _stretches(points: Sequence[Point]) -> list[list[Point]]:
    """The neighbours along a line that all have a range, if they are more than one."""
    found: list[list[Point]] = [[]]
    for point in points:
        if _has_range(point):
            found[-1].append(point)
        else:
            found.append([])
    return [stretch for stretch in found if len(stretch) > 1]


def _has_range(point: Point) -> bool:
    return point.low is not None and point.high is not None


def _range_row(point: Point, series: LineSeries, run: str, scale: Scale) -> Row:
    return {
        "x": moment(point.key),
        "low": scale.place(point.low),
        "high": scale.place(point.high),
        "run": run,
        "colour": series.colour,
    }


def key_of_looks(plan: Plan, found: Sequence[Point], top: float, left: float) -> tuple[list[Layer], float]:
    """What dashes mean, if some values are projections; and the bottom of that key."""
    if not any(point.projected for point in found):
        return [], top
    looks = {"projected": notation.PROJECTED}
    if any(point.provisional for point in found):
        looks = {"dashed": notation.PROVISIONAL, **looks}
    layers, across = list[Layer](), -left
    for look, meaning in looks.items():
        text, y = meaning.of(plan.theme.language), top + ROW / 2
        swatch = {"x": across, "x2": across + SWATCH, "y": y, "y2": y, "colour": plan.theme.soft}
        layers += lines([swatch], strokeWidth=2, **LOOKS[look])
        name = {"x": across + SWATCH + 8, "y": y + 1, "text": text, "colour": plan.theme.ink}
        layers += words([name], plan)
        across += SWATCH + wrapping.width(text, plan.theme.text_size) + 28
    return layers, top + ROW + 4
