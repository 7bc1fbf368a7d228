"""Categories from top to bottom, with their whole names left of the marks or above them. Altair is imported
only when one is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from trendrapport.charts.parts.layers import Row
from trendrapport.charts.plan import Plan

if TYPE_CHECKING:
    import altair as alt


LINES = "split(datum.label, '\\n')"
"""A Vega expression that sets a label in lines below each other."""


def in_order(rows: Iterable[Row], field: str = "category") -> list[str]:
    """Each category once, in the order of the rows, those without a value included."""
    return list(dict.fromkeys(row[field] for row in rows))


def _several(rows: Sequence[Row]) -> range:
    """The numbers of lines, from two on, that names of categories can have."""
    most = max((1 + row["category"].count("\n") for row in rows), default=0)
    return range(2, max(4, most) + 1)


def lying(  # noqa: PLR0913
    rows: Sequence[Row],
    plan: Plan,
    *,
    room: float = 0,
    above: float = 0,
    block: float = 0,
    **scale: Any,  # noqa: ANN401 - as Altair takes it
) -> alt.Y:
    """Categories from top to bottom, with their whole names in the colour of text, `room` left of the marks.

    With room `above` them the names are there, over marks that are `block` high.
    """
    import altair as alt

    if above:
        return _named_above(rows, plan, room, above, block)
    # Lines of text grow downwards from the first one.
    half = plan.theme.text_size * 1.15 / 2
    offsets = _offsets(0, {lines: -half * (lines - 1) for lines in _several(rows)})
    axis = alt.Axis(
        labelExpr=LINES,
        labelLimit=0,
        grid=False,
        labelColor=plan.theme.ink,
        labelPadding=8 + round(room),
        labelOffset=offsets,
        labelOverlap=False,
    )
    return alt.Y("category:N", sort=None, scale=alt.Scale(domain=in_order(rows), **scale), axis=axis)


def _named_above(rows: Sequence[Row], plan: Plan, room: float, above: float, block: float) -> alt.Y:
    import altair as alt

    line = plan.theme.text_size * 1.25
    higher = {lines: -block / 2 - line * (lines - 0.5) - 2 for lines in _several(rows)}
    axis = alt.Axis(
        labelExpr=LINES,
        labelLimit=0,
        grid=False,
        labelColor=plan.theme.ink,
        labelAlign="left",
        labelPadding=0,
        ticks=False,
        labelLineHeight=line,
        labelOffset=_offsets(-block / 2 - line / 2 - 2, higher),
        labelOverlap=False,
        offset=round(room),
    )
    gap = above / (above + block)
    scale = alt.Scale(domain=in_order(rows), paddingInner=gap, paddingOuter=gap / 2)
    return alt.Y("category:N", sort=None, axis=axis, scale=scale)


def _offsets(usual: float, by_lines: Mapping[int, float]) -> dict[str, Any]:
    """The offset of a name of one line, and of names of more lines by their number of lines."""
    conditions = [
        {"test": f"length(split(datum.value, '\\n')) == {lines}", "value": offset}
        for lines, offset in by_lines.items()
    ]
    return {"condition": conditions, "value": usual}
