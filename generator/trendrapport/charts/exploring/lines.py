"""Lines over time of every series of a table, of which signals choose some, and a range of moments."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from trendrapport.charts import notation
from trendrapport.charts.exploring import marks as explored_marks
from trendrapport.charts.exploring.axes import Spec, amount_axis, as_is, moment_axis, position_of
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.crowds import in_front
from trendrapport.charts.parts.joining import DOTTED, joins
from trendrapport.charts.parts.layers import SHAPES, WORD, Row, describe, label
from trendrapport.charts.parts.line_marks import LOOKS
from trendrapport.charts.parts.moments import moment, pace_of, runs
from trendrapport.charts.parts.series import Point, SeriesOptions, names, points
from trendrapport.charts.plan import TIMES, Plan, named
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, Scalar

PASSED_ON = frozenset({"value", "provisional", "projected", "low", "high"})
"""The roles that lines can have as well."""
ABOVE = 10
"""The room between the plot and the letters above it."""
_CHOSEN = "indexof(chosen, datum.series) >= 0 && datum.x >= first && datum.x <= last"


def over_time(chart: Chart, table: Table) -> Chart | None:
    """The declaration of all lines of which a chart shows some, or one moment; None if its table has no
    moments for it.

    A chart of one moment has that in its filter: `filter: {jaar: 2022}`.
    """
    x = _time_column(chart, table)
    if x is None:
        return None
    series = next(iter((*named(chart, "series"), *named(chart, "category"))), None)
    fields = {role: names for role, names in chart.fields.items() if role in PASSED_ON}
    fields["x"] = x
    if series:
        fields["series"] = series
    rest = {name: wanted for name, wanted in chart.filter.items() if name not in {x, series}}
    return chart.model_copy(update={"kind": "lines", "fields": fields, "filter": rest, "limit": None})


def _time_column(chart: Chart, table: Table) -> str | None:
    """The column of moments that a chart shows or chooses from."""
    filtered = [name for name in chart.filter if name in table.columns and table.field(name).type in TIMES]
    x = next(iter((*named(chart, "x"), *filtered)), None)
    if x not in table.columns or table.field(x).type not in TIMES | {"integer"}:
        return None
    return x


@dataclass(frozen=True)
class _Lines:
    """All lines of a table, as a chart of them is planned."""

    plan: Plan
    """The plan of the chart that the page shows."""
    whole: Plan
    """The plan of all lines."""
    options: SeriesOptions
    points: list[Point]
    """Every point, those without an amount too, in order of time."""
    series: list[str]
    looks: dict[str, Row]
    """The colour and the shape of each series."""
    on: set[str]
    """The series that are shown at first."""

    @property
    def known(self) -> list[Point]:
        """The points that have an amount."""
        return [point for point in self.points if point.amount is not None]


def _planned(plan: Plan) -> _Lines:
    chart = over_time(plan.chart, plan.table)
    if chart is None:
        raise ValueError("there are no moments to explore")
    options = _series_options(plan)
    whole = replace(plan, chart=chart)
    found = points(whole, "x", options)
    series = names([point for point in found if point.amount is not None], options)
    looks = {name: _look(index, name, plan) for index, name in enumerate(series)}
    drawn = _drawn(plan) & set(series) or set(series)
    on = set(in_front([name for name in series if name in drawn], plan.chart))
    in_time = sorted(found, key=lambda point: moment(point.key))
    return _Lines(plan, whole, options, in_time, series, looks, on)


def _series_options(plan: Plan) -> SeriesOptions:
    """The declared options that hold for lines as well."""
    kept = {name: value for name, value in plan.chart.options.items() if name in SeriesOptions.model_fields}
    if not isinstance(kept.get("order"), list):
        kept.pop("order", None)
    return SeriesOptions.model_validate_json(json.dumps(kept))


def choosing_lines(plan: Plan) -> Spec:
    """Lines of every series, of which signals choose some, and a range of moments."""
    lines = _planned(plan)
    position = position_of(lines.whole)
    moments = _moment_names(lines)
    first, last = min(moments), max(moments)
    return {
        "params": [
            {"name": "chosen", "value": [name for name in lines.series if name in lines.on]},
            {"name": "first", "value": first},
            {"name": "last", "value": last},
        ],
        "layer": _layers(lines, position, sorted(moments)),
        "usermeta": _controls(lines, moments),
    }


def _moment_names(lines: _Lines) -> dict[float, str]:
    """What each moment on the axis is called."""
    position, column = position_of(lines.whole), lines.whole.column("x")
    return {position(point.key): label(point.key, column, lines.whole) for point in lines.known}


def _layers(lines: _Lines, position: Callable[[Scalar], float], moments: list[float]) -> list[Spec]:
    plan = lines.plan
    breaks = [found.at for found in declared_breaks(plan.chart)]
    zero = bool(plan.chart.options.get("zero", True))
    at = {
        "x": moment_axis(lines.whole),
        "y": amount_axis("value", Amounts(lines.whole, lines.options), zero=zero),
    }
    rows = [_row(point, lines.whole, lines.looks) for point in lines.known]
    by_point = {}
    for point, row in zip(lines.known, rows, strict=True):
        by_point[point.series, str(point.key)] = row
    return [
        *explored_marks.moments(plan, position, at["x"], ABOVE + WORD * bool(breaks)),
        *_breaks(list(map(position, breaks)), moments, plan, at["x"]),
        _line_layer(_line_rows(lines, breaks), at),
        _dot_layer(rows, at),
        *explored_marks.values(plan, at["y"]),
        *explored_marks.points(plan, by_point, at, [{"filter": _CHOSEN}]),
    ]


def _line_rows(lines: _Lines, breaks: list[Scalar]) -> list[Row]:
    """A row for each point of each run, as a line is interrupted where nothing joins its points."""
    pace, at_breaks, join = pace_of(lines.whole), [moment(at) for at in breaks], joins(lines.plan.chart)
    found = []
    for name in lines.series:
        own = [point for point in lines.points if point.series == name]
        for index, run in enumerate(runs(own, at_breaks, pace, join=join)):
            shared = {"run": f"{name} {index}", "look": run.look}
            found += [_row(point, lines.whole, lines.looks) | shared for point in run.points]
    return found


def _controls(lines: _Lines, moments: dict[float, str]) -> Spec:
    """What the page's controls offer."""
    offered = lines.plan.chart.explore
    series = [{**lines.looks[name], "on": name in lines.on} for name in lines.series]
    periods = [{"at": at, "name": name} for at, name in sorted(moments.items())]
    return {
        "series": series if "series" in offered else [],
        "moments": periods if "period" in offered else [],
        "marked": explored_marks.listed_marks(lines.plan),
    }


def _drawn(plan: Plan) -> set[str]:
    """The names of the series that the drawing shows."""
    column = plan.optional("series") or plan.optional("category")
    if column is None:
        return set()
    language = plan.theme.language
    return {notation.shown(record[column.name], column.type, language) for record in plan.records()}


def _look(index: int, name: str, plan: Plan) -> Row:
    """A colour and a shape; of more series than there are colours no two have both in common."""
    turn = index // len(plan.theme.series)
    return {
        "name": name,
        "colour": plan.theme.series[index % len(plan.theme.series)],
        "shape": SHAPES[(index + turn) % len(SHAPES)],
    }


def _row(point: Point, plan: Plan, looks: dict[str, Row]) -> Row:
    when = label(point.key, plan.column("x"), plan, provisional=point.provisional)
    look = looks[point.series]
    return {
        "series": point.series,
        "x": position_of(plan)(point.key),
        "value": point.amount,
        "colour": look["colour"],
        "shape": look["shape"],
        "inside": plan.theme.paper if point.provisional or point.projected else look["colour"],
        "description": describe(f"{point.series}, {when}" if len(looks) > 1 else when, point.text),
    }


def _line_layer(rows: Sequence[Row], at: Spec) -> Spec:
    dash = {
        "condition": [
            {"test": "datum.look == 'dashed'", "value": [5, 4]},
            {"test": "datum.look == 'projected'", "value": LOOKS["projected"]["strokeDash"]},
            {"test": "datum.look == 'dotted'", "value": DOTTED},
        ],
        "value": [1, 0],
    }
    return {
        "data": {"values": list(rows)},
        "transform": [{"filter": _CHOSEN}],
        "mark": {"type": "line", "aria": False},
        "encoding": {**at, "color": as_is("colour"), "detail": {"field": "run"}, "strokeDash": dash},
    }


def _dot_layer(rows: Sequence[Row], at: Spec) -> Spec:
    return {
        "data": {"values": list(rows)},
        "transform": [{"filter": _CHOSEN}],
        "mark": {"type": "point", "size": 64, "opacity": 1},
        "encoding": {
            **at,
            "fill": as_is("inside"),
            "stroke": as_is("colour"),
            "shape": as_is("shape"),
            "description": {"field": "description"},
        },
    }


def _halfway(at: float, moments: Sequence[float]) -> float:
    """The middle between a moment and the one before it."""
    before = max((moment for moment in moments if moment < at), default=at)
    return (before + at) / 2


def _breaks(breaks: Sequence[float], moments: Sequence[float], plan: Plan, x: Spec) -> list[Spec]:
    """A dashed line halfway each break and the moment before, and a word at the first that is in view."""
    if not breaks:
        return []
    halves = [_halfway(at, moments) for at in breaks]
    shared = {
        "data": {"values": [{"x": half} for half in halves]},
        "transform": [
            {"filter": "datum.x >= first && datum.x <= last"},
            {"window": [{"op": "row_number", "as": "turn"}]},
        ],
    }
    rule = {"type": "rule", "color": plan.theme.soft, "strokeDash": [3, 3], "aria": False}
    word = {
        "type": "text",
        "align": "left",
        "baseline": "top",
        "y": -18,
        "color": plan.theme.soft,
        "aria": False,
        "text": notation.BREAK.of(plan.theme.language),
    }
    first = {**shared, "transform": [*shared["transform"], {"filter": "datum.turn == 1"}]}
    return [{**shared, "mark": rule, "encoding": {"x": x}}, {**first, "mark": word, "encoding": {"x": x}}]
