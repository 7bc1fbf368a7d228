"""ODS to sheets of typed cells, with what their formats show, merged cells and what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import cast

from odfdo import Cell as OdfCell
from odfdo import Document, Row, Table

from trendrapport.charts.tables.rows import MOST_ROWS
from trendrapport.intake.number_formats import exactness_shown, in_hundredths, unit_shown, without_time
from trendrapport.intake.opening import too_many_rows
from trendrapport.intake.sheet import EMPTY, Cell, Merged, Sheet, squared, text_cell

_ROWS = "descendant::table:table-row[not(ancestor::table:table//table:table)]"
_CELLS = "table:table-cell|table:covered-table-cell"
_COLUMNS = "descendant::table:table-column"
_HIDDEN = {"collapse", "filter"}
_WIDEST = 2_000
"""Columns further to the right are not of a table."""
_FAILED = ("#", "Err:")


def sheets(name: str, raw: bytes) -> list[Sheet]:
    """The sheets of a document, in their order; formulas as their results."""
    document = Document(BytesIO(raw))
    hidden = _hidden_styles(document)
    return [
        _sheet(name, table, hidden)
        for table in cast("list[Table]", document.body.get_elements("table:table"))
    ]


def _hidden_styles(document: Document) -> frozenset[str]:
    """The styles of sheets that are not shown."""
    found = set()
    for style in document.get_styles("table", automatic=True):
        for part in style.get_elements("style:table-properties"):
            if part.get_attribute_string("table:display") == "false":
                found.add(style.get_attribute_string("style:name") or "")
    return frozenset(found)


def _sheet(name: str, table: Table, hidden_styles: frozenset[str]) -> Sheet:
    rows: list[list[Cell]] = []
    merged: list[Merged] = []
    hidden: set[int] = set()
    empty = 0
    for row in cast("list[Row]", table.get_elements(_ROWS)):
        repeated = row.repeated or 1
        cells = _row(row, len(rows) + empty, merged)
        # Below its last row a sheet has a million empty ones, written as one that is repeated.
        if all(cell.empty for cell in cells):
            empty += repeated
            continue
        if len(rows) + empty + repeated > MOST_ROWS * 2:
            raise too_many_rows(name)
        rows += [[] for _ in range(empty)]
        empty = 0
        if row.get_attribute_string("table:visibility") in _HIDDEN:
            hidden |= set(range(len(rows), len(rows) + repeated))
        rows += [list(cells) for _ in range(repeated)]
    return Sheet(
        table.name or "",
        squared(rows),
        tuple(merged),
        hidden=(table.style or "") in hidden_styles,
        hidden_rows=frozenset(hidden),
        hidden_columns=frozenset(_hidden_columns(table)),
    )


def _row(row: Row, number: int, merged: list[Merged]) -> list[Cell]:
    """The cells of a row; those that span more are added to the merged ones."""
    found: list[Cell] = []
    for one in cast("list[OdfCell]", row.get_elements(_CELLS)):
        cell = _cell(one)
        columns, rows = one.span_area()
        if columns * rows > 1:
            left = len(found)
            merged.append(Merged(number, left, number + rows - 1, left + columns - 1))
        # To the right of its last cell a row has a thousand empty ones, written as one that is repeated.
        found += [cell] * min(one.repeated or 1, max(_WIDEST - len(found), 0))
    return found


def _hidden_columns(table: Table) -> Iterator[int]:
    at = 0
    for column in table.get_elements(_COLUMNS):
        repeated = column.get_attribute_integer("table:number-columns-repeated") or 1
        if column.get_attribute_string("table:visibility") in _HIDDEN:
            yield from range(at, min(at + repeated, _WIDEST))
        at += repeated


def _cell(cell: OdfCell) -> Cell:
    if cell.is_covered():
        return EMPTY
    shown = "\n".join(part.inner_text for part in cell.get_elements("text:p"))
    if _is_error(cell, shown):
        return Cell(error=shown or "#")
    match cell.value:
        case None:
            return EMPTY
        case bool() as value:
            return Cell(value)
        case str() as value:
            return text_cell(value)
        case datetime() as value:
            return Cell(without_time(value), exactness=exactness_shown(shown))
        case date() as value:
            return Cell(value, exactness=exactness_shown(shown))
        case int() | float() | Decimal() as value:
            return _number(value, cell.get_attribute_string("office:value-type") or "", shown)
    return Cell(str(cell.value))


def _is_error(cell: OdfCell, shown: str) -> bool:
    """Whether a cell shows that its formula failed."""
    if cell.get_attribute_string("calcext:value-type") == "error":
        return True
    return bool(cell.formula) and shown.startswith(_FAILED)


def _number(value: int | float | Decimal, kind: str, shown: str) -> Cell:
    """A number with its unit; a percentage counts in hundredths."""
    if kind == "percentage":
        return Cell(in_hundredths(value), "%")
    if isinstance(value, Decimal):
        value = float(value)
    return Cell(value, unit_shown(shown))
