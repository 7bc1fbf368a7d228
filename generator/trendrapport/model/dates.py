"""The types of dates in fields: as exact as they are known, or whole days; each one exists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from trendrapport.model.base import text_schema

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""The years that a date can have. A line of time shows each year between its first and its last."""


def _year(value: object) -> object:
    """A year that YAML reads as a whole number is the text of it: both are written 2021."""
    return str(value) if type(value) is int and 1000 <= value <= 9999 else value


def partial_date(value: str) -> str:
    """The same text, if it is a year, a month or a day that exists."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value, re.ASCII)
    _existing(value, [int(part) for part in match.groups() if part] if match else [])
    return value


def _date_parts(parts: tuple[int, ...]) -> tuple[int, ...]:
    _existing("-".join(str(part) for part in parts), parts)
    return parts


def _existing(written: str, parts: Sequence[int]) -> None:
    """Refuses a date that the calendar does not have, or of a year that nothing here is about."""
    try:
        year = date(*(*parts, 1, 1)[:3]).year if parts else 0
    except (ValueError, OverflowError):
        year = 0
    if not year:
        raise PydanticCustomError("bad-date", "not a date", {"value": written})
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PydanticCustomError(
            "date-range",
            "not a date of these years",
            {"value": written, "first": FIRST_YEAR, "last": LAST_YEAR},
        )


def _full_date(value: str) -> str:
    try:
        partial_date(value)
    except PydanticCustomError as error:
        raise PydanticCustomError(
            error.type, "not a day", {**(error.context or {}), "whole": True}
        ) from error
    if len(value) != len("2024-01-31"):
        raise PydanticCustomError("incomplete-date", "not a full date", {"value": value})
    return value


PartialDate = Annotated[
    str,
    BeforeValidator(_year),
    AfterValidator(partial_date),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
            "minimum": FIRST_YEAR,
            "maximum": LAST_YEAR,
            "examples": ["2026-01"],
        }
    ),
]
"""A date as exact as it is known: 2021, 2021-11 or 2021-11-25 (ISO 8601); a year may be a whole number."""

DateParts = Annotated[tuple[int, ...], Field(min_length=1, max_length=3), AfterValidator(_date_parts)]
"""The same as numbers: year, month and day, as far as they are known."""

FullDate = Annotated[str, AfterValidator(_full_date), text_schema("date")]
"""A day: 2021-11-25 (ISO 8601)."""
