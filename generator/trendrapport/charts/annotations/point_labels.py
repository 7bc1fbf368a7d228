"""The labels of annotations among the data: on reference lines and beside points, clear of the data and of
each other.
"""

from __future__ import annotations

from collections.abc import Sequence
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
"""How far from its point a label needs a line to it, and the distance between places that are tried on a
reference line.
"""


def reference_lines(
    level: Sequence[Annotation], clear: Plot, plot: Plot, free: Sequence[str]
) -> tuple[list[Layer], list[Layer], list[Box], list[str]]:
    """Dashed lines across, each with its label on the first place that is clear, or else free, above or below
    it; the places of both;
    and what the `free` letters stand for that are there instead of labels that fit nowhere."""
    rows, used, texts, places, key = list[Row](), list[Box](), list[str](), list[Box](), list[str]()
    for one in level:
        y = round(plot.up(one.value or 0.0), 2)
        rows += [
            {
                "x": round(start, 2),
                "x2": round(end, 2),
                "y": y,
                "y2": y,
                "colour": plot.plan.theme.ink,
                "description": said(one, plot.plan),
            }
            for start, end in _free(y, plot)
        ]
        text = one.label or ""
        box = _on_rule(_along(text, y, plot), (clear, plot), used)
        if box is None:
            text = _letter(one, free, key, plot)
            along = _along(text, y, plot)
            box = _on_rule(along, (clear, plot), used) or along[0]
        texts.append(text)
        places.append(box)
        used += [box, Box(plot.inside.left, y - 1, plot.inside.right, y + 1)]
    return lines(rows, strokeDash=[6, 3], strokeWidth=1.5), _backed(texts, places, plot), used, key


def _letter(one: Annotation, free: Sequence[str], key: list[str], plot: Plot) -> str:
    """The next free letter, which goes into the key with the words for which it stands."""
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
    """Places for a label along a line across: above it from the left, then below it."""
    size, box = plot.plan.theme.text_size, plot.inside
    wide, high = wrapping.width(text, size) + 4, size * LINE
    steps = range(max(1, int((box.right - box.left - wide) / STEP) + 1))
    return [
        Box(box.left + step * STEP, top, box.left + step * STEP + wide, top + high)
        for top in (y - high - 2, y + 2)
        for step in steps
    ]


def _on_rule(places: Sequence[Box], plots: Sequence[Plot], used: Sequence[Box]) -> Box | None:
    """The first place in which nothing of the first plot stands, or else of the next; None when there is
    none.
    """
    for plot in plots:
        taken = (*plot.taken, *used)
        free = (
            place
            for place in places
            if plot.inside.holds(place) and not any(place.touches(other) for other in taken)
        )
        if found := next(free, None):
            return found
    return None


def point_labels(
    shown: Sequence[Annotation], clear: Plot, plot: Plot, used: Sequence[Box], free: Sequence[str]
) -> tuple[list[Layer], list[Box], list[str]]:
    """Words beside points, with a thin line to those further away; where they fit nowhere one of the `free`
    letters, and what it stands for.
    """
    plan, found = plot.plan, [(one, at) for one in shown if (at := at_point(one, plot.points))]
    kept, texts, key = list[Box](), list[str](), list[str]()
    for one, at in found:
        text = wrapping.wrapped(one.label or "", LETTERS)
        box = _beside(_name(text, at, plot), clear, plot, [*used, *kept])
        if box is None:
            text = _letter(one, free, key, plot)
            name = _name(text, at, plot)
            box = _beside(name, clear, plot, [*used, *kept]) or Box(
                at[0] - name.width, at[1] - name.height - 8, at[0], at[1] - 8
            )
        kept.append(box)
        texts.append(text)
    ends = [(at, box.nearest(*at)) for (_, at), box in zip(found, kept, strict=True)]
    leads = [
        {
            "x": round(x, 2),
            "y": round(y, 2),
            "x2": round(x2, 2),
            "y2": round(y2, 2),
            "colour": plan.theme.soft,
        }
        for (x, y), (x2, y2) in ends
        if dist((x, y), (x2, y2)) > NEAR
    ]
    return [*lines(leads, strokeWidth=1), *_backed(texts, kept, plot)], kept, key


def _name(text: str, at: tuple[float, float], plot: Plot) -> Name:
    return Name(*at, wrapping.width(text, plot.plan.theme.text_size) + 4, height_of(text, plot.plan))


def _beside(name: Name, clear: Plot, plot: Plot, used: Sequence[Box]) -> Box | None:
    """The first place beside a point that is clear, then one that is free of data, then the nearest free one
    of all.
    """
    dots = list(plot.points.values())
    for taken, far in ((clear.taken, False), (plot.taken, False), (clear.taken, True)):
        if found := placed([name], dots, plot.inside, far=far, others=[*taken, *used])[0]:
            return found
    return nearest_free(name, plot.inside, [*plot.taken, *used, *(dot_box(*at) for at in dots)])


def _backed(texts: Sequence[str], places: Sequence[Box], plot: Plot) -> list[Layer]:
    """Words on paper, so that lines behind them do not cross them."""
    rows = [
        {
            "x": round(box.left + 2, 2),
            "y": round((box.top + box.bottom) / 2, 2),
            "text": text,
            "colour": plot.plan.theme.ink,
        }
        for text, box in zip(texts, places, strict=True)
    ]
    return [*boxes([paper(box, plot) for box in places]), *words(rows, plot.plan)]


def paper(box: Box, plot: Plot) -> Row:
    return {
        "x": round(box.left, 2),
        "x2": round(box.right, 2),
        "y": round(box.top, 2),
        "y2": round(box.bottom, 2),
        "colour": plot.plan.theme.paper,
    }
