"""Periods of a declaration as its table writes them: 2024-Q2 also means the rows of 2024KW02 or 2024Q2."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.plan import all_named
from trendrapport.charts.tables.table import Table
from trendrapport.model.annotation import Annotation
from trendrapport.model.charts import Chart, Scalar
from trendrapport.model.periods import SORTS, Period, period

_OPTIONS = frozenset({"breaks", "highlight", "order"})
"""The settings that name places or series of a chart."""

Written = Mapping[Period, Scalar]
"""Each period of a table, and how the table writes it."""


def in_words_of(table: Table, chart: Chart) -> Chart:
    """The same declaration, in which each period that the table has is written as in the table."""
    if not (chart.filter or chart.annotations or chart.options.keys() & _OPTIONS):
        return chart  # no value of the table is named: it need not be read
    filtered = {}
    for name, wanted in chart.filter.items():
        filtered[name] = _allowed(wanted, _written(table, [name]))
    written = _written(table, all_named(chart, (*PLACES, "series")) or table.columns)
    if not written:
        return chart.model_copy(update={"filter": filtered})
    options = dict(chart.options)
    for name in _OPTIONS:
        if name in options:
            options[name] = _option(options[name], written)
    annotations = tuple(_annotation(one, written) for one in chart.annotations)
    return chart.model_copy(update={"filter": filtered, "options": options, "annotations": annotations})


def _written(table: Table, names: Collection[str]) -> Written:
    """The periods in these columns that are text."""
    found: dict[Period, Scalar] = {}
    for name in names:
        if name not in table.columns or table.field(name).type not in SORTS:
            continue
        for value in table.column(name):
            if not isinstance(value, str):
                continue
            of_value = period(value)
            if of_value:
                found.setdefault(of_value, value)
    return found


def _same(value: Any, written: Written) -> Any:  # noqa: ANN401 - as an editor's settings have it
    """A value as the table writes it, or as it is."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return value
    found = period(value)
    if not found or value in written.values():
        return value
    return written.get(found, value)


def _allowed(wanted: Scalar | tuple[Scalar, ...], written: Written) -> Scalar | tuple[Scalar, ...]:
    if isinstance(wanted, tuple):
        return tuple(_same(value, written) for value in wanted)
    alone: Scalar = _same(wanted, written)
    return alone


def _option(value: Any, written: Written) -> Any:  # noqa: ANN401
    """A list of places, or of breaks with their reasons."""
    if not isinstance(value, list):
        return value
    return [_item(one, written) for one in value]


def _item(one: Any, written: Written) -> Any:  # noqa: ANN401
    if isinstance(one, dict) and "at" in one:
        return one | {"at": _same(one["at"], written)}
    return _same(one, written)


def _annotation(one: Annotation, written: Written) -> Annotation:
    """A point is looked up by what its row says; moments are compared as such."""
    return one.model_copy(update={"point": _same(one.point, written)})
