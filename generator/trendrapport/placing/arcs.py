"""Names below each other with arcs between them, as plain values for a template; knows no trends.

An arc diagram: unlike a web of nodes it has room for every name, on a phone too, and the same input gives the
same drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from trendrapport.diagnostics import Language
from trendrapport.placing.arrangement import Edge
from trendrapport.placing.name_lines import Line, extent, name_lines, written_around

AIR, GAP, ROW = 12.0, 8.0, 34.0
"""Between two names below each other, between a mark and its name, and the least height of a row: room for a
finger.
"""
EDGE = 6.0
"""Between the widest arc and the edge of the drawing."""
FLAT = 0.7
"""How far arcs reach grows with a power of the distance between their ends, lower than 1, so that short ones
are seen too.
"""


@dataclass(frozen=True)
class Arcs:
    """How large a drawing is, in pixels at its usual width."""

    name: str
    column: float
    """The width of the names with their marks."""
    room: float
    """The width of the arcs."""
    size: float
    """Half the height of a mark."""
    text: float
    language: Language = "nl"
    """By whose rules words are broken."""

    @property
    def marks(self) -> float:
        """Where the middle of all marks is, from the left."""
        return self.column - self.size

    @property
    def names(self) -> float:
        """Where names end, from the left."""
        return self.column - 2 * self.size - GAP


class Node(TypedDict):
    """A mark in its row, and the name before it."""

    x: float
    y: float
    top: float
    height: float
    text_x: float
    lines: list[Line]


class Arc(TypedDict):
    """The path of an arc, and its class of thickness (1 to 3)."""

    path: str
    thick: int


class Drawing(TypedDict):
    """All that a template draws."""

    name: str
    text: float
    width: float
    height: float
    nodes: list[Node]
    arcs: list[Arc]


def drawing(arcs: Arcs, titles: Sequence[str], edges: Iterable[Edge]) -> Drawing:
    """A mark with its name for each title, in the order given, and an arc for each edge."""
    nodes, height = _nodes(arcs, titles)
    return {
        "name": arcs.name,
        "text": arcs.text,
        "width": arcs.column + arcs.room,
        "height": round(height, 1),
        "nodes": nodes,
        "arcs": _arcs(arcs, [node["y"] for node in nodes], list(edges)),
    }


def _nodes(arcs: Arcs, titles: Sequence[str]) -> tuple[list[Node], float]:
    """A row for each name, and how high they are together."""
    nodes: list[Node] = []
    top = 0.0
    for title in titles:
        lines = name_lines(title, arcs.text, arcs.names, arcs.language)
        height = max(ROW, extent(lines, arcs.text)[1] + AIR)
        middle = top + height / 2
        nodes.append(
            {
                "x": arcs.marks,
                "y": round(middle, 1),
                "top": round(top, 1),
                "height": round(height, 1),
                "text_x": round(arcs.names, 1),
                "lines": written_around(lines, arcs.text, middle),
            }
        )
        top += height
    return nodes, top


def _arcs(arcs: Arcs, heights: Sequence[float], edges: Sequence[Edge]) -> list[Arc]:
    longest = max((abs(heights[edge.two] - heights[edge.one]) for edge in edges), default=1.0)
    worths = [edge.worth for edge in edges]
    found: list[Arc] = []
    for edge in edges:
        upper, lower = sorted((heights[edge.one], heights[edge.two]))
        path = _path(arcs, upper, lower, longest)
        found.append({"path": path, "thick": thickness(edge.worth, worths)})
    return found


def thickness(worth: float, worths: Sequence[float]) -> int:
    """1, 2 or 3: in the lowest, middle or highest third of the way from the weakest to the strongest; 3 when
    all are the same.
    """
    weakest, strongest = min(worths), max(worths)
    if weakest == strongest:
        return 3
    part = (worth - weakest) / (strongest - weakest)
    return 1 + (part > 1 / 3) + (part > 2 / 3)


def _path(arcs: Arcs, upper: float, lower: float, longest: float) -> str:
    """Half an ellipse from the upper to the lower mark, on the side without names."""
    most = arcs.room - arcs.size - EDGE
    wide = min(most * ((lower - upper) / longest) ** FLAT, lower - upper)
    high = (lower - upper) / 2
    return f"M{arcs.marks:g} {upper:g}A{wide:.1f} {high:.1f} 0 0 1 {arcs.marks:g} {lower:g}"
