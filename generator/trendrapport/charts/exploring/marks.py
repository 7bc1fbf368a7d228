"""What a declaration marks, in the drawing that a reader explores: lines and bands with letters, and the list
that explains them.

Labels can be kept apart in a drawing that stays as it is, but not in one of which a reader chooses the part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from trendrapport.charts.annotations.words import at_point, lettered, listed
from trendrapport.charts.exploring.axes import Spec
from trendrapport.charts.parts.layers import Row
from trendrapport.charts.plan import Plan
from trendrapport.model.annotation import Annotation
from trendrapport.model.charts import Scalar

Place = Callable[[Scalar], float]

_SEEN = {"filter": "datum.x >= first && datum.x <= last"}
_FROM = {"calculate": "max(datum.x, first)", "as": "x"}
_TO = {"calculate": "min(datum.x2, last)", "as": "x2"}


def listed_marks(plan: Plan) -> list[str]:
    """What each letter stands for."""
    return [f"{letter}  {listed(one, plan)}" for letter, one in _shown(plan)]


def moments(plan: Plan, place: Place, x: Spec, above: int) -> list[Spec]:
    """A band for each range, and a line with its letter, so far above the plot, for each event and each start
    of a range.
    """
    ranges = [(letter, one) for letter, one in _shown(plan) if one.form == "range"]
    bands = [{"x": place(one.start), "x2": place(one.to)} for _, one in ranges]
    starts = [
        {"x": place(one.at if one.form == "moment" else one.start), "text": letter}
        for letter, one in _shown(plan)
        if one.form in {"moment", "range"}
    ]
    band = {"type": "rect", "color": plan.theme.line, "opacity": 0.55, "aria": False}
    rule = {"type": "rule", "color": plan.theme.soft, "aria": False}
    return [
        *_layer(
            bands,
            band,
            {"x": x, "x2": {"field": "x2"}},
            [{"filter": "datum.x2 >= first && datum.x <= last"}, _FROM, _TO],
        ),
        *_layer(starts, rule, {"x": x}, [_SEEN]),
        *_layer(starts, _letter(plan, y=-above), {"x": x, "text": {"field": "text"}}, [_SEEN]),
    ]


def values(plan: Plan, y: Spec, field: str = "value") -> list[Spec]:
    """A dashed line across at each value, with its letter at the end."""
    rows = [{field: one.value, "text": letter} for letter, one in _shown(plan) if one.form == "value"]
    rule = {"type": "rule", "color": plan.theme.ink, "strokeDash": [5, 3], "aria": False, "clip": True}
    text = _letter(plan, x="width", dx=-6, dy=-9, clip=True)
    return [*_layer(rows, rule, {"y": y}), *_layer(rows, text, {"y": y, "text": {"field": "text"}})]


def points(plan: Plan, rows: Mapping[tuple[str, str], Row], at: Spec, chosen: Iterable[Spec]) -> list[Spec]:
    """A letter above each dot that is marked, while it is among the `chosen`; the dots by the names of their
    series and their place.
    """
    found = [
        {**row, "text": letter}
        for letter, one in _shown(plan)
        if one.form == "point" and (row := at_point(one, rows))
    ]
    return _layer(found, _letter(plan, dy=-14, clip=True), {**at, "text": {"field": "text"}}, chosen)


def _shown(plan: Plan) -> list[tuple[str, Annotation]]:
    return lettered(plan.chart.annotations)


def _letter(plan: Plan, **mark: Any) -> Spec:  # noqa: ANN401 - as Vega-Lite takes it
    return {"type": "text", "fontWeight": 600, "color": plan.theme.ink, "aria": False, **mark}


def _layer(rows: list[Row], mark: Spec, encoding: Spec, transform: Iterable[Spec] = ()) -> list[Spec]:
    """The rows in a layer of their own, if there are any."""
    return (
        [{"data": {"values": rows}, "transform": list(transform), "mark": mark, "encoding": encoding}]
        if rows
        else []
    )
