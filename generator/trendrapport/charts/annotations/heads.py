"""The lines of events and ranges above a drawing: with words at their tops, or letters when the words do not
fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.charts.annotations.words import letters
from trendrapport.charts.parts.canvas import height_of, lines, words
from trendrapport.charts.parts.layers import Layer, Row
from trendrapport.charts.parts.plots import Plot
from trendrapport.placing import wrapping
from trendrapport.placing.flags import Flag, flags
from trendrapport.placing.spacing import within

LETTERS, GAP, BESIDE = 22, 6, 6
"""Labels are broken after so many characters; the space between rows of them, and beside their lines."""


@dataclass(frozen=True)
class Pole:
    """A line from top to bottom, and what stands beside it."""

    x: float
    label: str
    said: str
    dated: str


def head(poles: Sequence[Pole], plot: Plot) -> tuple[list[Layer], float, list[str]]:
    """The lines with their labels above the plot, or letters there and the labels below; and the room for
    both.
    """
    plan, box = plot.plan, plot.inside
    if not poles:
        return [], 0, []
    most = min(LETTERS, max(10, int((box.right - box.left) / 15)))
    texts = [wrapping.wrapped(pole.label, most) for pole in poles]
    widths = [wrapping.width(text, plan.theme.text_size) + BESIDE + 2 for text in texts]
    made = flags([max(0.0, pole.x - box.left) for pole in poles], widths, box.right - box.left, (-1,))
    return _lettered(poles, plot) if made is None else _flagged(poles, texts, made, plot)


def _flagged(
    poles: Sequence[Pole], texts: Sequence[str], made: Sequence[Flag], plot: Plot
) -> tuple[list[Layer], float, list[str]]:
    """Words at the tops of lines, each as high as the others make needed."""
    plan, base = plot.plan, plot.inside.top - plot.above
    highs = [
        max(
            (
                height_of(text, plan) + GAP
                for text, flag in zip(texts, made, strict=True)
                if flag.lane == lane
            ),
            default=0.0,
        )
        for lane in range(max(flag.lane for flag in made) + 1)
    ]
    rules, labels = [], {"left": [], "right": []}  # type: tuple[list[Row], dict[str, list[Row]]]
    for pole, text, flag in zip(poles, texts, made, strict=True):
        top = base - sum(highs[: flag.lane + 1])
        align = "left" if flag.left >= flag.x else "right"
        rules.append(_rule(pole, top + 2, plot))
        labels[align].append(
            {
                "x": pole.x + (BESIDE if align == "left" else -BESIDE),
                "y": round(top + height_of(text, plan) / 2, 2),
                "text": text,
                "colour": plan.theme.ink,
            }
        )
    return (
        [
            *lines(rules, strokeWidth=1),
            *(layer for align in labels for layer in words(labels[align], plan, align)),
        ],
        sum(highs),
        [],
    )


def _lettered(poles: Sequence[Pole], plot: Plot) -> tuple[list[Layer], float, list[str]]:
    """A letter at the top of each line, and what it stands for below the drawing."""
    plan, base, size = plot.plan, plot.inside.top - plot.above, plot.plan.theme.text_size
    places = within(
        [pole.x - plot.inside.left for pole in poles],
        [size + 2.0] * len(poles),
        plot.inside.right - plot.inside.left,
    )
    named = letters(len(poles))
    rows = [
        {
            "x": round(place + plot.inside.left, 2),
            "y": base - size / 2 - 2,
            "text": letter,
            "colour": plan.theme.ink,
        }
        for place, letter in zip(places, named, strict=True)
    ]
    rules = [_rule(pole, base, plot) for pole in poles]
    key = [f"{letter}  {pole.dated}" for letter, pole in zip(named, poles, strict=True)]
    return [*lines(rules, strokeWidth=1), *words(rows, plan, "center", fontWeight=600)], size + GAP, key


def _rule(pole: Pole, top: float, plot: Plot) -> Row:
    bottom = min(
        (box.top for box in plot.numbers if box.left <= pole.x <= box.right), default=plot.inside.bottom
    )
    return {
        "x": round(pole.x, 2),
        "x2": round(pole.x, 2),
        "y": round(top, 2),
        "y2": round(bottom, 2),
        "colour": plot.plan.theme.soft,
        "description": pole.said,
    }
