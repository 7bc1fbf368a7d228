"""What a cell was meant to be that is no value of its column's type: numbers and dates as people and
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
    """Whether points stand between thousands."""
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
"""What stands where a number is missing, also when a formula came to nothing."""
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
_LENGTHS = {"date": 10, "yearmonth": 7, "year": 4}
"""How many characters a moment of each type has."""
_LONGEST = 60
"""A longer cell is no number or date, however it is written."""


def habits(cells: Iterable[str]) -> Habits:
    """What the cells of a column show of how it is written."""
    decimals, firsts, thousands = set(), set(), False
    for cell in cells:
        if len(cell) <= _LONGEST:
            number, cause = _bare(cell)
            decimals |= set(_decimal_marks(number))
            thousands = (
                thousands or number.count(".") > 1 or (cause == "currency" and bool(_THREE.fullmatch(number)))
            )
            firsts |= set(_first_parts(cell))
    decimal = decimals.pop() if len(decimals) == 1 else ""
    return Habits(decimal, thousands or decimal == ",", firsts.pop() if len(firsts) == 1 else "")  # type: ignore[arg-type]


def _decimal_marks(number: str) -> Iterator[str]:
    """The mark that stands for decimals in a number, if it can be no other."""
    if not _NUMERIC.fullmatch(number):
        return
    last = max(number.rfind(","), number.rfind("."))
    whole, decimals = number[:last].lstrip("+-"), number[last + 1 :]
    if (
        last >= 0
        and number.count(number[last]) == 1
        and (len(decimals) != 3 or "," in whole or "." in whole or whole in {"", "0"})
    ):  # noqa: PLR2004
        yield number[last]


def _first_parts(cell: str) -> Iterator[str]:
    """Whether a day or a month comes first in a date, if it can be no other."""
    if found := _PARTS.fullmatch(cell):
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:  # noqa: PLR2004 - months
            yield "day"
        elif second > 12 >= first:  # noqa: PLR2004 - months
            yield "month"


def in_thousands(cell: str) -> str | None:
    """The whole number that a cell is when its point stands between thousands."""
    return cell.replace(".", "") if _THREE.fullmatch(cell) else None


def meant(cell: str, sort: FieldType, seen: Habits) -> Meant | None:
    """What a cell was meant to be; None if that cannot be told."""
    if len(cell) > _LONGEST:
        return None
    if sort in {"number", "integer"}:
        return _number(cell, seen, whole=sort == "integer")
    if sort == "boolean":
        plain = cell.casefold()
        return Meant("boolean", ("true",) if plain in _YES else ("false",)) if plain in _YES | _NO else None
    if sort in {"date", "yearmonth", "year"}:
        return _moment(cell, sort, seen)
    return None


def _number(cell: str, seen: Habits, *, whole: bool) -> Meant | None:
    if cell.casefold() in _MISSING:
        return Meant("missing", ())
    number, cause = _bare(cell)
    if not _NUMERIC.fullmatch(number):
        return None
    readings = list(dict.fromkeys(_readings(number, seen, whole=whole, money=cause == "currency")))
    if not readings:
        return None
    if whole and all("." in reading for reading in readings):
        return Meant("fraction", tuple(readings))
    return Meant(cause or "thousands", tuple(readings))


def _bare(cell: str) -> tuple[str, Cause | None]:
    """A number without what stands around it, and what that is."""
    number = _MINUS.sub("-", cell.strip())
    cause: Cause | None = "minus" if number != cell.strip() else None
    around: tuple[tuple[Cause, re.Pattern[str]], ...] = (
        ("mark", _FOOTNOTE),
        ("percent", _PERCENT),
        ("currency", _AFTER),
        ("currency", _BEFORE),
        ("unit", _UNIT),
    )
    for name, pattern in around:
        found = pattern.search(number)
        if found and found[0] != number:
            number = f"{found.groupdict().get('sign') or ''}{number[: found.start()]}{number[found.end() :]}".strip()
            cause = name
    return _SPACED.sub("", number), cause


def _readings(number: str, seen: Habits, *, whole: bool, money: bool) -> Iterator[str]:
    """The numbers that points and commas can make of digits, as a table writes them."""
    sign, body = (number[:1], number[1:]) if number[:1] in {"+", "-"} else ("", number)
    sign = sign.replace("+", "")
    marks = [mark for mark in ".," if mark in body]
    if not marks:
        yield sign + body
    elif len(marks) > 1:
        last = max(marks, key=body.rfind)
        before, _, decimals = body.rpartition(last)
        other = "." if last == "," else ","
        if last not in before and _grouped(before.split(other)):
            yield f"{sign}{before.replace(other, '')}.{decimals}"
    else:
        yield from (sign + reading for reading in _one_mark(body, marks[0], seen, whole=whole, money=money))


def _one_mark(body: str, mark: str, seen: Habits, *, whole: bool, money: bool) -> Iterator[str]:
    parts = body.split(mark)
    joined, grouped = "".join(parts), _grouped(parts)
    decimal = f"{''.join(parts[:-1]) or '0'}.{parts[-1]}"
    if len(parts) > 2:  # noqa: PLR2004 - one mark makes two
        if grouped:
            yield joined
        elif mark == "." and _grouped(parts[:-1]) and parts[-1]:
            yield decimal
        return
    by_point = mark == "." and (seen.thousands or money)
    by_comma = mark == "," and seen.decimal == "."
    if grouped and (whole or by_point or by_comma):
        yield joined
    elif grouped and mark == "," and seen.decimal != ",":
        yield joined
        yield decimal
    elif parts[-1]:
        yield decimal


def _grouped(parts: Sequence[str]) -> bool:
    """Whether digits are parted as thousands are."""
    first, *rest = parts
    return 0 < len(first) <= 3 and first != "0" and all(len(part) == 3 for part in rest)  # noqa: PLR2004 - digits


def _moment(cell: str, sort: FieldType, seen: Habits) -> Meant | None:
    length = _LENGTHS[sort]
    if found := period(cell):
        return _of_period(found.sort, found.iso, sort)
    bare = _FOOTNOTE.sub("", cell)
    days = list(dict.fromkeys(day.isoformat() for day in _days(bare, seen)))
    if days:
        cause: Cause = "date" if sort == "date" else "fine"
        return Meant(cause, tuple(dict.fromkeys(day[:length] for day in days)))
    if month := _month(bare):
        return Meant(_exactness("yearmonth", sort), (month[:length],))
    if year := _YEAR.fullmatch(bare) or _MARKED_YEAR.fullmatch(bare):
        marked = sort == "year" and bare != cell
        return Meant("mark" if marked else _exactness("year", sort), ("".join(year.groups()),))
    return None


def _of_period(found: PeriodSort, iso: str, sort: FieldType) -> Meant:
    """A code of a period where a moment should stand."""
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
    if found := _PARTS.fullmatch(cell):
        year = (
            int(found[4]) if len(found[4]) == 4 else 1900 + int(found[4]) + (100 if int(found[4]) < 50 else 0)
        )  # noqa: PLR2004
        day_first, month_first = list(_day(year, found[3], found[1])), list(_day(year, found[1], found[3]))
        if seen.first == "month":
            yield from month_first
        elif seen.first == "day" or found["mark"] != "/":
            yield from day_first
        else:
            yield from day_first + month_first
    elif found := _YEAR_FIRST.fullmatch(cell):
        yield from _day(int(found[1]), found[3], found[4])
    elif (found := _WITH_TIME.fullmatch(cell)) or ((found := _COMPACT.fullmatch(cell)) and found[3]):
        yield from _day(int(found[1]), found[2], found[3])
    elif (found := _DAY_WORD.fullmatch(cell)) and (month := MONTHS.get(found[2].lower())):
        yield from _day(int(found[3]), month, found[1])
    elif (found := _WORD_DAY.fullmatch(cell)) and (month := MONTHS.get(found[1].lower())):
        yield from _day(int(found[3]), month, found[2])
    elif _SERIAL.fullmatch(cell) and int(cell) in _SERIALS:
        yield date(1899, 12, 30) + timedelta(days=int(cell))


def _day(year: int, month: str | int, day: str | int) -> Iterator[date]:
    try:
        yield date(year, int(month), int(day))
    except ValueError:
        return


def _month(cell: str) -> str | None:
    """The month that a cell is, as a table writes it."""
    year, month = "", 0
    if found := _MONTH_YEAR.fullmatch(cell):
        year, month = found[2], int(found[1])
    elif (found := _YEAR_MONTH.fullmatch(cell)) or (found := _COMPACT.fullmatch(cell)):
        year, month = found[1], int(found[2])
    elif found := _WORD_YEAR.fullmatch(cell):
        year, month = found[2] if len(found[2]) == 4 else f"20{found[2]}", MONTHS.get(found[1].lower(), 0)  # noqa: PLR2004 - digits of a year
    return f"{year}-{month:02}" if 1 <= month <= 12 else None  # noqa: PLR2004 - months
