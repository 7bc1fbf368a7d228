"""The rows of a table that a chart shows, in its order; knows no drawing."""

from __future__ import annotations

from typing import Any

from trendrapport.charts.declaration import Chart, Scalar
from trendrapport.charts.table import Table


def shown(chart: Chart, table: Table) -> list[dict[str, Scalar]]:
    """The rows left by `filter`, with their columns; `limit` counts after sorting and is the kind's."""
    return [row for row in table.records() if all(_matches(row[column], wanted) for column, wanted in chart.filter.items()
                                                  if column in row)]


def _matches(cell: Scalar, wanted: Any) -> bool:  # noqa: ANN401
    return cell in wanted if isinstance(wanted, tuple) else cell == wanted


def column(chart: Chart, role: str) -> str:
    """The column that serves a role; empty when none is given."""
    found = chart.fields.get(role, "")
    return found if isinstance(found, str) else found[0]


def number_format(chart: Chart) -> str:
    """The d3 format of the chart's values."""
    return f",.{chart.options.get('decimals', 0)}f"
