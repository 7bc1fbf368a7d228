"""Annotations in small panels: a line or a band in each, a letter above it, and a key below the drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trendrapport.charts.annotations.words import lettered, listed, said
from trendrapport.charts.parts.canvas import boxes, lines, words
from trendrapport.charts.parts.layers import Layer, Row
from trendrapport.charts.parts.panels import Panel, Panels
from trendrapport.model.annotation import Annotation
from trendrapport.model.charts import Scalar

Across = Callable[[Scalar], float]


def in_panels(grid: Panels, across: Across | None) -> tuple[list[Layer], list[Layer], list[str]]:
    """Bands behind the panels, lines in them, and the key to the letters; moments only if panels have an axis
    of time.
    """
    plan = grid.plan
    forms = {"value", "moment", "range"} if across else {"value"}
    shown = [one for one in plan.chart.annotations if one.form in forms]
    rules, names, key = list[Row](), list[Row](), list[str]()
    for letter, one in lettered(shown):
        for panel in grid.all:
            rule = _rule(one, panel, grid, across)
            rules.append(rule)
            names.append({"text": letter, "colour": plan.theme.ink, **_beside(rule, one)})
        key.append(f"{letter}  {listed(one, plan)}")
    letters = words(names, plan, "center", fontWeight=600)
    return boxes(_bands(shown, grid, across), opacity=0.55), [*lines(rules, strokeWidth=1), *letters], key


def _rule(one: Annotation, panel: Panel, grid: Panels, across: Across | None) -> Row:
    """The line of a value across a panel, or of a moment from its top to its bottom."""
    row = {"colour": grid.plan.theme.soft, "description": said(one, grid.plan)}
    if one.form == "value" or across is None:
        y = grid.y(panel, one.value or 0.0)
        return {**row, "x": panel.left, "x2": panel.left + grid.wide, "y": y, "y2": y}
    moment = one.at if one.form == "moment" else one.start
    x = round(panel.left + across(moment), 2)
    return {**row, "x": x, "x2": x, "y": panel.top, "y2": panel.top + grid.high}


def _beside(rule: Row, one: Annotation) -> Row:
    """The position of a letter at its line."""
    if one.form == "value":
        return {"x": rule["x2"] + 8, "y": rule["y"]}
    return {"x": rule["x"], "y": rule["y"] - 8}


def _bands(shown: Sequence[Annotation], grid: Panels, across: Across | None) -> list[Row]:
    """A band in each panel for each range of time."""
    if across is None:
        return []
    bands = []
    for one in shown:
        if one.form == "range":
            bands += [_band(one, panel, grid, across) for panel in grid.all]
    return bands


def _band(one: Annotation, panel: Panel, grid: Panels, across: Across) -> Row:
    return {
        "x": round(panel.left + across(one.start), 2),
        "x2": round(panel.left + across(one.to), 2),
        "y": panel.top,
        "y2": panel.top + grid.high,
        "colour": grid.plan.theme.line,
        "description": said(one, grid.plan),
    }
