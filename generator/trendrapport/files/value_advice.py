"""What may have been meant by a value of the wrong type or form, and what to write instead.

Knows no models and no files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from trendrapport.diagnostics import Text
from trendrapport.runtime.day import MONTHS

_DAY_FIRST = re.compile(
    (
        r"(?P<day>[0-9]{1,2})[-/. ]+(?P<month>[0-9]{1,2}|[a-z]+)\.?[-/., "
        r"]+(?P<year>[0-9]{4})"
    ),
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})")
_MONTH_ALONE = re.compile(r"(?P<month>[a-z]+)\.? (?P<year>[0-9]{4})", re.IGNORECASE)
_PERIOD = r"(?P<sort>q|k|kw|kwartaal|quarter|w|wk|week)"
_COUNTED = re.compile(
    r"(?P<number>[0-9]{1,2})(?:e|ste|de|st|nd|rd|th)? " + _PERIOD + r"\.? (?:van |of )?(?P<year>[0-9]{4})",
    re.IGNORECASE,
)
_SORT_FIRST = re.compile(
    _PERIOD
    + (
        r"\.? ?(?P<number>[0-9]{1,2})[ -/]+(?:van |of "
        r")?(?P<year>[0-9]{4})"
    ),
    re.IGNORECASE,
)
_SORT_LAST = re.compile(r"(?P<year>[0-9]{4})[ -/]*" + _PERIOD + r"\.? ?(?P<number>[0-9]{1,2})", re.IGNORECASE)
_YEAR_FIRST_COUNTED = re.compile(
    r"(?P<year>[0-9]{4}),? (?P<number>[0-9]{1,2})(?:e|ste|de|st|nd|rd|th) " + _PERIOD, re.IGNORECASE
)
"""As Statistics Netherlands writes it: 2021 1e kwartaal."""
_QUARTERS, _WEEKS = range(1, 5), range(1, 54)
_NUMBER = re.compile(r"[-−]?[0-9]+(?:[.,][0-9]+)?")
_DASHES = re.compile(r"\s*[–—•·*]\s")

_MEANT = Text(nl='Bedoelt u "{value}"?', en='Did you mean "{value}"?')
_BARE = Text(
    nl="Schrijf alleen het getal, zonder aanhalingstekens: {value}.",
    en="Write only the number, without quotation marks: {value}.",
)
_LIST = Text(
    nl='Schrijf [{value}], of begin elke regel met "- ".',
    en='Write [{value}], or start each line with "- ".',
)
_LONG_DASH = Text(
    nl='Begin elke regel van de lijst met een gewoon streepje en een spatie: "- ".',
    en='Start each line of the list with a plain hyphen and a space: "- ".',
)
_BLOCK = Text(
    nl="Schrijf hier een blok met sleutels: {{{keys}}}.", en="Write a block of keys here: {{{keys}}}."
)


def day(value: str) -> Text | None:
    """A date that is written in another order or in words; None where nothing can be made of it, or more than
    one thing.
    """
    found = _date_in(value.strip())
    return _MEANT.filled(value=found) if found else None


def sure_day(value: str) -> str | None:
    """The same as it is written in data, if no other order of day and month can be meant: with the month in
    words, the year first, a day after the twelfth, or hyphens, which only countries with the day first use.
    """
    written = value.strip()
    first = _DAY_FIRST.fullmatch(written)
    if first and first["month"].isdecimal() and not _is_day_first(written, first):
        return None
    return _date_in(written)


def _is_day_first(written: str, match: re.Match[str]) -> bool:
    number, month = int(match["day"]), int(match["month"])
    return number > 12 or number == month or "-" in written


def sure_whole_day(value: str) -> str | None:
    """The same where a day is needed."""
    found = sure_day(value)
    return found if found and len(found) == len("2026-01-31") else None


def _date_in(written: str) -> str | None:
    """A date as data have it: 2026-01-31, or 2026-01 of a month."""
    for pattern in (_YEAR_FIRST, _DAY_FIRST):
        if match := pattern.fullmatch(written):
            return _iso(match["year"], match["month"], match["day"])
    match = _MONTH_ALONE.fullmatch(written)
    return _iso(match["year"], match["month"]) if match else None


def moment(value: str) -> Text | None:
    """The same of a moment, which may be a quarter or a week too: "Q2 2024", "2e kwartaal 2024" or "week 5
    2024".
    """
    found = quarter_or_week(value)
    return _MEANT.filled(value=found) if found else day(value)


def quarter_or_week(value: str) -> str | None:
    """A quarter or a week in words, as 2024-Q2 or 2024-W05."""
    patterns = (_COUNTED, _SORT_FIRST, _SORT_LAST, _YEAR_FIRST_COUNTED)
    match = next((found for pattern in patterns if (found := pattern.fullmatch(value.strip()))), None)
    if match is None:
        return None
    year, number = match["year"], int(match["number"])
    is_week = match["sort"].lower().startswith("w")
    if is_week and number in _WEEKS:
        return f"{year}-W{number:02}"
    if not is_week and number in _QUARTERS:
        return f"{year}-Q{number}"
    return None


def _iso(year: str, month: str, day_: str | None = None) -> str | None:
    number = MONTHS.get(month.lower()) or (int(month) if month.isascii() and month.isdecimal() else 0)
    try:
        found = date(int(year), number, int(day_ or 1)).isoformat()
    except ValueError:
        return None
    return found if day_ else found[:7]


def number(value: Any, *, whole: bool) -> Text | None:  # noqa: ANN401
    """The number in a text that holds one and no thousands that could be decimals."""
    found = _NUMBER.findall(value) if isinstance(value, str) else []
    if len(found) != 1 or re.search(r"[.,][0-9]{3}(?![0-9])", found[0]):
        return None
    plain = found[0].replace(",", ".").replace("−", "-")
    return None if whole and "." in plain else _BARE.filled(value=plain)


def items(value: Any) -> Text | None:  # noqa: ANN401
    """A list of what was written where a list belongs."""
    if not isinstance(value, str):
        return None
    if _DASHES.match(value):
        return _LONG_DASH
    if re.fullmatch(r"\w[\w-]*", value):
        return _LIST.filled(value=value)
    return None


def block(schema: Mapping[str, Any], value: Any) -> Text | None:  # noqa: ANN401
    """The keys that a block requires, or else its first ones; a text is the first of them."""
    required = list(schema.get("required", ()))
    keys = required or list(schema.get("properties", {}))[:3]
    if not keys:
        return None
    is_first = bool(required) and isinstance(value, str) and re.fullmatch(r"[\w -]{1,40}", value) is not None
    pairs = [f"{key}: ..." for key in keys]
    if is_first:
        pairs[0] = f"{keys[0]}: {value}"
    return _BLOCK.filled(keys=", ".join(pairs))
