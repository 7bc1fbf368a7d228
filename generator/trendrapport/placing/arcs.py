"""Names below each other with arcs between them, as plain values for a template; knows no trends.

An arc diagram: unlike a web of nodes it has room for every name, on a phone too, and the same input gives the
same drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Language
from trendrapport.placing.mark_names import LINE, extent, within

AIR, GAP, ROW = 12.0, 8.0, 34.0
"""Between two names below each other, between a mark and its name, and the least height of a row: room for a
finger.
"""
SWEEPS, MOVES = 60, 12_000
"""So many times all things are moved at most, and about so many moves of one: hundreds of things need no
perfect order.
"""
FLAT = 0.7
"""Arcs reach as far as a power of the distance between their ends: lower than 1, so that short ones are seen
too.
"""

Worth = dict[int, dict[int, float]]
"""By the index of a thing, what it belongs to and how much."""


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


@dataclass(frozen=True)
class Edge:
    """Two things (by their index) that belong together, and how much (more than 0)."""

    one: int
    two: int
    worth: float


def ordered(count: int, edges: Sequence[Edge]) -> list[int]:
    """The things in an order that keeps together what belongs together: a linear arrangement of little length
    (distance times worth).

    It starts from the order given and from one in which things stand near the mean of those they belong to;
    neighbours then change
    places as long as that shortens it, and the shorter of the two is taken. Where it does not matter, things
    stay as they were given.
    """
    worth: Worth = {index: {} for index in range(count)}
    for edge in edges:
        worth[edge.one][edge.two] = worth[edge.two][edge.one] = edge.worth
    given = list(range(count))
    return min(
        (_swapped(start, worth) for start in (given, _gathered(given, worth))),
        key=lambda order: round(_length(order, worth), 6),
    )


def _length(order: Sequence[int], worth: Worth) -> float:
    place = {index: at for at, index in enumerate(order)}
    return sum(
        abs(place[one] - place[two]) * value for one, others in worth.items() for two, value in others.items()
    )


def _sweeps(order: Sequence[int]) -> int:
    return min(SWEEPS, 1 + MOVES // max(1, len(order)))


def _gathered(order: list[int], worth: Worth) -> list[int]:
    """The shortest of the orders that come of moving each thing towards the weighted mean of those it belongs
    to, again and again.
    """
    tried, weights = [order], {index: sum(others.values()) for index, others in worth.items()}
    for _ in range(_sweeps(order)):
        place = {index: at for at, index in enumerate(tried[-1])}
        tried.append(
            sorted(order, key=lambda index: (_mean(index, worth[index], weights[index], place), index))
        )  # noqa: B023 - used at once
    return min(tried, key=lambda one: _length(one, worth))


def _mean(index: int, others: dict[int, float], weight: float, place: dict[int, int]) -> float:
    """Halfway where a thing stands and the mean of what it belongs to."""
    if not others:
        return place[index]
    return round(
        (place[index] + sum(value * place[other] for other, value in others.items()) / weight) / 2, 9
    )


def _swapped(order: list[int], worth: Worth) -> list[int]:
    """The order after neighbours changed places as long as that shortens it."""
    order, moved = list(order), True
    for _ in range(_sweeps(order)):
        if not moved:
            break
        moved = False
        place = {index: at for at, index in enumerate(order)}
        for at in range(len(order) - 1):
            left, right = order[at], order[at + 1]
            # Only what lies outside the two counts: the distance between themselves stays the same.
            change = _pull(worth[left], place, at, right) - _pull(worth[right], place, at, left)
            if change > 1e-9:  # noqa: PLR2004 - what is lost in rounding
                order[at], order[at + 1] = right, left
                place[left], place[right] = at + 1, at
                moved = True
    return order


def _pull(worth: dict[int, float], place: dict[int, int], at: int, without: int) -> float:
    """How much more of what a thing belongs to lies below it than above it."""
    return sum(value if place[other] > at else -value for other, value in worth.items() if other != without)


def drawing(arcs: Arcs, titles: Sequence[str], edges: Iterable[Edge]) -> dict[str, Any]:
    """The lines and the mark of each name, in the order given, and the path and class of thickness (1 to 3)
    of each arc.
    """
    edges, nodes, top = list(edges), [], 0.0
    for title in titles:
        lines = within(title, arcs.text, arcs.column - 2 * arcs.size - GAP, arcs.language)
        height = max(ROW, extent(lines, arcs.text)[1] + AIR)
        nodes.append(_node(arcs, lines, top, height))
        top += height
    most = max((abs(nodes[edge.two]["y"] - nodes[edge.one]["y"]) for edge in edges), default=1.0)
    worths = [edge.worth for edge in edges]
    return {
        "name": arcs.name,
        "text": arcs.text,
        "width": arcs.column + arcs.room,
        "height": round(top, 1),
        "nodes": nodes,
        "arcs": [
            {"path": _path(arcs, nodes, edge, most), "thick": thickness(edge.worth, worths)} for edge in edges
        ],
    }


def thickness(worth: float, worths: Sequence[float]) -> int:
    """1, 2 or 3: in the lowest, middle or highest third of the way from the weakest to the strongest; 3 when
    all are the same.
    """
    weakest, strongest = min(worths), max(worths)
    part = (worth - weakest) / (strongest - weakest) if strongest > weakest else 1.0
    return 1 + (part > 1 / 3) + (part > 2 / 3)


def _node(arcs: Arcs, lines: tuple[str, ...], top: float, height: float) -> dict[str, Any]:
    middle = top + height / 2
    first = middle - (len(lines) - 1) * arcs.text * LINE / 2 + arcs.text * 0.35
    return {
        "x": arcs.column - arcs.size,
        "y": round(middle, 1),
        "top": round(top, 1),
        "height": round(height, 1),
        "text_x": round(arcs.column - 2 * arcs.size - GAP, 1),
        "lines": [
            {"text": line, "y": round(first + index * arcs.text * LINE, 1)}
            for index, line in enumerate(lines)
        ],
    }


def _path(arcs: Arcs, nodes: Sequence[dict[str, Any]], edge: Edge, most: float) -> str:
    """Half an ellipse from the upper to the lower mark, on the side where no names are."""
    upper, lower = sorted((nodes[edge.one]["y"], nodes[edge.two]["y"]))
    wide = min((arcs.room - arcs.size - 6) * ((lower - upper) / most) ** FLAT, lower - upper)
    return (
        f"M{arcs.column - arcs.size:g} {upper:g}A{wide:.1f} {(lower - upper) / 2:.1f} 0 0 1 "
        f"{arcs.column - arcs.size:g} {lower:g}"
    )
