"""A line chart that is mostly loose dots, because the years between its values are missing (`loose-dots`).

A line only connects two values if no period is missing between them. If figures of 2014 to 2024 lack those of
2015, 2017 and 2019, three values are loose dots. Ask for a dotted line across the gaps, which a footnote
explains to readers:

    options:
      join: true

Or use `bars` or `dots`, or use `filter` to leave out what is too far apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Text, warning
from trendrapport.model.charts import Chart
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest

LINES = frozenset({"lines", "small_multiples"})
FEW, PART = 2, 1 / 3
"""From this number of loose dots, and this part of all dots, they are more than a gap."""

_LOOSE = (
    Text(
        nl="{loose} van de {all} waarden zijn losse punten, zonder lijn",
        en="{loose} of the {all} values are loose dots, without a line",
    ),
    Text(
        nl="tussen die waarden ontbreken cijfers, en een lijn loopt daar niet vanzelf door",
        en="figures are missing between those values, and a line does not continue across the gap",
    ),
    Text(
        nl=(
            'Zet onder "options" de regel "join: true" voor een stippellijn over de ontbrekende '
            "cijfers, of kies een andere soort grafiek, zoals bars."
        ),
        en=(
            'Under "options", add "join: true" for a dotted line across the gap, or choose another '
            "kind of chart, such as bars."
        ),
    ),
)


def parts(report: Report) -> Iterator[Part]:
    """Each chart of lines, with its table."""
    for entry, table in report.charts_with_table:
        if entry.data.kind in LINES:
            yield Part(digest("loose", entry.json, table.digest), partial(_check, entry, table))


def _check(entry: Entry[Chart], table: Table) -> Iterator[Diagnostic]:
    from trendrapport.charts.fit.loose_dots import loose_dots

    loose, every = loose_dots(entry.data, table)
    if loose >= FEW and loose >= PART * every:
        what, why, fix = _LOOSE
        texts = (what.filled(loose=loose, all=every), why, fix)
        yield warning(entry.locate("kind"), "loose-dots", texts)
