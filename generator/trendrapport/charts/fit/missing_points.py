"""Rows that have a value but no position: the value would be drawn where nothing is."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.fit.drawn_rows import MOST_ROWS_DRAWN, has_columns, numbered_rows
from trendrapport.charts.kinds import traits
from trendrapport.charts.plan import NUMBERS, all_named, named
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Text, finding
from trendrapport.model.charts import Chart

_MISSING = (
    Text(
        nl='deze rij heeft een waarde, maar kolom "{column}" is leeg',
        en='this row has a value, but column "{column}" is empty',
    ),
    Text(
        nl="de waarde heeft dan geen plaats in de grafiek",
        en="the value then has no position in the chart",
    ),
    Text(nl="Vul de cel in, of verwijder de rij.", en="Fill in the cell, or remove the row."),
)
_ROLES = ("x", "y", "category", "series", "history", "label")


def places_missing(chart: Chart, table: Table) -> Iterator[Diagnostic]:
    """The first empty position of each row that has a value."""
    positions, values = all_named(chart, _roles(chart)), all_named(chart, ("value", "date"))
    if not has_columns(table, [*positions, *values, *chart.filter]):
        return
    # Of dots both positions are numbers, and a point without one of them is not drawn.
    if not named(chart, "value"):
        positions = [name for name in positions if table.field(name).type not in NUMBERS]
    rows = numbered_rows(chart, table)
    if len(rows) > MOST_ROWS_DRAWN:
        return
    for number, row in rows:
        empty = next((name for name in positions if row[name] is None), None)
        if empty and any(row[name] is not None for name in values):
            yield finding(table.locate(number, empty), "row-without-place", _MISSING, column=empty)


def _roles(chart: Chart) -> list[str]:
    """The roles without which a value has no position."""
    if traits(chart.kind).known_by_label:
        return [role for role in _ROLES if role != "label"]
    return list(_ROLES)
