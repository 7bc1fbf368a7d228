"""A value that keeps a column of quarters or weeks from being one: of so many periods it alone is written
otherwise.
"""

from __future__ import annotations

from collections import Counter

from trendrapport.charts.fit.misfit import CellMisfit
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, shortened
from trendrapport.files.value_advice import moment
from trendrapport.model.periods import period

_ODD = (
    Text(
        nl='"{value}" in kolom "{column}" is geen periode zoals de andere, zoals {other}',
        en='"{value}" in column "{column}" is not a period as the others are, such as {other}',
    ),
    Text(
        nl="daardoor is de hele kolom tekst, en heeft de grafiek geen momenten",
        en="it makes the whole column text, and leaves the chart without moments",
    ),
    Text(nl="Schrijf elke waarde zoals de andere.", en="Write each value as the others are."),
)
MOST = 0.5
"""More than so large a part of the values are periods of one sort."""


def odd_period(table: Table, column: str) -> CellMisfit | None:
    """The first value that is not a period like most others in a column of text; None if there are none like
    that.
    """
    values = [(number, str(value)) for number, value in enumerate(table.column(column)) if value is not None]
    sorts = Counter(found.sort for _, value in values if (found := period(value)))
    usual, count = sorts.most_common(1)[0] if sorts else ("", 0)
    if usual not in {"quarter", "week"} or count <= len(values) * MOST:
        return None
    regular = {value for _, value in values if (found := period(value)) and found.sort == usual}
    number, odd = next((number, value) for number, value in values if value not in regular)
    what = _ODD[0].filled(value=shortened(odd), column=column, other=min(regular))
    return CellMisfit(number, column, "odd-period", what, _ODD[1], (moment(odd) or Text("", "")) + _ODD[2])
