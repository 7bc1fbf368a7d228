"""Panels with the values of their series, and where each value is drawn; for lines and bars alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trendrapport.charts.parts.layers import Row, describe, label
from trendrapport.charts.parts.panels import Panel, Panels
from trendrapport.charts.parts.series import Point
from trendrapport.charts.parts.sizes import widest
from trendrapport.charts.plan import Plan


@dataclass(frozen=True)
class PanelSeries:
    """A panel with the values of its series, in the order of the table, and their colour."""

    panel: Panel
    points: list[Point]
    colour: str

    @property
    def known(self) -> list[Point]:
        """The values that are not missing."""
        return [point for point in self.points if point.amount is not None]


def widest_value(parts: Iterable[PanelSeries], plan: Plan) -> float:
    """The width of the widest value in any panel."""
    return max((widest(known_texts(part.points), plan) for part in parts), default=0)


def known_texts(found: Iterable[Point]) -> list[str]:
    """What is written of the values that are not missing."""
    return [point.text for point in found if point.amount is not None]


def base_line(part: PanelSeries, grid: Panels) -> float:
    """The height of the line at 0, or at the foot of a scale that starts above 0."""
    return grid.y(part.panel, max(0, grid.scale[0]))


def value_row(point: Point, part: PanelSeries, across: float, grid: Panels) -> Row:
    """The position of a value, and the words that readers see who point at it."""
    when = label(point.key, grid.plan.column("x"), grid.plan, provisional=point.provisional)
    return {
        **position(point, part, across, grid),
        "series": point.series,
        "description": describe(f"{point.series}, {when}", point.text),
    }


def position(point: Point, part: PanelSeries, across: float, grid: Panels) -> Row:
    """The position of a value, and its colour."""
    return {
        "x": round(part.panel.left + across, 2),
        "y": grid.y(part.panel, point.amount or 0.0),
        "colour": part.colour,
    }
