"""The names below vertical bars: of every bar, or of some if they are regular moments."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trendrapport.charts.parts.category_axis import LINES, in_order
from trendrapport.charts.parts.layers import GAP, Row
from trendrapport.charts.parts.moments import regular
from trendrapport.charts.parts.naming import numbered
from trendrapport.charts.plan import TIMES, Plan
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

LETTERS = 14
"""The most letters of a line of a name; narrow bars have fewer."""

MOST_LINES = 3
"""The most lines of a name with broken words, and the most heights at which moments are shown."""

STEPS = {"year": (1, 2, 5, 10, 20, 50), "yearmonth": (1, 2, 3, 6, 12, 24, 60)}
"""The steps at which years or months have a name where there is no room for all."""

BETWEEN = 4
"""The least distance between two names on an axis."""


@dataclass(frozen=True)
class Names:
    """The names below bars, from left to right."""

    full: tuple[str, ...]
    shown: tuple[str, ...]
    listed: tuple[str, ...] = ()
    """The names below the drawing, where numbers replace them at the bars."""
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
    """Names of whole words, with room for an axis on their `left`; None when some find no room and cannot be
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
    timed = plan.column("category").type in TIMES
    if shown := (_staggered if timed else _broken)(names, band, plan):
        return Names(names, shown)
    numbers = tuple(map(str, range(1, len(names) + 1)))
    listed = tuple(numbered(names))
    if _fit(numbers, band, plan):
        return Names(names, numbers, listed)
    return Names(names, numbers, listed, _some(numbers, band, plan).axis)


def _letters(band: float, plan: Plan) -> int:
    """The number of letters in a line as wide as the room of a bar."""
    return max(4, min(LETTERS, int((band - BETWEEN) / wrapping.width("n", plan.theme.text_size))))


def _band(rows: Sequence[Row], plan: Plan, left: float) -> float:
    """The room for each name."""
    return (plan.theme.width - left - 4) / len(in_order(rows))


def _fit(names: Sequence[str], band: float, plan: Plan) -> bool:
    """Whether all have room, and are not the same once they are broken."""
    if len(set(names)) < len(names):
        return False
    return all(wrapping.width(name, plan.theme.text_size) + BETWEEN < band for name in names)


def _broken(names: Sequence[str], band: float, plan: Plan) -> tuple[str, ...] | None:
    """Names with long words broken; None if they need too many lines or still find no room."""
    letters = _letters(band, plan)
    broken = tuple(wrapping.wrapped(name, letters, within=plan.theme.language) for name in names)
    if _fit(broken, band, plan) and all(name.count("\n") < MOST_LINES for name in broken):
        return broken
    return None


def _staggered(names: Sequence[str], band: float, plan: Plan) -> tuple[str, ...] | None:
    """Each name a line lower than the one before, and then from the top again; None if there is no room."""
    for lines in range(2, MOST_LINES + 1):
        if _fit(names, band * lines, plan):
            return tuple("\n" * (index % lines) + name for index, name in enumerate(names))
    return None


def _some(names: tuple[str, ...], band: float, plan: Plan) -> Names:
    """Names at equal distances, up to the last: that is the newest, and can be provisional.

    The last name ends at the end of its bar.
    """
    wide = max(wrapping.width(name, plan.theme.text_size) for name in names)
    least = math.ceil((max(wide, 1.5 * wide - band / 2) + 2 * BETWEEN) / band)
    steps = STEPS.get(plan.column("category").type, ())
    every = next((step for step in steps if step >= least), least)
    axis: dict[str, Any] = {"values": list(names[::-1][::every][::-1])}
    if wide > band:
        last = f"datum.value === {json.dumps(names[-1])}"
        axis["labelAlign"] = {"condition": {"test": last, "value": "right"}, "value": "center"}
        axis["labelOffset"] = {"condition": {"test": last, "value": round(band / 2)}, "value": 0}
    return Names(names, names, (), tuple(axis.items()))
