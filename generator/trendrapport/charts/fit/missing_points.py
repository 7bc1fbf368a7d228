"""Rows that have a value, and nothing in the column that says where it stands: the value would be drawn at a
place that does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.fit.misfit import CellMisfit
from trendrapport.charts.fit.same_rows import MOST_ROWS_DRAWN
from trendrapport.charts.plan import NUMBERS, named, passes
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Chart

_MISSING = (
    Text(
        nl='deze rij heeft een waarde, maar in kolom "{column}" staat niets',
        en=('this row has a value, but nothing in column "{column}"'),
    ),
    Text(
        nl="de waarde zou op een plaats staan die er niet is",
        en=("the value would stand at a place that does not exist"),
    ),
    Text(nl="Vul de cel in, of verwijder de rij.", en="Fill in the cell, or remove the row."),
)
_ROLES = ("x", "y", "category", "series", "history", "label")
_MAY_BE_NAMELESS = frozenset({"scatter"})
"""Kinds in which a label only adds a name."""


def places_missing(chart: Chart, table: Table) -> Iterator[CellMisfit]:
    """The first empty place of each row that has a value."""
    roles = {
        role: names
        for role in _ROLES
        if (names := named(chart, role)) and not (role == "label" and chart.kind in _MAY_BE_NAMELESS)
    }
    values = [name for role in ("value", "date") for name in named(chart, role)]
    places = [name for names in roles.values() for name in names]
    if not {*places, *values, *chart.filter} <= set(table.columns):
        return
    # Of dots both places are numbers, and a point without one of them is not drawn.
    places = [name for name in places if table.field(name).type not in NUMBERS or named(chart, "value")]
    rows = [(number, row) for number, row in enumerate(table.records()) if passes(row, chart)]
    for number, row in rows if len(rows) <= MOST_ROWS_DRAWN else ():
        empty = next((name for name in places if row[name] is None), None)
        if empty and any(row[name] is not None for name in values):
            yield CellMisfit(
                number, empty, "row-without-place", _MISSING[0].filled(column=empty), *_MISSING[1:]
            )
