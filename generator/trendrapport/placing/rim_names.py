"""Names of sectors around a wheel: outside it, within reach of their sector, and where they make the drawing
least wide.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trendrapport.placing import wrapping
from trendrapport.placing.dots import Box
from trendrapport.placing.mark_names import Name
from trendrapport.placing.name_lines import extent
from trendrapport.placing.polar import Wheel

AWAY = 10.0
"""From the rim to a name."""
TRIES = 25
"""Angles that are tried along the rim of a sector."""
STEP = 2.0
"""How far a name is moved away from the rim at a time."""
OVER, ASIDE, TOUCHING = 3.0, 0.35, 1000.0
"""The penalty of a name that makes the drawing wider and of one beside the middle of its sector, per unit;
and of one that touches another name.
"""
STEEP = 0.2
"""As far as the sine of an angle goes, names are nearly above or below the middle of the wheel."""


def rim_names(made: Wheel, texts: Sequence[str], size: float, margin: float, length: int) -> list[Name]:
    """A name for each sector; `margin` is how far a name may stick out beside the wheel, `length` how many
    characters a line has.
    """
    found: list[Name] = []
    for sector, text in enumerate(texts):
        lines = tuple(wrapping.wrapped(text, length).split("\n"))
        rim = _Rim(made, sector, margin)
        best, least = None, math.inf
        for angle, name in rim.candidates(lines, size):
            penalty = rim.penalty(angle, name) + TOUCHING * _touched(name, found)
            if penalty < least:
                best, least = name, penalty
        assert best is not None  # noqa: S101 - there are always candidates
        found.append(best)
    return found


def _touched(name: Name, others: Sequence[Name]) -> int:
    """How many of the others a name touches or nearly touches."""
    return sum(name.box.touches(other.box.widened(AWAY, 2)) for other in others)


@dataclass(frozen=True)
class _Rim:
    """A sector's part of the rim, and how far names may stick out beside the wheel."""

    wheel: Wheel
    sector: int
    margin: float

    def angle(self, part: float) -> float:
        """The angle at a part of the sector."""
        return self.wheel.span * (self.sector + part)

    def penalty(self, angle: float, name: Name) -> float:
        """For a name that is too wide, beside the middle of its sector, or above or below the wheel."""
        box, radius = name.box, self.wheel.radius
        over = max(0.0, box.right - radius - self.margin, -box.left - radius - self.margin)
        aside = abs(angle - self.angle(0.5)) * radius
        high = max(0.0, box.bottom - radius, -box.top - radius)
        return OVER * over + ASIDE * aside + high

    def candidates(self, lines: tuple[str, ...], size: float) -> Iterator[tuple[float, Name]]:
        """Beside the rim at several angles; and, where that is too wide, as far to the side as it may be and
        further up or down.
        """
        width, height = extent(lines, size)
        edge = self.wheel.radius + self.margin
        for step in range(TRIES):
            angle = self.angle((step + 0.5) / TRIES)
            anchor = _anchor(angle)
            left = self._left(angle, anchor, width)
            yield angle, Name(lines, self._outside(angle, left, width, height), anchor)
            inner = min(max(left, -edge), edge - width)
            if inner != left:
                towards = "end" if inner < left else "start"
                yield angle, Name(lines, self._outside(angle, inner, width, height), towards)

    def _left(self, angle: float, anchor: str, width: float) -> float:
        """The left edge of a name that is anchored beside the rim."""
        x, _ = self.wheel.at(self.wheel.radius + AWAY, angle)
        return x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]

    def _outside(self, angle: float, left: float, width: float, height: float) -> Box:
        """The rectangle for a name that is nearest to the rim at an angle, above or below it."""
        _, y = self.wheel.at(self.wheel.radius, angle)
        top = y - height / 2 - math.cos(angle) * height / 2
        box = Box(left, top, left + width, top + height)
        x, reach = abs(box.nearest(0, 0)[0]), self.wheel.radius + AWAY
        if x >= reach:
            return box
        edge = math.sqrt(reach * reach - x * x)
        if math.cos(angle) < 0:
            return box.moved(STEP * _steps(edge - box.top))
        return box.moved(-STEP * _steps(edge + box.bottom))


def _anchor(angle: float) -> str:
    """The side of a name that faces the wheel, or its middle nearly above or below it."""
    side = math.sin(angle)
    if side > STEEP:
        return "start"
    if side < -STEEP:
        return "end"
    return "middle"


def _steps(distance: float) -> int:
    return max(0, math.ceil(distance / STEP))
