"""A single value that keeps a column from being quarters or weeks, because it is written differently."""

from __future__ import annotations

from collections import Counter

from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Text, finding, shortened
from trendrapport.files.value_advice import moment
from trendrapport.model.periods import period

_ODD = (
    Text(
        nl='"{value}" in kolom "{column}" is geen periode zoals de andere waarden, zoals {other}',
        en='"{value}" in column "{column}" is not a period like the other values, such as {other}',
    ),
    Text(
        nl="daardoor is de hele kolom tekst, en heeft de grafiek geen momenten",
        en="this makes the whole column text, so the chart has no moments",
    ),
    Text(nl="Schrijf elke waarde op dezelfde manier.", en="Write every value in the same way."),
)
MOST = 0.5
"""More than this part of the values are periods of one sort."""


def odd_period(table: Table, column: str) -> Diagnostic | None:
    """The first value that is not a period like most others in a column of text; None if most of them are no
    periods.
    """
    values = {number: str(value) for number, value in enumerate(table.column(column)) if value is not None}
    periods = {number: found for number, value in values.items() if (found := period(value))}
    sorts = Counter(found.sort for found in periods.values())
    if not sorts:
        return None
    usual, count = sorts.most_common(1)[0]
    if usual not in {"quarter", "week"} or count <= len(values) * MOST:
        return None
    regular = {values[number] for number, found in periods.items() if found.sort == usual}
    number = next(number for number, value in values.items() if value not in regular)
    odd = values[number]
    texts = (*_ODD[:2], (moment(odd) or Text("", "")) + _ODD[2])
    at = table.locate(number, column)
    return finding(at, "odd-period", texts, value=shortened(odd), column=column, other=min(regular))
