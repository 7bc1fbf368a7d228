"""Patterns of dates as strptime has them (`%d-%m-%Y`), to what reads a date and writes one.

Months in words may be Dutch or English. Numbers need no zero before them, as in C.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from trendrapport.runtime.day import MONTHS

_WORD = r"(?P<word>[^\W\d_]+)\.?"
_PARTS = {
    "d": r"(?P<day>[0-9]{1,2})",
    "m": r"(?P<month>[0-9]{1,2})",
    "b": _WORD,
    "B": _WORD,
    "Y": r"(?P<year>[0-9]{4})",
    "y": r"(?P<short>[0-9]{2})",
    "H": "00?",
    "M": "00",
    "S": "00",
    "%": "%",
}
"""By directive: what it stands for. A date has no time, so that of a day can only be midnight."""
_NEEDED = ({"day"}, {"month", "word"}, {"year", "short"})
_DIRECTIVE = re.compile(r"%(.?)", re.DOTALL)
_TOGETHER = re.compile(r"%[dmYy]%[dmYy]")
"""Numbers with nothing between them: each must then have all its digits."""
_FIRST_OF_LAST_CENTURY = 69
"""Years of two digits from here on are those of 1969, as in POSIX."""


def is_pattern(pattern: str) -> bool:
    """Whether a pattern tells the day, the month and the year, each once."""
    directives = _DIRECTIVE.findall(pattern)
    if any(one not in _PARTS for one in directives):
        return False
    found = [name for one in directives for name in re.findall(r"\?P<(\w+)>", _PARTS[one])]
    return len(found) == len(_NEEDED) and all(needed & set(found) for needed in _NEEDED)


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    """What matches a date that is written by a valid pattern."""
    parts = []
    last = 0
    for found in _DIRECTIVE.finditer(pattern):
        parts += [_literal(pattern[last : found.start()]), _PARTS[found[1]]]
        last = found.end()
    whole = "".join([*parts, _literal(pattern[last:])])
    if _TOGETHER.search(pattern):
        whole = whole.replace("{1,2}", "{2}")
    return re.compile(whole, re.IGNORECASE)


def _literal(text: str) -> str:
    """What matches a text between directives; of blanks it may have more."""
    return r"\s+".join(map(re.escape, re.split(r"\s+", text)))


def read_date(text: str, pattern: str) -> date | None:
    """The date in a text that is written by a valid pattern; None if it is not, or does not exist."""
    found = _compiled(pattern).fullmatch(text)
    if not found:
        return None
    parts = found.groupdict()
    month = MONTHS.get(parts["word"].casefold(), 0) if parts.get("word") else int(parts["month"])
    try:
        return date(_year(parts), month, int(parts["day"]))
    except ValueError:
        return None


def _year(parts: dict[str, str]) -> int:
    if parts.get("year"):
        return int(parts["year"])
    short = int(parts["short"])
    if short < _FIRST_OF_LAST_CENTURY:
        return 2000 + short
    return 1900 + short


def write_date(day: date, pattern: str) -> str:
    """A date as a valid pattern writes it; months in words are English."""
    written = {
        "d": f"{day.day:02}",
        "m": f"{day.month:02}",
        "Y": f"{day.year:04}",
        "y": f"{day.year % 100:02}",
        "b": _ENGLISH[day.month - 1][:3],
        "B": _ENGLISH[day.month - 1],
        "H": "00",
        "M": "00",
        "S": "00",
        "%": "%",
    }
    return _DIRECTIVE.sub(lambda found: written[found[1]], pattern)


_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
