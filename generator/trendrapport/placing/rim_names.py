"""Names of sectors around a wheel: outside it, within reach of their sector, and where they make the drawing
least wide.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from trendrapport.placing import wrapping
from trendrapport.placing.dots import Box
from trendrapport.placing.mark_names import Name, extent
from trendrapport.placing.polar import Wheel

AWAY = 10.0
"""From the rim to a name."""
TRIES = 25
"""Places that are tried along the rim of a sector."""
STEP = 2.0
"""By so much a name is moved away from the rim at a time."""
OVER, ASIDE = 3.0, 0.35
"""How bad it is that a name makes the drawing wider, and that it stands away from the middle of its sector;
per unit.
"""


def rim_names(made: Wheel, texts: Sequence[str], size: float, margin: float, length: int) -> list[Name]:
    """A name for each sector; `margin` is how far a name may stick out beside the wheel, `length` how many
    characters a line has.
    """
    found: list[Name] = []
    for sector, text in enumerate(texts):
        lines = tuple(wrapping.wrapped(text, length).split("\n"))
        tried = [
            (
                _cost(made, sector, angle, name, margin)
                + 1000 * sum(name.box.touches(_wide(other.box)) for other in found),
                name,
            )
            for angle, name in _candidates(made, sector, lines, size, margin)
        ]
        found.append(min(tried, key=lambda one: one[0])[1])
    return found


def _wide(box: Box) -> Box:
    return Box(box.left - AWAY, box.top - 2, box.right + AWAY, box.bottom + 2)


def _cost(made: Wheel, sector: int, angle: float, name: Name, margin: float) -> float:
    over = max(0.0, name.box.right - made.radius - margin, -name.box.left - made.radius - margin)
    aside = abs(angle - made.span * (sector + 0.5)) * made.radius
    high = max(0.0, name.box.bottom - made.radius, -name.box.top - made.radius)
    return OVER * over + ASIDE * aside + high


def _candidates(
    made: Wheel, sector: int, lines: tuple[str, ...], size: float, margin: float
) -> Iterator[tuple[float, Name]]:
    """Beside the rim at several angles; and, where that is too wide, as far to the side as it may be and
    further up or down.
    """
    width, height = extent(lines, size)
    edge = made.radius + margin
    for step in range(TRIES):
        angle = made.span * (sector + (step + 0.5) / TRIES)
        side = math.sin(angle)
        anchor = "start" if side > 0.2 else "end" if side < -0.2 else "middle"  # noqa: PLR2004 - nearly above or below the middle
        x, _ = made.at(made.radius + AWAY, angle)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        inner = min(max(left, -edge), edge - width)
        yield angle, Name(lines, _outside(made, angle, left, width, height), anchor)
        if inner != left:
            yield (
                angle,
                Name(lines, _outside(made, angle, inner, width, height), "end" if inner < left else "start"),
            )


def _outside(made: Wheel, angle: float, left: float, width: float, height: float) -> Box:
    """The place for a name that is nearest to the rim at an angle, above or below it."""
    _, y = made.at(made.radius, angle)
    top = y - height / 2 - math.cos(angle) * height / 2
    box = Box(left, top, left + width, top + height)
    x, reach = abs(box.nearest(0, 0)[0]), made.radius + AWAY
    if x >= reach:
        return box
    edge = math.sqrt(reach * reach - x * x)
    below = math.cos(angle) < 0
    steps = max(0, math.ceil((edge - (box.top if below else -box.bottom)) / STEP))
    return box.moved(STEP * steps if below else -STEP * steps)
