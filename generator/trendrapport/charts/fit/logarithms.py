"""Values that have no place on a logarithmic scale, and readers who would explore one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.charts.fit.drawn_rows import has_columns, numbered_rows
from trendrapport.charts.fit.misfit import Misfit, at_value
from trendrapport.charts.plan import all_named
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Text, finding
from trendrapport.model.charts import Chart

OPTIONS = {"logarithmic": ("value", "low", "high", "y"), "x_logarithmic": ("x",)}
"""By option, the roles whose values are on that scale."""

_BELOW = (
    Text(
        nl="{value} heeft geen plaats op een logaritmische schaal, want het is niet meer dan 0",
        en="{value} has no place on a logarithmic scale, as it is not above 0",
    ),
    Text(
        nl="elke stap op zo'n schaal is een aantal keer zo veel, en daar komt 0 niet bij",
        en="each step on such a scale is a number of times as much, which never gets to 0",
    ),
    Text(
        nl='Laat zulke rijen weg met "filter", of verwijder "{option}" bij "options".',
        en='Leave such rows out with "filter", or remove "{option}" under "options".',
    ),
)
_EXPLORED = (
    Text(
        nl="een grafiek met een logaritmische schaal kunnen lezers niet verkennen",
        en="readers cannot explore a chart with a logarithmic scale",
    ),
    Text(
        nl="de knop Verkennen zou een gewone schaal laten zien",
        en="the Explore button would show an ordinary scale",
    ),
    Text(
        nl='Verwijder "explore", of verwijder "logarithmic".', en='Remove "explore", or remove "logarithmic".'
    ),
)


def logarithm_misfits(chart: Chart, table: Table) -> Iterator[Misfit | Diagnostic]:
    """The first value of each column that is not above 0, reference lines too, and a chart to be explored."""
    asked = [name for name in OPTIONS if chart.options.get(name) is True]
    for option in asked:
        yield from _values(option, all_named(chart, OPTIONS[option]), chart, table)
    if "logarithmic" in asked:
        yield from _marked(chart)
    if asked and chart.explore:
        yield at_value(("explore",), "explore-misfit", _EXPLORED)


def _values(option: str, names: Sequence[str], chart: Chart, table: Table) -> Iterator[Diagnostic]:
    if not has_columns(table, [*names, *chart.filter]):
        return
    rows = numbered_rows(chart, table)
    for name in names:
        for number, row in rows:
            value = row[name]
            if isinstance(value, int | float) and value <= 0:
                texts = (_BELOW[0].filled(value=f"{value:g}"), _BELOW[1], _BELOW[2].filled(option=option))
                yield finding(table.locate(number, name), "no-logarithm", texts)
                break


def _marked(chart: Chart) -> Iterator[Misfit]:
    for index, one in enumerate(chart.annotations):
        if one.value is not None and one.value <= 0:
            texts = (_BELOW[0], _BELOW[1], _BELOW[2].filled(option="logarithmic"))
            yield at_value(("annotations", index, "value"), "no-logarithm", texts, value=f"{one.value:g}")
