"""The names below standing bars: every bar has one, or stands among regular moments of which some are named."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trendrapport.charts.parts.layers import GAP, LINES, Row, in_order
from trendrapport.charts.parts.moments import regular
from trendrapport.charts.parts.naming import numbered
from trendrapport.charts.plan import TIMES, Plan
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

LETTERS = 14
"""Names are broken over lines after so many letters, or fewer where bars are narrow."""

MOST_LINES = 3
"""Words are broken, and moments are shown at several heights, in no more lines than these."""

STEPS = {"year": (1, 2, 5, 10, 20, 50), "yearmonth": (1, 2, 3, 6, 12, 24, 60)}
"""Of so many neighbouring years or months one has a name where there is no room for all."""

BETWEEN = 4
"""The least distance between two names on an axis."""


@dataclass(frozen=True)
class Names:
    """The names below bars, from left to right."""

    full: tuple[str, ...]
    shown: tuple[str, ...]
    listed: tuple[str, ...] = ()
    """What stands below the drawing, of numbers in the places of names."""
    axis: tuple[tuple[str, Any], ...] = ()
    """More properties of the axis."""

    def on(self, rows: Sequence[Row]) -> list[Row]:
        """The rows with these names as their categories."""
        names = dict(zip(self.full, self.shown, strict=True))
        return [{**row, "category": names[row["category"]]} for row in rows]

    def x(self) -> alt.X:
        """Categories from left to right."""
        import altair as alt

        axis = alt.Axis(labelExpr=LINES, ticks=False, labelOverlap=False, **dict(self.axis))
        scale = alt.Scale(domain=list(self.shown), paddingInner=GAP, paddingOuter=GAP / 2)
        return alt.X("category:O", sort=None, axis=axis, scale=scale)


def whole(rows: Sequence[Row], plan: Plan, left: float) -> Names | None:
    """Names of whole words, with so much left of them for an axis; None when some find no room and cannot be
    left out.
    """
    names, band = tuple(in_order(rows)), _band(rows, plan, left)
    for letters in sorted({LETTERS, _letters(band, plan)}, reverse=True):
        lines = tuple(wrapping.wrapped(name, letters) for name in names)
        if _fit(lines, band, plan):
            return Names(names, lines)
    keys = list(dict.fromkeys(row["key"] for row in rows))
    if regular(keys, plan.column("category").type):
        return _some(names, band, plan)
    return None


def below(rows: Sequence[Row], plan: Plan, left: float) -> Names:
    """Whole names; where they find no room broken ones, moments at several heights, or numbers that are
    explained below the drawing.
    """
    if found := whole(rows, plan, left):
        return found
    names, band = tuple(in_order(rows)), _band(rows, plan, left)
    tries = _staggered if plan.column("category").type in TIMES else _broken
    if shown := next(tries(names, band, plan), None):
        return Names(names, shown)
    numbers = tuple(str(number) for number in range(1, len(names) + 1))
    axis = () if _fit(numbers, band, plan) else _some(numbers, band, plan).axis
    return Names(names, numbers, tuple(numbered(names)), axis)


def _letters(band: float, plan: Plan) -> int:
    """How many letters a line has that is as wide as the place of a bar."""
    return max(4, min(LETTERS, int((band - BETWEEN) / wrapping.width("n", plan.theme.text_size))))


def _band(rows: Sequence[Row], plan: Plan, left: float) -> float:
    """The room for each name."""
    return (plan.theme.width - left - 4) / len(in_order(rows))


def _fit(names: Sequence[str], band: float, plan: Plan) -> bool:
    """Whether all have room, and are not the same once they are broken."""
    return len(set(names)) == len(names) and all(
        wrapping.width(name, plan.theme.text_size) + BETWEEN < band for name in names
    )


def _broken(names: Sequence[str], band: float, plan: Plan) -> Iterator[tuple[str, ...]]:
    """Names of which long words are broken, if they become no more lines than stand below each other."""
    lines = tuple(wrapping.wrapped(name, _letters(band, plan), within=plan.theme.language) for name in names)
    if _fit(lines, band, plan) and all(name.count("\n") < MOST_LINES for name in lines):
        yield lines


def _staggered(names: Sequence[str], band: float, plan: Plan) -> Iterator[tuple[str, ...]]:
    """Each name a line lower than the one before it, and then from the top again."""
    for lines in range(2, MOST_LINES + 1):
        if _fit(names, band * lines, plan):
            yield tuple("\n" * (index % lines) + name for index, name in enumerate(names))


def _some(names: tuple[str, ...], band: float, plan: Plan) -> Names:
    """Names at equal distances, up to the last: that is the newest, and can be provisional.

    It ends where its bar ends.
    """
    wide = max(wrapping.width(name, plan.theme.text_size) for name in names)
    least = math.ceil((max(wide, 1.5 * wide - band / 2) + 2 * BETWEEN) / band)
    every = next((step for step in STEPS.get(plan.column("category").type, ()) if step >= least), least)
    last = f"datum.value === {json.dumps(names[-1])}"
    axis: dict[str, Any] = {"values": list(names[::-1][::every][::-1])}
    if wide > band:
        axis["labelAlign"] = {"condition": {"test": last, "value": "right"}, "value": "center"}
        axis["labelOffset"] = {"condition": {"test": last, "value": round(band / 2)}, "value": 0}
    return Names(names, names, (), tuple(axis.items()))
