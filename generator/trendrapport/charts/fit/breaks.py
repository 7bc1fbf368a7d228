"""Breaks held against the chart they stand in: a break that lies nowhere would silently not be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.choosing.columns import PLACES
from trendrapport.charts.fit.misfit import Misfit
from trendrapport.charts.parts.breaks import declared_breaks
from trendrapport.charts.parts.moments import is_moment, moment
from trendrapport.charts.plan import TIMES, named, selected
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, choose_from
from trendrapport.model.charts import Chart

_NOWHERE = (
    Text(
        nl='de breuk "{at}" ligt op geen plaats in deze grafiek',
        en=('the break "{at}" lies at no place in this chart'),
    ),
    Text(nl="de breuk zou niet getekend worden", en="the break would not be drawn"),
)


def break_misfits(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Each break at a place that the chart does not have; in lines it can lie between two moments."""
    names = [name for role in PLACES for name in named(chart, role)]
    if not names or names[0] not in table.columns or not set(chart.filter) <= set(table.columns):
        return
    known = {row[names[0]] for row in selected(chart, table)} - {None}
    course = chart.kind == "lines" and known and table.field(names[0]).type in TIMES | {"integer"}
    for index, found in enumerate(declared_breaks(chart)):
        between = (
            course
            and is_moment(found.at)
            and min(map(moment, known)) < moment(found.at) <= max(map(moment, known))
        )
        if found.at not in known and not between:
            what = _NOWHERE[0].filled(at=found.at)
            yield Misfit(
                ("options", "breaks", index),
                False,
                "break-outside",
                what,
                _NOWHERE[1],
                choose_from(str(found.at), map(str, known)),
            )
