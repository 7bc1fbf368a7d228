"""Values of a table as cells in HTML: numbers, moments that programs can read, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from trendrapport.charts import notation
from trendrapport.charts.plan import NUMBERS, Plan
from trendrapport.charts.tables.digits import Digits, numeric
from trendrapport.model.charts import Scalar, TableField
from trendrapport.model.periods import Period, period


@dataclass(frozen=True)
class Value:
    """A value of a column, as a cell shows it."""

    value: Scalar
    field: TableField
    digits: Digits
    provisional: bool = False
    projected: bool = False


def cells(values: Sequence[Value], plan: Plan) -> list[str]:
    """The cells of values, the first of which is the heading of their row."""
    made = [cell(value, plan) for value in values]
    if values:
        made[0] = _row_heading(values[0], plan)
    return made


def titled(column: TableField) -> str:
    """The title of a column, with its unit."""
    return f"{column.title} ({column.unit})" if column.unit else column.title


def heading(content: str, scope: str, *, number: bool = False) -> str:
    """The heading of a column (`scope="col"`) or a row."""
    return f'<th scope="{scope}"{_class(number=number)}>{escape(content)}</th>'


def _class(*, number: bool) -> str:
    return ' class="number"' if number else ""


def _row_heading(value: Value, plan: Plan) -> str:
    return f'<th scope="row">{_timed(_shown(value, plan), value)}</th>'


def cell(value: Value, plan: Plan) -> str:
    """A value as it is read, or a dash where it is missing; a provisional one has an asterisk, a projection a
    dagger.
    """
    opened, text = f"<td{_class(number=value.field.type in NUMBERS)}>", _shown(value, plan)
    if value.value is None:
        # A dash that is read aloud as what it means, also without the site's style sheet.
        label = escape(text)
        return f'{opened}<span role="img" aria-label="{label}" title="{label}">\u2013</span></td>'
    content = _timed(text, value)
    if value.projected:
        content += f'<abbr title="{notation.PROJECTED.of(plan.theme.language)}">\N{DAGGER}</abbr>'
    elif value.provisional:
        content += f'<abbr title="{notation.PROVISIONAL.of(plan.theme.language)}">*</abbr>'
    return f"{opened}{content}</td>"


def _shown(value: Value, plan: Plan) -> str:
    decimals = value.digits.of(value.value) if numeric(value.value) else 0
    return notation.shown(value.value, value.field.type, plan.theme.language, decimals)


def _timed(text: str, value: Value) -> str:
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
