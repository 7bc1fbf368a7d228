"""A table as text that a Dutch Excel opens with a double click: semicolons, decimal commas, and a mark that
it is UTF-8.

Excel reads a CSV by the country of the computer, and makes numbers and dates of what looks like one. What is
text here stays text there: a code such as 0344 keeps its zero, 1-4 does not become a day in April, and
nothing is taken for a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

ENDING = ".excel.csv"
"""How the name of such a file ends, where the plain one has .csv."""

_NUMBER_LIKE = re.compile(
    (
        r"[0-9][0-9.,:/ %eE+-]*|(?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*[ "
        r".-][0-9]+"
    ),
    re.IGNORECASE,
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A date, which Excel reads as that day wherever it is."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def excel_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows of numbers, texts and None (a missing value)."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return made.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool() | int():
            return str(value).lower()
        case float():
            return f"{Decimal(repr(value)).normalize():f}".replace(".", ",")
    text = str(value)
    if _NUMBER_LIKE.fullmatch(text) and not _DAY.fullmatch(text):
        return f'="{text}"'
    return f"'{text}" if text.startswith(_FORMULA) else text
