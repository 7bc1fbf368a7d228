"""Rows held against the chart they stand in: of two values for one place one would be drawn, and parts may
not be more than the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from trendrapport.charts.fit.misfit import Misfit
from trendrapport.charts.fit.same_rows import ROLES, telling_apart
from trendrapport.charts.plan import NUMBERS, named, passes, selected
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, enumerated
from trendrapport.model.charts import Chart, Scalar

_AMBIGUOUS = (
    Text(nl="er zijn {count} rijen voor {places}", en="there are {count} rows for {places}"),
    Text(nl="op één plaats kan maar één waarde staan", en="at one place only one value can stand"),
    Text(
        nl='Kies met "filter" één rij voor elke plaats, of noem de kolom die ze onderscheidt, zoals bij '
        '"series". '
        "Regel {lines} verschillen in: {columns}.",
        en='Choose one row for each place with "filter", or name the column that tells them apart, '
        'such as at "series". '
        "Lines {lines} differ in: {columns}.",
    ),
)
MOST_LINES = 4
MOST_CELLS = 2_000
_CELLS = (
    Text(
        nl="{count} vakken zijn te veel voor een grafiek (hoogstens {most})",
        en=("{count} cells are too many for a chart (at most {most})"),
    ),
    Text(
        nl="lezers kunnen ze niet onderscheiden, en de tekening wordt te zwaar",
        en="readers cannot tell them apart, and the drawing gets too heavy",
    ),
    Text(
        nl="Maak een tabel met minder groepen, of kies met filter de groepen die ertoe doen.",
        en="Make a table with fewer groups, or choose with filter the groups that matter.",
    ),
)
_MORE = (
    Text(
        nl="de delen zijn samen {sum}, meer dan het geheel bij total",
        en=("the parts add up to {sum}, more than the whole at total"),
    ),
    Text(nl="delen van een geheel zijn er nooit meer dan", en=("parts of a whole are never more than that")),
    Text(
        nl="Verbeter het geheel, of laat met filter rijen weg die geen deel zijn, zoals een totaal.",
        en="Correct the whole, or leave out with filter rows that are no part, such as a total.",
    ),
)


def row_misfits(chart: Chart, table: Table) -> Iterator[Misfit]:
    """What is wrong with the rows of a chart of which all else fits."""
    yield from _ambiguous(chart, table)
    yield from _too_many_cells(chart, table)
    yield from _more_than_whole(chart, table)


def _too_many_cells(chart: Chart, table: Table) -> Iterator[Misfit]:
    """A map of cells has one for each pair, also where no row is."""
    columns = [
        name for role in ("x", "y") for name in named(chart, role) if table.field(name).type not in NUMBERS
    ]
    rows = selected(chart, table) if len(columns) == len(("x", "y")) else []
    count = prod(len({row[name] for row in rows}) for name in columns) if rows else 0
    if count > MOST_CELLS:
        yield Misfit(
            ("data",), False, "too-many-rows", _CELLS[0].filled(count=count, most=MOST_CELLS), *_CELLS[1:]
        )


def _more_than_whole(chart: Chart, table: Table) -> Iterator[Misfit]:
    total, divide_by = (chart.options.get(name, usual) for name, usual in (("total", None), ("divide_by", 1)))
    if isinstance(total, int | float) and isinstance(divide_by, int | float):
        values = [record[name] for record in selected(chart, table) for name in named(chart, "value")]
        whole = sum(value for value in values if isinstance(value, int | float)) / divide_by
        if round(whole, 6) > total:
            yield Misfit(
                ("options", "total"),
                False,
                "more-than-whole",
                _MORE[0].filled(sum=f"{whole:.15g}"),
                *_MORE[1:],
            )


def _ambiguous(chart: Chart, table: Table) -> Iterator[Misfit]:
    """The first place that has several values, which a column of the table tells apart."""
    columns = [name for role in ROLES for name in named(chart, role) if name in table.columns]
    if not named(chart, "value") or not columns:
        return
    groups: dict[tuple[Scalar, ...], list[int]] = {}
    records = table.records()
    for number, record in enumerate(records):
        if passes(record, chart):
            groups.setdefault(tuple(record[name] for name in columns), []).append(number)
    for key, same in groups.items():
        apart = telling_apart(columns, [records[number] for number in same], table) if len(same) > 1 else []
        if apart and None not in key:
            yield _ambiguous_at(key, same, apart, table)
            return


def _ambiguous_at(key: tuple[Scalar, ...], same: list[int], apart: list[str], table: Table) -> Misfit:
    what = _AMBIGUOUS[0].filled(count=len(same), places=", ".join(map(str, key)))
    lines = [table.cells[number][0].line for number in same[:MOST_LINES]]
    fix = _AMBIGUOUS[2].filled(lines=enumerated(lines), columns=", ".join(apart))
    return Misfit(("fields",), True, "ambiguous-rows", what, _AMBIGUOUS[1], fix)
