"""What the number format of a cell says: its unit, and how much of a date it shows."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from trendrapport.intake.sheet import Exactness

_QUOTED = re.compile(r'"([^"]*)"')
_ESCAPED = re.compile(r"\\.|_.|\*.")
_LOCALE = re.compile(r"\[\$([^\]-]*)(?:-[0-9A-Fa-f]+)?\]")
_CURRENCIES = {"€": "€", "EUR": "€", "euro": "€", "$": "$", "£": "£"}
_WORD = re.compile(r"[^\W\d_](?:[\w/²³° .]*[\w²³])?|[µ°]\w+")
_SHOWN_UNIT = re.compile(r"(?<=\d)\s*([^\W\d_%€$£][\w/²³°. ]*)$")
_PARTS = re.compile(r"\d+|[^\W\d_]+")


def unit_of_format(code: str) -> str:
    """The unit in a number format of Excel: a percentage, a currency or a word in quotation marks."""
    if "%" in _ESCAPED.sub("", _QUOTED.sub("", code)):
        return "%"
    signs = [*_LOCALE.findall(code), *_QUOTED.findall(code), *re.findall(r"[€$£]", _LOCALE.sub("", code))]
    for sign in signs:
        currency = _CURRENCIES.get(sign.strip())
        if currency:
            return currency
    for word in _QUOTED.findall(code):
        if _WORD.fullmatch(word.strip()):
            return str(word.strip())
    return ""


def exactness_of_format(code: str) -> Exactness:
    """How much of a date a number format of Excel shows."""
    shown = _LOCALE.sub("", _ESCAPED.sub("", _QUOTED.sub("", code))).split(";")[0].casefold()
    letters = re.sub(r"\[[^\]]*\]", "", shown)
    if "d" in letters or "h" in letters:
        return "date"
    if "m" in letters:
        return "yearmonth"
    return "year"


def unit_shown(shown: str) -> str:
    """The unit behind or before a number as a spreadsheet shows it."""
    for sign, unit in _CURRENCIES.items():
        if sign in shown:
            return unit
    found = _SHOWN_UNIT.search(shown)
    if found:
        return found[1].strip()
    return ""


def exactness_shown(shown: str) -> Exactness:
    """How much of a date a spreadsheet shows, by the number of its parts."""
    parts = len(_PARTS.findall(shown))
    if parts == 1:
        return "year"
    return "yearmonth" if parts == 2 else "date"  # noqa: PLR2004 - a month and a year


def in_hundredths(value: int | float | Decimal) -> float:
    """A percentage as it is shown: 12.5 for 0.125, without what a computer loses in reckoning."""
    if isinstance(value, float):
        return float(Decimal(repr(value)) * 100)
    return float(Decimal(value) * 100)


def without_time(value: datetime) -> date | datetime:
    """A moment at midnight as its day; spreadsheets give every date a time."""
    is_midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
    if is_midnight:
        return value.date()
    return value
