"""Charts with two sides: how many series they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from trendrapport.charts import kinds
from trendrapport.charts.fit.misfit import Misfit, at_value
from trendrapport.charts.kinds import Span, traits
from trendrapport.charts.plan import Record, Role, named
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, enumerated
from trendrapport.model.charts import Chart
from trendrapport.runtime.plugins import modules

_TWO = (
    Text(
        nl="er zijn {count} reeksen, en een piramide heeft er twee: een aan elke kant",
        en="there are {count} series, and a pyramid has two: one on each side",
    ),
    Text(
        nl="de andere zouden nergens staan, of een kant zou leeg zijn",
        en="the others would be nowhere, or a side would be empty",
    ),
    Text(
        nl='Kies er twee: {names}. Gebruik "filter", of twee kolommen bij "value"; of kies grouped_bars.',
        en='Choose two of them: {names}. Use "filter", or two columns at "value"; or choose grouped_bars.',
    ),
)
_ONE = (
    Text(
        nl="er is maar {count} antwoord, dus niets aan de andere kant",
        en="there is only {count} answer, so nothing on the other side",
    ),
    Text(
        nl="deze grafiek vergelijkt wat links en wat rechts van het midden staat",
        en="this chart compares what is left and what is right of the middle",
    ),
    Text(
        nl='Geef bij "value" of "series" ook de andere antwoorden, of kies ranked_bars.',
        en='Give the other answers at "value" or "series" too, or choose ranked_bars.',
    ),
)
TWO: Span = (2, 2)


def side_misfits(chart: Chart, table: Table, rows: Sequence[Record]) -> Iterator[Misfit]:
    """Too few series for two sides, or too many."""
    span = traits(chart.kind).sides
    if not span:
        return
    found = _names(chart, table, rows)
    role = "series" if named(chart, "series") else "value"
    if not found or _lacks_a_field(chart):
        return
    if span == TWO and len(found) != TWO[0]:
        texts = (*_TWO[:2], _TWO[2].filled(names=enumerated(found)))
        yield at_value(("fields", role), "two-sides", texts, count=len(found))
    elif len(found) < span[0]:
        yield at_value(("fields", role), "two-sides", _ONE, count=len(found))


def _lacks_a_field(chart: Chart) -> bool:
    """Whether a field that the kind needs is still to be named, which is told by itself."""
    roles: Mapping[str, Role] = modules(kinds)[chart.kind].FIELDS
    return any(role.required and not named(chart, name) for name, role in roles.items())


def _names(chart: Chart, table: Table, rows: Sequence[Record]) -> list[str]:
    """The names of the series: those of a column, or the titles of columns of values."""
    columns = named(chart, "series")
    if columns:
        return list(dict.fromkeys(str(row[columns[0]]) for row in rows))
    return [table.field(name).title for name in named(chart, "value")]
