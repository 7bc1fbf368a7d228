"""Small panels with one scale: how each of many series develops, side by side.

Use it if lines in one drawing would cross too often: provinces, age groups, sectors. Each panel has one
series, and all panels have the same scale, so that heights can be compared. Where a value is missing, a line
is interrupted and a bar is left out. A series without any values says "geen gegevens".

Fields: `x` (year, month, date, whole number or text), `value` (one column for each panel, or one column
together with `series`, the column that names the panel), and `provisional` (true or false): there, lines are
dashed and bars get an *.

Options: `mark` (lines or bars; otherwise moments get lines and other categories bars), `columns` (the maximum
number of panels next to each other), `order` (of the panels), `highlight` (panels in colour; the others turn
grey), `join` (true: lines continue, dotted, across periods without values), `zero` (start the scale at 0;
bars always do), and `divide_by`, `decimals` and `unit` for all numbers. Explore: `series` (also those that
the filter leaves out) and `period`, as lines in one drawing; only for values at moments.

    kind: small_multiples
    data: aardgasvrije_woningen_provincie
    fields: {x: jaar, series: regio, value: aardgasvrij_totaal_pct}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from trendrapport.charts import notation
from trendrapport.charts.annotations.panel_marks import in_panels
from trendrapport.charts.annotations.placing import reference_values
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.canvas import boxes, column, words
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.joining import JoinOptions
from trendrapport.charts.parts.layers import Layer, Row, front, label, sized
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.panel_lines import Times, panel_lines, times_of
from trendrapport.charts.parts.panel_series import (
    PanelSeries,
    base_line,
    known_texts,
    value_row,
    widest_value,
)
from trendrapport.charts.parts.panels import Panels, least_width, panels
from trendrapport.charts.parts.series import SERIES_FIELDS, Point, SeriesOptions, keys, names, points
from trendrapport.charts.parts.sizes import widest
from trendrapport.charts.plan import TIMES, WORDS, Plan, Role
from trendrapport.charts.tables.rhythm import every
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.charts import Scalar

FIELDS = {"x": Role(WORDS), **SERIES_FIELDS}

BELOW = 0.2
"""The room below the lowest bar, as a part of the difference between the values."""


class Options(JoinOptions, SeriesOptions):
    """The settings of small panels."""

    mark: Literal["lines", "bars"] | None = described(
        "lines of bars; anders lijnen voor momenten en staven voor de rest",
        "lines or bars; otherwise lines for moments and bars for the rest",
        default=None,
    )
    columns: int | None = described(
        "grootste aantal panelen naast elkaar",
        "maximum number of panels side by side",
        default=None,
        ge=1,
    )
    highlight: tuple[str | int, ...] = described(
        "panelen in kleur; de andere worden grijs", "panels in colour; the others turn grey", default=()
    )
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=True)


OPTIONS = Options
TRAITS = Traits(
    compared=("series",),
    highlighted="series",
    one_unit=True,
    own_order=True,
    paired=True,
    left_out="empty",
)
SUITS = Suits(
    Text(
        nl="kleine grafieken naast elkaar houden de verlopen uit elkaar",
        en="small charts side by side keep the developments apart",
    ),
    good={"x": (4, 1000), "series": (7, 16)},
    possible={"x": (3, 1000), "series": (4, 30)},
    along="time",
    sketch="lines",
)
LIMITED = "series"
ANNOTATIONS = {"moment", "range", "value"}
PROVISIONAL = Text(nl="Gestippelde lijn", en="Dashed line")
EXPLORE = frozenset({"series", "period"})


def draw(plan: Plan) -> Layer:
    """A panel for each series, with its name above it."""
    options = plan.options(Options)
    found = points(plan, "x", options)
    series = names(found, options)[: plan.chart.limit]
    if _has_bars(plan, options):
        places = every(keys(found), plan.column("x").type)
        grid = _grid_of_bars(found, series, options, plan)
        parts = _parts(found, series, grid, options)
        return _whole(parts, grid, places, _bars(parts, grid, places))
    places = sorted(keys(found), key=moment)
    grid = _grid_of_lines(found, series, places, options, plan)
    parts = _parts(found, series, grid, options)
    times = times_of(parts, grid, places)
    return _whole(parts, grid, places, panel_lines(parts, times), times)


def _has_bars(plan: Plan, options: Options) -> bool:
    if options.mark is not None:
        return options.mark == "bars"
    return plan.column("x").type not in TIMES


def _grid_of_bars(found: list[Point], series: list[str], options: Options, plan: Plan) -> Panels:
    amounts, values = Amounts(plan, options), _roomy(_values(found, plan))
    return panels(plan, amounts, series, values, columns=options.columns, zero=True)


def _grid_of_lines(
    found: list[Point], series: list[str], moments: list[Scalar], options: Options, plan: Plan
) -> Panels:
    return panels(
        plan,
        Amounts(plan, options),
        series,
        _values(found, plan),
        columns=options.columns,
        zero=options.zero,
        least=_least(found, moments, plan),
        timed=True,
    )


def _values(found: list[Point], plan: Plan) -> list[float | None]:
    """All that the scale has to hold."""
    return [*(point.amount for point in found), *reference_values(plan)]


def _roomy(values: list[float | None]) -> list[float | None]:
    """The values, and one low enough that there is room for a number below the lowest bar."""
    known = [0.0, *(value for value in values if value is not None)]
    low, high = min(known), max(known)
    if low >= 0:
        return values
    return [*values, low - BELOW * (high - low)]


def _least(found: list[Point], moments: list[Scalar], plan: Plan) -> float:
    """The least width of a panel of lines: the names of its first and last moment fit side by side, and
    so does each value.
    """
    ends = [label(at, plan.column("x"), plan) for at in (moments[0], moments[-1])]
    return max(least_width(ends, plan), widest(known_texts(found), plan) + 8)


def _parts(found: list[Point], series: list[str], grid: Panels, options: Options) -> list[PanelSeries]:
    """Each panel with the values of its series."""
    chosen = tuple(map(str, options.highlight))
    parts = []
    for name, panel in zip(series, grid.all, strict=True):
        own = [point for point in found if point.series == name]
        parts.append(PanelSeries(panel, own, front(name, chosen, grid.plan)))
    return parts


def _whole(
    parts: list[PanelSeries],
    grid: Panels,
    places: list[Scalar],
    marks: Sequence[Layer],
    times: Times | None = None,
) -> Layer:
    """The panels with their marks and annotations, and below them the words that are only there."""
    plan = grid.plan
    shades, rules, key = in_panels(grid, times.across if times else None)
    below, bottom = column([*grid.keyed(places), *key], plan, grid.height + 4)
    empty = [_no_data(part, grid) for part in parts if not part.known]
    layers = [*shades, *grid.frame(), *rules, *marks, *words(empty, plan), *below]
    return sized(layers, plan, max(grid.height, bottom - 4))


def _no_data(part: PanelSeries, grid: Panels) -> Row:
    """The words in a panel without values."""
    return {
        "x": part.panel.left + 4,
        "y": base_line(part, grid) - 10,
        "colour": grid.plan.theme.soft,
        "text": notation.NO_DATA.of(grid.plan.theme.language),
    }


def _bars(parts: list[PanelSeries], grid: Panels, places: list[Scalar]) -> list[Layer]:
    """Bars from 0, with a dash instead of a missing one, and each value at its bar if there is room."""
    plan, band = grid.plan, grid.wide / len(places)
    across = {key: band * (index + 0.5) for index, key in enumerate(places)}
    bars: list[Row] = []
    texts: list[Row] = []
    gaps: list[Row] = []
    for part in parts:
        rows = [value_row(point, part, across[point.key], grid) for point in part.known]
        bars += _boxes(rows, part, band, grid)
        texts += _texts(rows, part, plan)
        gaps += _gaps(part, across, grid)
    if widest_value(parts, plan) >= band - 2:
        texts = []
    return [*boxes(bars), *words([*texts, *gaps], plan, "center"), *grid.below(across)]


def _boxes(rows: list[Row], part: PanelSeries, band: float, grid: Panels) -> Iterator[Row]:
    half, base = min(band * 0.36, 24), grid.y(part.panel, 0)
    for row in rows:
        yield {**row, "x": row["x"] - half, "x2": row["x"] + half, "y2": base}


def _texts(rows: list[Row], part: PanelSeries, plan: Plan) -> Iterator[Row]:
    """Each value above its bar, or below that of a negative one."""
    for point, row in zip(part.known, rows, strict=True):
        side = 9 if (point.amount or 0) < 0 else -9
        text = point.text + "*" * point.provisional
        yield {"x": row["x"], "y": row["y"] + side, "text": text, "colour": plan.theme.ink}


def _gaps(part: PanelSeries, across: Mapping[Scalar, float], grid: Panels) -> Iterator[Row]:
    """A dash for each missing value; a panel without any says so in words."""
    known = {point.key for point in part.known}
    if not known:
        return
    y = grid.y(part.panel, 0) - 9
    for key, x in across.items():
        if key not in known:
            yield {"x": part.panel.left + x, "text": MISSING, "y": y, "colour": grid.plan.theme.soft}
