"""A cell as its column's descriptor says that it is written, to the text that a tidy table has for the same
value; and back.

A tidy table has points in numbers and nothing between thousands, ISO dates, true and false.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from trendrapport.model.charts import TableField, TableSchema
from trendrapport.model.date_patterns import read_date, write_date
from trendrapport.model.dialects import Dialect, Missing

TRUE, FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")
"""What means true and false where a descriptor does not say it."""

_AROUND = re.compile(
    r"(?P<before>[^0-9]*?)(?P<number>[+-]?[.,]?[0-9](?:.*[0-9])?)(?P<after>[^0-9]*)", re.DOTALL
)
_BEFORE = re.compile(r"[-\u2212\u2013]?\s*[^-\u2212\u2013(<>\u2264\u2265\u00b1]*")
"""What can stand before a number without making another one of it; a minus sign is part of the number."""
_NO_CENTS = re.compile(r",[-\u2013\u2014=]{1,2}$")
"""What stands for no cents: 12,-"""
_MULTIPLIES = re.compile(
    r"(?:^|[^a-z])(?:duizend|dzd|k|mln|miljoen|mio|mld|miljard|biljoen|thousand|million|billion|bn|trillion"
    r"|promille|\u2030)(?:$|[^a-z])|^[-\u2212\u2013]",
    re.IGNORECASE,
)
"""What makes another number of the one before it."""


def is_told(field: TableField) -> bool:
    """Whether a descriptor says of a column that its values are not written as in a tidy table."""
    is_date = field.format not in (None, "default")
    is_number = field.groupChar or field.bareNumber is False or field.decimalChar not in (None, ".")
    return bool(is_number or is_date or field.trueValues is not None or field.falseValues is not None)


def tidied(cell: str, field: TableField) -> str | None:
    """The tidy text of a cell that is not missing; None if it is not written as the descriptor says."""
    match field.type:
        case "number" | "integer":
            return _number(cell, field)
        case "boolean":
            return _boolean(cell, field)
        case "date" if field.format not in (None, "default"):
            found = read_date(cell, str(field.format))
            return found.isoformat() if found else None
    return cell


def _number(cell: str, field: TableField) -> str | None:
    text = cell if field.bareNumber is not False else bared(cell)
    decimal = "" if field.type == "integer" else field.decimalChar or "."
    found = _number_pattern(decimal, field.groupChar or "").fullmatch(text)
    if not found:
        return None
    whole = found["whole"].replace(field.groupChar, "") if field.groupChar else found["whole"]
    fraction = f".{found['decimals']}" if found["point"] else ""
    return f"{found['sign']}{whole}{fraction}{found['power'] or ''}"


@lru_cache(maxsize=64)
def _number_pattern(decimal: str, group: str) -> re.Pattern[str]:
    """What matches a number: thousands are parted everywhere or nowhere. Without a decimal mark it is
    whole.
    """
    grouped = rf"[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+|" if group else ""
    point = (
        rf"(?P<point>{re.escape(decimal)})(?P<decimals>[0-9]*)" if decimal else r"(?P<point>)(?P<decimals>)"
    )
    return re.compile(rf"(?P<sign>[+-]?)(?P<whole>{grouped}[0-9]*)(?:{point})?(?P<power>[eE][+-]?[0-9]+)?")


def bared(cell: str) -> str:
    """A number without what is around it; the cell itself if that makes another number of it: a sign such as
    < or a bookkeeper's bracket, or a word such as "million".
    """
    found = _AROUND.fullmatch(cell)
    if not found:
        return cell
    before, number = found["before"].strip(), found["number"]
    after = _NO_CENTS.sub("", found["after"].strip()).strip()
    is_hyphen = number[0] in "+-" and before[-1:].isalnum()
    if is_hyphen or not _BEFORE.fullmatch(before) or _MULTIPLIES.search(after):
        return cell
    is_negative = before.startswith(("-", "\u2212", "\u2013"))
    return f"-{number}" if is_negative else number


def around(cell: str) -> str:
    """What is around a number, without blanks: the sign of a currency, a unit."""
    found = _AROUND.fullmatch(cell)
    if not found:
        return ""
    after = _NO_CENTS.sub("", found["after"].strip())
    return f"{found['before'].strip(' -+')}{after.strip()}".casefold()


def _boolean(cell: str, field: TableField) -> str | None:
    if cell in _values(field.trueValues, TRUE):
        return "true"
    if cell in _values(field.falseValues, FALSE):
        return "false"
    return None


def _values(own: tuple[str, ...] | None, usual: tuple[str, ...]) -> tuple[str, ...]:
    return usual if own is None else own


def told(text: str, field: TableField) -> str:
    """A tidy text as the descriptor says that its column is written; thousands are not parted."""
    match field.type:
        case "number" | "integer":
            return text.replace(".", field.decimalChar or ".")
        case "boolean" if text in ("true", "false"):
            values = field.trueValues if text == "true" else field.falseValues
            return values[0] if values else text
        case "date" if field.format not in (None, "default") and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return write_date(date.fromisoformat(text), str(field.format))
    return text


def marks(field: TableField, schema: TableSchema, dialect: Dialect | None) -> frozenset[str]:
    """What stands for a missing value in a column; an empty cell always does."""
    own = schema.missingValues if field.missingValues is None else field.missingValues
    everywhere = dialect.nullSequence if dialect else None
    return frozenset({"", everywhere or "", *map(mark, own)})


def mark(missing: Missing) -> str:
    """What is in the table for a missing value."""
    return missing if isinstance(missing, str) else missing.value
