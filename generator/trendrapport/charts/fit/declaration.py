"""A declaration compared with its kind and its table: where the three do not fit, as paths into the
declaration.

Needs no drawing library and no files: the caller, who has the file, turns a path into a line and a column.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from trendrapport.charts import kinds
from trendrapport.charts.choosing.unclear import instructions
from trendrapport.charts.fit.annotations import annotation_misfits
from trendrapport.charts.fit.breaks import break_misfits
from trendrapport.charts.fit.exploring import explore_misfits
from trendrapport.charts.fit.fields import column_misfits, role_misfits, unknown_columns
from trendrapport.charts.fit.filters import filter_misfits
from trendrapport.charts.fit.logarithms import logarithm_misfits
from trendrapport.charts.fit.misfit import Misfit, at_key, at_value
from trendrapport.charts.fit.options import option_misfits
from trendrapport.charts.fit.rows import row_misfits
from trendrapport.charts.fit.values import value_misfits
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Text, Texts, choose_from
from trendrapport.model.charts import Chart
from trendrapport.runtime.plugins import modules

_KIND = (
    Text(nl='de soort grafiek "{name}" bestaat niet', en='the kind of chart "{name}" does not exist'),
    Text(
        nl="elke soort grafiek heeft eigen velden en instellingen",
        en="each kind has its own fields and options",
    ),
)
_UNCLEAR = (
    Text(
        nl="uit de velden en de tabel is niet op te maken welke soort grafiek het is",
        en="the fields and the table do not determine a kind of chart",
    ),
    Text(
        nl="het programma raadt niet wat een kolom betekent",
        en="the program does not guess what a column means",
    ),
)

_LIMIT = (
    Text(
        nl='een grafiek van de soort "{kind}" heeft geen "limit"',
        en='a chart of kind "{kind}" has no "limit"',
    ),
    Text(nl="de tekening zou niet korter worden", en="the drawing would not get any shorter"),
    Text(
        nl='Kies met "filter" wat er getekend wordt, en verwijder "limit".',
        en='Use "filter" to choose what is drawn, and remove "limit".',
    ),
)


def misfits(chart: Chart, table: Table | None) -> Iterator[Misfit | Diagnostic]:
    """Everything in a declaration that does not fit its kind or, when that could be read, its table."""
    kind = modules(kinds).get(chart.kind)
    if not kind:
        yield from _without_kind(chart, table)
        return
    found = list(_of_kind(chart, table, cast("ChartKind", kind)))
    yield from found
    # Rows may only seem to be the same because a field or the filter is wrong.
    if table and not found:
        yield from row_misfits(chart, table)


def _without_kind(chart: Chart, table: Table | None) -> Iterator[Misfit]:
    """What can be said of a declaration without a kind, or with one that does not exist."""
    if chart.kind:
        texts: Texts = (*_KIND, choose_from(chart.kind, modules(kinds)))
        yield at_value(("kind",), "unknown-chart-kind", texts, name=chart.kind)
        if table:
            yield from filter_misfits(chart, table)
    elif table:
        # Without a table, which is reported by itself, nothing can be said of a kind.
        yield from _unclear_kind(chart, table)


def _unclear_kind(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Why no kind follows from a declaration and its table.

    A column or a value that does not exist is reason enough: the kind may follow once that is fixed.
    """
    wrong = [*unknown_columns(chart, table), *filter_misfits(chart, table)]
    yield from wrong
    if not wrong:
        yield at_key(("kind",), "unclear-chart-kind", (*_UNCLEAR, instructions(chart, table)))


def _of_kind(chart: Chart, table: Table | None, kind: ChartKind) -> Iterator[Misfit | Diagnostic]:
    yield from role_misfits(chart, table, kind)
    wrong = list(option_misfits(chart, kind))
    yield from wrong
    yield from explore_misfits(chart, table, kind)
    if chart.limit is not None and not hasattr(kind, "LIMITED"):
        yield at_key(("limit",), "limit-misfit", _LIMIT, kind=chart.kind)
    if table:
        yield from column_misfits(chart, table, kind)
        yield from filter_misfits(chart, table)
        yield from annotation_misfits(chart, table, kind)
        yield from value_misfits(chart, table)
        yield from logarithm_misfits(chart, table)
        if not wrong:
            yield from break_misfits(chart, table)
