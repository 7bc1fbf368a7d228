"""A column of days, months, years, quarters or weeks: their values and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from trendrapport.charts.fit.misread import YEARS
from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice, Doubt
from trendrapport.intake.moments import Moment, first_part, moments
from trendrapport.intake.sheet import Cell
from trendrapport.intake.typed import Reading, plain_text, read_all
from trendrapport.model.charts import DeclaredType, FieldType

_ISO = {"date": 10, "yearmonth": 7, "year": 4}
_DASHED = re.compile(r"\d{1,2}[-.]\d{1,2}[-.]\d{2,4}", re.ASCII)
_MONTHS = 12

_SORT = Text(nl="moment", en="moment")
_ORDER = Text(
    nl='Is "{text}" in kolom "{column}" {day} of {month}?',
    en='Is "{text}" in column "{column}" {day} or {month}?',
)
_DAY_FIRST = Text(
    nl="eerst de dag, dan de maand: {text} is {iso}", en="day first, then month: {text} is {iso}"
)
_MONTH_FIRST = Text(
    nl="eerst de maand, dan de dag: {text} is {iso}", en="month first, then day: {text} is {iso}"
)
_SEVERAL = Text(
    nl='In kolom "{column}" staan perioden van verschillende lengte: {sorts}. Welke rijen?',
    en='Column "{column}" has periods of different lengths: {sorts}. Which rows?',
)
_ALL = Text(nl="alle, als tekst", en="all, as text")
_ONLY = Text(nl="alleen rijen met {sort}", en="only rows with {sort}")
_NAMES: dict[FieldType, Text] = {
    "date": Text(nl="dagen", en="days"),
    "yearmonth": Text(nl="maanden", en="months"),
    "year": Text(nl="jaren", en="years"),
    "quarter": Text(nl="kwartalen", en="quarters"),
    "week": Text(nl="weken", en="weeks"),
}
_TIMES = Text(nl='tijden in kolom "{column}" weggelaten', en='times in column "{column}" left out')


@dataclass(frozen=True)
class Moments:
    """The moments of a column, and which of its rows are meant."""

    values: list[str]
    type: DeclaredType
    sort: FieldType | None
    kept: tuple[bool, ...] = ()


def moment_of(cell: Cell, first: str = "") -> Moment | None:
    """The moment that a cell is; the day that is likelier if it can be two."""
    if isinstance(cell.value, date):
        return Moment(cell.exactness, cell.value.isoformat()[: _ISO[cell.exactness]])
    if isinstance(cell.value, bool) or cell.unit:
        return None
    if isinstance(cell.value, int | float):
        return Moment("year", str(int(cell.value))) if cell.value in YEARS else None
    found = moments(plain_text(cell), first)
    if not found or (found[0].sort == "year" and int(found[0].iso) not in YEARS):
        return None
    return found[0]


def read_moments(reading: Reading) -> Moments | None:
    """The moments of a column; None if it is one of text after all."""
    first = _first(reading)
    values = read_all(reading, lambda cell: _iso(cell, first), _SORT)
    if values is None:
        return None
    if any(isinstance(cell.value, datetime) for _, cell in reading.given):
        at = next(row for row, cell in reading.given if isinstance(cell.value, datetime))
        reading.dialogue.tell(f"{reading.key}.times", reading.place(at), _TIMES.filled(column=reading.shown))
    sorts = _sorts(reading, first)
    if len(sorts) == 1:
        return Moments(values, _type_of(sorts[0]), sorts[0])
    return _of_several(reading, values, sorts, first)


def day_of_serial(number: int) -> str:
    """The day that a spreadsheet counts as a number."""
    return (date(1899, 12, 30) + timedelta(days=number)).isoformat()


def _iso(cell: Cell, first: str) -> str | None:
    found = moment_of(cell, first)
    return found.iso if found else None


def _type_of(sort: FieldType) -> DeclaredType:
    """The type of a column of such moments: a table has none for quarters and weeks."""
    return sort if sort not in {"quarter", "week"} else "string"  # type: ignore[return-value]


def _first(reading: Reading) -> str:
    """Whether days or months come first, as the column shows it or as is answered."""
    texts = [(row, plain_text(cell)) for row, cell in reading.given if cell.text]
    shown = first_part(text for _, text in texts)
    doubtful = [(row, text) for row, text in texts if len(_orders(text)) > 1]
    if shown or not doubtful:
        return shown
    row, text = doubtful[0]
    day, month = _orders(text)
    choices = (
        Choice("day", _DAY_FIRST.filled(text=text, iso=day)),
        Choice("month", _MONTH_FIRST.filled(text=text, iso=month)),
    )
    # With hyphens or points a date is Dutch; with slashes it may be English or American.
    is_dutch = all(_DASHED.fullmatch(text) for _, text in doubtful)
    question = _ORDER.filled(text=text, column=reading.shown, day=day, month=month)
    doubt = Doubt(f"{reading.key}.dates", reading.place(row), question, choices, "day" if is_dutch else None)
    return reading.dialogue.ask_unless(is_dutch, doubt)


def _orders(text: str) -> list[str]:
    """The days that a text is with the day and with the month first, if these differ."""
    found = [moments(text, first) for first in ("day", "month")]
    days = [one[0].iso for one in found if one and one[0].sort == "date"]
    return list(dict.fromkeys(days))


def _sorts(reading: Reading, first: str) -> list[FieldType]:
    """The sorts of moments in a column, the most frequent first."""
    found = (moment_of(cell, first) for _, cell in reading.given)
    return [sort for sort, _ in Counter(one.sort for one in found if one).most_common()] or ["year"]


def _of_several(reading: Reading, values: list[str], sorts: Sequence[FieldType], first: str) -> Moments:
    """The moments of one sort, or all of them as text."""
    names = Text(", ".join(_NAMES[sort].nl for sort in sorts), ", ".join(_NAMES[sort].en for sort in sorts))
    choices = [Choice(sort, _ONLY.filled(sort=_NAMES[sort])) for sort in sorts]
    choices.append(Choice("all", _ALL))
    question = _SEVERAL.filled(column=reading.shown, sorts=names)
    place = reading.place(reading.given[0][0])
    chosen = reading.dialogue.ask(Doubt(f"{reading.key}.periods", place, question, tuple(choices)))
    if chosen == "all":
        return Moments(values, "string", None)
    sort = next(sort for sort in sorts if sort == chosen)
    kept = [False] * len(values)
    for row, cell in reading.given:
        found = moment_of(cell, first)
        kept[row] = found is not None and found.sort == sort
    return Moments(values, _type_of(sort), sort, tuple(kept))
