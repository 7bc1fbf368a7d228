"""A cell as its column's descriptor says that it is written, to the text that a tidy table has for the same
value; and back.

A tidy table has points in numbers and nothing between thousands, ISO dates, true and false.
"""

from __future__ import annotations

import re
from datetime import date

from trendrapport.charts.tables.told_numbers import tidy_number
from trendrapport.model.charts import TableField, TableSchema
from trendrapport.model.date_patterns import read_date, write_date
from trendrapport.model.dialects import Dialect, Missing

TRUE, FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")
"""What means true and false where a descriptor does not say it."""


def is_told(field: TableField) -> bool:
    """Whether a descriptor says of a column that its values are not written as in a tidy table."""
    is_date = field.format not in (None, "default")
    is_number = field.groupChar or field.bareNumber is False or field.decimalChar not in (None, ".")
    return bool(is_number or is_date or field.trueValues is not None or field.falseValues is not None)


def tidied(cell: str, field: TableField) -> str | None:
    """The tidy text of a cell that is not missing; None if it is not written as the descriptor says."""
    match field.type:
        case "number" | "integer":
            return tidy_number(cell, field)
        case "boolean":
            return _boolean(cell, field)
        case "date" if field.format not in (None, "default"):
            return _date(cell, str(field.format))
    return cell


def _date(cell: str, pattern: str) -> str | None:
    found = read_date(cell, pattern)
    if found is None:
        return None
    return found.isoformat()


def _boolean(cell: str, field: TableField) -> str | None:
    if cell in _values(field.trueValues, TRUE):
        return "true"
    if cell in _values(field.falseValues, FALSE):
        return "false"
    return None


def _values(own: tuple[str, ...] | None, usual: tuple[str, ...]) -> tuple[str, ...]:
    if own is None:
        return usual
    return own


def told(text: str, field: TableField) -> str:
    """A tidy text as the descriptor says that its column is written; thousands are not parted."""
    match field.type:
        case "number" | "integer":
            return text.replace(".", field.decimalChar or ".")
        case "boolean" if text == "true" and field.trueValues:
            return field.trueValues[0]
        case "boolean" if text == "false" and field.falseValues:
            return field.falseValues[0]
        case "date" if field.format not in (None, "default") and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return write_date(date.fromisoformat(text), str(field.format))
    return text


def marks(field: TableField, schema: TableSchema, dialect: Dialect | None) -> frozenset[str]:
    """What stands for a missing value in a column; an empty cell always does."""
    own = field.missingValues
    if own is None:
        own = schema.missingValues
    found = {"", *map(mark, own)}
    if dialect and dialect.nullSequence:
        found.add(dialect.nullSequence)
    return frozenset(found)


def mark(missing: Missing) -> str:
    """What is in the table for a missing value."""
    if isinstance(missing, str):
        return missing
    return missing.value
