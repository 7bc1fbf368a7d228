"""Periods as tables write them: their order, and how each language writes them.

Years and months have column types of their own. Quarters and weeks have none in Table Schema, so a column
of text is read as periods when each of its values is one, in the notation of ISO 8601, of Eurostat or of
Statistics Netherlands: 2024-Q1, 2024Q1 and 2024KW01; 2024-W05 and 2024W05; 2024M01 and 2024MM01; 2024JJ00.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from trendrapport.diagnostics import Language, Text

if TYPE_CHECKING:
    from trendrapport.model.charts import Scalar

PeriodSort = Literal["year", "yearmonth", "quarter", "week"]
SORTS: frozenset[str] = frozenset(get_args(PeriodSort))
"""The types of columns that hold periods."""

_FORMS: tuple[tuple[PeriodSort, re.Pattern[str]], ...] = (
    ("yearmonth", re.compile(r"(?P<year>\d{4})(?:-|-?M|MM)(?P<number>0[1-9]|1[0-2])", re.ASCII)),
    ("quarter", re.compile(r"(?P<year>\d{4})(?:-?Q|KW0)(?P<number>[1-4])", re.ASCII)),
    ("week", re.compile(r"(?P<year>\d{4})-?W(?P<number>0[1-9]|[1-4]\d|5[0-3])", re.ASCII)),
    ("year", re.compile(r"(?P<year>\d{4})(?:JJ00)?", re.ASCII)),
)
_PLAIN = re.compile(r"\d{4}(?:-\d\d)?", re.ASCII)
"""Text that may be something else than a year or a month: an article number, a postal code."""
HINT = re.compile(r"\d{4}(?:-?[QMW]|KW|JJ)", re.ASCII)
"""What a table must hold for any of its columns of text to be periods."""

_QUARTER = Text(nl="{number}e kw. {year}", en="Q{number} {year}")
_WEEK = Text(nl="week {number} van {year}", en="week {number} of {year}")


@dataclass(frozen=True)
class Period:
    """A year, or one of its quarters, months or weeks."""

    sort: PeriodSort
    year: int
    number: int = 1

    @property
    def index(self) -> int:
        """The place among all periods of its sort; that of the next one is 1 more."""
        if self.sort == "week":
            return self.start.toordinal() // 7
        return self.year * _IN_A_YEAR[self.sort] + self.number - 1

    @property
    def start(self) -> date:
        """The first day."""
        if self.sort == "week":
            return date.fromisocalendar(self.year, self.number, 1)
        return date(self.year, 1 + (self.number - 1) * 12 // _IN_A_YEAR[self.sort], 1)

    @property
    def after(self) -> date:
        """The first day of the next one; of the last that a calendar can have, its own last day."""
        try:
            return at(self.index + 1, self.sort).start
        except (ValueError, OverflowError):
            return date.max

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it; of quarters it says nothing, and those follow the same pattern."""
        forms = {
            "year": "{0:04}",
            "yearmonth": "{0:04}-{1:02}",
            "quarter": "{0:04}-Q{1}",
            "week": "{0:04}-W{1:02}",
        }
        return forms[self.sort].format(self.year, self.number)

    def text(self, language: Language) -> str:
        """A quarter or week in words, a year as its number; months are `notation.day`'s."""
        words = {"quarter": _QUARTER, "week": _WEEK}.get(self.sort)
        return words.filled(number=self.number, year=self.year).of(language) if words else self.iso


_IN_A_YEAR: dict[PeriodSort, int] = {"year": 1, "yearmonth": 12, "quarter": 4}


def period(value: Scalar) -> Period | None:
    """The period that a value is; None if it is none, such as a day, a word or an amount."""
    if isinstance(value, bool) or value is None or isinstance(value, float):
        return None
    return Period("year", value) if isinstance(value, int) else _read(value)


@lru_cache(maxsize=8192)
def _read(text: str) -> Period | None:
    for sort, pattern in _FORMS:
        if match := pattern.fullmatch(text):
            found = Period(sort, int(match["year"]), int(match.groupdict().get("number") or 1))
            return found if _exists(found) else None
    return None


def _exists(found: Period) -> bool:
    """Whether there is such a period: not every year has a week 53, and there is no year 0."""
    try:
        return found.start.year > 0
    except ValueError:
        return False


def at(index: int, sort: PeriodSort) -> Period:
    """The period at a place among all of its sort."""
    if sort == "week":
        year, week, _ = date.fromordinal(index * 7 + 1).isocalendar()
        return Period("week", year, week)
    year, number = divmod(index, _IN_A_YEAR[sort])
    return Period(sort, year, number + 1)


def sort_of(values: Iterable[Scalar]) -> PeriodSort | None:
    """The sort of period that each value of a column of text is; None if any is something else, or may be."""
    known = {value for value in values if value is not None}
    if not known or any(_PLAIN.fullmatch(str(value)) for value in known):
        return None
    sorts = {found.sort if (found := period(value)) else None for value in known}
    return sorts.pop() if len(sorts) == 1 else None
