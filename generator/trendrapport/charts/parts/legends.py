"""The names of series above a chart, in as few rows as they fit in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trendrapport.charts.plan import Plan
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt


SYMBOL = 40
"""The room for the mark of a series before its name, and for the space behind it."""


def legend(names: Sequence[str], plan: Plan, above: int = 8, left: float = 0) -> alt.Legend:
    """The names of series, `above` the chart and `left` in from the edge of the drawing, in as few rows as
    they fit in.
    """
    import altair as alt

    theme = plan.theme
    room = min(theme.width * 0.85, theme.width - left - 4)
    shown = [wrapping.filled(name, room - SYMBOL, theme.text_size, theme.language) for name in names]
    columns = _columns([wrapping.width(name, theme.text_size) + SYMBOL for name in shown], room)
    more: dict[str, Any] = {}
    if shown != list(names):
        more["labelExpr"] = _in_lines(names, shown)
    if columns >= len(names):
        return alt.Legend(columns=0, gridAlign="none", offset=above, **more)
    return alt.Legend(columns=columns, gridAlign="each", offset=above, **more)


def _columns(widths: Sequence[float], room: float) -> int:
    """The number of columns with which as few rows as possible fit in the room, all of them about full."""
    most = next((count for count in range(len(widths), 0, -1) if _total(widths, count) < room), 1)
    rows = -(-len(widths) // most)
    return -(-len(widths) // rows)


def _total(widths: Sequence[float], count: int) -> float:
    """The width of all columns when names are set in that many."""
    return sum(max(widths[column::count]) for column in range(count))


def _in_lines(names: Sequence[str], shown: Sequence[str]) -> str:
    """A Vega expression for a name in the lines in which it is shown."""
    lines = [name.split("\n") for name in shown]
    return f"{json.dumps(lines)}[indexof({json.dumps(list(names))}, datum.value)]"
