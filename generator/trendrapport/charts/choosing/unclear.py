"""Why no kind follows from a declaration and its table, and which names would decide it."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.choosing.columns import columns
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Chart
from trendrapport.runtime.plugins import names

_VALUE = Text(
    nl='Zet onder "fields" een regel "value:" met een van deze kolommen: {columns}.',
    en='Under "fields", add a line "value:" with one of these columns: {columns}.',
)
_PLACE = Text(
    nl='Zet onder "fields" een regel "{role}:" met een van deze kolommen: {columns}.',
    en='Under "fields", add a line "{role}:" with one of these columns: {columns}.',
)
_FILTER = Text(
    nl=(
        'De rijen zijn niet uit elkaar te houden: kies met "filter" één moment of groep, of noem '
        "zelf de velden."
    ),
    en=(
        'The rows cannot be told apart: choose one moment or group with "filter", or name the '
        "fields yourself."
    ),
)
_KIND = Text(
    nl='Of kies zelf een soort grafiek: "kind:" met {kinds}.',
    en='Or choose the kind of chart yourself: "kind:" with {kinds}.',
)


def instructions(chart: Chart, table: Table) -> Text:
    """What to name, and the columns or kinds to choose from; the table has all columns that are named."""
    kinds = _KIND.filled(kinds=", ".join(names("charts/kinds")))
    reason = next(_reasons(chart, table), None)
    if reason:
        return reason + kinds
    return kinds


def _reasons(chart: Chart, table: Table) -> Iterator[Text]:
    seen = columns(chart, table)
    if not seen.known and len(seen.numbers) > 1:
        yield _VALUE.filled(columns=", ".join(seen.numbers))
    if len(seen.times) > 1 and not seen.placed:
        yield _PLACE.filled(role="x", columns=", ".join(seen.times))
    if not seen.keys and len(seen.groups) > 1:
        yield _PLACE.filled(role="series" if seen.times else "category", columns=", ".join(seen.groups))
    if not seen.keys and (seen.groups or seen.times):
        yield _FILTER
