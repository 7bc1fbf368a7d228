"""The rows of a table that a chart draws, each with its number in the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trendrapport.charts.plan import Record, Selection, passes
from trendrapport.charts.tables.table import Table

MOST_ROWS_DRAWN = 2_000
"""Of more rows than these a drawing can take a quarter of a minute, and the table below it weighs more than
the page around it.
"""

NumberedRows = Sequence[tuple[int, Record]]
"""Rows, each with its number in the table, counted from 0."""


def has_columns(table: Table, names: Iterable[str]) -> bool:
    """Whether a table has all of these columns."""
    return set(names) <= set(table.columns)


def numbered_rows(selection: Selection, table: Table) -> NumberedRows:
    """The rows that pass a declaration's filter, in the table's order."""
    return [(number, row) for number, row in enumerate(table.records()) if passes(row, selection)]
