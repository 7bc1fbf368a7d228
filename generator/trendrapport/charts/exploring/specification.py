"""What a reader can explore in a chart, as plain Vega-Lite: every series and moment of its table, or a cloud
of dots up close.

The drawing on the page shows what the editor chose; here a reader chooses. Knows no drawing library: Vega
itself draws this, in the reader's browser, and only when asked (`pages/explorer/`). Signals named `chosen`,
`first`, `last`,
`across` and `up` are what its controls set.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from trendrapport.charts import notation
from trendrapport.charts.annotations.placing import reference_values
from trendrapport.charts.exploring import marks as explored_marks
from trendrapport.charts.figure import Figure
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.joining import DOTTED, joins
from trendrapport.charts.parts.layers import AMOUNT, SHAPES, WORD, Row, label, told
from trendrapport.charts.parts.moments import moment, pace_of, runs
from trendrapport.charts.parts.series import Point, SeriesOptions, names, points
from trendrapport.charts.plan import TIMES, Plan, named
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, Scalar
from trendrapport.model.periods import period

Spec = dict[str, Any]

HEIGHT, ABOVE = 340, 10
"""The height of the plot, and where letters stand above it."""
_CHOSEN = "indexof(chosen, datum.series) >= 0 && datum.x >= first && datum.x <= last"
_EDGE = 0.04
"""The room around a cloud of dots, in parts of its width."""


def over_time(chart: Chart, table: Table) -> Chart | None:
    """The declaration of all lines of which a chart shows some, or one moment; None if its table has no
    moments for it.

    A chart of one moment has that in its filter: `filter: {jaar: 2022}`.
    """
    filtered = (name for name in chart.filter if name in table.columns and table.field(name).type in TIMES)
    x = next(iter((*named(chart, "x"), *filtered)), None)
    if x not in table.columns or table.field(x).type not in TIMES | {"integer"}:
        return None
    series = next(iter((*named(chart, "series"), *named(chart, "category"))), None)
    fields = {role: names for role, names in chart.fields.items() if role in {"value", "provisional"}}
    fields |= {role: name for role, name in (("x", x), ("series", series)) if name}
    rest = {name: wanted for name, wanted in chart.filter.items() if name not in {x, series}}
    return chart.model_copy(update={"kind": "lines", "fields": fields, "filter": rest, "limit": None})


def explorable(figure: Figure) -> Spec | None:
    """The specification for a reader who explores this figure; None if its declaration does not offer that."""
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


def _choosing(plan: Plan) -> Spec:
    """Lines of every series, of which signals choose some, and a range of moments."""
    chart = over_time(plan.chart, plan.table)
    if chart is None:
        raise ValueError("there are no moments to explore")
    kept = {
        name: value
        for name, value in plan.chart.options.items()
        if name in SeriesOptions.model_fields and (name != "order" or isinstance(value, list))
    }
    options = SeriesOptions.model_validate_json(json.dumps(kept))
    whole = replace(plan, chart=chart)
    everything, place = (
        sorted(points(whole, "x", options), key=lambda point: moment(point.key)),
        _counted(whole),
    )
    found = [point for point in everything if point.amount is not None]
    every = names([point for point in points(whole, "x", options) if point.amount is not None], options)
    looks = {name: _look(index, name, plan) for index, name in enumerate(every)}
    drawn = _drawn(plan) & set(every) or set(every)
    places = {place(point.key): label(point.key, whole.column("x"), whole) for point in found}
    ends = (min(places), max(places))
    rows = [_row(point, whole, looks) for point in found]
    breaks = [found.at for found in declared_breaks(plan.chart)]
    pace, at_breaks, join = pace_of(whole), [moment(at) for at in breaks], joins(plan.chart)
    joined = {
        name: runs([point for point in everything if point.series == name], at_breaks, pace, join=join)
        for name in every
    }
    lines = [
        {**_row(point, whole, looks), "run": f"{name} {index}", "look": run.look}
        for name, parts in joined.items()
        for index, run in enumerate(parts)
        for point in run.points
    ]
    shown = [name for name in every if name in drawn]
    amounts, zero = Amounts(whole, options), plan.chart.options.get("zero", True)
    at = {"x": _moments(whole), "y": _amounts("value", amounts, zero=bool(zero))}
    dots = dict(zip(((point.series, str(point.key)) for point in found), rows, strict=True))
    return {
        "params": [
            {"name": "chosen", "value": shown},
            {"name": "first", "value": ends[0]},
            {"name": "last", "value": ends[1]},
        ],
        "layer": [
            *explored_marks.moments(plan, place, at["x"], ABOVE + WORD * bool(breaks)),
            *_breaks(list(map(place, breaks)), sorted(places), plan, at["x"]),
            _lines(lines, at),
            _dots(rows, at),
            *explored_marks.values(plan, at["y"]),
            *explored_marks.points(plan, dots, at, [{"filter": _CHOSEN}]),
        ],
        "usermeta": {
            "series": [{**looks[name], "on": name in drawn} for name in every]
            if "series" in chart.explore
            else [],
            "moments": [{"at": place, "name": places[place]} for place in sorted(places)]
            if "period" in chart.explore
            else [],
            "marked": explored_marks.listed_marks(plan),
        },
    }


def _drawn(plan: Plan) -> set[str]:
    """The names of the series that the drawing shows."""
    column = plan.optional("series") or plan.optional("category")
    return (
        {notation.shown(record[column.name], column.type, plan.theme.language) for record in plan.records()}
        if column
        else set()
    )


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
        "description": told(f"{point.series}, {when}" if len(looks) > 1 else when, point.text),
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


def _breaks(breaks: Iterable[float], places: Sequence[float], plan: Plan, x: Spec) -> list[Spec]:
    """A dashed line halfway each break and the moment before, and a word at the first that is in view."""
    halves = [(max((at for at in places if at < place), default=place) + place) / 2 for place in breaks]
    if not halves:
        return []
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
    text = (f"{json.dumps(before)} + " if before else "") + f"datum.label + {json.dumps(after)}"
    axis = {"format": AMOUNT, "labelExpr": text}
    return {"field": field, "type": "quantitative", "scale": {"nice": True, **scale}, "axis": axis}


def _scaled(divide_by: object, unit: object) -> AmountOptions:
    """The declared settings of the numbers along an axis."""
    return AmountOptions.model_validate_json(json.dumps({"divide_by": divide_by or 1, "unit": unit}))


def _zooming(figure: Figure) -> Spec:
    """The dots of the drawing, with both scales set by signals; null shows all."""
    plan, options = figure.plan, figure.plan.chart.options
    sets = json.loads(figure.vega_lite).get("datasets", {}).values()
    kept = ("name", "across", "up", "colour", "description")
    rows = [{key: row[key] for key in kept} for rows in sets for row in rows if "across" in row]
    held = {"across": [], "up": reference_values(plan)}
    ends = {name: _ends([*(row[name] for row in rows), *values]) for name, values in held.items()}
    numbers = {
        role: _scaled(options.get(f"{of}divide_by"), options.get(f"{of}unit"))
        for role, of in (("x", "x_"), ("y", ""))
    }
    axes = {}
    for name, role in (("across", "x"), ("up", "y")):
        scale = {"domain": ends[name], "domainRaw": {"expr": name}, "nice": False}
        axes[role] = {
            **_amounts(name, Amounts(plan, numbers[role], role), **scale),
            "title": plan.column(role).title,
        }
    mark = {
        "type": "point",
        "filled": True,
        "size": 90,
        "opacity": 1,
        "clip": True,
        "stroke": plan.theme.paper,
        "strokeWidth": 1,
    }
    cloud = {
        "data": {"values": rows},
        "mark": mark,
        "encoding": {**axes, "color": _as_is("colour"), "description": {"field": "description"}},
    }
    marks = [
        *explored_marks.values(plan, axes["y"], "up"),
        *explored_marks.points(plan, {("", row["name"]): row for row in rows}, axes, []),
    ]
    return {
        "params": [{"name": name, "value": None} for name in ends],
        "layer": [cloud, *marks],
        "usermeta": {"ends": ends, "series": [], "moments": [], "marked": explored_marks.listed_marks(plan)},
    }


def _ends(values: Iterable[float]) -> list[float]:
    found = sorted(values)
    room = (found[-1] - found[0] or abs(found[0]) or 1.0) * _EDGE
    places = 6 - min(0, math.floor(math.log10(room)))
    return [round(found[0] - room, places), round(found[-1] + room, places)]
