"""XLSX to sheets of typed cells, with their number formats, merged cells and what is hidden."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from trendrapport.charts.tables.rows import MOST_ROWS
from trendrapport.intake.number_formats import (
    exactness_of_format,
    in_hundredths,
    unit_of_format,
    without_time,
)
from trendrapport.intake.opening import too_many_rows
from trendrapport.intake.sheet import EMPTY, UNCOUNTED, Cell, Merged, Sheet, squared, text_cell

_WITHOUT_RESULT = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_ROW = b"<row"


def sheets(name: str, raw: bytes) -> list[Sheet]:
    """The sheets of a workbook, in their order; formulas as their results."""
    formulas = _look_through(name, raw)
    book = load_workbook(BytesIO(raw), data_only=True, keep_links=False)
    uncounted = {}
    if formulas:
        uncounted = _formulas(raw)
    return [_sheet(one, uncounted.get(one.title, frozenset())) for one in book.worksheets]


def _look_through(name: str, raw: bytes) -> bool:
    """Whether a formula has no result; refuses sheets with too many rows before they are read, as that takes
    long.
    """
    found = False
    with zipfile.ZipFile(BytesIO(raw)) as packed:
        for part in packed.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                text = packed.read(part)
                if text.count(_ROW) > MOST_ROWS * 2:
                    raise too_many_rows(name)
                found = found or bool(_WITHOUT_RESULT.search(text))
    return found


def _formulas(raw: bytes) -> dict[str, frozenset[tuple[int, int]]]:
    """The cells with formulas in each sheet."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for one in load_workbook(BytesIO(raw), keep_links=False).worksheets:
        cells = [(cell.row, cell.column) for cell in _cells(one) if cell.data_type == "f"]
        found[one.title] = frozenset(cells)
    return found


def _cells(sheet: Worksheet) -> Iterator[ExcelCell]:
    """The cells that a sheet has; its rows and columns may reach a million further."""
    for cell in sheet._cells.values():
        if not isinstance(cell, MergedCell):
            yield cell


def _sheet(sheet: Worksheet, formulas: frozenset[tuple[int, int]]) -> Sheet:
    found: dict[int, dict[int, Cell]] = {}
    for one in _cells(sheet):
        cell = _cell(one, is_formula=(one.row, one.column) in formulas)
        if not cell.empty:
            found.setdefault(one.row - 1, {})[one.column - 1] = cell
    rows = [_row(found.get(number, {})) for number in range(max(found, default=-1) + 1)]
    merged = [
        Merged(area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1)
        for area in sheet.merged_cells.ranges
    ]
    return Sheet(
        sheet.title,
        squared(rows),
        tuple(sorted(merged, key=lambda area: (area.top, area.left))),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(row - 1 for row, shape in sheet.row_dimensions.items() if shape.hidden),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _row(cells: dict[int, Cell]) -> list[Cell]:
    """The cells of a row by their columns, with empty ones between."""
    return [cells.get(column, EMPTY) for column in range(max(cells, default=-1) + 1)]


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    """The numbers of hidden columns; a run of them has one shape."""
    for shape in sheet.column_dimensions.values():
        if shape.hidden:
            yield from range(int(shape.min or 1) - 1, min(int(shape.max or 1), sheet.max_column))


def _cell(cell: ExcelCell, *, is_formula: bool) -> Cell:
    value, code = cell.value, cell.number_format or ""
    if cell.data_type == "e":
        return Cell(error=str(value))
    if value is None:
        if is_formula:
            return Cell(error=UNCOUNTED)
        return EMPTY
    if isinstance(value, bool):
        return Cell(value)
    if isinstance(value, str):
        return text_cell(value)
    if isinstance(value, datetime):
        return Cell(without_time(value), exactness=exactness_of_format(code))
    if isinstance(value, date):
        return Cell(value, exactness=exactness_of_format(code))
    if isinstance(value, time | timedelta) or not isinstance(value, int | float):
        return Cell(str(value))
    unit = unit_of_format(code)
    return Cell(in_hundredths(value) if unit == "%" else value, unit)
