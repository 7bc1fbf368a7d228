"""Bars of one series, side by side and on top of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trendrapport.charts.kinds.pyramid import upwards
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.layers import label
from trendrapport.charts.parts.series import Point, in_pairs, keys, names, points, with_gaps
from trendrapport.charts.parts.stacks import share_points
from trendrapport.charts.plan import TIMES, Plan, Record
from trendrapport.charts.tables.rhythm import every
from trendrapport.documents.slides.deck import Form, Native, Series
from trendrapport.documents.slides.native.common import (
    Options,
    named,
    options_of,
    series_of,
    with_numbers,
)
from trendrapport.model.charts import Scalar

Row = tuple[Scalar, Record]
"""The key of a bar and the row of the table that it shows; an empty one where the table has none."""


def bars(plan: Plan) -> Native:
    """Standing bars; those of words lie."""
    category = plan.column("category")
    records = {record[category.name]: record for record in plan.records()}
    rows = [(key, records.get(key, {})) for key in every(list(records), category.type)]
    form = Form.STANDING if category.type in TIMES else Form.LYING
    return _of_rows(plan, form, rows[: plan.chart.limit])


def ranked_bars(plan: Plan) -> Native:
    """Lying bars in order of size, those without a value last."""
    options, category = options_of(plan), plan.column("category").name
    rows: list[Row] = [(record[category], record) for record in plan.records()]
    if options.order != "table":
        rows = _ranked(plan, rows, highest=options.order == "descending")
    return _of_rows(plan, Form.LYING, rows[: plan.chart.limit])


def _ranked(plan: Plan, rows: list[Row], *, highest: bool) -> list[Row]:
    amounts, value = Amounts(plan, options_of(plan)), plan.column("value").name
    known, unknown = list[Row](), list[Row]()
    for row in rows:
        (unknown if amounts.of(row[1][value]) is None else known).append(row)
    known.sort(key=lambda row: amounts.of(row[1][value]) or 0.0, reverse=highest)
    return known + unknown


def _of_rows(plan: Plan, form: Form, rows: Sequence[Row]) -> Native:
    """Bars of one series, each of a row."""
    category, value, flag = plan.column("category"), plan.column("value"), plan.optional("provisional")
    options = options_of(plan)
    amounts = Amounts(plan, options)
    shown, values, front = [], [], []
    for place, (key, record) in enumerate(rows):
        provisional = bool(flag and record.get(flag.name))
        shown.append(label(key, category, plan, provisional=provisional))
        values.append(amounts.of(record.get(value.name)))
        if key in options.highlight:
            front.append(place)
    series = Series(value.title, tuple(values))
    return with_numbers(Native(form, tuple(shown), (series,), front=tuple(front)), amounts)


def grouped_bars(plan: Plan) -> Native:
    """Bars side by side."""
    options = options_of(plan)
    found = points(plan, "category", options)
    if _lies(plan, options):
        return _grouped(plan, Form.LYING, in_pairs(found, plan))
    return _grouped(plan, Form.STANDING, in_pairs(with_gaps(found, plan, "category"), plan))


def stacked_bars(plan: Plan) -> Native:
    """Bars on top of each other, or the parts of each in percentages."""
    options = options_of(plan)
    form, found = Form.LYING_STACKED, points(plan, "category", options)
    if not _lies(plan, options):
        form, found = Form.STACKED, with_gaps(found, plan, "category")
    if options.share:
        chart = _grouped(plan, form, share_points(found))
        return with_numbers(chart, Amounts(plan, options).shares)
    return _grouped(plan, form, found, totals=options.totals)


def pyramid(plan: Plan) -> Native:
    """Two groups back to back: the first below 0, written without a minus, along a scale."""
    options = options_of(plan)
    found = upwards(in_pairs(points(plan, "category", options), plan))
    kept, groups = keys(found), names(found, options)
    left, right = series_of(plan, found, kept, groups)
    left = replace(left, values=tuple(_negative(value) for value in left.values))
    shown = tuple(named(plan, "category", found, kept))
    chart = Native(Form.LYING_STACKED, shown, (left, right), named=False, mirrored=True)
    return with_numbers(chart, Amounts(plan, options))


def _negative(value: float | None) -> float | None:
    return None if value is None else -value


def _lies(plan: Plan, options: Options) -> bool:
    if options.lying is not None:
        return bool(options.lying)
    return plan.column("category").type not in TIMES


def _grouped(plan: Plan, form: Form, found: list[Point], *, totals: bool = False) -> Native:
    """Bars of several series; the sums that the drawing writes at their ends are in their names here."""
    kept, options = keys(found)[: plan.chart.limit], options_of(plan)
    amounts, shown = Amounts(plan, options), named(plan, "category", found, kept)
    if totals:
        shown = [_with_total(name, key, found, amounts) for name, key in zip(shown, kept, strict=True)]
    series = series_of(plan, found, kept, names(found, options))
    return with_numbers(Native(form, tuple(shown), series), amounts)


def _with_total(name: str, key: Scalar, found: Sequence[Point], amounts: Amounts) -> str:
    """The name of a bar with its sum, if no part of that is missing."""
    parts = [point.amount for point in found if point.key == key]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return name
    return f"{name}: {amounts.text(sum(known))}"
