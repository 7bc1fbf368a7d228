"""Dates as Zotero, Pandoc and others export them, to a date with `date-parts`: plain data to plain data.

The Citation Style Language lets a date be written in many ways. What cannot be read is left as it is.
https://docs.citationstyles.org/en/stable/specification.html#dates
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

DATES = ("issued", "accessed", "original-date", "available-date", "event-date", "submitted")

_SEASON_MONTHS = {21: 1, 22: 2, 23: 3, 24: 4}
"""Months that stand for a season, as EDTF (ISO 8601-2) writes it."""
_SEASONS = {
    "spring": 1,
    "summer": 2,
    "autumn": 3,
    "fall": 3,
    "winter": 4,
    "lente": 1,
    "voorjaar": 1,
    "zomer": 2,
    "herfst": 3,
    "najaar": 3,
}
_PARTS = ("year", "month", "day")
_DAY = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T[0-9:.Z+-]*)?)?)?")

_DAY_PATTERN = r"-?[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.Z+-]*)?)?)?"
_NUMBER_PART = {"type": ["integer", "string", "null"]}
_DATE_BLOCK: dict[str, Any] = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": {"type": ["array", "null"], "items": _NUMBER_PART}},
        "year": _NUMBER_PART,
        "month": _NUMBER_PART,
        "day": _NUMBER_PART,
        "season": _NUMBER_PART,
        "literal": {"type": ["string", "null"]},
        "raw": {"type": ["string", "null"]},
        "circa": {},
    },
    "anyOf": [{"required": [name]} for name in ("date-parts", "year", "literal", "raw")],
    "additionalProperties": False,
}
DATE_FORMS: tuple[dict[str, Any], ...] = (
    {"type": "string", "pattern": rf"^\s*{_DAY_PATTERN}(/{_DAY_PATTERN})?[~?%]*\s*$"},
    _DATE_BLOCK,
    {"type": "array", "items": _DATE_BLOCK, "minItems": 1},
)


def read_date(value: Any) -> Any:  # noqa: ANN401
    """A date as `date-parts`, or as it was."""
    match value:
        case str():
            return _read_text(value) or value
        case dict() if "year" in value:
            return _of_days([value]) or value
        case dict():
            return _of_block(value)
        case list() if value and all(isinstance(day, dict) and "year" in day for day in value):
            return _of_days(value) or value
        case [dict() as only]:
            return _of_block(only)
    return value


def _read_text(text: str) -> dict[str, Any] | None:
    """A day, a season or a range as EDTF writes it; None for what is a plain date already, or none."""
    sure = text.strip().rstrip("~?%")
    matches = [_DAY.fullmatch(part) for part in sure.split("/")]
    if not all(matches) or len(matches) > 2:
        return None
    days = [_numbers(match) for match in matches if match]
    is_day = len(days) == 1 and not _is_season(days[0])
    if is_day and sure == text and "T" not in text:
        return None
    block: dict[str, Any] = {"date-parts": days}
    if sure != text.strip():
        block["circa"] = True
    return _with_season(block)


def _numbers(match: re.Match[str]) -> list[int]:
    return [int(part) for part in match.groups() if part]


def _is_season(day: list[Any]) -> bool:
    """Whether the month of a day stands for a season, as EDTF writes it."""
    return len(day) > 1 and day[1] in _SEASON_MONTHS


def _of_days(days: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Dates with a key for each part, as Pandoc writes them; None where a part is no number."""
    parts: list[list[Any]] = []
    others: dict[str, Any] = {}
    for day in days:
        found = [_number(day[name]) for name in _PARTS if day.get(name) not in (None, "")]
        if any(type(part) is not int for part in found):
            return None
        parts.append(found)
        others |= {name: value for name, value in day.items() if name not in _PARTS}
    return _of_block({"date-parts": parts} | others)


def _of_block(block: dict[str, Any]) -> dict[str, Any]:
    """A date with `date-parts`, `literal` or `raw`: numbers as numbers, a sign of doubt as such."""
    found = dict(block)
    raw = found.pop("raw", None)
    if isinstance(raw, str) and not found.get("date-parts") and "literal" not in found:
        found |= _of_raw(raw)
    if isinstance(found.get("date-parts"), list):
        found["date-parts"] = [_parts(day) for day in found["date-parts"] if day not in ([], None)]
    if "circa" in found:
        found["circa"] = found["circa"] not in (False, 0, "0", "", "false", None)
    return _with_season(found)


def _of_raw(raw: str) -> dict[str, Any]:
    """A date that a program did not take apart."""
    if read := _read_text(raw):
        return read
    if _DAY.fullmatch(raw):
        return {"date-parts": [[int(part) for part in raw.split("-")]]}
    return {"literal": raw}


def _parts(day: Any) -> Any:  # noqa: ANN401
    if not isinstance(day, list):
        return day
    return [_number(part) for part in day if part not in (None, "")]


def _with_season(block: dict[str, Any]) -> dict[str, Any]:
    """The same with a season that was written as a month, or in a word."""
    match block.get("date-parts"):
        case [[year, month]] if month in _SEASON_MONTHS:
            return block | {"date-parts": [[year]], "season": _SEASON_MONTHS[month]}
    season = block.get("season")
    if isinstance(season, str):
        season = _SEASONS.get(season.strip().lower(), _number(season))
    if season in (None, ""):
        return block
    return block | {"season": season}


def _number(value: Any) -> Any:  # noqa: ANN401
    """A number that was written as text."""
    is_number = isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value.strip())
    return int(value) if is_number else value
