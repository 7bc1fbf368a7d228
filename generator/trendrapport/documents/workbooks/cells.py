"""The values of a table to cells with a type: numbers, days, true and false; all else is text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from trendrapport.charts import notation
from trendrapport.charts.tables.digits import EXACT, digits, numeric
from trendrapport.diagnostics import Language
from trendrapport.language.facts import spreadsheet_number
from trendrapport.model.charts import Scalar, TableField
from trendrapport.model.periods import period

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FIRST = 1900
"""The first year that a spreadsheet can hold a day of."""
LONGEST = 32_767
"""The most characters of a cell."""
_DAYS = {"en": "mmmm d, yyyy", "de": "d. mmmm yyyy"}
"""How a day is written where that is not `d mmmm yyyy`, in the notation of spreadsheets."""

Write = Callable[[int, int, Scalar], None]
"""Writes a value into a row and a column."""


def writer(
    sheet: Worksheet,
    field: TableField,
    values: Sequence[Scalar],
    language: Language,
    form: Callable[..., Format],
) -> Write:
    """What writes the values of a column into a sheet; `form` makes the form of cells."""
    number = form(_number_format(field, values))
    word = form(align="left", indent=1)
    moment = form(_moment_format(field, language), align="left", indent=1)

    def write(row: int, column: int, value: Scalar) -> None:
        if value is None:
            return
        day = _day(value, field)
        if day:
            sheet.write_datetime(row, column, day, moment)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, word)
        elif numeric(value) and abs(value) < 10**EXACT:
            sheet.write_number(row, column, value, number)
        else:
            sheet.write_string(row, column, text(value, field, language), word)

    return write


def _moment_format(field: TableField, language: Language) -> str:
    """How a spreadsheet writes the days or months of a column in a language."""
    pattern = "mmmm yyyy"
    if field.type == "date":
        pattern = _DAYS.get(language, "d mmmm yyyy")
    number = spreadsheet_number(language)
    return f"[$-{number}]{pattern}" if number else pattern


def text(value: Scalar, field: TableField, language: Language) -> str:
    """A value in words, such as the name of a quarter."""
    if isinstance(value, str) and field.type == "string":
        return value[:LONGEST]
    return notation.shown(value, field.type, language)[:LONGEST]


def _number_format(field: TableField, values: Sequence[Scalar]) -> str:
    """How numbers are shown; a program puts the marks of its reader's language in it."""
    if field.type == "year":
        return "0"
    found = digits(values)
    decimals = max([found.usual, *found.own.values()])
    return f"#,##0.{'0' * decimals}".rstrip(".")


def _day(value: Scalar, field: TableField) -> date | None:
    """The day that a value is, or the first of a month; None for anything else."""
    if field.type == "date":
        day = date.fromisoformat(str(value))
    elif field.type == "yearmonth" and (found := period(value)):
        day = found.start
    else:
        return None
    return day if day.year >= FIRST else None
