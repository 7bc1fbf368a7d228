"""What was meant by a cell that is not a value of its column's type: numbers and dates as people and
spreadsheets write them.

Every answer is what to write instead. Where a cell can be read in two ways, and the rest of its column does
not tell which, there are two.
"""

from __future__ import annotations

from collections.abc import Iterable

from trendrapport.charts.tables.meaning import Habits, Meant
from trendrapport.charts.tables.suggested_dates import first_parts, moment
from trendrapport.charts.tables.suggested_numbers import bare, decimal_marks, has_thousands, number
from trendrapport.model.charts import FieldType

_YES, _NO = (
    frozenset({"ja", "yes", "waar", "true", "j", "y", "1", "x"}),
    frozenset({"nee", "no", "onwaar", "false", "n", "0"}),
)

_LONGEST = 60
"""A longer cell is no number or date, however it is written."""


def habits(cells: Iterable[str]) -> Habits:
    """What the cells of a column show of how it is written."""
    decimals: set[str] = set()
    firsts: set[str] = set()
    thousands = False
    for cell in cells:
        if len(cell) > _LONGEST:
            continue
        digits, cause = bare(cell)
        decimals |= set(decimal_marks(digits))
        thousands = thousands or has_thousands(digits, cause)
        firsts |= set(first_parts(cell))
    decimal, first = _only(decimals), _only(firsts)
    return Habits(decimal, thousands or decimal == ",", first)  # type: ignore[arg-type]


def _only(found: set[str]) -> str:
    """The one thing that was found; empty if there are more, or none."""
    return found.pop() if len(found) == 1 else ""


def meant(cell: str, sort: FieldType, seen: Habits) -> Meant | None:
    """What a cell was meant to be; None if that is not certain."""
    if len(cell) > _LONGEST:
        return None
    if sort in {"number", "integer"}:
        return number(cell, seen, whole=sort == "integer")
    if sort == "boolean":
        return _truth(cell.casefold())
    if sort in {"date", "yearmonth", "year"}:
        return moment(cell, sort, seen)
    return None


def _truth(word: str) -> Meant | None:
    if word in _YES:
        return Meant("boolean", ("true",))
    if word in _NO:
        return Meant("boolean", ("false",))
    return None
