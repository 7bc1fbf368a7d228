"""Dates, months and years as people and spreadsheets write them, to moments as a table writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from trendrapport.charts.tables.meaning import FOOTNOTE, Cause, Habits, Meant
from trendrapport.model.charts import FieldType
from trendrapport.model.periods import PeriodSort, period
from trendrapport.runtime.day import MONTHS

_PARTS = re.compile(r"(\d{1,2})(?P<mark>[-/.])(\d{1,2})(?P=mark)(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?", re.ASCII)
_WITH_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d\S*)?", re.ASCII)
_DAY_WORD = re.compile(r"(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{4})", re.ASCII | re.IGNORECASE)
_WORD_DAY = re.compile(r"([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})", re.ASCII)
_WORD_YEAR = re.compile(r"([a-z]+)\.?[\s-]+(\d{4}|\d{2})", re.ASCII | re.IGNORECASE)
_SERIAL = re.compile(r"\d{5}", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:\.0+)?", re.ASCII)
_MARKED_YEAR = re.compile(r"(\d)[.,](\d{3})", re.ASCII)
_SERIALS = range(20_000, 60_000)
"""The days of 1954 to 2064, counted as spreadsheets do."""
_DIGITS_OF_YEAR, _MONTHS_OF_YEAR = 4, 12
_LENGTHS = {"date": 10, "yearmonth": 7, "year": 4}
"""How many characters a moment of each type has."""


def first_parts(cell: str) -> Iterator[str]:
    """Whether a day or a month comes first in a date, if it can be no other."""
    found = _PARTS.fullmatch(cell)
    if not found:
        return
    first, second = int(found[1]), int(found[3])
    if first > _MONTHS_OF_YEAR >= second:
        yield "day"
    elif second > _MONTHS_OF_YEAR >= first:
        yield "month"


def moment(cell: str, sort: FieldType, seen: Habits) -> Meant | None:
    """What a cell was meant to be in a column of dates, months or years; None if that is not certain."""
    found = period(cell)
    if found:
        return _of_period(found.sort, found.iso, sort)
    length, bare = _LENGTHS[sort], FOOTNOTE.sub("", cell)
    days = [day.isoformat() for day in _days(bare, seen)]
    if days:
        return Meant("date" if sort == "date" else "fine", tuple(dict.fromkeys(day[:length] for day in days)))
    month = _month(bare)
    if month:
        return Meant(_exactness("yearmonth", sort), (month[:length],))
    year = _YEAR.fullmatch(bare) or _MARKED_YEAR.fullmatch(bare)
    if not year:
        return None
    is_marked = sort == "year" and bare != cell
    return Meant("mark" if is_marked else _exactness("year", sort), ("".join(year.groups()),))


def _of_period(found: PeriodSort, iso: str, sort: FieldType) -> Meant:
    """A code of a period where a moment should be."""
    if found in {"quarter", "week"}:
        return Meant("period", (iso,))
    return Meant(_exactness(found, sort), (iso[: _LENGTHS[sort]],))


def _exactness(found: FieldType | PeriodSort, sort: FieldType) -> Cause:
    """Whether a year or month is only written otherwise, says less than its column's type, or more."""
    if found == sort:
        return "date"
    return "coarse" if _LENGTHS[found] < _LENGTHS[sort] else "fine"


def _days(cell: str, seen: Habits) -> Iterator[date]:
    """The days that a cell can be."""
    found = _PARTS.fullmatch(cell)
    if found:
        yield from _in_any_order(found, seen)
    elif _SERIAL.fullmatch(cell) and int(cell) in _SERIALS:
        yield date(1899, 12, 30) + timedelta(days=int(cell))
    else:
        parts = _year_month_day(cell)
        if parts:
            yield from _day(*parts)


def _in_any_order(found: re.Match[str], seen: Habits) -> Iterator[date]:
    """The days whose year is last, as far as the other dates do not show whether a day comes first."""
    year = _whole_year(found[4])
    if seen.first == "month":
        yield from _day(year, found[1], found[3])
        return
    yield from _day(year, found[3], found[1])
    if not seen.first and found["mark"] == "/":
        yield from _day(year, found[1], found[3])


def _whole_year(digits: str) -> int:
    """A year whose century may be left out: 49 is 2049, and 50 is 1950."""
    year = int(digits)
    if len(digits) == _DIGITS_OF_YEAR:
        return year
    if year < 50:  # noqa: PLR2004 - half a century
        return 2000 + year
    return 1900 + year


def _year_month_day(cell: str) -> tuple[int, str | int, str | int] | None:
    """The parts of a date in which it is clear which is which."""
    found = _YEAR_FIRST.fullmatch(cell)
    if found:
        return int(found[1]), found[3], found[4]
    found = _WITH_TIME.fullmatch(cell) or _COMPACT.fullmatch(cell)
    if found:
        return int(found[1]), found[2], found[3] or 0
    found = _DAY_WORD.fullmatch(cell)
    if found:
        return int(found[3]), MONTHS.get(found[2].lower(), 0), found[1]
    found = _WORD_DAY.fullmatch(cell)
    if found:
        return int(found[3]), MONTHS.get(found[1].lower(), 0), found[2]
    return None


def _day(year: int, month: str | int, day: str | int) -> Iterator[date]:
    try:
        yield date(year, int(month), int(day))
    except ValueError:
        return


def _month(cell: str) -> str | None:
    """The month that a cell is, as a table writes it."""
    year, month = _year_month(cell)
    return f"{year}-{month:02}" if 1 <= month <= _MONTHS_OF_YEAR else None


def _year_month(cell: str) -> tuple[str, int]:
    """The year and the month that a cell is; a month that does not exist if it is none."""
    found = _MONTH_YEAR.fullmatch(cell)
    if found:
        return found[2], int(found[1])
    found = _YEAR_MONTH.fullmatch(cell) or _COMPACT.fullmatch(cell)
    if found:
        return found[1], int(found[2])
    found = _WORD_YEAR.fullmatch(cell)
    if found:
        year = found[2] if len(found[2]) == _DIGITS_OF_YEAR else f"20{found[2]}"
        return year, MONTHS.get(found[1].lower(), 0)
    return "", 0
