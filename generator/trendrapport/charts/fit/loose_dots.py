"""How many values of a line chart are loose dots, as the periods between them are missing."""

from __future__ import annotations

from trendrapport.charts.fit.declaration import misfits
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.joining import joins
from trendrapport.charts.parts.moments import moment, pace_of, runs
from trendrapport.charts.parts.series import Point, SeriesOptions, names, points
from trendrapport.charts.plan import Plan
from trendrapport.charts.tables.table import Table
from trendrapport.charts.theme import Theme
from trendrapport.model.charts import Chart, Scalar


def loose_dots(chart: Chart, table: Table) -> tuple[int, int]:
    """How many dots have no line and would have one if gaps were joined, and how many dots there are; none of
    either in a chart that joins them, draws no lines or does not fit its table.
    """
    if joins(chart) or chart.options.get("mark") == "bars" or any(misfits(chart, table)):
        return 0, 0
    plan = Plan("", chart, table, Theme("nl"))
    drawn = [point for point in points(plan, "x", SeriesOptions()) if point.amount is not None]
    drawn.sort(key=lambda point: moment(point.key))
    return sum(_loose(drawn, name, plan) for name in names(drawn, SeriesOptions())), len(drawn)


def _loose(drawn: list[Point], name: str, plan: Plan) -> int:
    """How many dots of a series have no line, and would have one if gaps were joined."""
    own = [point for point in drawn if point.series == name]
    return len(_on_lines(own, plan, join=True) - _on_lines(own, plan, join=False))


def _on_lines(own: list[Point], plan: Plan, *, join: bool) -> set[Scalar]:
    """The points of a series through which a line goes."""
    breaks = [moment(declared.at) for declared in declared_breaks(plan.chart)]
    found: set[Scalar] = set()
    for run in runs(own, breaks, pace_of(plan), join=join):
        found |= {point.key for point in run.points}
    return found
