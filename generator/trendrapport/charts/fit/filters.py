"""The filter of a declaration compared with its table: columns and values that do not exist, and how many
rows are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trendrapport.charts.fit.drawn_rows import MOST_ROWS_DRAWN
from trendrapport.charts.fit.fields import no_column
from trendrapport.charts.fit.misfit import Misfit, at_key, at_value
from trendrapport.charts.plan import allowed, passes
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, choose_from
from trendrapport.model.charts import Chart

_MANY = (
    Text(
        nl="{count} rijen is te veel voor een grafiek (hoogstens {most})",
        en="{count} rows is too many for a chart (at most {most})",
    ),
    Text(
        nl="lezers kunnen ze niet onderscheiden, en de pagina met tekening en tabel wordt te zwaar",
        en="readers cannot tell them apart, and the page with the drawing and table becomes too heavy",
    ),
    Text(
        nl=(
            'Maak een tabel met sommen of gemiddelden, of kies met "filter" de rijen die ertoe doen. '
            '"limit" helpt niet: dat kort alleen de tekening in.'
        ),
        en=(
            'Make a table of sums or averages, or use "filter" to choose the rows that matter. '
            '"limit" does not help: it only shortens the drawing.'
        ),
    ),
)
_FILTERED = (
    Text(
        nl='de waarde "{value}" komt niet voor in kolom "{name}"',
        en='the value "{value}" does not occur in column "{name}"',
    ),
    Text(nl="het filter zou ongemerkt niets doen", en="the filter would silently do nothing"),
)
_AS_TEXT = Text(
    nl='Deze kolom bevat tekst. Zet de waarde tussen aanhalingstekens: "{value}".',
    en='This column contains text. Put the value in quotation marks: "{value}".',
)
_AS_NUMBER = Text(
    nl="Deze kolom bevat getallen. Schrijf de waarde zonder aanhalingstekens: {value}.",
    en="This column contains numbers. Write the value without quotation marks: {value}.",
)
_NO_ROWS = (
    Text(nl="het filter laat geen enkele rij over", en="the filter leaves no rows"),
    Text(nl="er valt niets te tekenen", en="there is nothing to draw"),
    Text(
        nl="Kies waarden die samen in één rij voorkomen.", en="Choose values that occur together in one row."
    ),
)


def filter_misfits(chart: Chart, table: Table) -> Iterator[Misfit]:
    """What is wrong with a filter, or else with the number of rows that it leaves."""
    found = list(_unknown_filters(chart, table))
    yield from found
    if found:
        return
    count = sum(passes(record, chart) for record in table.records())
    if not count:
        yield at_key(("filter",), "chart-without-rows", _NO_ROWS)
    elif count > MOST_ROWS_DRAWN:
        yield at_value(("data",), "too-many-rows", _MANY, count=count, most=MOST_ROWS_DRAWN)


def _unknown_filters(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Columns of the filter that do not exist, and values that they do not hold."""
    for name, wanted in chart.filter.items():
        if name not in table.columns:
            yield no_column(("filter", name), name, table, key=True)
            continue
        values = table.column(name)
        for index, value in enumerate(allowed(wanted)):
            if value not in values:
                path = ("filter", name, index) if isinstance(wanted, tuple) else ("filter", name)
                texts = (*_FILTERED, _instead(value, values))
                yield at_value(path, "unknown-filter-value", texts, value=value, name=name)


def _instead(value: object, values: Iterable[object]) -> Text:
    """What to write instead of a value that a column does not hold: the same as text or as a number, or one
    that it does hold.
    """
    seen = {one for one in values if one is not None}
    if isinstance(value, str):
        if _number(value) in seen:
            return _AS_NUMBER.filled(value=value)
    else:
        for text in sorted(map(str, seen)):
            if _number(text) == value:
                return _AS_TEXT.filled(value=text)
    return choose_from(str(value), map(str, seen))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
