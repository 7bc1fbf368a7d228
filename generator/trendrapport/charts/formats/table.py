"""The values that a chart shows as an HTML table, for those who cannot or do not want to read the drawing.

Only the rows and columns that the chart uses; the download has all of them. Series have columns of their own,
so that a row can be read across. A provisional value has an asterisk, as Statistics Netherlands marks it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from operator import itemgetter

from trendrapport.charts import notation
from trendrapport.charts.cells import Value, cell, cells, heading, titled
from trendrapport.charts.figure import Figure
from trendrapport.charts.parts.crowds import CROWD, in_front
from trendrapport.charts.plan import NUMBERS, TIMES, Plan, Record, named
from trendrapport.charts.tables.digits import Digits, digits, numeric
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Scalar, TableField

PRINTED = 12
"""The most rows that are printed: of moments the last, of all else those with the highest values.

The others are `beyond` paper.
"""

_HIGHEST = Text(
    nl="Dit zijn de {shown} hoogste van {count} rijen.", en="These are the highest {shown} of {count} rows."
)
_CHOSEN = Text(
    nl="Dit zijn {shown} van {count} rijen: de gekozene en daarna de hoogste.",
    en="These are {shown} of {count} rows: the chosen ones, then the highest.",
)
_LAST = Text(
    nl="Dit zijn de laatste {shown} van {count} rijen.", en="These are the last {shown} of {count} rows."
)


@dataclass(frozen=True)
class _Row:
    """A row of cells, and its rank for printing: its moment, or its highest value."""

    cells: list[str]
    rank: Scalar


@dataclass(frozen=True)
class _Table:
    """The cells of headings, and the rows below them."""

    head: list[str]
    rows: list[_Row]
    printed: Text
    """Which rows are printed, where not all of them are."""


def write(figure: Figure) -> bytes:
    """A table with a caption and headings for every row and column."""
    plan = figure.plan
    table = _table_of(plan)
    caption = f"<caption>{escape(plan.chart.title)}</caption>"
    return f"<table>\n{caption}\n{_body(table)}\n</table>{_rest(table, plan)}".encode()


def _table_of(plan: Plan) -> _Table:
    series = plan.optional("series")
    if not series or len(plan.columns("value")) > 1 or plan.columns("low") or plan.columns("high"):
        return _by_column(plan)
    *others, last = [
        column for column in _used(plan) if column.name not in {series.name, plan.column("value").name}
    ]
    if not others and _is_wide(plan, series, last):
        return _of_crowd(plan, series, last)
    return _by_series(plan, series)


def _is_wide(plan: Plan, series: TableField, place: TableField) -> bool:
    """Whether there are more series than fit beside each other, and no more moments than those."""
    records = plan.records()
    names, places = (len(set(map(itemgetter(column.name), records))) for column in (series, place))
    return names > CROWD and places <= names


def _rest(table: _Table, plan: Plan) -> str:
    """A sentence about which rows are printed, where not all of them are."""
    if len(table.rows) <= PRINTED:
        return ""
    language = plan.theme.language
    shown, all_rows = notation.number(PRINTED, 0, language), notation.number(len(table.rows), 0, language)
    words = table.printed.filled(shown=shown, count=all_rows).of(language)
    return f'<p class="rest">{escape(words)}</p>'


def _timed_rows(plan: Plan) -> bool:
    """Whether each row is a moment."""
    return _used(plan)[0].type in TIMES


def _rank(key: Scalar, values: Iterable[Scalar], plan: Plan) -> Scalar:
    """The rank of a row for printing: its moment, or the highest of its values."""
    if _timed_rows(plan):
        return key
    return _highest(values)


def _highest(values: Iterable[Scalar]) -> float | None:
    return max(filter(numeric, values), default=None)


def _printed_rows(plan: Plan) -> Text:
    return _LAST if _timed_rows(plan) else _HIGHEST


def _printed(rows: Sequence[_Row]) -> set[int]:
    """The indices of the rows that are printed; of equal ones the first."""
    known = [index for index, row in enumerate(rows) if row.rank is not None]
    known.sort(key=lambda index: rows[index].rank or 0, reverse=True)
    unknown = [index for index, row in enumerate(rows) if row.rank is None]
    return set([*known, *unknown][:PRINTED])


def _used(plan: Plan) -> list[TableField]:
    """The columns that serve a role, in the order of the roles; all of them if none does."""
    names = dict[str, None]()
    for role in plan.chart.fields:
        if role not in {"provisional", "projected"}:
            names |= dict.fromkeys(named(plan.chart, role))
    if not names:
        return list(plan.table.fields)
    return [plan.table.field(name) for name in names]


def _by_column(plan: Plan) -> _Table:
    """A row for each row of the table, and a column for each column that the chart uses."""
    records, columns = plan.records(), _used(plan)
    all_digits = [_digits(column, records) for column in columns]
    with_values = {column.name for column in plan.columns("value")}
    ranking = with_values or {column.name for column in columns if column.type in NUMBERS}
    rows = []
    for record in records:
        values = []
        for column, decimals in zip(columns, all_digits, strict=True):
            flags = _flags(record, plan) if column.name in with_values else ()
            values.append(Value(record[column.name], column, decimals, *flags))
        rank = _rank(values[0].value, (record[name] for name in ranking), plan)
        rows.append(_Row(cells(values, plan), rank))
    head = [heading(titled(column), "col", number=column.type in NUMBERS) for column in columns]
    return _Table(head, rows, _printed_rows(plan))


def _by_series(plan: Plan, series: TableField) -> _Table:
    """A row for each moment or category, and a column for each series."""
    value = plan.column("value")
    others = [column for column in _used(plan) if column.name not in {series.name, value.name}]
    records = plan.records()
    names = list(dict.fromkeys(record[series.name] for record in records))
    decimals = _digits(value, records)
    rows = []
    for entry in _entries(records, others, series, value, decimals, plan):
        found = [entry.by_series.get(name, Value(None, value, decimals)) for name in names]
        row = [*_named_by(entry.key, others, plan), *(cell(one, plan) for one in found)]
        first = entry.key[0] if entry.key else None
        rows.append(_Row(row, _rank(first, (one.value for one in found), plan)))
    return _Table(_head_of_series(names, others, series, value, plan), rows, _printed_rows(plan))


def _of_crowd(plan: Plan, series: TableField, place: TableField) -> _Table:
    """A row for each of many series, the chosen ones first, and a column for each moment."""
    value, records = plan.column("value"), plan.records()
    decimals, language = _digits(value, records), plan.theme.language
    places = list(dict.fromkeys(record[place.name] for record in records))
    entries = _entries(records, [series], place, value, decimals, plan)
    by_name = {notation.shown(entry.key[0], series.type, language): entry for entry in entries}
    front = in_front(list(by_name), plan.chart)
    rows = []
    for name in dict.fromkeys([*front, *by_name]):
        entry = by_name[name]
        found = [entry.by_series.get(at, Value(None, value, decimals)) for at in places]
        row = [*_named_by(entry.key, [series], plan), *(cell(one, plan) for one in found)]
        is_chosen = name in front and len(front) < len(by_name)
        rows.append(_Row(row, math.inf if is_chosen else _highest(one.value for one in found)))
    printed = _HIGHEST if len(front) == len(by_name) else _CHOSEN
    return _Table(_head_of_series(places, [series], place, value, plan), rows, printed)


@dataclass
class _Entry:
    """A moment or category: the values of the columns that name it, and those of each series."""

    key: tuple[Scalar, ...]
    by_series: dict[Scalar, Value] = field(default_factory=dict)


def _entries(  # noqa: PLR0913
    records: list[Record],
    others: list[TableField],
    series: TableField,
    value: TableField,
    decimals: Digits,
    plan: Plan,
) -> Iterable[_Entry]:
    """The entries of a table, in its order."""
    entries: dict[tuple[Scalar, ...], _Entry] = {}
    for record in records:
        key = tuple(record[column.name] for column in others)
        entry = entries.setdefault(key, _Entry(key))
        shown = Value(record[value.name], value, decimals, *_flags(record, plan))
        entry.by_series[record[series.name]] = shown
    return entries.values()


def _named_by(key: tuple[Scalar, ...], others: list[TableField], plan: Plan) -> list[str]:
    """The cells that name a row."""
    return cells([Value(part, column, Digits(0)) for part, column in zip(key, others, strict=True)], plan)


def _digits(column: TableField, records: Sequence[Record]) -> Digits:
    """The decimals of the values in a column."""
    return digits(record[column.name] for record in records)


def _head_of_series(
    names: list[Scalar], others: list[TableField], series: TableField, value: TableField, plan: Plan
) -> list[str]:
    head = [heading(titled(column), "col") for column in others]
    unit = f" ({value.unit})" if value.unit else ""
    for name in names:
        title = notation.shown(name, series.type, plan.theme.language)
        head.append(heading(title + unit, "col", number=True))
    return head


def _flags(record: Record, plan: Plan) -> tuple[bool, bool]:
    """Whether a row is provisional, and whether it is a projection."""
    return plan.flagged("provisional", record), plan.flagged("projected", record)


def _body(table: _Table) -> str:
    printed = _printed(table.rows)
    lines = []
    for index, row in enumerate(table.rows):
        beyond = "" if index in printed else ' class="beyond"'
        lines.append(f"<tr{beyond}>{''.join(row.cells)}</tr>")
    body = "\n".join(lines)
    return f"<thead><tr>{''.join(table.head)}</tr></thead>\n<tbody>\n{body}\n</tbody>"
