"""The rows of a chart with several series: from a column that names the series, or a column for each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.plan import FLAGS, NUMBERS, WORDS, Plan, Record, Role, named
from trendrapport.charts.tables.rhythm import every
from trendrapport.charts.tables.table import Table
from trendrapport.model.base import described
from trendrapport.model.charts import Chart, Scalar

SERIES_FIELDS = {
    "value": Role(NUMBERS, many=True),
    "series": Role(WORDS, required=False),
    "provisional": Role(FLAGS, required=False),
}


class SeriesOptions(AmountOptions):
    """The settings of every kind that can have several series."""

    order: tuple[str | int, ...] = described(
        "volgorde van de reeksen; anders zoals in de tabel",
        "order of the series; otherwise as in the table",
        default=(),
    )


@dataclass(frozen=True)
class Point:
    """A value of one series at one moment or category, its `key`."""

    key: Scalar
    series: str
    amount: float | None
    text: str
    provisional: bool
    low: float | None = None
    high: float | None = None
    """The range of the value, if the table has it."""
    projected: bool = False
    """Whether it is a projection rather than a figure."""


def points(plan: Plan, place: str, options: SeriesOptions) -> list[Point]:
    """The value of each row and series, in the order of the table; the column of the role `place` has the
    keys.
    """
    return list(_points(plan, plan.column(place).name, Amounts(plan, options)))


def _points(plan: Plan, key: str, amounts: Amounts) -> Iterator[Point]:
    for record in plan.records():
        projected = plan.flagged("projected", record)
        provisional = plan.flagged("provisional", record) and not projected
        for index, (name, value) in enumerate(_values(record, plan)):
            amount = amounts.of(value)
            low = _limit(record, plan, "low", index, amounts)
            high = _limit(record, plan, "high", index, amounts)
            yield Point(record[key], name, amount, amounts.text(amount), provisional, low, high, projected)


def with_gaps(found: list[Point], plan: Plan, place: str) -> list[Point]:
    """The same in order of time, with a missing value for each series in each period that the table leaves
    out.
    """
    known = keys(found)
    whole = every(known, plan.column(place).type)
    if whole == known:
        return found
    absent = [key for key in whole if key not in known]
    gaps = [_missing(key, name, plan) for key, name in product(absent, _series(found))]
    return _sorted([*found, *gaps], whole)


def in_pairs(found: list[Point], plan: Plan) -> list[Point]:
    """The same, with a missing value for each key and series for which the table has no row."""
    known = {(point.key, point.series) for point in found}
    pairs = product(keys(found), _series(found))
    absent = [_missing(key, name, plan) for key, name in pairs if (key, name) not in known]
    if not absent:
        return found
    return _sorted([*found, *absent], keys(found))


def _missing(key: Scalar, series: str, plan: Plan) -> Point:
    return Point(key, series, None, notation.NO_DATA.of(plan.theme.language), provisional=False)


def _sorted(found: list[Point], wanted: Sequence[Scalar]) -> list[Point]:
    """Points in the order of these keys."""
    ranks = {key: rank for rank, key in enumerate(wanted)}
    return sorted(found, key=lambda point: ranks[point.key])


def _limit(record: Record, plan: Plan, role: str, index: int, amounts: Amounts) -> float | None:
    """The low or high limit of the value in the column of that index."""
    columns = plan.columns(role)
    if index >= len(columns):
        return None
    return amounts.of(record[columns[index].name])


def _values(record: Record, plan: Plan) -> list[tuple[str, Scalar]]:
    """The values of a row by the names of their series."""
    series, columns = plan.optional("series"), plan.columns("value")
    if series is None:
        return [(column.title, record[column.name]) for column in columns]
    name = notation.shown(record[series.name], series.type, plan.theme.language)
    if len(columns) == 1:
        return [(name, record[columns[0].name])]
    return [(f"{name}, {column.title}", record[column.name]) for column in columns]


def series_names(chart: Chart, table: Table, rows: Sequence[Record]) -> set[str]:
    """The names of the series of a declaration, as annotations can use them."""
    if columns := named(chart, "series"):
        return {str(row[columns[0]]) for row in rows}
    return {table.field(name).title for name in named(chart, "value")}


def names(found: list[Point], options: SeriesOptions) -> list[str]:
    """The series, in the wanted order first."""
    seen = _series(found)
    wanted = [name for name in map(str, options.order) if name in seen]
    return wanted + [name for name in seen if name not in wanted]


def keys(found: list[Point]) -> list[Scalar]:
    """The keys of points on the other axis, in the table's order."""
    return list(dict.fromkeys(point.key for point in found))


def _series(found: list[Point]) -> list[str]:
    return list(dict.fromkeys(point.series for point in found))


def series_colours(
    series: Sequence[str], plan: Plan, highlighted: Collection[str | int] = ()
) -> dict[str, str]:
    """A colour for each series; those that are not highlighted, or are too many, share one."""
    chosen = set(map(str, highlighted)) or set(series)
    fronts = [name for name in series if name in chosen]
    colours = dict(zip(fronts, plan.theme.series, strict=False))
    return {name: colours.get(name, plan.theme.muted) for name in series}
