"""The values that a chart shows as an HTML table, for whoever cannot or does not want to read the drawing.

Only the rows and columns that the chart uses; the download has all of them. Series stand in
columns of their own, so that a row can be read across. A provisional value has an asterisk, as Statistics
Netherlands marks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from trendrapport.charts import notation
from trendrapport.charts.figure import Figure
from trendrapport.charts.plan import NUMBERS, TIMES, Plan, Record, named
from trendrapport.charts.tables.digits import Digits, digits, numeric
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Scalar, TableField
from trendrapport.model.periods import Period, period

BEYOND = ' class="beyond"'
PRINTED = 12
"""So many rows are printed: of moments the last, of all else those with the highest values.

The others are `beyond` paper.
"""

_HIGHEST = Text(
    nl="Dit zijn de {shown} hoogste van {count} rijen.", en=("These are the highest {shown} of {count} rows.")
)
_LAST = Text(
    nl="Dit zijn de laatste {shown} van {count} rijen.", en=("These are the last {shown} of {count} rows.")
)


@dataclass(frozen=True)
class _Row:
    """A row of cells, and what says whether it is printed: its moment, or its highest value."""

    cells: list[str]
    rank: Scalar


def write(figure: Figure) -> bytes:
    """A table with a caption and headings for every row and column."""
    plan = figure.plan
    series = plan.optional("series")
    head, rows = _by_series(plan, series) if series and len(plan.columns("value")) == 1 else _by_column(plan)
    body = _table(head, rows)
    return f"<table>\n<caption>{escape(plan.chart.title)}</caption>\n{body}\n</table>{_rest(len(rows), plan)}".encode()


def _rest(count: int, plan: Plan) -> str:
    """Which rows are on paper, where that is not all of them."""
    if count <= PRINTED:
        return ""
    language = plan.theme.language
    told = _LAST if _timed_rows(plan) else _HIGHEST
    words = told.filled(
        shown=notation.number(PRINTED, 0, language), count=notation.number(count, 0, language)
    )
    return f'<p class="rest">{escape(words.of(language))}</p>'


def _timed_rows(plan: Plan) -> bool:
    """Whether each row is a moment."""
    return _used(plan)[0].type in TIMES


def _rank(key: Scalar, values: Iterable[Scalar], plan: Plan) -> Scalar:
    """By what a row is chosen for paper: its moment, or the highest of its values."""
    if _timed_rows(plan):
        return key
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return max(numbers, default=None)


def _printed(rows: Sequence[_Row]) -> set[int]:
    """The places of the rows that are printed; of equal ones the first."""
    known = [place for place, row in enumerate(rows) if row.rank is not None]
    known.sort(key=lambda place: rows[place].rank or 0, reverse=True)
    unknown = [place for place, row in enumerate(rows) if row.rank is None]
    return set([*known, *unknown][:PRINTED])


def _used(plan: Plan) -> list[TableField]:
    """The columns that serve a role, in the order of the roles; all of them if none does."""
    names = dict.fromkeys(
        name for role in plan.chart.fields if role != "provisional" for name in named(plan.chart, role)
    )
    return [plan.table.field(name) for name in names] or list(plan.table.fields)


def _by_column(plan: Plan) -> tuple[list[str], list[_Row]]:
    records, columns = plan.records(), _used(plan)
    places = {field.name: digits(record[field.name] for record in records) for field in columns}
    head = [_heading(_titled(field), "col", number=field.type in NUMBERS) for field in columns]
    values = {field.name for field in plan.columns("value")}
    rows = []
    for record in records:
        cells = [
            _cell(
                record[field.name],
                field,
                plan,
                places[field.name],
                first=index == 0,
                star=field.name in values and _flagged(record, plan),
            )
            for index, field in enumerate(columns)
        ]
        worth = [record[name] for name in values] or [
            record[field.name] for field in columns if field.type in NUMBERS
        ]
        rows.append(_Row(cells, _rank(record[columns[0].name], worth, plan)))
    return head, rows


def _by_series(plan: Plan, series: TableField) -> tuple[list[str], list[_Row]]:
    """A row for each place and a column for each series."""
    value, language = plan.column("value"), plan.theme.language
    others = [field for field in _used(plan) if field.name not in {series.name, value.name}]
    records = plan.records()
    names = list(dict.fromkeys(record[series.name] for record in records))
    places = digits(record[value.name] for record in records)
    unit = f" ({value.unit})" if value.unit else ""
    head = [
        *(_heading(_titled(field), "col") for field in others),
        *(_heading(notation.shown(name, series.type, language) + unit, "col", number=True) for name in names),
    ]
    rows = []
    for key, values in _grouped(records, others, series, value, plan).items():
        named_by = [
            _cell(part, field, plan, Digits(0), first=field is others[0])
            for part, field in zip(key, others, strict=True)
        ]
        found = [values.get(name, (None, False)) for name in names]
        cells = [_cell(amount, value, plan, places, star=provisional) for amount, provisional in found]
        rows.append(
            _Row([*named_by, *cells], _rank(key[0] if key else None, (amount for amount, _ in found), plan))
        )
    return head, rows


def _grouped(
    records: list[Record], others: list[TableField], series: TableField, value: TableField, plan: Plan
) -> dict[tuple[Scalar, ...], dict[Scalar, tuple[Scalar, bool]]]:
    """For each place the values by series, and whether they are provisional."""
    grouped: dict[tuple[Scalar, ...], dict[Scalar, tuple[Scalar, bool]]] = {}
    for record in records:
        key = tuple(record[field.name] for field in others)
        grouped.setdefault(key, {})[record[series.name]] = (record[value.name], _flagged(record, plan))
    return grouped


def _flagged(record: Record, plan: Plan) -> bool:
    flag = plan.optional("provisional")
    return bool(flag and record[flag.name])


def _titled(field: TableField) -> str:
    return f"{field.title} ({field.unit})" if field.unit else field.title


def _heading(text: str, scope: str, *, number: bool = False, moment: str = "") -> str:
    mark = ' class="number"' if number else ""
    return f'<th scope="{scope}"{mark}>{_timed(text, moment)}</th>'


def _moment(value: Scalar, field: TableField) -> str:
    """A day, month or week as 2024-01-31, 2024-01 or 2024-W05, by which rows can be sorted, a quarter as its
    first month; else nothing.
    """
    if field.type == "date":
        return str(value or "")
    found = period(value) if field.type in {"yearmonth", "quarter", "week"} else None
    if found is None:
        return ""
    return Period("yearmonth", found.year, found.start.month).iso if found.sort == "quarter" else found.iso


def _timed(text: str, moment: str) -> str:
    return f'<time datetime="{escape(moment)}">{escape(text)}</time>' if moment else escape(text)


def _cell(
    value: Scalar, field: TableField, plan: Plan, places: Digits, *, first: bool = False, star: bool = False
) -> str:
    text = notation.shown(value, field.type, plan.theme.language, places.of(value) if numeric(value) else 0)
    if first:
        return _heading(text, "row", moment=_moment(value, field))
    mark = ' class="number"' if field.type in NUMBERS else ""
    if value is None:
        # A dash that is read aloud as what it means, also without the site's style sheet.
        return (
            f'<td{mark}><span role="img" aria-label="{escape(text)}" '
            f'title="{escape(text)}">\u2013</span></td>'
        )
    provisional = f'<abbr title="{notation.PROVISIONAL.of(plan.theme.language)}">*</abbr>' if star else ""
    return f"<td{mark}>{_timed(text, _moment(value, field))}{provisional}</td>"


def _table(head: Iterable[str], rows: Sequence[_Row]) -> str:
    printed = _printed(rows)
    lines = "\n".join(
        f"<tr{'' if place in printed else BEYOND}>{''.join(row.cells)}</tr>" for place, row in enumerate(rows)
    )
    return f"<thead><tr>{''.join(head)}</tr></thead>\n<tbody>\n{lines}\n</tbody>"
