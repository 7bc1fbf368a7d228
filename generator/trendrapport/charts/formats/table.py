"""The values that a chart shows as an HTML table, for those who cannot or do not want to read the drawing.

Only the rows and columns that the chart uses; the download has all of them. Series have columns of their own,
so that a row can be read across. A provisional value has an asterisk, as Statistics Netherlands marks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from trendrapport.charts import notation
from trendrapport.charts.figure import Figure
from trendrapport.charts.plan import NUMBERS, TIMES, Plan, Record, named
from trendrapport.charts.tables.digits import Digits, digits, numeric
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Scalar, TableField
from trendrapport.model.periods import Period, period

PRINTED = 12
"""The most rows that are printed: of moments the last, of all else those with the highest values.

The others are `beyond` paper.
"""

_HIGHEST = Text(
    nl="Dit zijn de {shown} hoogste van {count} rijen.", en="These are the highest {shown} of {count} rows."
)
_LAST = Text(
    nl="Dit zijn de laatste {shown} van {count} rijen.", en="These are the last {shown} of {count} rows."
)


@dataclass(frozen=True)
class _Value:
    """A value of a column, as a cell shows it."""

    value: Scalar
    field: TableField
    digits: Digits
    provisional: bool = False


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


def write(figure: Figure) -> bytes:
    """A table with a caption and headings for every row and column."""
    plan = figure.plan
    table = _table_of(plan)
    caption = f"<caption>{escape(plan.chart.title)}</caption>"
    return f"<table>\n{caption}\n{_body(table)}\n</table>{_rest(len(table.rows), plan)}".encode()


def _table_of(plan: Plan) -> _Table:
    series = plan.optional("series")
    if series and len(plan.columns("value")) == 1:
        return _by_series(plan, series)
    return _by_column(plan)


def _rest(count: int, plan: Plan) -> str:
    """A sentence about which rows are printed, where not all of them are."""
    if count <= PRINTED:
        return ""
    language = plan.theme.language
    sentence = _LAST if _timed_rows(plan) else _HIGHEST
    shown, all_rows = notation.number(PRINTED, 0, language), notation.number(count, 0, language)
    words = sentence.filled(shown=shown, count=all_rows).of(language)
    return f'<p class="rest">{escape(words)}</p>'


def _timed_rows(plan: Plan) -> bool:
    """Whether each row is a moment."""
    return _used(plan)[0].type in TIMES


def _rank(key: Scalar, values: Iterable[Scalar], plan: Plan) -> Scalar:
    """The rank of a row for printing: its moment, or the highest of its values."""
    if _timed_rows(plan):
        return key
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return max(numbers, default=None)


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
        if role != "provisional":
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
            provisional = column.name in with_values and _flagged(record, plan)
            values.append(_Value(record[column.name], column, decimals, provisional))
        rank = _rank(values[0].value, (record[name] for name in ranking), plan)
        rows.append(_Row(_cells(values, plan), rank))
    head = [_heading(_titled(column), "col", number=column.type in NUMBERS) for column in columns]
    return _Table(head, rows)


def _by_series(plan: Plan, series: TableField) -> _Table:
    """A row for each moment or category, and a column for each series."""
    value = plan.column("value")
    others = [column for column in _used(plan) if column.name not in {series.name, value.name}]
    records = plan.records()
    names = list(dict.fromkeys(record[series.name] for record in records))
    decimals = _digits(value, records)
    rows = []
    for entry in _entries(records, others, series, value, decimals, plan):
        found = [entry.by_series.get(name, _Value(None, value, decimals)) for name in names]
        cells = [*_named_by(entry.key, others, plan), *(_cell(one, plan) for one in found)]
        first = entry.key[0] if entry.key else None
        rows.append(_Row(cells, _rank(first, (one.value for one in found), plan)))
    return _Table(_head_of_series(names, others, series, value, plan), rows)


@dataclass
class _Entry:
    """A moment or category: the values of the columns that name it, and those of each series."""

    key: tuple[Scalar, ...]
    by_series: dict[Scalar, _Value] = field(default_factory=dict)


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
        shown = _Value(record[value.name], value, decimals, _flagged(record, plan))
        entry.by_series[record[series.name]] = shown
    return entries.values()


def _named_by(key: tuple[Scalar, ...], others: list[TableField], plan: Plan) -> list[str]:
    """The cells that name a row."""
    return _cells([_Value(part, column, Digits(0)) for part, column in zip(key, others, strict=True)], plan)


def _cells(values: Sequence[_Value], plan: Plan) -> list[str]:
    """The cells of values, the first of which is the heading of their row."""
    cells = [_cell(value, plan) for value in values]
    if values:
        cells[0] = _row_heading(values[0], plan)
    return cells


def _digits(column: TableField, records: Sequence[Record]) -> Digits:
    """The decimals of the values in a column."""
    return digits(record[column.name] for record in records)


def _head_of_series(
    names: list[Scalar], others: list[TableField], series: TableField, value: TableField, plan: Plan
) -> list[str]:
    head = [_heading(_titled(column), "col") for column in others]
    unit = f" ({value.unit})" if value.unit else ""
    for name in names:
        title = notation.shown(name, series.type, plan.theme.language)
        head.append(_heading(title + unit, "col", number=True))
    return head


def _flagged(record: Record, plan: Plan) -> bool:
    """Whether a row is provisional."""
    flag = plan.optional("provisional")
    return bool(flag and record[flag.name])


def _titled(column: TableField) -> str:
    return f"{column.title} ({column.unit})" if column.unit else column.title


def _heading(content: str, scope: str, *, number: bool = False) -> str:
    return f'<th scope="{scope}"{_class(number=number)}>{escape(content)}</th>'


def _class(*, number: bool) -> str:
    return ' class="number"' if number else ""


def _row_heading(value: _Value, plan: Plan) -> str:
    return f'<th scope="row">{_timed(_shown(value, plan), value)}</th>'


def _cell(value: _Value, plan: Plan) -> str:
    opened, text = f"<td{_class(number=value.field.type in NUMBERS)}>", _shown(value, plan)
    if value.value is None:
        # A dash that is read aloud as what it means, also without the site's style sheet.
        label = escape(text)
        return f'{opened}<span role="img" aria-label="{label}" title="{label}">\u2013</span></td>'
    content = _timed(text, value)
    if value.provisional:
        content += f'<abbr title="{notation.PROVISIONAL.of(plan.theme.language)}">*</abbr>'
    return f"{opened}{content}</td>"


def _shown(value: _Value, plan: Plan) -> str:
    decimals = value.digits.of(value.value) if numeric(value.value) else 0
    return notation.shown(value.value, value.field.type, plan.theme.language, decimals)


def _timed(text: str, value: _Value) -> str:
    """A text as HTML, with the moment that it is, if any."""
    moment = _moment(value.value, value.field)
    if not moment:
        return escape(text)
    return f'<time datetime="{escape(moment)}">{escape(text)}</time>'


def _moment(value: Scalar, column: TableField) -> str:
    """A day, month or week as 2024-01-31, 2024-01 or 2024-W05, by which rows can be sorted, a quarter as its
    first month; else nothing.
    """
    if column.type == "date":
        return str(value or "")
    if column.type not in {"yearmonth", "quarter", "week"}:
        return ""
    found = period(value)
    if found is None:
        return ""
    if found.sort == "quarter":
        return Period("yearmonth", found.year, found.start.month).iso
    return found.iso


def _body(table: _Table) -> str:
    printed = _printed(table.rows)
    lines = []
    for index, row in enumerate(table.rows):
        beyond = "" if index in printed else ' class="beyond"'
        lines.append(f"<tr{beyond}>{''.join(row.cells)}</tr>")
    body = "\n".join(lines)
    return f"<thead><tr>{''.join(table.head)}</tr></thead>\n<tbody>\n{body}\n</tbody>"
