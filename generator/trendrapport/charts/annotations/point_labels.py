"""The labels of annotations among the data: on reference lines and beside points, clear of the data and of
each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import dist

from trendrapport.charts.annotations.heads import LETTERS
from trendrapport.charts.annotations.words import at_point, listed, said
from trendrapport.charts.parts.canvas import LINE, boxes, height_of, lines, words
from trendrapport.charts.parts.layers import Layer, Row
from trendrapport.charts.parts.plots import Plot
from trendrapport.model.annotation import Annotation
from trendrapport.placing import wrapping
from trendrapport.placing.dots import Box, Name, dot_box, nearest_free, placed

NEAR, STEP = 16, 24
"""How far from its point a label needs a line to it, and the step between positions that are tried on a
reference line.
"""


@dataclass(frozen=True)
class Labels:
    """Layers of labels with their lines, the boxes that they take, and the key to the letters among them."""

    layers: list[Layer]
    used: list[Box]
    key: list[str]


def reference_lines(level: Sequence[Annotation], clear: Plot, plot: Plot, free: Sequence[str]) -> Labels:
    """Dashed lines across, each with its label above or below it.

    A label is at the first position that is clear of everything, or else of the data; where it fits nowhere,
    the next of the `free` letters is there.
    """
    rules, texts = list[Row](), list[str]()
    boxes_of_labels, used, key = list[Box](), list[Box](), list[str]()
    for one in level:
        y = round(plot.up(one.value or 0.0), 2)
        rules += _rules(one, y, plot)
        text = one.label or ""
        box = _on_rule(_along(text, y, plot), (clear, plot), used)
        if box is None:
            text = _letter(one, free, key, plot)
            along = _along(text, y, plot)
            box = _on_rule(along, (clear, plot), used) or along[0]
        texts.append(text)
        boxes_of_labels.append(box)
        used += [box, Box(plot.inside.left, y - 1, plot.inside.right, y + 1)]
    dashed = lines(rules, strokeDash=[6, 3], strokeWidth=1.5)
    return Labels([*dashed, *_backed(texts, boxes_of_labels, plot)], used, key)


def _rules(one: Annotation, y: float, plot: Plot) -> Iterator[Row]:
    """The parts of a line across that are drawn."""
    colour, words = plot.plan.theme.ink, said(one, plot.plan)
    for start, end in _free(y, plot):
        x, x2 = round(start, 2), round(end, 2)
        yield {"x": x, "x2": x2, "y": y, "y2": y, "colour": colour, "description": words}


def _letter(one: Annotation, free: Sequence[str], key: list[str], plot: Plot) -> str:
    """The next free letter, which is added to the key."""
    letter = free[len(key)]
    key.append(f"{letter}  {listed(one, plot.plan)}")
    return letter


def _free(y: float, plot: Plot) -> list[tuple[float, float]]:
    """The parts of a line across that cross no written value."""
    crossed = sorted((box.left, box.right) for box in plot.numbers if box.top < y < box.bottom)
    starts = [plot.inside.left, *(right for _, right in crossed)]
    ends = [*(left for left, _ in crossed), plot.inside.right]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _along(text: str, y: float, plot: Plot) -> list[Box]:
    """Boxes for a label along a line across: above it from the left, then below it."""
    size, box = plot.plan.theme.text_size, plot.inside
    wide, high = wrapping.width(text, size) + 4, size * LINE
    steps = range(max(1, int((box.right - box.left - wide) / STEP) + 1))
    lefts = [box.left + step * STEP for step in steps]
    above, below = y - high - 2, y + 2
    return [Box(left, top, left + wide, top + high) for top, left in product((above, below), lefts)]


def _on_rule(candidates: Sequence[Box], plots: Sequence[Plot], used: Sequence[Box]) -> Box | None:
    """The first box that is clear of all in the first plot, or else in the next; None when there is none."""
    for plot in plots:
        taken = (*plot.taken, *used)
        for box in candidates:
            if plot.inside.holds(box) and not any(box.touches(other) for other in taken):
                return box
    return None


def point_labels(
    shown: Sequence[Annotation], clear: Plot, plot: Plot, used: Sequence[Box], free: Sequence[str]
) -> Labels:
    """Words beside points, with a thin line to those further away; one of the `free` letters where they fit
    nowhere.
    """
    texts, kept, leads, key = list[str](), list[Box](), list[Row](), list[str]()
    for one in shown:
        at = at_point(one, plot.points)
        if at is None:
            continue
        text = wrapping.wrapped(one.label or "", LETTERS)
        box = _beside(_name(text, at, plot), clear, plot, [*used, *kept])
        if box is None:
            text = _letter(one, free, key, plot)
            name = _name(text, at, plot)
            box = _beside(name, clear, plot, [*used, *kept]) or _left_above(name, at)
        texts.append(text)
        kept.append(box)
        end = box.nearest(*at)
        if dist(at, end) > NEAR:
            leads.append(_lead(at, end, plot.plan.theme.soft))
    return Labels([*lines(leads, strokeWidth=1), *_backed(texts, kept, plot)], kept, key)


def _lead(at: tuple[float, float], end: tuple[float, float], colour: str) -> Row:
    """The line from a point to its label."""
    (x, y), (x2, y2) = at, end
    return {"x": round(x, 2), "y": round(y, 2), "x2": round(x2, 2), "y2": round(y2, 2), "colour": colour}


def _left_above(name: Name, at: tuple[float, float]) -> Box:
    x, y = at
    return Box(x - name.width, y - name.height - 8, x, y - 8)


def _name(text: str, at: tuple[float, float], plot: Plot) -> Name:
    return Name(*at, wrapping.width(text, plot.plan.theme.text_size) + 4, height_of(text, plot.plan))


def _beside(name: Name, clear: Plot, plot: Plot, used: Sequence[Box]) -> Box | None:
    """The first box beside a point that is clear of everything, then of the data, then the nearest free one
    of all.
    """
    dots = list(plot.points.values())
    for taken, far in ((clear.taken, False), (plot.taken, False), (clear.taken, True)):
        if found := placed([name], dots, plot.inside, far=far, others=[*taken, *used])[0]:
            return found
    return nearest_free(name, plot.inside, [*plot.taken, *used, *(dot_box(*at) for at in dots)])


def _backed(texts: Sequence[str], boxes_of_labels: Sequence[Box], plot: Plot) -> list[Layer]:
    """Words on paper, so that lines behind them do not cross them."""
    papers, rows = list[Row](), list[Row]()
    for text, box in zip(texts, boxes_of_labels, strict=True):
        papers.append(paper(box, plot))
        x, y = round(box.left + 2, 2), round((box.top + box.bottom) / 2, 2)
        rows.append({"x": x, "y": y, "text": text, "colour": plot.plan.theme.ink})
    return [*boxes(papers), *words(rows, plot.plan)]


def paper(box: Box, plot: Plot) -> Row:
    """The row of a box that is filled with the colour of paper."""
    return {
        "x": round(box.left, 2),
        "x2": round(box.right, 2),
        "y": round(box.top, 2),
        "y2": round(box.bottom, 2),
        "colour": plot.plan.theme.paper,
    }
