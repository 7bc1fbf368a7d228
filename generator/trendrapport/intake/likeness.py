"""What a cell looks like before its column is known: a value or a name, and whether it may be a period."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from trendrapport.charts.fit.misread import YEARS
from trendrapport.charts.tables.suggested_numbers import bare
from trendrapport.intake.marks import PROVISIONAL, mark
from trendrapport.intake.moments import moment_like, period_like
from trendrapport.intake.sheet import Cell

_NUMBER = re.compile(r"[+-]?[0-9.,]*[0-9][0-9.,]*", re.ASCII)


UNIT = re.compile(
    r"%|percentage|procent|percent|in %|pct\.?|€|euro|eur|[kKMm]?Wh|kWp?|MWp?|m[²³23]|km|kg|ton|uur|uren|"
    r"dagen|"
    r"aantal|aantallen|number|index|mensen|personen|inwoners|°C|(?:\w+ )?per .{1,30}|"
    r"(?:in )?(?:mln|miljoen|mld|miljard|duizend|million|billion|thousand)\.?(?: (?:€|euro|eur))?|"
    r"(?:(?:x|×|\*) ?1[ .,]?000|1 000)(?:[ .,]?000)?(?: [\w€.]+){0,2}|1[.,]?000 [\w€][\w€. ]*",
    re.IGNORECASE,
)
"""What a heading or a row below it gives as a unit."""


def is_sign(cell: Cell) -> bool:
    """Whether a cell has a sign for a missing value, which shows nothing of the others in its column."""
    return bool(cell.text) and mark(cell.text) is not None


def is_valued(cell: Cell) -> bool:
    """Whether a cell holds a number, a moment or a truth value, typed or as text."""
    if cell.error or (cell.value is not None and not isinstance(cell.value, str)):
        return True
    return bool(cell.text) and is_number_like(cell.text) and not UNIT.fullmatch(cell.text)


@lru_cache(maxsize=16384)
def is_number_like(text: str) -> bool:
    """Whether a text is digits with marks and signs that numbers and dates have."""

    if len(text) > 40 or not any(map(str.isdigit, text)):  # noqa: PLR2004 - longer than any number
        return False
    return bool(_NUMBER.fullmatch(bare(text)[0])) or moment_like(text)


def is_period(cell: Cell) -> bool:
    """Whether a cell may be a year or another period."""

    if isinstance(cell.value, bool):
        return False
    if isinstance(cell.value, int | float):
        return cell.value in YEARS and not cell.unit
    if isinstance(cell.value, date):
        return True
    return bool(cell.text) and period_like(PROVISIONAL.sub("", cell.text))
