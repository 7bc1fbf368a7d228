"""What a chart says in words: for whoever cannot see the drawing, and for whoever wants to be sure.

Of each series the first, last, highest and lowest value, how it went from the first to the last, and what is missing; with breaks each
part by itself, since values across a break cannot be compared. Then the footnotes and what is marked. A declaration's own
`long_description` stands instead of the sentences on values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import cast

from trendrapport.by_place import modules
from trendrapport.charts import kinds, notation
from trendrapport.charts.amounts import AmountOptions, Amounts
from trendrapport.charts.course import course
from trendrapport.charts.footnotes import footnotes
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.moments import moment
from trendrapport.charts.plan import NUMBERS, TIMES, Plan
from trendrapport.charts.series import Point, SeriesOptions, names, points
from trendrapport.diagnostics import Text

PLACES = ("history", "x", "category", "label", "name", "code")
"""The roles that say where a value stands, the most telling first."""

_ONE = Text(nl="{name}{value} ({place}).", en="{name}{value} ({place}).")
_RANGE = Text(nl="{name}{count} waarden; hoogste {high} ({top}), laagste {low} ({bottom}).",
              en="{name}{count} values; highest {high} ({top}), lowest {low} ({bottom}).")
_IN_ORDER = Text(nl="{name}van {first} ({start}) tot {last} ({end}); hoogste {high} ({top}), laagste {low} ({bottom}).",
                 en="{name}from {first} ({start}) to {last} ({end}); highest {high} ({top}), lowest {low} ({bottom}).")
_COURSE = Text(nl="{name}{course}; hoogste {high} ({top}), laagste {low} ({bottom}).",
               en="{name}{course}; highest {high} ({top}), lowest {low} ({bottom}).")
_MISSING = Text(nl="{name}geen gegevens voor {places}.", en="{name}no data for {places}.")
_SPREAD = Text(nl="{count} waarden van {low} tot en met {high}; de middelste is {middle}.",
               en="{count} values from {low} to {high}; the median is {middle}.")
_EVENTS = Text(nl="{count} gebeurtenissen: de eerste is {first} ({start}), de laatste {last} ({end}).",
               en="{count} events: the first is {first} ({start}), the last {last} ({end}).")
OWN_ORDER = {"bars", "grouped_bars", "stacked_bars", "small_multiples", "slope"}
"""Kinds in which categories that are no moments stand in an order of their own too."""


def told(plan: Plan) -> list[str]:
    """A sentence on each series, then the footnotes and marks; no sentences for values that have no place."""
    language = plan.theme.language
    values = [] if plan.chart.long_description else [sentence.of(language) for sentence in _values(plan)]
    return [*values, *footnotes(plan), *marked(plan)]


def marked(plan: Plan) -> list[str]:
    """What the declaration has marked in the drawing."""
    from trendrapport.charts.annotation_words import sentences

    return sentences(plan)


def _values(plan: Plan) -> Iterator[Text]:
    kind = cast("ChartKind", modules(kinds)[plan.chart.kind])
    if plan.columns("date"):
        yield from _events(plan)
        return
    options = plan.options(kind.OPTIONS)
    place = next((role for role in PLACES if plan.columns(role) and plan.column(role).type not in {"number"}), None)
    if not isinstance(options, AmountOptions):
        return
    order = options.order if isinstance(options, SeriesOptions) else ()
    wanted = SeriesOptions(divide_by=options.divide_by, decimals=options.decimals, unit=options.unit, order=order)
    if plan.columns("y") and plan.column("y").type in NUMBERS:
        yield from (_spread(plan, wanted, role) for role in ("y",))
    elif plan.columns("value") and place is None:
        yield _spread(plan, wanted, "value")
    elif place and plan.columns("value"):
        yield from _series(plan, wanted, place)


def _events(plan: Plan) -> Iterator[Text]:
    date, label = plan.column("date"), plan.column("label")
    dated = sorted((record for record in plan.records() if record[date.name] is not None), key=lambda record: moment(record[date.name]))
    if dated:
        start, end = (notation.shown(record[date.name], date.type, plan.theme.language) for record in (dated[0], dated[-1]))
        yield _EVENTS.filled(count=len(dated), first=dated[0][label.name], start=start, last=dated[-1][label.name], end=end)


def _spread(plan: Plan, options: SeriesOptions, role: str) -> Text:
    amounts, name = Amounts(plan, options, role), plan.column(role).name
    known = sorted(amount for record in plan.records() if (amount := amounts.of(record[name])) is not None)
    if not known:
        return notation.NO_DATA
    return _SPREAD.filled(count=len(known), low=amounts.text(known[0]), high=amounts.text(known[-1]), middle=amounts.text(median(known)))


def _series(plan: Plan, options: SeriesOptions, place: str) -> Iterator[Text]:
    """The series in the declared order, else that of the table; of a map of cells each row, of key figures each label."""
    other = next((role for role in ("y", "label") if place != role and plan.optional(role)), None)
    found, amounts = points(plan, place, options), Amounts(plan, options)
    if other:
        column, count = plan.column(other), len(plan.columns("value"))
        named = [notation.shown(record[column.name], column.type, plan.theme.language) for record in plan.records() for _ in range(count)]
        found = [replace(point, series=name) for point, name in zip(found, named, strict=True)]
    groups: dict[str, list[Point]] = {name: [] for name in names(found, options)}
    for point in found:
        groups[point.series].append(point)
    for name, group in groups.items():
        yield from _of_series(f"{name[:1].upper()}{name[1:]}: ", group, amounts, place)


def _of_series(start: str, group: list[Point], amounts: Amounts, place: str) -> Iterator[Text]:
    known = [point for point in group if point.amount is not None]
    if len(known) == 1:
        yield _ONE.filled(name=start, value=known[0].text, place=_at(known[0], amounts.plan, place))
    elif known:
        yield _several(start, known, amounts, place)
    if missing := [point for point in group if point.amount is None]:
        yield _MISSING.filled(name=start, places=", ".join(dict.fromkeys(_at(point, amounts.plan, place) for point in missing)))


def _several(start: str, known: list[Point], amounts: Amounts, place: str) -> Text:
    plan = amounts.plan
    top, low = max(known, key=lambda point: point.amount or 0.0), min(known, key=lambda point: point.amount or 0.0)
    ends = {"name": start, "high": top.text, "top": _at(top, plan, place), "low": low.text, "bottom": _at(low, plan, place)}
    if plan.column(place).type in TIMES:
        ordered = sorted(known, key=lambda point: moment(point.key))
        return _COURSE.filled(course=course(ordered, amounts, plan.column(place)).of(plan.theme.language), **ends)
    if plan.chart.kind in OWN_ORDER:
        return _IN_ORDER.filled(first=known[0].text, start=_at(known[0], plan, place), last=known[-1].text,
                                end=_at(known[-1], plan, place), **ends)
    return _RANGE.filled(count=len(known), **ends)


def _at(point: Point, plan: Plan, place: str) -> str:
    return notation.shown(point.key, plan.column(place).type, plan.theme.language)
