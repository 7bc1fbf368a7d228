"""Breaks compared with their chart: a break outside it would silently not be drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.fit.drawn_rows import has_columns
from trendrapport.charts.fit.misfit import Misfit, at_value
from trendrapport.charts.kinds import traits
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.moments import is_moment, moment
from trendrapport.charts.plan import TIMES, all_named, selected
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, choose_from
from trendrapport.model.charts import Chart, Scalar

_NOWHERE = (
    Text(
        nl='de trendbreuk "{at}" valt buiten deze grafiek',
        en='the break "{at}" is outside this chart',
    ),
    Text(nl="de trendbreuk zou niet worden getekend", en="the break would not be drawn"),
)


def break_misfits(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Each break at a position that the chart does not have; in lines it can lie between two moments."""
    names = all_named(chart, PLACES)
    if not names or not has_columns(table, [names[0], *chart.filter]):
        return
    known = {row[names[0]] for row in selected(chart, table)} - {None}
    is_course = traits(chart.kind).time_axis and table.field(names[0]).type in TIMES | {"integer"}
    for index, found in enumerate(declared_breaks(chart)):
        if found.at in known or (is_course and _is_between(found.at, known)):
            continue
        texts = (*_NOWHERE, choose_from(str(found.at), map(str, known)))
        yield at_value(("options", "breaks", index), "break-outside", texts, at=found.at)


def _is_between(at: Scalar, known: Collection[Scalar]) -> bool:
    """Whether a break lies after the first of these moments, and not after the last."""
    if not known or not is_moment(at):
        return False
    moments = list(map(moment, known))
    return min(moments) < moment(at) <= max(moments)
