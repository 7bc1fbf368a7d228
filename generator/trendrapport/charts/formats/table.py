"""A chart's data as an HTML table, with numbers and dates as the language writes them."""

from __future__ import annotations

from html import escape

from trendrapport.charts.declaration import Scalar, TableField
from trendrapport.charts.table import Table
from trendrapport.labels import Labels


def table(data: Table, rows: list[dict[str, Scalar]], caption: str, labels: Labels) -> str:
    """Rows with a heading per column; a missing value is a dash."""
    heads = "".join(f'<th scope="col"{_class(field)}>{escape(_title(field))}</th>' for field in data.fields)
    body = "".join("<tr>" + "".join(f"<td{_class(field)}>{_cell(row[field.name], field, labels)}</td>" for field in data.fields)
                   + "</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _title(field: TableField) -> str:
    return f"{field.title} ({field.unit})" if field.unit else field.title


def _class(field: TableField) -> str:
    return ' class="number"' if field.type in {"integer", "number"} else ""


def _cell(value: Scalar, field: TableField, labels: Labels) -> str:
    if value is None:
        return f'<span title="{labels("no_data")}">–</span>'
    if field.type in {"integer", "number"} and isinstance(value, int | float):
        decimals = len(str(value).partition(".")[2]) if isinstance(value, float) and value != int(value) else 0
        return labels.number(value, min(decimals, 6))
    if field.type in {"date", "yearmonth"}:
        return escape(labels.date(str(value)))
    return escape(str(value))
