"""Two moments side by side, with a line for each series: who rose, who fell and who overtook whom.

Use it for change between two moments in three to about fifteen series. Each line has its name and both values
at its ends; of more than 12 series, those at `highlight` have (see Many series). A series that lacks one of
the two has a dot without a line. A series that lacks both is listed below the figure.

Fields: `x` (year, month, date, whole number or text; of more than two, the first and the last are drawn),
`value` (one column for each series, or one column together with `series`, the column that names the series),
and `provisional` (true or false): that value gets an *.

Options: `highlight` (series in colour; the others turn grey), `order` (of the series), `zero` (start the
scale at 0; false unless you say true), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: slope
    data: vertrouwen_instituties
    fields: {x: jaar, series: institutie, value: vertrouwen_pct}
    filter: {institutie: [Rechters, Politie, Leger, Europese Unie]}
    options: {highlight: [Rechters]}
"""

from __future__ import annotations

from dataclasses import replace

from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.canvas import column, dots, lines, no_data_lines, words
from trendrapport.charts.parts.crowds import FAINT, behind, others
from trendrapport.charts.parts.layers import SHAPES, Layer, Row, label, sized
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.naming import named_below
from trendrapport.charts.parts.series import SERIES_FIELDS, SeriesOptions, keys, names, points, series_colours
from trendrapport.charts.parts.slope_ends import (
    Columns,
    PlacedEnd,
    are_too_wide,
    end_columns,
    heights,
    nameless_ends,
    placed_ends,
    sides,
    with_values_only,
)
from trendrapport.charts.plan import TIMES, WORDS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping

FIELDS = {"x": Role(WORDS), **SERIES_FIELDS}
GAP = 12
"""The room between the lines and what is below them."""
MOVED = 2
"""A name further than this from its dot has a line that leads to it."""


_GREY = Text(nl="In grijs: {others}", en="In grey: {others}")


class Options(SeriesOptions):
    """The settings of slopes."""

    highlight: tuple[str | int, ...] = described(
        "reeksen in kleur; de andere worden grijs", "series in colour; the others turn grey", default=()
    )
    zero: bool = described("de schaal begint bij 0", "the scale starts at 0", default=False)


OPTIONS = Options
TRAITS = Traits(
    compared=("series",), highlighted="series", crowds=True, one_unit=True, two_moments=True, paired=True
)
SUITS = Suits(
    Text(
        nl=(
            "hellingen van het eerste naar het laatste moment laten zien wie steeg, wie daalde en wie "
            "wie inhaalde"
        ),
        en="slopes from the first to the last moment show who rose, who fell and who overtook whom",
    ),
    good={"x": (2, 2), "series": (3, 10)},
    possible={"x": (2, 1000), "series": (3, 15)},
    along="time",
    sketch="lines",
)
LIMITED = "series"


def draw(plan: Plan) -> Layer:
    """A line for each series between two columns of names."""
    options = plan.options(Options)
    series = names(points(plan, "x", options), options)[: plan.chart.limit]
    plan = shown(plan)
    found = points(plan, "x", options)
    moments = _ordered(keys(found), plan)
    ends = (moments[0], moments[-1])
    crowd = behind(series, plan.chart)
    front = [name for name in series if name not in crowd]
    columns = end_columns(found, ends, front, plan)
    keyed = plan.theme.narrow and are_too_wide(columns, plan)
    if keyed:
        columns = with_values_only(columns)
    colours = series_colours(series, plan, options.highlight)
    nameless = end_columns(found, ends, crowd, plan)
    scale = heights(columns, nameless, plan, zero=options.zero)
    placed = placed_ends(columns, plan, scale)
    grey = nameless_ends(nameless, sides(columns, plan), scale)
    bottom = max((one.at for one in [*placed, *grey]), default=0.0) + GAP
    drawn = {one.series for one in [*placed, *grey]}
    missing = [name for name in series if name not in drawn]
    listed = [name for name in front if name in drawn] if keyed else []
    key, bottom = _key(listed, front, colours, bottom, plan)
    told = [*_told(len(crowd), plan), *no_data_lines(missing, plan)]
    below, end = column(told, plan, bottom + GAP)
    marks = [*_behind(grey, crowd, colours), *_marks(placed, front, colours, plan)]
    return sized([*_heads(ends, columns, plan), *marks, *key, *below], plan, max(bottom, end))


def _told(count: int, plan: Plan) -> list[str]:
    """What the grey lines are, if there are any."""
    if not count:
        return []
    return [_GREY.filled(others=others(count)).of(plan.theme.language)]


def _behind(grey: list[PlacedEnd], crowd: list[str], colours: dict[str, str]) -> list[Layer]:
    """Thin lines, with a dot at each last end that is not seen and tells both values."""
    rows = _dot_rows(grey, crowd, colours)
    told = [row for row, one in zip(rows, grey, strict=True) if not one.end.first]
    return [*lines(_line_rows(grey, crowd, colours), **FAINT), *dots(told, size=70, opacity=0)]


def shown(plan: Plan) -> Plan:
    """The same with only the rows of the first and the last moment, which are all that is drawn."""
    name = plan.column("x").name
    found = dict.fromkeys(record[name] for record in plan.records())
    moments = _ordered([key for key in found if key is not None], plan)
    if not moments:
        return plan
    ends = {**plan.chart.filter, name: (moments[0], moments[-1])}
    return replace(plan, chart=plan.chart.model_copy(update={"filter": ends}))


def _ordered(moments: list[Scalar], plan: Plan) -> list[Scalar]:
    return sorted(moments, key=moment) if plan.column("x").type in TIMES else moments


def _heads(ends: tuple[Scalar, Scalar], columns: Columns, plan: Plan) -> list[Layer]:
    """The names of both moments above the ends of the lines, or as near as there is room."""
    first, last = (label(key, plan.column("x"), plan) for key in ends)
    start, end = sides(columns, plan)
    size = plan.theme.text_size
    left = max(start, wrapping.width(first, size))
    right = min(end, plan.theme.width - 6 - wrapping.width(last, size))
    soft = {"y": 10, "colour": plan.theme.soft}
    return [
        *words([{"x": left, "text": first, **soft}], plan, "right"),
        *words([{"x": right, "text": last, **soft}], plan),
    ]


def _key(
    listed: list[str], series: list[str], colours: dict[str, str], bottom: float, plan: Plan
) -> tuple[list[Layer], float]:
    """Each series with its colour and shape below the lines, and where that ends."""
    if not listed:
        return [], bottom
    entries = [{"text": name, "colour": colours[name], "shape": _shape(name, series)} for name in listed]
    return named_below(entries, plan, bottom + GAP, 0)


def _shape(name: str, series: list[str]) -> str:
    return SHAPES[series.index(name) % len(SHAPES)]


def _marks(placed: list[PlacedEnd], series: list[str], colours: dict[str, str], plan: Plan) -> list[Layer]:
    """The lines, a dot with the shape of its series at each end, and the names."""
    return [
        *lines(_leaders(placed, plan), strokeWidth=1),
        *lines(_line_rows(placed, series, colours), strokeWidth=2.5),
        *dots(_dot_rows(placed, series, colours), size=70),
        *words(_name_rows(placed, colours, plan, first=True), plan, "right"),
        *words(_name_rows(placed, colours, plan, first=False), plan),
    ]


def _leaders(placed: list[PlacedEnd], plan: Plan) -> list[Row]:
    """A thin line to each name that had to move."""
    return [
        {
            "x": one.x + one.outwards / 3,
            "y": one.y,
            "x2": one.x + one.outwards,
            "y2": one.at,
            "colour": plan.theme.muted,
        }
        for one in placed
        if abs(one.y - one.at) > MOVED
    ]


def _line_rows(placed: list[PlacedEnd], series: list[str], colours: dict[str, str]) -> list[Row]:
    """A line for each series that has both ends."""
    rows = []
    for name in series:
        ends = [one for one in placed if one.series == name]
        if len(ends) > 1:
            start, end = ends
            rows.append({"x": start.x, "y": start.y, "x2": end.x, "y2": end.y, "colour": colours[name]})
    return rows


def _dot_rows(placed: list[PlacedEnd], series: list[str], colours: dict[str, str]) -> list[Row]:
    """A dot for each end, which says the values of both."""
    rows = []
    for one in placed:
        said = [other.end.description for other in placed if other.series == one.series]
        rows.append(
            {
                "x": one.x,
                "y": one.y,
                "colour": colours[one.series],
                "description": "; ".join(said),
                "shape": _shape(one.series, series),
            }
        )
    return rows


def _name_rows(placed: list[PlacedEnd], colours: dict[str, str], plan: Plan, *, first: bool) -> list[Row]:
    rows = []
    for one in placed:
        if one.end.first is not first:
            continue
        colour = colours[one.series]
        if colour == plan.theme.muted:
            colour = plan.theme.soft
        rows.append({"x": one.x + one.outwards * 1.2, "y": one.at, "text": one.end.name, "colour": colour})
    return rows
