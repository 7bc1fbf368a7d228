"""Dates, months, years, quarters and weeks as offices write them, to moments as a table writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from trendrapport.charts.fit.misread import YEARS
from trendrapport.charts.tables.meaning import Habits
from trendrapport.charts.tables.suggested_dates import first_parts, moment
from trendrapport.files.value_advice import quarter_or_week
from trendrapport.model.charts import FieldType
from trendrapport.model.periods import period
from trendrapport.runtime.day import MONTHS

_LENGTHS: dict[int, FieldType] = {10: "date", 7: "yearmonth", 4: "year"}
_FORMS = re.compile(
    r"\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)(?:\d{4}|\d{2})"
    r"|\d{4}(?P<first>[-/.])\d{1,2}(?P=first)\d{1,2}(?:[T ]\d{1,2}:\d\d\S*)?"
    r"|\d{4}[-/]\d{1,2}|\d{1,2}[-/]\d{4}",
    re.ASCII,
)
"""How dates in digits look; a number with one point or comma is never one."""
_DAY_WITH_TIME = re.compile(r"(\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}) \d{1,2}:\d\d(?::\d\d)?", re.ASCII)
_WORDED = re.compile(
    r"\d{1,4}[\s-]+([a-z]{3,9})\.?(?:[\s-]+\d{2,4})?|([a-z]{3,9})\.?[\s'-]+\d{2,4}", re.ASCII
)
_YEAR_THEN_MONTH = re.compile(r"(\d{4}),? ([a-z]{3,9})\.?", re.ASCII | re.IGNORECASE)
_YEAR = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """A day, month, year, quarter or week, as a table writes it."""

    sort: FieldType
    iso: str


@lru_cache(maxsize=16384)
def moment_like(text: str) -> bool:
    """Whether a text looks like a moment that is more than a year alone."""
    return bool(moments(text)) and not _YEAR.fullmatch(text)


@lru_cache(maxsize=16384)
def period_like(text: str) -> bool:
    """Whether a text is a year of these times, a month, a quarter or a week."""
    found = moments(text)
    if not found or found[0].sort == "date":
        return False
    return int(found[0].iso[:4]) in YEARS


@lru_cache(maxsize=16384)
def moments(text: str, first: str = "") -> tuple[Moment, ...]:
    """What a text can be; two days where it is unknown whether a day or a month comes `first`."""
    code = period(text)
    if code:
        return (Moment(code.sort, code.iso),)
    counted = quarter_or_week(text)
    if counted:
        return (Moment("quarter" if "Q" in counted else "week", counted),)
    turned = _YEAR_THEN_MONTH.fullmatch(text)
    plain = text
    if turned:
        plain = f"{turned[2]} {turned[1]}"
    timed = _DAY_WITH_TIME.fullmatch(plain)
    if timed:
        plain = timed[1]
    if not _FORMS.fullmatch(plain) and not _has_month(plain):
        return ()
    found = moment(plain, "date", Habits(first=first))  # type: ignore[arg-type]
    if not found:
        return ()
    made: list[Moment] = []
    for iso in found.write:
        if len(iso) in _LENGTHS:
            made.append(Moment(_LENGTHS[len(iso)], iso))
    return tuple(made)


def first_part(texts: Iterable[str]) -> str:
    """Whether dates have a day or a month first, as far as any shows it; empty if none does, or both do."""
    found: set[str] = set()
    for text in texts:
        found |= set(first_parts(text))
    if len(found) == 1:
        return found.pop()
    return ""


def _has_month(text: str) -> bool:
    """Whether a text is digits around the name of a month."""
    found = _WORDED.fullmatch(text.casefold())
    return bool(found) and (found[1] or found[2]) in MONTHS  # type: ignore[index]
