"""The wheels of a radar: one of each measure in which there is room for all marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trendrapport.pages.parts.kept_wheels import Wheels
from trendrapport.placing.wheel import Drawing, Mark, Measure

WIDE = Measure("wide", 300, (12, 14, 16, 18, 20), 14.5, 76, 18)
SMALL = Measure("small", 205, (11, 12.5, 14, 15.5, 17), 13.5, 40, 16)
PHONE = Measure("phone", 126, (9, 9.5, 10, 10.75, 11.5), 13, 2, 16, named=False)
CROWDED_SIZES = (11, 12, 13, 14, 15)
"""The radius of marks by impact where there are many."""
MOST, MANY = 80, 30
"""Of more trends than `MOST` no wheel is drawn: they are in strips.

Of more than `MANY` the marks are smaller.
"""
PHONE_WIDTH, COVER_WIDTH = 282, 560
"""How wide (in pixels) a drawing can be on a phone of 320 pixels, and beside a title, before its text becomes
too small.
"""


@dataclass(frozen=True)
class Content:
    """What every drawing of a radar has in it."""

    marks: tuple[Mark, ...]
    sectors: tuple[str, ...]
    rings: tuple[str, ...]
    wheels: Wheels

    def drawn(self, measure: Measure, like: Measure | None = None) -> Drawing:
        """The drawing of a measure, with smaller marks when there are many."""
        return self.wheels.drawing(
            self._roomy(measure), self.marks, self.sectors, self.rings, like and self._roomy(like)
        )

    def _roomy(self, measure: Measure) -> Measure:
        if measure.named and len(self.marks) > MANY:
            return replace(measure, sizes=CROWDED_SIZES)
        return measure


def drawings(content: Content, measures: Iterable[Measure]) -> list[Drawing]:
    """A drawing of each measure, where there is room for all marks."""
    if len(content.marks) > MOST:
        return []
    found = []
    for measure in measures:
        drawn = _drawn(content, measure)
        if measure is not PHONE or drawn["box"][2] <= PHONE_WIDTH:
            found.append(drawn)
    return found


def _drawn(content: Content, measure: Measure) -> Drawing:
    """The drawing of a measure; the wide one has its marks where the small one on the cover has them, where
    there is that one.
    """
    if measure is WIDE and content.drawn(SMALL)["box"][2] <= COVER_WIDTH:
        return content.drawn(WIDE, like=SMALL)
    return content.drawn(measure)
