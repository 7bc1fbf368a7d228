"""What was meant by a cell that is not a value of its column's type: numbers and dates as people and
spreadsheets write them.

Every answer is what to write instead. Where a cell can be read in two ways, and the rest of its column does
not tell which, there are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from trendrapport.model.charts import FieldType
from trendrapport.model.periods import PeriodSort, period
from trendrapport.runtime.day import MONTHS

Cause = Literal[
    "percent",
    "currency",
    "unit",
    "mark",
    "minus",
    "thousands",
    "fraction",
    "missing",
    "date",
    "coarse",
    "fine",
    "period",
    "boolean",
]
"""What keeps a cell from being a value."""


@dataclass(frozen=True)
class Meant:
    """Why a cell is no value, and what to write; of a value that can be read in two ways, both."""

    cause: Cause
    write: tuple[str, ...]


@dataclass(frozen=True)
class Habits:
    """How the other cells of a column are written, as far as they show it."""

    decimal: Literal[".", ",", ""] = ""
    thousands: bool = False
    """Whether points separate thousands."""
    first: Literal["day", "month", ""] = ""
    """What comes first in dates."""


_MINUS = re.compile(r"^\s*[\u2212\u2013\u2014\u2011](?=\s*[\d\u20ac$.,])")
_PERCENT = re.compile(r"\s*(?:%|procent|percent|pct\.?)$", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?P<sign>[+-]?)\s*(?:\u20ac|eur|euro|us\$|\$|\u00a3)\s*(?=[+-]?[\d.,])", re.IGNORECASE
)
_AFTER = re.compile(r"(?:\s*(?:\u20ac|eur|euro)|,-{1,2}|,=)$", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"\s*(?:[*\u2020\u00b9\u00b2\u00b3]+|\((?:voorlopig|provisional|p|v)\))$", re.IGNORECASE
)
_UNIT = re.compile(r"\s*(?P<unit>[a-z\u00b5\u00b0][a-z\u00b0/\u00b2\u00b3. ]{0,20})$", re.IGNORECASE)
_NUMERIC = re.compile(r"[+-]?[0-9.,]*[0-9][0-9.,]*")
_SPACED = re.compile(r"(?<=[0-9])['\u2019\s](?=[0-9]{3}(?![0-9]))")
_THREE = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_MISSING = frozenset(
    {
        "-",
        "\u2013",
        "\u2014",
        ".",
        "..",
        "...",
        "x",
        "?",
        "n.v.t.",
        "nvt",
        "n.b.",
        "nb",
        "n/a",
        "na",
        "nan",
        "null",
        "none",
        "geen",
        "geheim",
        "onbekend",
        "unknown",
        "#n/b",
        "#n/a",
        "#waarde!",
        "#value!",
        "#deel/0!",
        "#div/0!",
        "#verw!",
        "#ref!",
        "#naam?",
        "#name?",
    }
)
"""Signs of a missing number, also those of a formula that failed."""
_YES, _NO = (
    frozenset({"ja", "yes", "waar", "true", "j", "y", "1", "x"}),
    frozenset({"nee", "no", "onwaar", "false", "n", "0"}),
)

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
_DIGITS_OF_YEAR, _DIGITS_OF_GROUP, _MONTHS_OF_YEAR = 4, 3, 12
_LENGTHS = {"date": 10, "yearmonth": 7, "year": 4}
"""How many characters a moment of each type has."""
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
        number, cause = _bare(cell)
        decimals |= set(_decimal_marks(number))
        thousands = thousands or _has_thousands(number, cause)
        firsts |= set(_first_parts(cell))
    decimal, first = _only(decimals), _only(firsts)
    return Habits(decimal, thousands or decimal == ",", first)  # type: ignore[arg-type]


def _only(found: set[str]) -> str:
    """The one thing that was found; empty if there are more, or none."""
    return found.pop() if len(found) == 1 else ""


def _has_thousands(number: str, cause: Cause | None) -> bool:
    """Whether a number has a point between thousands."""
    return number.count(".") > 1 or (cause == "currency" and bool(_THREE.fullmatch(number)))


def _decimal_marks(number: str) -> Iterator[str]:
    """The decimal mark of a number, if it can be nothing else."""
    last = max(number.rfind(","), number.rfind("."))
    if last < 0 or not _NUMERIC.fullmatch(number) or number.count(number[last]) > 1:
        return
    whole, decimals = number[:last].lstrip("+-"), number[last + 1 :]
    if len(decimals) != _DIGITS_OF_GROUP or "," in whole or "." in whole or whole in {"", "0"}:
        yield number[last]


def _first_parts(cell: str) -> Iterator[str]:
    """Whether a day or a month comes first in a date, if it can be no other."""
    found = _PARTS.fullmatch(cell)
    if not found:
        return
    first, second = int(found[1]), int(found[3])
    if first > _MONTHS_OF_YEAR >= second:
        yield "day"
    elif second > _MONTHS_OF_YEAR >= first:
        yield "month"


def in_thousands(cell: str) -> str | None:
    """The whole number that a cell is when its point separates thousands."""
    return cell.replace(".", "") if _THREE.fullmatch(cell) else None


def meant(cell: str, sort: FieldType, seen: Habits) -> Meant | None:
    """What a cell was meant to be; None if that is not certain."""
    if len(cell) > _LONGEST:
        return None
    if sort in {"number", "integer"}:
        return _number(cell, seen, whole=sort == "integer")
    if sort == "boolean":
        return _truth(cell.casefold())
    if sort in {"date", "yearmonth", "year"}:
        return _moment(cell, sort, seen)
    return None


def _truth(word: str) -> Meant | None:
    if word in _YES:
        return Meant("boolean", ("true",))
    if word in _NO:
        return Meant("boolean", ("false",))
    return None


def _number(cell: str, seen: Habits, *, whole: bool) -> Meant | None:
    if cell.casefold() in _MISSING:
        return Meant("missing", ())
    number, cause = _bare(cell)
    if not _NUMERIC.fullmatch(number):
        return None
    readings = tuple(dict.fromkeys(_readings(number, seen, whole=whole, money=cause == "currency")))
    if not readings:
        return None
    if whole and all("." in reading for reading in readings):
        return Meant("fraction", readings)
    return Meant(cause or "thousands", readings)


_AROUND: tuple[tuple[Cause, re.Pattern[str]], ...] = (
    ("mark", _FOOTNOTE),
    ("percent", _PERCENT),
    ("currency", _AFTER),
    ("currency", _BEFORE),
    ("unit", _UNIT),
)
"""What can surround a number, from the outside in."""


def _bare(cell: str) -> tuple[str, Cause | None]:
    """A number without the signs around it, and which those are."""
    number = _MINUS.sub("-", cell.strip())
    cause: Cause | None = "minus" if number != cell.strip() else None
    for name, pattern in _AROUND:
        found = pattern.search(number)
        if found and found[0] != number:
            sign = found.groupdict().get("sign") or ""
            number = (sign + number[: found.start()] + number[found.end() :]).strip()
            cause = name
    return _SPACED.sub("", number), cause


def _readings(number: str, seen: Habits, *, whole: bool, money: bool) -> Iterator[str]:
    """The numbers that points and commas can make of digits, as a table writes them."""
    body = number.lstrip("+-")
    sign = "-" if number.startswith("-") else ""
    marks = [mark for mark in ".," if mark in body]
    if not marks:
        bodies = iter([body])
    elif len(marks) > 1:
        bodies = _both_marks(body)
    else:
        bodies = _one_mark(body, marks[0], seen, whole=whole, money=money)
    for reading in bodies:
        yield sign + reading


def _both_marks(body: str) -> Iterator[str]:
    """The number in digits with points and commas: the last of these is the decimal mark."""
    last, other = (".", ",") if body.rfind(".") > body.rfind(",") else (",", ".")
    before, _, decimals = body.rpartition(last)
    if last not in before and _is_grouped(before.split(other)):
        yield f"{before.replace(other, '')}.{decimals}"


def _one_mark(body: str, mark: str, seen: Habits, *, whole: bool, money: bool) -> Iterator[str]:
    """The numbers in digits with points or commas."""
    if body.count(mark) > 1:
        yield from _repeated_mark(body, mark)
        return
    before, _, last = body.partition(mark)
    is_grouped = _is_grouped([before, last])
    if is_grouped and (whole or _is_between_thousands(mark, seen, money=money)):
        yield before + last
        return
    if is_grouped and mark == "," and seen.decimal != ",":
        yield before + last
    if last:
        yield f"{before or '0'}.{last}"


def _repeated_mark(body: str, mark: str) -> Iterator[str]:
    """The number in digits with a mark between thousands; after the last a point may stand for decimals."""
    *before, last = body.split(mark)
    if _is_grouped([*before, last]):
        yield body.replace(mark, "")
    elif mark == "." and last and _is_grouped(before):
        yield f"{''.join(before)}.{last}"


def _is_between_thousands(mark: str, seen: Habits, *, money: bool) -> bool:
    """Whether the rest of a column, or an amount of money, shows that a mark separates thousands."""
    if mark == ".":
        return seen.thousands or money
    return seen.decimal == "."


def _is_grouped(parts: Sequence[str]) -> bool:
    """Whether digits are parted as thousands are."""
    first, *rest = parts
    if not 0 < len(first) <= _DIGITS_OF_GROUP or first == "0":
        return False
    return all(len(part) == _DIGITS_OF_GROUP for part in rest)


def _moment(cell: str, sort: FieldType, seen: Habits) -> Meant | None:
    found = period(cell)
    if found:
        return _of_period(found.sort, found.iso, sort)
    length, bare = _LENGTHS[sort], _FOOTNOTE.sub("", cell)
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
