"""A plan to sentences that tell its values: for whoever cannot see the drawing, and for whoever wants to be sure.

Knows no drawing: the same numbers, rounded as the drawing rounds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import cast

from trendrapport.by_place import modules
from trendrapport.charts import kinds, notation
from trendrapport.charts.amounts import AmountOptions
from trendrapport.charts.declaration import Scalar
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.plan import TIMES, Plan
from trendrapport.charts.series import Point, SeriesOptions, points
from trendrapport.diagnostics import Text

PLACES = ("x", "category", "label", "name", "code")
"""The roles that say where a value stands, of which a chart has one."""

_ONE = Text(nl="{name}{value} ({place}).", en="{name}{value} ({place}).")
_COURSE = Text(nl="{name}van {first} ({start}) naar {last} ({end}); hoogste {high} ({top}), laagste {low} ({bottom}).",
               en="{name}from {first} ({start}) to {last} ({end}); highest {high} ({top}), lowest {low} ({bottom}).")
_RANGE = Text(nl="{name}{count} waarden; hoogste {high} ({top}), laagste {low} ({bottom}).",
              en="{name}{count} values; highest {high} ({top}), lowest {low} ({bottom}).")
_MISSING = Text(nl="{name}geen gegevens voor {places}.", en="{name}no data for {places}.")
_PROVISIONAL = Text(nl="Voorlopige cijfers: {places}.", en="Provisional figures: {places}.")
_BREAKS = Text(nl="Niet vergelijkbaar met eerdere cijfers vanaf {places}.",
               en="Not comparable with earlier figures from {places}.")


def told(plan: Plan) -> list[str]:
    """A sentence on each series, then on provisional figures and breaks; none for a chart whose values have no place."""
    kind = cast("ChartKind", modules(kinds)[plan.chart.kind])
    options = plan.options(kind.OPTIONS)
    place = next((role for role in PLACES if plan.columns(role)), None)
    if place is None or not plan.columns("value") or not isinstance(options, AmountOptions):
        return []
    wanted = SeriesOptions(divide_by=options.divide_by, decimals=options.decimals, unit=options.unit)
    found = points(plan, place, wanted)
    series = groupby(sorted(found, key=lambda point: _order(found, point)), key=lambda point: point.series)
    sentences = [sentence for name, group in series for sentence in _of_series(name, list(group), plan, place)]
    return [sentence.of(plan.theme.language) for sentence in (*sentences, *_notes(found, plan, place))]


def _order(found: list[Point], point: Point) -> int:
    """The series in the order in which they come first in the table."""
    return next(index for index, other in enumerate(found) if other.series == point.series)


def _of_series(name: str, group: list[Point], plan: Plan, place: str) -> Iterator[Text]:
    start = f"{name[:1].upper()}{name[1:]}: "
    known = [point for point in group if point.amount is not None]
    if len(known) == 1:
        yield _ONE.filled(name=start, value=known[0].text, place=_at(known[0], plan, place))
    elif known:
        yield _several(start, known, plan, place)
    if missing := [point for point in group if point.amount is None]:
        yield _MISSING.filled(name=start, places=_places(missing, plan, place))


def _several(start: str, known: list[Point], plan: Plan, place: str) -> Text:
    top, low = max(known, key=lambda point: point.amount or 0.0), min(known, key=lambda point: point.amount or 0.0)
    ends = {"name": start, "high": top.text, "top": _at(top, plan, place), "low": low.text, "bottom": _at(low, plan, place)}
    if plan.column(place).type not in TIMES:
        return _RANGE.filled(count=len(known), **ends)
    course = sorted(known, key=lambda point: str(point.key))
    return _COURSE.filled(first=course[0].text, start=_at(course[0], plan, place),
                          last=course[-1].text, end=_at(course[-1], plan, place), **ends)


def _notes(found: list[Point], plan: Plan, place: str) -> Iterator[Text]:
    if provisional := [point for point in found if point.provisional]:
        yield _PROVISIONAL.filled(places=_places(provisional, plan, place))
    breaks = plan.chart.options.get("breaks")
    if isinstance(breaks, list) and breaks:
        sort = plan.column(place).type
        yield _BREAKS.filled(places=", ".join(notation.shown(cast("Scalar", at), sort, plan.theme.language) for at in breaks))


def _at(point: Point, plan: Plan, place: str) -> str:
    return notation.shown(point.key, plan.column(place).type, plan.theme.language)


def _places(found: list[Point], plan: Plan, place: str) -> str:
    return ", ".join(dict.fromkeys(_at(point, plan, place) for point in found))
