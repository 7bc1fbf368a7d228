"""Lines for events and ranges through a drawing: with words at their tops, or letters if words do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trendrapport.charts.annotations.words import letters
from trendrapport.charts.parts.canvas import height_of, lines, words
from trendrapport.charts.parts.layers import Layer, Row
from trendrapport.charts.parts.plots import Plot
from trendrapport.charts.plan import Plan
from trendrapport.placing import wrapping
from trendrapport.placing.flags import Flag, flags
from trendrapport.placing.spacing import within

LETTERS, GAP, BESIDE = 22, 6, 6
"""The most characters in a line of a label; the space between rows of labels, and beside their lines."""


@dataclass(frozen=True)
class Pole:
    """A line from top to bottom, and the words for it."""

    x: float
    label: str
    said: str
    dated: str


@dataclass(frozen=True)
class Head:
    """The lines of a plot with what is above them, the room for that, and the key to the letters in it."""

    layers: list[Layer]
    above: float = 0
    key: list[str] = field(default_factory=list)


def head(poles: Sequence[Pole], plot: Plot) -> Head:
    """The lines with their labels above the plot, or with letters there and a key to these."""
    if not poles:
        return Head([])
    box, size = plot.inside, plot.plan.theme.text_size
    room = box.right - box.left
    most = min(LETTERS, max(10, int(room / 15)))
    texts = [wrapping.wrapped(pole.label, most) for pole in poles]
    widths = [wrapping.width(text, size) + BESIDE + 2 for text in texts]
    made = flags([max(0.0, pole.x - box.left) for pole in poles], widths, room, (-1,))
    if made is None:
        return _lettered(poles, plot)
    return _flagged(poles, texts, made, plot)


def _flagged(poles: Sequence[Pole], texts: Sequence[str], made: Sequence[Flag], plot: Plot) -> Head:
    """Words at the tops of lines, each as high as the others make needed."""
    plan, base = plot.plan, plot.inside.top - plot.above
    heights = _heights_of_lanes(texts, made, plan)
    rules, labels = list[Row](), {"left": list[Row](), "right": list[Row]()}
    for pole, text, flag in zip(poles, texts, made, strict=True):
        top = base - sum(heights[: flag.lane + 1])
        rules.append(_rule(pole, top + 2, plot))
        align, beside = ("left", BESIDE) if flag.left >= flag.x else ("right", -BESIDE)
        y = round(top + height_of(text, plan) / 2, 2)
        labels[align].append({"x": pole.x + beside, "y": y, "text": text, "colour": plan.theme.ink})
    layers = lines(rules, strokeWidth=1)
    for align, rows in labels.items():
        layers += words(rows, plan, align)
    return Head(layers, sum(heights))


def _heights_of_lanes(texts: Sequence[str], made: Sequence[Flag], plan: Plan) -> list[float]:
    """The height of each lane of labels, from the plot upwards: that of its highest label."""
    heights = [0.0] * (1 + max(flag.lane for flag in made))
    for text, flag in zip(texts, made, strict=True):
        heights[flag.lane] = max(heights[flag.lane], height_of(text, plan) + GAP)
    return heights


def _lettered(poles: Sequence[Pole], plot: Plot) -> Head:
    """A letter at the top of each line, and a key to the letters."""
    plan, box, size = plot.plan, plot.inside, plot.plan.theme.text_size
    base = box.top - plot.above
    wanted = [pole.x - box.left for pole in poles]
    positions = within(wanted, [size + 2.0] * len(poles), box.right - box.left)
    rules, names, key = list[Row](), list[Row](), list[str]()
    for pole, position, letter in zip(poles, positions, letters(len(poles)), strict=True):
        rules.append(_rule(pole, base, plot))
        x, y = round(position + box.left, 2), base - size / 2 - 2
        names.append({"x": x, "y": y, "text": letter, "colour": plan.theme.ink})
        key.append(f"{letter}  {pole.dated}")
    shown = words(names, plan, "center", fontWeight=600)
    return Head([*lines(rules, strokeWidth=1), *shown], size + GAP, key)


def _rule(pole: Pole, top: float, plot: Plot) -> Row:
    """The line down from `top`, to the first written value in its way or else to the bottom of the plot."""
    crossed = (box.top for box in plot.numbers if box.left <= pole.x <= box.right)
    bottom = min(crossed, default=plot.inside.bottom)
    x = round(pole.x, 2)
    return {
        "x": x,
        "x2": x,
        "y": round(top, 2),
        "y2": round(bottom, 2),
        "colour": plot.plan.theme.soft,
        "description": pole.said,
    }
