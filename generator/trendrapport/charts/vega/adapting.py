"""A specification from outside (a chart's own Vega-Lite or Altair) made to fit its figure: its width, the
size of its text, its years.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trendrapport.charts.plan import Plan

Spec = dict[str, Any]

COMPOSED = {"facet", "repeat", "concat", "hconcat", "vconcat"}
PANELS = {"row", "column", "facet"}
YEARS = range(1000, 3000)
"""Whole numbers that are years on a time axis."""


def adapted(spec: Spec, plan: Plan) -> Spec:
    """The specification as wide as its figure, with text that can be read and years that are years."""
    made: Spec = _readable(spec, plan.theme.text_size)
    made = _with_years(made)
    made["usermeta"] = {"room": plan.theme.width}
    if COMPOSED & made.keys() or PANELS & made.get("encoding", {}).keys():
        # Of panels Vega-Lite knows the width of one; the program that draws finds the width with which all
        # fit.
        view = {"continuousWidth": plan.theme.width, "discreteWidth": plan.theme.width}
        made["config"] = merged({"view": view}, made.get("config", {}))
    elif "width" not in made:
        made |= {"width": plan.theme.width, "autosize": {"type": "fit-x", "contains": "padding"}}
    return made


def merged(first: Spec, second: Spec) -> Spec:
    """The first, with the values of the second over its own, however deep."""
    made = dict(first)
    for key, value in second.items():
        before = made.get(key)
        if isinstance(value, dict) and isinstance(before, dict):
            made[key] = merged(before, value)
        else:
            made[key] = value
    return made


def _readable(value: Any, least: int) -> Any:  # noqa: ANN401
    """The same without text that is smaller than the smallest of other charts."""
    if isinstance(value, list):
        return [_readable(item, least) for item in value]
    if not isinstance(value, dict):
        return value
    made = {}
    for key, inner in value.items():
        if _is_size(key, inner):
            made[key] = max(inner, least)
        elif key == "datasets":
            made[key] = inner
        else:
            made[key] = _readable(inner, least)
    return made


def _is_size(key: str, value: Any) -> bool:  # noqa: ANN401
    return key.casefold().endswith("fontsize") and isinstance(value, int | float)


def _with_years(spec: Spec) -> Spec:
    """The same with years as text where they are on a time axis: as numbers they would be milliseconds
    after 1970.
    """
    timed = set(_timed(spec))
    sets = spec.get("datasets", {})
    if not timed or not sets:
        return dict(spec)
    return {**spec, "datasets": {name: _dated_rows(rows, timed) for name, rows in sets.items()}}


def _dated_rows(rows: Any, timed: set[str]) -> Any:  # noqa: ANN401
    """The rows of a set with their years as text; what is no list of rows stays as it is."""
    if not isinstance(rows, list):
        return rows
    return [_dated(row, timed) for row in rows]


def _dated(row: Any, timed: set[str]) -> Any:  # noqa: ANN401
    if not isinstance(row, dict):
        return row
    return {key: _as_text(value) if key in timed else value for key, value in row.items()}


def _as_text(value: Any) -> Any:  # noqa: ANN401
    """A year as text, and any other value as it is."""
    return str(value) if type(value) is int and value in YEARS else value


def _timed(value: Any) -> Iterator[str]:  # noqa: ANN401
    """The fields that are moments to the specification."""
    if isinstance(value, list):
        for item in value:
            yield from _timed(item)
    elif isinstance(value, dict):
        if isinstance(value.get("field"), str) and (value.get("type") == "temporal" or "timeUnit" in value):
            yield value["field"]
        for key, inner in value.items():
            if key != "datasets":
                yield from _timed(inner)
