"""Small panels with one scale: how each of many series develops, side by side.

Use it if lines in one drawing would cross too often: provinces, age groups, sectors. Each panel has one
series, and all panels have the same scale, so that heights can be compared. Where a value is missing, a
line is interrupted and a bar is left out. A series without any values says "geen gegevens".

Fields: `x` (year, month, date, whole number or text), `value` (one column for each panel, or one column
together with `series`, the column that names the panel), and `provisional` (true or false): there, lines
are dashed and bars get an *.

Options: `mark` (lines or bars; otherwise moments get lines and other categories bars), `columns` (the
maximum number of panels next to each other), `order` (of the panels), `highlight` (panels in colour; the
others turn grey), `join` (true: lines continue, dotted, across periods without values), `zero` (start the
scale at 0; bars always do), and `divide_by`, `decimals` and `unit` for all numbers. Explore: `series` (also
those that the filter leaves out) and `period`, as lines in one drawing; only for values at moments.

    kind: small_multiples
    data: aardgasvrije_woningen_provincie
    fields: {x: jaar, series: regio, value: aardgasvrij_totaal_pct}
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from trendrapport.charts import notation
from trendrapport.charts.annotations.panel_marks import in_panels
from trendrapport.charts.annotations.placing import reference_values
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.canvas import boxes, column, dots, joined, words
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.joining import DOTTED, JoinOptions, joins
from trendrapport.charts.parts.layers import Layer, Row, front, label, sized, told
from trendrapport.charts.parts.moments import moment, pace_of, runs
from trendrapport.charts.parts.panels import Panel, Panels, least_width, panels
from trendrapport.charts.parts.series import SERIES_FIELDS, Point, SeriesOptions, keys, names, points
from trendrapport.charts.plan import TIMES, WORDS, Plan, Role
from trendrapport.charts.tables.rhythm import every
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping

FIELDS = {"x": Role(WORDS), **SERIES_FIELDS}

MOST_BESIDE, ABOVE = 0.4, 9
"""The part of a panel's width that last values take at most beside their dots, and how high they stand above
the panel otherwise.
"""

APART = 5
"""The least distance between the middles of dots: nearer to each other they hide their line."""

BELOW = 0.2
"""The room below the lowest bar, as a part of the difference between the values."""


class Options(JoinOptions, SeriesOptions):
    """The settings of small panels."""

    mark: Literal["lines", "bars"] | None = described(
        ("lines of bars; anders lijnen voor momenten en staven voor de rest"),
        ("lines or bars; otherwise lines for moments and bars for the rest"),
        default=None,
    )
    columns: int | None = described(
        "hoogstens zoveel panelen naast elkaar",
        "at most so many panels beside each other",
        default=None,
        ge=1,
    )
    highlight: tuple[str | int, ...] = described(
        "panelen in kleur; de andere treden terug", "panels in colour; the others step back", default=()
    )
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=True)


OPTIONS = Options
LIMITED = "series"
ANNOTATIONS = {"moment", "range", "value"}
PROVISIONAL = Text(nl="Gestippelde lijn", en="Dashed line")
EXPLORE = frozenset({"series", "period"})


def draw(plan: Plan) -> Layer:
    """A panel for each series, with its name above it."""
    options = plan.options(Options)
    found = points(plan, "x", options)
    series = names(found, options)[: plan.chart.limit]
    bars = (options.mark or ("lines" if plan.column("x").type in TIMES else "bars")) == "bars"
    values = [*(point.amount for point in found), *reference_values(plan)]
    chosen, places = tuple(map(str, options.highlight)), every(keys(found), plan.column("x").type)
    grid = panels(
        plan,
        Amounts(plan, options),
        series,
        _roomy(values) if bars else values,
        columns=options.columns,
        zero=options.zero or bars,
        least=0 if bars else _least(found, sorted(keys(found), key=moment), plan),
        timed=not bars,
    )
    own = {name: [point for point in found if point.series == name] for name in series}
    parts = [
        _Part(panel, own[name], front(name, chosen, plan))
        for name, panel in zip(series, grid.all, strict=True)
    ]
    marks = (
        _bars(parts, grid, places, plan)
        if bars
        else _lines(parts, grid, sorted(keys(found), key=moment), plan)
    )
    empty = [
        {
            "x": part.panel.left + 4,
            "y": grid.y(part.panel, max(0, grid.scale[0])) - 10,
            "colour": plan.theme.soft,
            "text": notation.NO_DATA.of(plan.theme.language),
        }
        for part in parts
        if not part.known
    ]
    shades, rules, key = in_panels(
        grid, None if bars else _across(found, grid, sorted(keys(found), key=moment), plan)
    )
    below, bottom = column(
        [*grid.keyed(places if bars else sorted(keys(found), key=moment)), *key], plan, grid.height + 4
    )
    return sized(
        [*shades, *grid.frame(), *rules, *marks, *words(empty, plan), *below],
        plan,
        max(grid.height, bottom - 4),
    )


def _least(found: list[Point], moments: list[Scalar], plan: Plan) -> float:
    """How wide a panel of lines is at least: its first and last moment stand beside each other, and so does
    each value.
    """
    ends = [label(at, plan.column("x"), plan) for at in (moments[0], moments[-1])]
    return max(least_width(ends, plan), _widest(found, plan) + 8)


def _widest(found: list[Point], plan: Plan) -> float:
    return max(
        (wrapping.width(point.text, plan.theme.text_size) for point in found if point.amount is not None),
        default=0,
    )


def _values_above(found: list[Point], grid: Panels) -> bool:
    """Whether last values stand above their panels, as beside their dots they would leave too little for the
    lines.
    """
    return _widest(found, grid.plan) > grid.wide * MOST_BESIDE


def _roomy(values: list[float | None]) -> list[float | None]:
    """The values, and one low enough that there is room for a number below the lowest bar."""
    known = [0.0, *(value for value in values if value is not None)]
    low, high = min(known), max(known)
    return [*values, low - BELOW * (high - low)] if low < 0 else values


@dataclass(frozen=True)
class _Part:
    """A panel with its values, in their order, and its colour."""

    panel: Panel
    points: list[Point]
    colour: str

    @property
    def known(self) -> list[Point]:
        return [point for point in self.points if point.amount is not None]


def _row(point: Point, part: _Part, across: dict[Scalar, float], grid: Panels) -> Row:
    """Where a value stands, and what it says of itself."""
    when = label(point.key, grid.plan.column("x"), grid.plan, provisional=point.provisional)
    return {
        "x": round(part.panel.left + across[point.key], 2),
        "y": grid.y(part.panel, point.amount or 0.0),
        "colour": part.colour,
        "series": point.series,
        "description": told(f"{point.series}, {when}", point.text),
    }


def _lines(parts: list[_Part], grid: Panels, places: list[Scalar], plan: Plan) -> list[Layer]:
    """Lines with a dot for each value, and the last value beside its dot."""
    place = _across([point for part in parts for point in part.points], grid, places, plan)
    across = {key: place(key) for key in places}
    dense = across[places[-1]] - across[places[0]] < APART * (len(places) - 1)
    paths, marks, ends, pace = [], [], list[Row](), pace_of(plan)
    for part in parts:
        ordered = sorted(part.points, key=lambda point: moment(point.key))
        joined_up = [
            (point, {"run": f"{point.series} {index}", "look": run.look})
            for index, run in enumerate(runs(ordered, [], pace, join=joins(plan.chart)))
            for point in run.points
        ]
        paths += [{**_row(point, part, across, grid), **run} for point, run in joined_up]
        known = [(point, _row(point, part, across, grid)) for point in ordered if point.amount is not None]
        on_line = {id(point) for point, _ in joined_up} - {id(point) for point, _ in known[-1:]}
        marks += [(row, dense and id(point) in on_line) for point, row in known]
        ends += [
            {
                "x": row["x"] + 7,
                "y": _clear(row["y"], part, grid),
                "text": point.text,
                "colour": plan.theme.ink,
            }
            for point, row in known[-1:]
        ]
    if above := _values_above([point for part in parts for point in part.points], grid):
        corners = {
            part.points[0].series: (part.panel.left + grid.wide, part.panel.top - ABOVE)
            for part in parts
            if part.known
        }
        ends = [{**end, "x": x, "y": y} for end, (x, y) in zip(ends, corners.values(), strict=True)]
    seen, unseen = ([row for row, hidden in marks if hidden is wanted] for wanted in (False, True))
    whole, dashed, dotted = (
        [row for row in paths if row["look"] == look] for look in ("whole", "dashed", "dotted")
    )
    paper = [
        {
            "x": end["x"] - 2,
            "x2": end["x"] + wrapping.width(end["text"], plan.theme.text_size),
            "y": end["y"] - 8,
            "y2": end["y"] + 8,
            "colour": plan.theme.paper,
        }
        for end in ends
        if plan.chart.annotations and not above
    ]
    drawn = [
        *joined(whole),
        *joined(dashed, strokeDash=[4, 3]),
        *joined(dotted, strokeDash=DOTTED, strokeCap="round"),
    ]
    return [
        *drawn,
        *boxes(paper),
        *dots(seen, size=24),
        *dots(unseen, size=24, opacity=0),
        *words(ends, plan, "right" if above else "left"),
        *grid.below(across),
    ]


def _across(found: list[Point], grid: Panels, places: list[Scalar], plan: Plan) -> Callable[[Scalar], float]:
    """The place of a moment in a panel, with room for the last value on the right."""
    widest = 0 if _values_above(found, grid) else _widest(found, plan)
    first, span = moment(places[0]), moment(places[-1]) - moment(places[0]) or 1.0
    return lambda key: 5 + (grid.wide - 18 - widest) * (moment(key) - first) / span


def _clear(y: float, part: _Part, grid: Panels) -> float:
    """A height for text at which the base line does not cross it."""
    base = grid.y(part.panel, max(0, grid.scale[0]))
    return min(y, base - 9) if y <= base else max(y, base + 9)


def _bars(parts: list[_Part], grid: Panels, places: list[Scalar], plan: Plan) -> list[Layer]:
    """Bars from 0, with a dash in the place of a missing one, and each value at its bar if there is room."""
    band = grid.wide / len(places)
    across = {key: band * (index + 0.5) for index, key in enumerate(places)}
    rows = [(point, part, _row(point, part, across, grid)) for part in parts for point in part.points]
    half, base = min(band * 0.36, 24), {part.panel: grid.y(part.panel, 0) for part in parts}
    bars = [
        {**row, "x": row["x"] - half, "x2": row["x"] + half, "y2": base[part.panel]}
        for point, part, row in rows
        if point.amount is not None
    ]
    fits = all(
        wrapping.width(point.text, plan.theme.text_size) < band - 2
        for point, _, _ in rows
        if point.amount is not None
    )
    texts = [
        {
            "x": row["x"],
            "y": row["y"] + (9 if (point.amount or 0) < 0 else -9),
            "text": point.text + "*" * point.provisional,
            "colour": plan.theme.ink,
        }
        for point, _, row in rows
        if fits and point.amount is not None
    ]
    gaps = [
        {
            "x": part.panel.left + across[key],
            "text": MISSING,
            "y": base[part.panel] - 9,
            "colour": plan.theme.soft,
        }
        for part in parts
        if part.known
        for key in places
        if key not in {point.key for point in part.known}
    ]
    return [*boxes(bars), *words([*texts, *gaps], plan, "center"), *grid.below(across)]
