"""The layout of the names of horizontal categories and of series: beside the marks, or above or below them if
that leaves too little room.
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
    """The room that names take: `left` of the marks, or `above` each."""

    left: float
    above: float
    apart: float = 0.0
    """The distance between rows at which names of neighbours do not touch."""

    def row(self, block: float, usual: float) -> float:
        """The height of a row: of its marks, the `block`, and the name above them; or with names beside them
        the usual one, or more if names need that.
        """
        if self.above:
            return block + self.above
        return max(usual, self.apart)


def naming(names: Iterable[str], plan: Plan, values: float = 0) -> Naming:
    """Names beside the marks, from top to bottom; above them if they are long on a narrow screen, or leave
    too little beside `values`.
    """
    found = list(dict.fromkeys(names))
    left, heights = beside(found, plan), [height_of(name, plan) for name in found]
    if crowded(left, plan) or left + values > plan.theme.width * MOST_WORDS:
        return Naming(0.0, max(heights) + 6)
    distances = (2 + (one + other) / 2 for one, other in pairwise(heights))
    return Naming(left, 0.0, max(distances, default=0.0))


def lined(name: str, plan: Plan, usual: int) -> str:
    """A name in lines of the usual number of letters; on a narrow screen as wide as that, where long names
    are above their marks.
    """
    theme = plan.theme
    if theme.narrow:
        return wrapping.filled(name, theme.width - BESIDE, theme.text_size, theme.language)
    return wrapping.wrapped(name, usual, within=theme.language)


def crowded(room: float, plan: Plan, most: float = MOST) -> bool:
    """Whether names that take this room leave too little of a narrow drawing."""
    return plan.theme.narrow and room > plan.theme.width * most


def numbered(names: Sequence[str]) -> list[str]:
    """The names behind the numbers that replace them in a drawing."""
    return [f"{number}  {name}" for number, name in enumerate(names, 1)]


def named_below(rows: Sequence[Row], plan: Plan, top: float, left: float) -> tuple[list[Layer], float]:
    """A key below the marks: a line for each row, with its `colour`, its `shape` if it has one, and its
    `text`; and the bottom of the key.
    """
    theme, y = plan.theme, top
    shapes, squares, texts = list[Row](), list[Row](), list[Row]()
    for row in rows:
        text = wrapping.filled(row["text"], theme.width - 24, theme.text_size, theme.language)
        high = height_of(text, plan)
        swatch = {**row, "x": 7 - left, "y": y + ROW / 2, "text": ""}
        if "shape" in row:
            shapes.append(swatch)
        else:
            squares.append(_square(swatch))
        texts.append({"x": 22 - left, "y": y + high / 2 + 2, "text": text, "colour": theme.ink})
        y += max(ROW, high + 4)
    return [*dots(shapes, size=80), *boxes(squares), *words(texts, plan)], y


def _square(swatch: Row) -> Row:
    """A box around the middle of a swatch."""
    x, y = swatch["x"], swatch["y"]
    return {**swatch, "x": x - 6, "x2": x + 6, "y": y - 6, "y2": y + 6}
