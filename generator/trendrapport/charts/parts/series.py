"""The rows of a chart with several series: from a column that names the series, or from a column per series."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

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
    """A value of one series at one place."""

    key: Scalar
    series: str
    amount: float | None
    text: str
    provisional: bool
    low: float | None = None
    high: float | None = None
    """The range in which the value lies, if the table tells it."""


def points(plan: Plan, place: str, options: SeriesOptions) -> list[Point]:
    """The value of each row and series, in the order of the table."""
    amounts = Amounts(plan, options)
    key, flag = plan.column(place).name, plan.optional("provisional")
    found = []
    for record in plan.records():
        for index, (name, value) in enumerate(_values(record, plan)):
            amount = amounts.of(value)
            low, high = (_end(record, plan, role, index, amounts) for role in ("low", "high"))
            found.append(
                Point(
                    record[key],
                    name,
                    amount,
                    amounts.text(amount),
                    bool(flag and record[flag.name]),
                    low,
                    high,
                )
            )
    return found


def with_gaps(found: list[Point], plan: Plan, place: str) -> list[Point]:
    """The same in order of time, and that a value is missing for each series in each period that the table
    leaves out.
    """
    column = plan.column(place)
    places = every(keys(found), column.type)
    known = keys(found)
    if places == known:
        return found
    absent = [key for key in places if key not in known]
    series = list(dict.fromkeys(point.series for point in found))
    unknown = notation.NO_DATA.of(plan.theme.language)
    gaps = [Point(key, name, None, unknown, provisional=False) for key in absent for name in series]
    order = {key: index for index, key in enumerate(places)}
    return sorted([*found, *gaps], key=lambda point: order[point.key])


def in_pairs(found: list[Point], plan: Plan) -> list[Point]:
    """The same, and that a value is missing for each series at each place for which the table has no row."""
    known = {(point.key, point.series) for point in found}
    unknown = notation.NO_DATA.of(plan.theme.language)
    pairs = [(key, name) for key in keys(found) for name in dict.fromkeys(point.series for point in found)]
    absent = [
        Point(key, name, None, unknown, provisional=False) for key, name in pairs if (key, name) not in known
    ]
    if not absent:
        return found
    order = {key: index for index, key in enumerate(keys(found))}
    return sorted([*found, *absent], key=lambda point: order[point.key])


def _end(record: Record, plan: Plan, role: str, index: int, amounts: Amounts) -> float | None:
    """One end of the range of the value in the column of that index."""
    columns = plan.columns(role)
    return amounts.of(record[columns[index].name]) if index < len(columns) else None


def _values(record: Record, plan: Plan) -> list[tuple[str, Scalar]]:
    series, columns = plan.optional("series"), plan.columns("value")
    if series is None:
        return [(column.title, record[column.name]) for column in columns]
    name = notation.shown(record[series.name], series.type, plan.theme.language)
    return [
        (name if len(columns) == 1 else f"{name}, {column.title}", record[column.name]) for column in columns
    ]


def series_names(chart: Chart, table: Table, rows: Sequence[Record]) -> set[str]:
    """What the series of a declaration are called, as far as annotations can name them."""
    if columns := named(chart, "series"):
        return {str(row[columns[0]]) for row in rows}
    return {table.field(name).title for name in named(chart, "value")}


def names(found: list[Point], options: SeriesOptions) -> list[str]:
    """The series, in the wanted order first."""
    seen = list(dict.fromkeys(point.series for point in found))
    first = [str(name) for name in options.order if str(name) in seen]
    return first + [name for name in seen if name not in first]


def keys(found: list[Point]) -> list[Scalar]:
    """The places on the other axis, in the table's order."""
    return list(dict.fromkeys(point.key for point in found))


def series_colours(
    series: Sequence[str], plan: Plan, highlighted: Collection[str | int] = ()
) -> dict[str, str]:
    """A colour for each series; those that step back behind highlighted ones, or are too many, share one."""
    chosen = set(map(str, highlighted))
    wanted = [name for name in series if not chosen or name in chosen]
    fronts = dict(zip(wanted, plan.theme.series, strict=False))
    return {name: fronts.get(name, plan.theme.muted) for name in series}
