"""A cloud of dots up close: the dots of the drawing on scales that signals set."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable

from trendrapport.charts.annotations.placing import reference_values
from trendrapport.charts.exploring import marks as explored_marks
from trendrapport.charts.exploring.axes import Spec, amount_axis, as_is
from trendrapport.charts.figure import Figure
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.layers import Row
from trendrapport.charts.plan import Plan

_EDGE = 0.04
"""The room around a cloud of dots, in parts of its width."""


def _axis_amounts(plan: Plan, role: str, prefix: str) -> Amounts:
    """The numbers along an axis, with the options whose names begin with `prefix`."""
    options = plan.chart.options
    declared = {
        "divide_by": options.get(f"{prefix}divide_by") or 1,
        "unit": options.get(f"{prefix}unit"),
    }
    return Amounts(plan, AmountOptions.model_validate_json(json.dumps(declared)), role)


def zoomed_dots(figure: Figure) -> Spec:
    """The dots of the drawing, with both scales set by signals; null shows all."""
    plan = figure.plan
    rows = _dot_rows(figure)
    ends = {
        "across": _ends([row["across"] for row in rows]),
        "up": _ends([*(row["up"] for row in rows), *reference_values(plan)]),
    }
    axes = {
        "x": _zoomed_axis(plan, "x", "across", ends["across"], _axis_amounts(plan, "x", "x_")),
        "y": _zoomed_axis(plan, "y", "up", ends["up"], _axis_amounts(plan, "y", "")),
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


def _zoomed_axis(plan: Plan, role: str, signal: str, ends: list[float], amounts: Amounts) -> Spec:
    """A scale that shows what its signal says."""
    scale = {"domain": ends, "domainRaw": {"expr": signal}, "nice": False}
    return {**amount_axis(signal, amounts, **scale), "title": plan.column(role).title}


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
    encoding = {**axes, "color": as_is("colour"), "description": {"field": "description"}}
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def _ends(values: Iterable[float]) -> list[float]:
    found = sorted(values)
    room = (found[-1] - found[0] or abs(found[0]) or 1.0) * _EDGE
    places = 6 - min(0, math.floor(math.log10(room)))
    return [round(found[0] - room, places), round(found[-1] + room, places)]
