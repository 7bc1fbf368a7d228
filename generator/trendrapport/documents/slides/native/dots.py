"""Dots by two numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.layers import label
from trendrapport.charts.plan import Plan, Record
from trendrapport.documents.slides.deck import Form, Native, Series
from trendrapport.documents.slides.native.common import Options, options_of, with_numbers


@dataclass(frozen=True)
class _Dot:
    """A row as a dot."""

    across: float
    up: float
    name: str
    """What it is called in the chart; empty where it has no name there."""
    front: bool


WIDE, HIGH = 800, 260
"""About the room for dots on a slide (points)."""
LETTER, LINE, GAP = 6, 8, 5
"""The width of a letter, half the height of a line, and how far a name is from the middle of its dot."""


def scatter(plan: Plan) -> Native | None:
    """Dots by two numbers; those that are highlighted are a series of their own, with their names. None where
    other dots are in the place of a name, for which programs do not look for another.
    """
    options, x, y = options_of(plan), plan.column("x"), plan.column("y")
    if options.logarithmic or options.x_logarithmic:
        return None
    across, up = Amounts(plan, _across(options), "x"), Amounts(plan, options, "y")
    back, front = list[_Dot](), list[_Dot]()
    for record in plan.records():
        dot = _dot(plan, options, record, (across.of(record[x.name]), up.of(record[y.name])))
        if dot:
            (front if dot.front else back).append(dot)
    if not _are_free(front, [*back, *front]):
        return None
    series = [_series(y.title, dots, front=dots is front) for dots in (back, front) if dots]
    axes = (_titled(x.title, across.unit), _titled(y.title, up.unit))
    low = 0.0 if options.zero else None
    chart = Native(Form.DOTS, ("",), tuple(series), axes=axes, named=False, low=low)
    return with_numbers(chart, up)


def _across(options: Options) -> AmountOptions:
    """The settings of the numbers from left to right."""
    return AmountOptions(divide_by=options.x_divide_by, decimals=options.x_decimals, unit=options.x_unit)


def _dot(
    plan: Plan, options: Options, record: Record, place: tuple[float | None, float | None]
) -> _Dot | None:
    """A row as a dot; None for one that lacks a number."""
    across, up = place
    if across is None or up is None:
        return None
    column = plan.optional("label")
    if column is None or not options.highlight:
        return _Dot(across, up, "", front=True)
    if record[column.name] not in options.highlight:
        return _Dot(across, up, "", front=False)
    return _Dot(across, up, label(record[column.name], column, plan), front=True)


def _are_free(named: Sequence[_Dot], dots: Sequence[_Dot]) -> bool:
    """Whether no dot is where names come: right of theirs."""
    right, up = ([dot.across for dot in dots], [dot.up for dot in dots])
    across = WIDE / (max(right, default=0) - min(right, default=0) or 1)
    upward = HIGH / (max(up, default=0) - min(up, default=0) or 1)
    for dot in named:
        for other in dots if dot.name else ():
            beside = (other.across - dot.across) * across
            if GAP < beside < GAP + LETTER * len(dot.name) and abs(other.up - dot.up) * upward < LINE:
                return False
    return True


def _series(title: str, dots: Sequence[_Dot], *, front: bool) -> Series:
    return Series(
        title,
        values=tuple(dot.up for dot in dots),
        colour=0 if front else None,
        across=tuple(dot.across for dot in dots),
        names=tuple(dot.name for dot in dots),
    )


def _titled(title: str, unit: str) -> str:
    return f"{title} ({unit})" if unit else title
