"""The values that a chart shows as an HTML table, for whoever cannot or does not want to read the drawing.

Only the rows and columns that the chart uses; the download has all of them. Series stand in
columns of their own, so that a row can be read across. A provisional value has an asterisk, as Statistics Netherlands marks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from trendrapport.charts import notation
from trendrapport.charts.declaration import Scalar, TableField
from trendrapport.charts.digits import Digits, digits, numeric
from trendrapport.charts.figure import Figure
from trendrapport.charts.plan import NUMBERS, Plan, Record, named
from trendrapport.diagnostics import Text

PRINTED = 12
"""So many rows are printed, by the style sheet for paper."""

_MORE = Text(nl="En nog {count} rijen.", en="And {count} more rows.")
_ONE_MORE = Text(nl="En nog 1 rij.", en="And 1 more row.")


def write(figure: Figure) -> bytes:
    """A table with a caption and headings for every row and column."""
    plan = figure.plan
    series = plan.optional("series")
    body = _by_series(plan, series) if series and len(plan.columns("value")) == 1 else _by_column(plan)
    return f"<table>\n<caption>{escape(plan.chart.title)}</caption>\n{body}\n</table>{_rest(body, plan)}".encode()


def _rest(body: str, plan: Plan) -> str:
    """How many rows paper leaves out."""
    count = body.partition("<tbody>")[2].count("<tr>") - PRINTED
    if count <= 0:
        return ""
    told = _ONE_MORE if count == 1 else _MORE.filled(count=notation.number(count, 0, plan.theme.language))
    return f'<p class="rest">{escape(told.of(plan.theme.language))}</p>'


def _used(plan: Plan) -> list[TableField]:
    """The columns that serve a role, in the order of the roles; all of them if none does."""
    names = dict.fromkeys(name for role in plan.chart.fields if role != "provisional" for name in named(plan.chart, role))
    return [plan.table.field(name) for name in names] or list(plan.table.fields)


def _by_column(plan: Plan) -> str:
    records, columns = plan.records(), _used(plan)
    places = {field.name: digits(record[field.name] for record in records) for field in columns}
    head = [_heading(_titled(field), "col", number=field.type in NUMBERS) for field in columns]
    values = {field.name for field in plan.columns("value")}
    rows = [[_cell(record[field.name], field, plan, places[field.name], first=index == 0, star=field.name in values and _flagged(record, plan))
             for index, field in enumerate(columns)] for record in records]
    return _table(head, rows)


def _by_series(plan: Plan, series: TableField) -> str:
    """A row for each place and a column for each series."""
    value, language = plan.column("value"), plan.theme.language
    others = [field for field in _used(plan) if field.name not in {series.name, value.name}]
    records = plan.records()
    names = list(dict.fromkeys(record[series.name] for record in records))
    places = digits(record[value.name] for record in records)
    unit = f" ({value.unit})" if value.unit else ""
    head = [*(_heading(_titled(field), "col") for field in others),
            *(_heading(notation.shown(name, series.type, language) + unit, "col", number=True) for name in names)]
    rows = [[*(_cell(part, field, plan, Digits(0), first=field is others[0]) for part, field in zip(key, others, strict=True)),
             *(_cell(values.get(name, (None, False))[0], value, plan, places, star=values.get(name, (None, False))[1]) for name in names)]
            for key, values in _grouped(records, others, series, value, plan).items()]
    return _table(head, rows)


def _grouped(records: list[Record], others: list[TableField], series: TableField,
             value: TableField, plan: Plan) -> dict[tuple[Scalar, ...], dict[Scalar, tuple[Scalar, bool]]]:
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
    """A day or month as 2024-01-31 or 2024-01, by which rows can be sorted; of other values nothing."""
    return str(value) if value is not None and field.type in {"date", "yearmonth"} else ""


def _timed(text: str, moment: str) -> str:
    return f'<time datetime="{escape(moment)}">{escape(text)}</time>' if moment else escape(text)


def _cell(value: Scalar, field: TableField, plan: Plan, places: Digits, *, first: bool = False, star: bool = False) -> str:
    text = notation.shown(value, field.type, plan.theme.language, places.of(value) if numeric(value) else 0)
    if first:
        return _heading(text, "row", moment=_moment(value, field))
    mark = ' class="number"' if field.type in NUMBERS else ""
    if value is None:
        # A dash that is read aloud as what it means, also without the site's style sheet.
        return f'<td{mark}><span role="img" aria-label="{escape(text)}" title="{escape(text)}">\u2013</span></td>'
    provisional = f'<abbr title="{notation.PROVISIONAL.of(plan.theme.language)}">*</abbr>' if star else ""
    return f"<td{mark}>{_timed(text, _moment(value, field))}{provisional}</td>"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f"<thead><tr>{''.join(head)}</tr></thead>\n<tbody>\n{lines}\n</tbody>"
