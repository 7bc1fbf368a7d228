"""A chart's declaration and table to a chart that presentation programs draw, where they have such a kind.

The numbers, names, order and highlighting are those of the drawing. What programs cannot show, such as where
a series breaks, is in the footnotes below the chart; a line is interrupted there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from trendrapport.charts import kinds
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.layers import label
from trendrapport.charts.parts.moments import moment
from trendrapport.charts.parts.series import (
    Point,
    in_pairs,
    keys,
    names,
    points,
    series_colours,
    with_gaps,
)
from trendrapport.charts.parts.stacks import share_points
from trendrapport.charts.plan import TIMES, Plan
from trendrapport.charts.tables.rhythm import every
from trendrapport.documents.slides.deck import LIES, STACKS, Form, Native, Series
from trendrapport.model.charts import Scalar
from trendrapport.runtime.plugins import modules

MOST_NAMED = 60
"""More values than these in a chart are read from an axis, not written at each."""
MOST_STANDING, MOST_LYING = 40, 26
"""More bars than these have no room on a slide; the drawing is shown instead."""
MOST_SERIES = 8
"""More series than these cannot be told apart by their colour."""


def native(plan: Plan) -> Native | None:
    """The chart of a plan; None where programs have no such kind, or no room for it."""
    make = _MAKERS.get(plan.chart.kind)
    found = make(plan) if make else None
    if found is None or not found.categories or not _has_room(found):
        return None
    return found


def _has_room(found: Native) -> bool:
    if found.form in {Form.LINES, Form.AREAS, Form.DOTS}:
        return len(found.series) <= MOST_SERIES * 3
    bars = len(found.categories)
    if found.form not in STACKS:
        bars *= len(found.series)
    most = MOST_LYING if found.form in LIES else MOST_STANDING
    return bars <= most and len(found.series) <= MOST_SERIES


def _options(plan: Plan) -> Any:  # noqa: ANN401 - each kind has a model of its own
    return plan.options(modules(kinds)[plan.chart.kind].OPTIONS)


def _bars(plan: Plan) -> Native:
    """Standing bars; those of words lie."""
    options, category = _options(plan), plan.column("category")
    records = {record[category.name]: record for record in plan.records()}
    wanted = every(list(records), category.type)[: plan.chart.limit]
    form = Form.STANDING if category.type in TIMES else Form.LYING
    return _of_records(plan, options, form, [(key, records.get(key, {})) for key in wanted])


def _ranked_bars(plan: Plan) -> Native:
    """Lying bars in order of size, those without a value last."""
    options, category = _options(plan), plan.column("category").name
    amounts, value = Amounts(plan, options), plan.column("value").name
    found = [(record[category], record) for record in plan.records()]
    if options.order != "table":
        sign = -1 if options.order == "descending" else 1

        def rank(one: tuple[Scalar, Any]) -> tuple[bool, float]:
            amount = amounts.of(one[1][value])
            return amount is None, sign * (amount or 0.0)

        found.sort(key=rank)
    return _of_records(plan, options, Form.LYING, found[: plan.chart.limit])


def _of_records(plan: Plan, options: Any, form: Form, found: Sequence[tuple[Scalar, Any]]) -> Native:  # noqa: ANN401
    """Bars of one series, each of a row."""
    category, value, flag = plan.column("category"), plan.column("value"), plan.optional("provisional")
    amounts = Amounts(plan, options)
    shown, values, front = [], [], []
    for index, (key, record) in enumerate(found):
        provisional = bool(flag and record.get(flag.name))
        shown.append(label(key, category, plan, provisional=provisional))
        values.append(amounts.of(record.get(value.name)))
        if key in options.highlight:
            front.append(index)
    series = Series(value.title, tuple(values))
    return _written(Native(form, tuple(shown), (series,), front=tuple(front)), amounts)


def _grouped_bars(plan: Plan) -> Native:
    options = _options(plan)
    lies = options.lying if options.lying is not None else plan.column("category").type not in TIMES
    found = points(plan, "category", options)
    found = in_pairs(found if lies else with_gaps(found, plan, "category"), plan)
    return _grouped(plan, options, Form.LYING if lies else Form.STANDING, found)


def _stacked_bars(plan: Plan) -> Native:
    options = _options(plan)
    lies = options.lying if options.lying is not None else plan.column("category").type not in TIMES
    found = points(plan, "category", options)
    if not lies:
        found = with_gaps(found, plan, "category")
    form = Form.LYING_STACKED if lies else Form.STACKED
    if not options.share:
        return _grouped(plan, options, form, found)
    chart = _grouped(plan, options, form, share_points(found))
    return _written(chart, Amounts(plan, options).shares)


def _grouped(plan: Plan, options: Any, form: Form, found: list[Point]) -> Native:  # noqa: ANN401
    """Bars of several series; the sums that the drawing writes at their ends are in their names here."""
    kept, column, amounts = keys(found)[: plan.chart.limit], plan.column("category"), Amounts(plan, options)
    flagged = {point.key for point in found if point.provisional}
    shown = []
    for key in kept:
        name = label(key, column, plan, provisional=key in flagged)
        parts = [point.amount for point in found if point.key == key]
        total = _total(parts, amounts) if getattr(options, "totals", False) else ""
        shown.append(f"{name}: {total}" if total else name)
    series = _series(plan, found, kept, names(found, options))
    return _written(Native(form, tuple(shown), series), amounts)


def _total(parts: Sequence[float | None], amounts: Amounts) -> str:
    """A sum in words; nothing where a part is missing."""
    known = [part for part in parts if part is not None]
    return amounts.text(sum(known)) if len(known) == len(parts) else ""


def _series(
    plan: Plan,
    found: Iterable[Point],
    wanted: Sequence[Scalar],
    order: Sequence[str],
    front: Any = (),  # noqa: ANN401
) -> tuple[Series, ...]:
    """The values of each series for each of these keys."""
    by_place = {(point.series, point.key): point.amount for point in found}
    colours = series_colours(order, plan, front)
    places = {colour: place for place, colour in enumerate(plan.theme.series)}
    made = []
    for name in order:
        values = tuple(by_place.get((name, key)) for key in wanted)
        made.append(Series(name, values, places.get(colours[name])))
    return tuple(made)


def _lines(plan: Plan) -> Native:
    """Lines over time, interrupted where the drawing interrupts them."""
    options = _options(plan)
    found = _sorted(plan, "x", options)
    wanted = keys(found)
    series = _series(plan, found, wanted, names(found, options), options.highlight)
    broken = [wanted.index(key) for key in _breaks(options, wanted)]
    parts = [part for one in series for part in _interrupted(one, broken)]
    low = (
        None
        if options.zero
        else min((point.amount for point in found if point.amount is not None), default=0)
    )
    chart = Native(Form.LINES, _moments(plan, found, wanted), tuple(parts), low=low)
    return _written(chart, Amounts(plan, options))


def _breaks(options: Any, wanted: Sequence[Scalar]) -> list[Scalar]:  # noqa: ANN401
    """The moments from which figures cannot be compared with earlier ones, as far as there are any before."""
    broken = {moment(at) for at in options.broken}
    return [key for key in wanted[1:] if moment(key) in broken]


def _interrupted(series: Series, broken: Sequence[int]) -> list[Series]:
    """A series in parts of the same name and colour, each up to the next break."""
    ends = [0, *broken, len(series.values)]
    parts = []
    for start, end in zip(ends, ends[1:], strict=False):
        inside = [value if start <= place < end else None for place, value in enumerate(series.values)]
        if any(value is not None for value in inside):
            parts.append(replace(series, values=tuple(inside)))
    return parts


def _area(plan: Plan) -> Native | None:
    """Areas on top of each other; None where a part is missing, as programs would draw it as 0."""
    options = _options(plan)
    found = _sorted(plan, "x", options)
    wanted = keys(found)
    series = _series(plan, found, wanted, names(found, options))
    whole = all(None not in one.values for one in series)
    if options.share or not whole:
        return None
    return _written(Native(Form.AREAS, _moments(plan, found, wanted), series), Amounts(plan, options))


def _slope(plan: Plan) -> Native:
    """Lines between two moments."""
    options = _options(plan)
    found = points(plan, "x", options)
    if plan.column("x").type in TIMES:
        found.sort(key=lambda point: moment(point.key))
    every_key = keys(found)
    wanted = [every_key[0], every_key[-1]]
    series = _series(plan, found, wanted, names(found, options), options.highlight)
    low = (
        None
        if options.zero
        else min((point.amount for point in found if point.amount is not None), default=0)
    )
    shown = tuple(label(key, plan.column("x"), plan) for key in wanted)
    return _written(Native(Form.LINES, shown, series, low=low), Amounts(plan, options))


def _sorted(plan: Plan, place: str, options: Any) -> list[Point]:  # noqa: ANN401
    """The values in order of time, with each period that the table leaves out."""
    found = with_gaps(points(plan, place, options), plan, place)
    return sorted(found, key=lambda point: moment(point.key))


def _moments(
    plan: Plan, found: Iterable[Point], wanted: Sequence[Scalar]
) -> tuple[str, ...] | tuple[date, ...]:
    """Days as days, so that their distances are right; other moments by their names."""
    column = plan.column("x")
    if column.type == "date":
        return tuple(date.fromisoformat(str(key)) for key in wanted)
    flagged = {point.key for point in found if point.provisional}
    return tuple(label(key, column, plan, provisional=key in flagged) for key in wanted)


def _scatter(plan: Plan) -> Native:
    """Dots by two numbers; those that are highlighted are a series of their own, with their names."""
    options, column = _options(plan), plan.optional("label")
    across = Amounts(plan, _across(options), "x")
    up = Amounts(plan, options, "y")
    x, y = plan.column("x"), plan.column("y")
    dots: dict[bool, list[tuple[float, float, str]]] = {False: [], True: []}
    for record in plan.records():
        at = across.of(record[x.name]), up.of(record[y.name])
        key = record[column.name] if column else None
        if at[0] is not None and at[1] is not None:
            front = not options.highlight or key in options.highlight
            name = label(key, column, plan) if column and options.highlight and front else ""
            dots[front].append((at[0], at[1], name))
    series = tuple(_dots(y.title, found, front=front) for front, found in dots.items() if found)
    axes = (_titled(x.title, across.unit), _titled(y.title, up.unit))
    low = 0.0 if options.zero else None
    return _written(Native(Form.DOTS, ("",), series, axes=axes, named=False, low=low), up)


def _across(options: Any) -> AmountOptions:  # noqa: ANN401
    """The settings of the numbers from left to right."""
    return AmountOptions(divide_by=options.x_divide_by, decimals=options.x_decimals, unit=options.x_unit)


def _dots(title: str, found: Sequence[tuple[float, float, str]], *, front: bool) -> Series:
    across, up, shown = zip(*found, strict=True)
    return Series(title, up, 0 if front else None, across, shown)


def _titled(title: str, unit: str) -> str:
    return f"{title} ({unit})" if unit else title


def _written(chart: Native, amounts: Amounts) -> Native:
    """The chart with the decimals and the unit of its numbers."""
    count = sum(len(one.values) for one in chart.series)
    before, after = amounts.affixes
    decimals, unit = amounts.digits.usual, f"{before}{{0}}{after}"
    return replace(chart, decimals=decimals, unit=unit, named=chart.named and count <= MOST_NAMED)


_MAKERS: dict[str, Callable[[Plan], Native | None]] = {
    "bars": _bars,
    "ranked_bars": _ranked_bars,
    "grouped_bars": _grouped_bars,
    "stacked_bars": _stacked_bars,
    "lines": _lines,
    "area": _area,
    "slope": _slope,
    "scatter": _scatter,
}
