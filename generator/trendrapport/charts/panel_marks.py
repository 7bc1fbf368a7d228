"""Annotations in small panels: a line or a band in each, a letter above it, and below the drawing what the letters stand for."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_uppercase

from trendrapport.charts.annotation import Annotation
from trendrapport.charts.annotation_words import dated, said
from trendrapport.charts.canvas import boxes, lines, words
from trendrapport.charts.declaration import Scalar
from trendrapport.charts.layers import Layer, Row
from trendrapport.charts.moments import moment
from trendrapport.charts.panels import Panels

Across = Callable[[Scalar], float]


def in_panels(grid: Panels, across: Across | None) -> tuple[list[Layer], list[Layer], list[str]]:
    """Bands behind the panels, lines in them, and the key to the letters; moments only if panels have an axis of time."""
    plan = grid.plan
    shown = [one for one in plan.chart.annotations if one.form == "value" or (across and one.form in {"moment", "range"})]
    ordered = sorted(shown, key=_order)
    letters = dict(zip(range(len(ordered)), ascii_uppercase * 2, strict=False))
    shades = [_band(one, panel.left, panel.top, grid, across) for one in ordered if one.form == "range" and across for panel in grid.all]
    rules = [_rule(one, panel.left, panel.top, grid, across) for one in ordered for panel in grid.all]
    names = [{"text": letters[index], "colour": plan.theme.ink, **({"x": rule["x2"] + 8, "y": rule["y"]} if one.form == "value" else
              {"x": rule["x"], "y": rule["y"] - 8})}
             for index, one in enumerate(ordered) for rule in (_rule(one, panel.left, panel.top, grid, across) for panel in grid.all)]
    key = [f"{letters[index]}  {_told(one, grid)}" for index, one in enumerate(ordered)]
    return boxes(shades, opacity=0.55), [*lines(rules, strokeWidth=1), *words(names, plan, "center", fontWeight=600)], key


def _order(one: Annotation) -> float:
    at = one.at if one.form == "moment" else one.start
    return moment(at) if at is not None else float("inf")


def _told(one: Annotation, grid: Panels) -> str:
    if one.form == "value" and one.value is not None:
        return f"{grid.amounts.round_text(one.value)}: {one.label or ''}"
    return dated(one, grid.plan.theme.language)


def _rule(one: Annotation, left: float, top: float, grid: Panels, across: Across | None) -> Row:
    row = {"colour": grid.plan.theme.soft, "description": said(one, grid.plan.theme.language, grid.plan)}
    if one.form == "value" or across is None:
        low, high, _ = grid.scale
        y = round(top + grid.high * (high - (one.value or 0.0)) / (high - low), 2)
        return {**row, "x": left, "x2": left + grid.wide, "y": y, "y2": y}
    x = round(left + across(one.at if one.form == "moment" else one.start), 2)
    return {**row, "x": x, "x2": x, "y": top, "y2": top + grid.high}


def _band(one: Annotation, left: float, top: float, grid: Panels, across: Across) -> Row:
    return {"x": round(left + across(one.start), 2), "x2": round(left + across(one.to), 2), "y": top, "y2": top + grid.high,
            "colour": grid.plan.theme.line, "description": said(one, grid.plan.theme.language, grid.plan)}
