"""Whether the values of a chart can be parts of a whole, as far as a table tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.fit.totals import is_called_total
from trendrapport.charts.fit.wholes import Part, amount_of, rounding
from trendrapport.charts.plan import all_named, named, selected
from trendrapport.charts.proposing.counts import values
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, Scalar, TableField

WHOLE = 100
COMPLETE = 0.5
"""Of how many wholes at least all parts must be known."""

_NO_AMOUNT = re.compile(
    r"/|\b(?:per|gemiddelde?|mediaan|index|score|cijfer|verschil|groei|average|mean|median|difference|growth"
    r"|rate)\b"
)
"""What the title or unit of a number says that cannot be added up."""


def adds_up(chart: Chart, table: Table, series: str) -> bool:
    """Whether sums of values mean something: of amounts they do, and of percentages that are 100 together. If
    too many lack a part, nothing is known.

    `series` is the role that names the parts.
    """
    fields = list(map(table.field, named(chart, "value")))
    if not fields or any(map(_is_no_amount, fields)):
        return False
    if any(map(is_called_total, _parts(chart, table, series))):
        return False
    wholes = _wholes(chart, table, series)
    complete = _complete(wholes)
    if len(complete) < COMPLETE * len(wholes):
        return False
    if any(is_percent(field.unit) for field in fields):
        return all(map(_is_whole, complete))
    return True


def _parts(chart: Chart, table: Table, series: str) -> list[Scalar]:
    """The names of the parts."""
    columns = named(chart, series)
    if columns:
        return list(values(selected(chart, table), columns[0]))
    found: list[Scalar] = []
    for name in named(chart, "value"):
        found += [table.field(name).title, name.replace("_", " ")]
    return found


def _is_no_amount(field: TableField) -> bool:
    said = folded(f"{field.title} {field.unit or ''}".replace("_", " "))
    return bool(_NO_AMOUNT.search(said))


def _wholes(chart: Chart, table: Table, series: str) -> list[list[Part | None]]:
    """The values that belong together, those of one place; None is one that is missing."""
    names_of_parts = named(chart, series)
    places = [name for name in all_named(chart, PLACES) if name not in names_of_parts]
    found: dict[tuple[Scalar, ...], list[Part | None]] = {}
    for number, row in enumerate(selected(chart, table)):
        parts = found.setdefault(tuple(map(row.__getitem__, places)), [])
        for column in named(chart, "value"):
            amount = amount_of(row[column])
            part = None
            if amount is not None:
                part = Part(column, amount, number, column)
            parts.append(part)
    return list(found.values())


def _complete(wholes: Sequence[Sequence[Part | None]]) -> list[list[Part]]:
    """The wholes of which all parts are known, and are together more than nothing."""
    found: list[list[Part]] = []
    for parts in wholes:
        known = [part for part in parts if part]
        if len(known) == len(parts) and any(part.amount > 0 for part in known):
            found.append(known)
    return found


def _is_whole(parts: Sequence[Part]) -> bool:
    return abs(sum(part.amount for part in parts) - WHOLE) <= rounding(parts)
