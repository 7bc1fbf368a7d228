"""What a reader can explore in a chart, as plain Vega-Lite: every series and moment of its table, or a cloud
of dots up close.

The drawing on the page shows what the editor chose; here a reader chooses. Knows no drawing library: Vega
itself draws this, in the reader's browser, and only when asked (`pages/browser/explorer/`). Its controls set
the signals named `chosen`, `first`, `last`, `across` and `up`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import reference_values
from trendrapport.charts.exploring import marks as explored_marks
from trendrapport.charts.figure import Figure
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.joining import DOTTED, joins
from trendrapport.charts.parts.layers import AMOUNT, SHAPES, WORD, Row, describe, label
from trendrapport.charts.parts.moments import moment, pace_of, runs
from trendrapport.charts.parts.series import Point, SeriesOptions, names, points
from trendrapport.charts.plan import TIMES, Plan, named
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, Scalar
from trendrapport.model.periods import period

Spec = dict[str, Any]

HEIGHT, ABOVE = 340, 10
"""The height of the plot, and of the letters above it."""
_CHOSEN = "indexof(chosen, datum.series) >= 0 && datum.x >= first && datum.x <= last"
_EDGE = 0.04
"""The room around a cloud of dots, in parts of its width."""


def over_time(chart: Chart, table: Table) -> Chart | None:
    """The declaration of all lines of which a chart shows some, or one moment; None if its table has no
    moments for it.

    A chart of one moment has that in its filter: `filter: {jaar: 2022}`.
    """
    x = _time_column(chart, table)
    if x is None:
        return None
    series = next(iter((*named(chart, "series"), *named(chart, "category"))), None)
    fields = {role: names for role, names in chart.fields.items() if role in {"value", "provisional"}}
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


def explorable(figure: Figure) -> Spec | None:
    """The specification for a reader who explores this figure; None if its declaration offers none."""
    wanted = figure.plan.chart.explore
    if not wanted:
        return None
    spec = _zooming(figure) if "zoom" in wanted else _choosing(figure.plan)
    config: Spec = {**figure.plan.theme.config(), "point": {"strokeWidth": 1.5}}
    config["axis"] |= {"aria": False}
    return {
        "width": "container",
        "height": HEIGHT,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "config": config,
        **spec,
    }


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
    on = _drawn(plan) & set(series) or set(series)
    in_time = sorted(found, key=lambda point: moment(point.key))
    return _Lines(plan, whole, options, in_time, series, looks, on)


def _series_options(plan: Plan) -> SeriesOptions:
    """The declared options that hold for lines as well."""
    kept = {name: value for name, value in plan.chart.options.items() if name in SeriesOptions.model_fields}
    if not isinstance(kept.get("order"), list):
        kept.pop("order", None)
    return SeriesOptions.model_validate_json(json.dumps(kept))


def _choosing(plan: Plan) -> Spec:
    """Lines of every series, of which signals choose some, and a range of moments."""
    lines = _planned(plan)
    position = _counted(lines.whole)
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
    position, column = _counted(lines.whole), lines.whole.column("x")
    return {position(point.key): label(point.key, column, lines.whole) for point in lines.known}


def _layers(lines: _Lines, position: Callable[[Scalar], float], moments: list[float]) -> list[Spec]:
    plan = lines.plan
    breaks = [found.at for found in declared_breaks(plan.chart)]
    zero = bool(plan.chart.options.get("zero", True))
    at = {"x": _moments(lines.whole), "y": _amounts("value", Amounts(lines.whole, lines.options), zero=zero)}
    rows = [_row(point, lines.whole, lines.looks) for point in lines.known]
    by_point = {}
    for point, row in zip(lines.known, rows, strict=True):
        by_point[point.series, str(point.key)] = row
    return [
        *explored_marks.moments(plan, position, at["x"], ABOVE + WORD * bool(breaks)),
        *_breaks(list(map(position, breaks)), moments, plan, at["x"]),
        _lines(_line_rows(lines, breaks), at),
        _dots(rows, at),
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


def _milliseconds(key: Scalar) -> float:
    """The first day of a moment in milliseconds since 1970, as Vega counts time."""
    found = period(str(key))
    start = found.start if found else date.fromisoformat(str(key))
    return datetime(start.year, start.month, start.day, tzinfo=UTC).timestamp() * 1000


def _dated(plan: Plan) -> bool:
    """Whether moments are more exact than years."""
    return plan.column("x").type in TIMES - {"year"}


def _counted(plan: Plan) -> Callable[[Scalar], float]:
    """How a moment, which may be less or more exact than those of the table, is counted on the axis."""
    return _milliseconds if _dated(plan) else moment


def _row(point: Point, plan: Plan, looks: dict[str, Row]) -> Row:
    when = label(point.key, plan.column("x"), plan, provisional=point.provisional)
    look = looks[point.series]
    return {
        "series": point.series,
        "x": _counted(plan)(point.key),
        "value": point.amount,
        "colour": look["colour"],
        "shape": look["shape"],
        "inside": plan.theme.paper if point.provisional else look["colour"],
        "description": describe(f"{point.series}, {when}" if len(looks) > 1 else when, point.text),
    }


def _lines(rows: Sequence[Row], at: Spec) -> Spec:
    dash = {
        "condition": [
            {"test": "datum.look == 'dashed'", "value": [5, 4]},
            {"test": "datum.look == 'dotted'", "value": DOTTED},
        ],
        "value": [1, 0],
    }
    return {
        "data": {"values": list(rows)},
        "transform": [{"filter": _CHOSEN}],
        "mark": {"type": "line", "aria": False},
        "encoding": {**at, "color": _as_is("colour"), "detail": {"field": "run"}, "strokeDash": dash},
    }


def _dots(rows: Sequence[Row], at: Spec) -> Spec:
    return {
        "data": {"values": list(rows)},
        "transform": [{"filter": _CHOSEN}],
        "mark": {"type": "point", "size": 64, "opacity": 1},
        "encoding": {
            **at,
            "fill": _as_is("inside"),
            "stroke": _as_is("colour"),
            "shape": _as_is("shape"),
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


def _as_is(field: str) -> Spec:
    return {"field": field, "type": "nominal", "scale": None}


def _moments(plan: Plan) -> Spec:
    if _dated(plan):
        return {
            "field": "x",
            "type": "temporal",
            "scale": {"type": "utc", "nice": False},
            "axis": {"format": "%b %Y", "tickCount": 6},
        }
    return {
        "field": "x",
        "type": "quantitative",
        "scale": {"zero": False, "nice": False, "padding": 8},
        "axis": {"format": "d", "tickMinStep": 1, "tickCount": 7},
    }


def _amounts(field: str, amounts: Amounts, **scale: Any) -> Spec:  # noqa: ANN401 - as Vega-Lite takes it
    before, after = amounts.affixes
    text = f"datum.label + {json.dumps(after)}"
    if before:
        text = f"{json.dumps(before)} + {text}"
    axis = {"format": AMOUNT, "labelExpr": text}
    return {"field": field, "type": "quantitative", "scale": {"nice": True, **scale}, "axis": axis}


def _axis_amounts(plan: Plan, role: str, prefix: str) -> Amounts:
    """The numbers along an axis, with the options whose names begin with `prefix`."""
    options = plan.chart.options
    declared = {
        "divide_by": options.get(f"{prefix}divide_by") or 1,
        "unit": options.get(f"{prefix}unit"),
    }
    return Amounts(plan, AmountOptions.model_validate_json(json.dumps(declared)), role)


def _zooming(figure: Figure) -> Spec:
    """The dots of the drawing, with both scales set by signals; null shows all."""
    plan = figure.plan
    rows = _dot_rows(figure)
    ends = {
        "across": _ends([row["across"] for row in rows]),
        "up": _ends([*(row["up"] for row in rows), *reference_values(plan)]),
    }
    axes = {
        "x": _zoomed(plan, "x", "across", ends["across"], _axis_amounts(plan, "x", "x_")),
        "y": _zoomed(plan, "y", "up", ends["up"], _axis_amounts(plan, "y", "")),
    }
    by_name = {("", row["name"]): row for row in rows}
    return {
        "params": [{"name": name, "value": None} for name in ends],
        "layer": [
            _cloud(rows, axes, plan),
            *explored_marks.values(plan, axes["y"], "up"),
            *explored_marks.points(plan, by_name, axes, []),
        ],
        "usermeta": {"ends": ends, "series": [], "moments": [], "marked": explored_marks.listed_marks(plan)},
    }


def _dot_rows(figure: Figure) -> list[Row]:
    """The dots as they are drawn on the page."""
    kept = ("name", "across", "up", "colour", "description")
    found = []
    for rows in json.loads(figure.vega_lite).get("datasets", {}).values():
        for row in rows:
            if "across" in row:
                found.append({key: row[key] for key in kept})
    return found


def _zoomed(plan: Plan, role: str, signal: str, ends: list[float], amounts: Amounts) -> Spec:
    """A scale that shows what its signal says."""
    scale = {"domain": ends, "domainRaw": {"expr": signal}, "nice": False}
    return {**_amounts(signal, amounts, **scale), "title": plan.column(role).title}


def _cloud(rows: list[Row], axes: Spec, plan: Plan) -> Spec:
    mark = {
        "type": "point",
        "filled": True,
        "size": 90,
        "opacity": 1,
        "clip": True,
        "stroke": plan.theme.paper,
        "strokeWidth": 1,
    }
    encoding = {**axes, "color": _as_is("colour"), "description": {"field": "description"}}
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def _ends(values: Iterable[float]) -> list[float]:
    found = sorted(values)
    room = (found[-1] - found[0] or abs(found[0]) or 1.0) * _EDGE
    places = 6 - min(0, math.floor(math.log10(room)))
    return [round(found[0] - room, places), round(found[-1] + room, places)]
