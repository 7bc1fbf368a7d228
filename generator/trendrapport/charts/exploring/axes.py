"""The axes of a chart that a reader explores, and the position of a moment on one."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.scales import AMOUNT
from trendrapport.charts.plan import TIMES, Plan
from trendrapport.model.charts import Scalar
from trendrapport.model.periods import period

Spec = dict[str, Any]
"""A part of a Vega-Lite specification."""


def _milliseconds(key: Scalar) -> float:
    """The first day of a moment in milliseconds since 1970, as Vega counts time."""
    found = period(str(key))
    start = found.start if found else date.fromisoformat(str(key))
    return datetime(start.year, start.month, start.day, tzinfo=UTC).timestamp() * 1000


def _dated(plan: Plan) -> bool:
    """Whether moments are more exact than years."""
    return plan.column("x").type in TIMES - {"year"}


def position_of(plan: Plan) -> Callable[[Scalar], float]:
    """How a moment, which may be less or more exact than those of the table, is counted on the axis."""
    return _milliseconds if _dated(plan) else moment


def as_is(field: str) -> Spec:
    """A channel whose values are colours or shapes already, so that no scale chooses them."""
    return {"field": field, "type": "nominal", "scale": None}


def moment_axis(plan: Plan) -> Spec:
    """The horizontal axis of time: dates, or years counted as numbers."""
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


def amount_axis(field: str, amounts: Amounts, **scale: Any) -> Spec:  # noqa: ANN401 - as Vega-Lite takes it
    """An axis of amounts with what is written before and after each, such as a unit."""
    before, after = amounts.affixes
    text = f"datum.label + {json.dumps(after)}"
    if before:
        text = f"{json.dumps(before)} + {text}"
    axis = {"format": AMOUNT, "labelExpr": text}
    return {"field": field, "type": "quantitative", "scale": {"nice": True, **scale}, "axis": axis}
