"""A table to the parts of it that a chart could show: which rows, told apart by which columns, with which
numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from trendrapport.charts.choosing.columns import Columns, columns
from trendrapport.charts.fit.totals import is_called_total
from trendrapport.charts.plan import Record
from trendrapport.charts.proposing.counts import values
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, Scalar

Filter = Mapping[str, Scalar | tuple[Scalar, ...]]

_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")

MOST_KEYS = 2
"""No kind tells rows apart by more columns."""
MOST_COLUMNS = 6
"""Of more columns of words and moments, only the first are looked at."""
MOST_SERIES = 8
"""More columns of numbers are no series of one chart."""
MOST_NAMED = 12
"""A filter that names more values would be too long to read."""


@dataclass(frozen=True)
class Cut:
    """A part of a table."""

    chart: Chart
    """A declaration without a kind: its filter, and several numbers as its value."""
    seen: Columns
    """The columns that tell the rows apart, and the chosen numbers; no others."""
    kept: tuple[str, ...]
    """The columns that tell the rows apart."""


def cuts(blank: Chart, table: Table) -> Iterator[Cut]:
    """Every part of a table, those of the most rows first; `blank` is a declaration that leaves everything
    out.
    """
    seen = columns(blank, table)
    found: list[Cut] = []
    for kept in _kept(seen):
        for rows in _filters(kept, seen):
            found += _with_numbers(blank.model_copy(update={"filter": rows}), kept, table)
    yield from sorted(found, key=lambda cut: (len(cut.chart.filter), -len(cut.seen.rows)))


def _keys(seen: Columns) -> tuple[str, ...]:
    """The columns that tell the rows apart, as few as possible and moments first; without numbers all that
    there are.
    """
    every = _telling(seen)[:MOST_COLUMNS]
    if not seen.numbers or len(seen.rows) == 1:
        return every
    for size in range(1, len(every)):
        for few in combinations(every, size):
            if _apart(seen.rows, few):
                return few
    return every


def _telling(seen: Columns) -> tuple[str, ...]:
    """The columns of moments and words; codes only where no column has the names of their areas."""
    if seen.code and not seen.area:
        return (*seen.times, seen.code, *seen.groups)
    return (*seen.times, *seen.groups)


def _kept(seen: Columns) -> Iterator[tuple[str, ...]]:
    """The columns by which a chart could tell rows apart."""
    keys = _keys(seen)
    for size in range(MOST_KEYS, -1, -1):
        yield from combinations(keys, size)


def _filters(kept: Sequence[str], seen: Columns) -> Iterator[Filter]:
    """What is selected so that the columns that are kept tell the rows apart: all, or one value of the
    others; and then also without what is a total of the rest.
    """
    fixed = _fixed(kept, seen)
    if fixed is None:
        return
    yield fixed
    without = _without_totals(kept, _matching(seen.rows, fixed))
    if without:
        yield {**fixed, **without}


def _fixed(kept: Sequence[str], seen: Columns) -> Filter | None:
    """One value for as few of the other columns as needed; None if there is none that says what it stands
    for.
    """
    rows, fixed = seen.rows, dict[str, Scalar]()
    for column in _keys(seen):
        if column in kept or _apart(rows, kept):
            continue
        value = _one_value(rows, column, seen)
        if value is None and len(kept) == MOST_KEYS:
            value = next(iter(values(rows, column)), None)
        if value is None:
            return None
        fixed[column] = value
        rows = _matching(rows, fixed)
    if rows and _apart(rows, kept):
        return fixed
    return None


def _one_value(rows: Sequence[Record], column: str, seen: Columns) -> Scalar:
    """The last moment, or the total; None if there is none."""
    found = values(rows, column)
    if column in seen.times:
        return max(found, key=str, default=None)
    return next(filter(is_called_total, found), None)


def _without_totals(kept: Sequence[str], rows: Sequence[Record]) -> Filter:
    """By column, the values that are not called a total."""
    found = dict[str, tuple[Scalar, ...]]()
    for column in kept:
        every = values(rows, column)
        parts = tuple(value for value in every if not is_called_total(value))
        if len(parts) < len(every) and 1 < len(parts) <= MOST_NAMED:
            found[column] = parts
    return found


def _matching(rows: Sequence[Record], fixed: Filter) -> list[Record]:
    return [row for row in rows if _matches(row, fixed)]


def _matches(row: Record, fixed: Filter) -> bool:
    return all(row[column] == value for column, value in fixed.items())


def _apart(rows: Sequence[Record], kept: Sequence[str]) -> bool:
    """Whether no two rows have the same values in these columns."""
    seen = {tuple(map(row.__getitem__, kept)) for row in rows}
    return len(seen) == len(rows)


def _with_numbers(chart: Chart, kept: tuple[str, ...], table: Table) -> Iterator[Cut]:
    """The same rows with each choice of numbers."""
    seen = columns(chart, table)
    for numbers, together in _numbers(seen, table):
        fields = {}
        if together:
            fields["value"] = numbers
        yield Cut(chart.model_copy(update={"fields": fields}), _only(seen, kept, numbers, fields), kept)


def _numbers(seen: Columns, table: Table) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Columns of numbers that a chart could show, and whether they are series of one scale: the first, the
    first two as two scales, and the first with all others of its unit.
    """
    filled = [name for name in seen.numbers if values(seen.rows, name)]
    if not filled:
        yield (), False
        return
    yield (filled[0],), False
    if len(filled) > 1:
        yield tuple(filled[:2]), False
    alike = _alike(filled, table)
    if 1 < len(alike) <= MOST_SERIES:
        yield alike, True


def _alike(names: Sequence[str], table: Table) -> tuple[str, ...]:
    """The columns with the unit of the first; without a unit, only if all are called after a year."""
    unit = table.field(names[0]).unit
    if not unit and not all(map(_YEAR.search, names)):
        return ()
    return tuple(name for name in names if table.field(name).unit == unit)


def _among(names: Sequence[str], kept: Sequence[str]) -> tuple[str, ...]:
    """The names that are kept."""
    return tuple(name for name in names if name in kept)


def _only(
    seen: Columns, kept: Sequence[str], numbers: tuple[str, ...], declared: Mapping[str, tuple[str, ...]]
) -> Columns:
    """What is seen, without all columns that are not chosen."""
    chosen = replace(
        seen,
        declared=dict(declared),
        numbers=numbers,
        times=_among(seen.times, kept),
        groups=_among(seen.groups, kept),
    )
    if {seen.code, seen.area}.isdisjoint(kept):
        return replace(chosen, code=None)
    return chosen
