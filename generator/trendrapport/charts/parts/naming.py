"""Where the names of lying categories and of series stand: beside the marks, or where that leaves too little
room, above or below them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trendrapport.charts.parts.canvas import boxes, dots, height_of, words
from trendrapport.charts.parts.layers import Layer, Row, beside
from trendrapport.charts.plan import Plan
from trendrapport.placing import wrapping

MOST_WORDS = 2 / 3
"""Names and values beside marks take together at most this part of the width."""

MOST = 0.4
"""On a narrow screen names take at most this part of the width."""

BESIDE = 6
"""The room beside names on a narrow screen."""

ROW = 22
"""The height of a line in a key."""


@dataclass(frozen=True)
class Naming:
    """The room that names take: so far left of the marks, or so high above each."""

    left: float
    above: float
    apart: float = 0.0
    """How far rows must be from each other, so that names of neighbours do not touch."""

    def row(self, block: float, usual: float) -> float:
        """How high a row is: its marks, which are `block` high, with the name above them, or else as usual,
        and more if names need that.
        """
        return block + self.above if self.above else max(usual, self.apart)


def naming(names: Iterable[str], plan: Plan, values: float = 0) -> Naming:
    """Names beside the marks, from top to bottom; above them if they are long on a narrow screen, or leave
    too little beside `values`.
    """
    found = list(dict.fromkeys(names))
    left, high = beside(found, plan), [height_of(name, plan) for name in found]
    if not crowded(left, plan) and left + values <= plan.theme.width * MOST_WORDS:
        return Naming(left, 0.0, max((2 + (one + other) / 2 for one, other in pairwise(high)), default=0.0))
    return Naming(0.0, max(high) + 6)


def lined(name: str, plan: Plan, usual: int) -> str:
    """A name in lines of so many letters; of more on a narrow screen, where long names stand above their
    marks.
    """
    if plan.theme.narrow:
        return wrapping.filled(name, plan.theme.width - BESIDE, plan.theme.text_size, plan.theme.language)
    return wrapping.wrapped(name, usual, within=plan.theme.language)


def crowded(room: float, plan: Plan, most: float = MOST) -> bool:
    """Whether names that take this room leave too little of a narrow drawing."""
    return plan.theme.narrow and room > plan.theme.width * most


def numbered(names: Sequence[str]) -> list[str]:
    """The names with the numbers that stand in their places."""
    return [f"{number}  {name}" for number, name in enumerate(names, 1)]


def named_below(rows: Sequence[Row], plan: Plan, top: float, left: float) -> tuple[list[Layer], float]:
    """A key below the marks: a line for each row, with its `colour`, its `shape` if it has one, and its
    `text`; and where it ends.
    """
    swatches, texts, y = [], [], top
    for row in rows:
        text = wrapping.filled(row["text"], plan.theme.width - 24, plan.theme.text_size, plan.theme.language)
        swatches.append({**row, "x": 7 - left, "y": y + ROW / 2, "text": ""})
        texts.append(
            {"x": 22 - left, "y": y + height_of(text, plan) / 2 + 2, "text": text, "colour": plan.theme.ink}
        )
        y += max(ROW, height_of(text, plan) + 4)
    squares = [
        {**row, "x": row["x"] - 6, "x2": row["x"] + 6, "y": row["y"] - 6, "y2": row["y"] + 6}
        for row in swatches
        if "shape" not in row
    ]
    return [
        *dots([row for row in swatches if "shape" in row], size=80),
        *boxes(squares),
        *words(texts, plan),
    ], y
