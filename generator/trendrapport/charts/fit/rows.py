"""Rows compared with their chart: two values in one position, and parts that are more than the whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from trendrapport.charts.fit.misfit import Misfit, at_key, at_value
from trendrapport.charts.fit.same_rows import ROLES, telling_apart
from trendrapport.charts.plan import NUMBERS, all_named, named, passes, selected
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, enumerated
from trendrapport.model.charts import Chart, Scalar

_AMBIGUOUS = (
    Text(nl="er zijn {count} rijen voor {places}", en="there are {count} rows for {places}"),
    Text(
        nl="op één plaats in de grafiek past maar één waarde",
        en="one position in the chart can hold only one value",
    ),
    Text(
        nl=(
            'Kies met "filter" één rij per plaats, of noem de kolom die de rijen onderscheidt, zoals '
            'bij "series". De regels {lines} verschillen in: {columns}.'
        ),
        en=(
            'Use "filter" to choose one row per position, or name the column that tells the rows '
            'apart, such as under "series". Lines {lines} differ in: {columns}.'
        ),
    ),
)
MOST_LINES = 4
MOST_CELLS = 2_000
_CELLS = (
    Text(
        nl="{count} vakken is te veel voor een grafiek (hoogstens {most})",
        en="{count} cells is too many for a chart (at most {most})",
    ),
    Text(
        nl="lezers kunnen ze niet onderscheiden, en de tekening wordt te zwaar",
        en="readers cannot tell them apart, and the drawing becomes too heavy",
    ),
    Text(
        nl='Maak een tabel met minder groepen, of kies met "filter" de groepen die ertoe doen.',
        en='Make a table with fewer groups, or use "filter" to choose the groups that matter.',
    ),
)
_MORE = (
    Text(
        nl='de delen zijn samen {sum}, meer dan het geheel bij "total"',
        en='the parts add up to {sum}, more than the whole under "total"',
    ),
    Text(
        nl="de delen van een geheel zijn samen nooit meer dan het geheel",
        en="the parts of a whole are never more than the whole",
    ),
    Text(
        nl='Verbeter het geheel, of laat met "filter" rijen weg die geen deel zijn, zoals een totaal.',
        en='Correct the whole, or use "filter" to leave out rows that are not a part, such as a total.',
    ),
)


def row_misfits(chart: Chart, table: Table) -> Iterator[Misfit]:
    """What is wrong with the rows of a chart of which all else fits."""
    yield from _ambiguous(chart, table)
    yield from _too_many_cells(chart, table)
    yield from _more_than_whole(chart, table)


def _too_many_cells(chart: Chart, table: Table) -> Iterator[Misfit]:
    """A map of cells has one for each pair, also where no row is."""
    names = all_named(chart, ("x", "y"))
    columns = [name for name in names if table.field(name).type not in NUMBERS]
    if len(columns) != len(("x", "y")):
        return
    rows = selected(chart, table)
    count = 1
    for name in columns:
        count *= len({row[name] for row in rows})
    if count > MOST_CELLS:
        yield at_value(("data",), "too-many-rows", _CELLS, count=count, most=MOST_CELLS)


def _more_than_whole(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Parts that are more than the whole that an editor declares."""
    total, divide_by = chart.options.get("total"), chart.options.get("divide_by", 1)
    if not isinstance(total, int | float) or not isinstance(divide_by, int | float):
        return
    whole = _sum(chart, table) / divide_by
    if round(whole, 6) > total:
        yield at_value(("options", "total"), "more-than-whole", _MORE, sum=f"{whole:.15g}")


def _sum(chart: Chart, table: Table) -> float:
    """All values of a chart together."""
    whole = 0.0
    for row, name in product(selected(chart, table), named(chart, "value")):
        value = row[name]
        if isinstance(value, int | float):
            whole += value
    return whole


def _ambiguous(chart: Chart, table: Table) -> Iterator[Misfit]:
    """The first position that has several values, which differ in another column."""
    columns = [name for name in all_named(chart, ROLES) if name in table.columns]
    if not named(chart, "value") or not columns:
        return
    groups: dict[tuple[Scalar, ...], list[int]] = {}
    records = table.records()
    for number, record in enumerate(records):
        if passes(record, chart):
            groups.setdefault(tuple(record[name] for name in columns), []).append(number)
    for key, same in groups.items():
        if len(same) == 1 or None in key:
            continue
        apart = telling_apart(columns, [records[number] for number in same], table)
        if apart:
            yield _ambiguous_at(key, same, apart, table)
            return


def _ambiguous_at(key: tuple[Scalar, ...], same: list[int], apart: list[str], table: Table) -> Misfit:
    lines = [table.cells[number][0].line for number in same[:MOST_LINES]]
    fix = _AMBIGUOUS[2].filled(lines=enumerated(lines), columns=", ".join(apart))
    places = ", ".join(map(str, key))
    return at_key(("fields",), "ambiguous-rows", (*_AMBIGUOUS[:2], fix), count=len(same), places=places)
