"""Annotations in small panels: a line or a band in each, a letter above it, and below the drawing what the
letters stand for.
"""

from __future__ import annotations

from collections.abc import Callable

from trendrapport.charts.annotations.words import lettered, listed, said
from trendrapport.charts.parts.canvas import boxes, lines, words
from trendrapport.charts.parts.layers import Layer, Row
from trendrapport.charts.parts.panels import Panels
from trendrapport.model.annotation import Annotation
from trendrapport.model.charts import Scalar

Across = Callable[[Scalar], float]


def in_panels(grid: Panels, across: Across | None) -> tuple[list[Layer], list[Layer], list[str]]:
    """Bands behind the panels, lines in them, and the key to the letters; moments only if panels have an axis
    of time.
    """
    plan = grid.plan
    shown = [
        one
        for one in plan.chart.annotations
        if one.form == "value" or (across and one.form in {"moment", "range"})
    ]
    found = [
        (letter, one, _rule(one, panel.left, panel.top, grid, across))
        for letter, one in lettered(shown)
        for panel in grid.all
    ]
    shades = [
        _band(one, panel.left, panel.top, grid, across)
        for one in shown
        if one.form == "range" and across
        for panel in grid.all
    ]
    names = [
        {
            "text": letter,
            "colour": plan.theme.ink,
            **(
                {"x": rule["x2"] + 8, "y": rule["y"]}
                if one.form == "value"
                else {"x": rule["x"], "y": rule["y"] - 8}
            ),
        }
        for letter, one, rule in found
    ]
    key = [f"{letter}  {listed(one, plan)}" for letter, one in lettered(shown)]
    return (
        boxes(shades, opacity=0.55),
        [
            *lines([rule for _, _, rule in found], strokeWidth=1),
            *words(names, plan, "center", fontWeight=600),
        ],
        key,
    )


def _rule(one: Annotation, left: float, top: float, grid: Panels, across: Across | None) -> Row:
    row = {"colour": grid.plan.theme.soft, "description": said(one, grid.plan)}
    if one.form == "value" or across is None:
        low, high, _ = grid.scale
        y = round(top + grid.high * (high - (one.value or 0.0)) / (high - low), 2)
        return {**row, "x": left, "x2": left + grid.wide, "y": y, "y2": y}
    x = round(left + across(one.at if one.form == "moment" else one.start), 2)
    return {**row, "x": x, "x2": x, "y": top, "y2": top + grid.high}


def _band(one: Annotation, left: float, top: float, grid: Panels, across: Across) -> Row:
    return {
        "x": round(left + across(one.start), 2),
        "x2": round(left + across(one.to), 2),
        "y": top,
        "y2": top + grid.high,
        "colour": grid.plan.theme.line,
        "description": said(one, grid.plan),
    }
