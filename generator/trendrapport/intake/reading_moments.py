"""A column of days, months, years, quarters or weeks: their values and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from trendrapport.charts.fit.misread import YEARS
from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice
from trendrapport.intake.moments import Moment, first_part, moments
from trendrapport.intake.odd_values import Sort, read_all
from trendrapport.intake.sheet import Cell
from trendrapport.intake.typed import Reading, plain_text
from trendrapport.model.charts import DeclaredType, FieldType

_ISO = {"date": 10, "yearmonth": 7, "year": 4}
_DASHED = re.compile(r"\d{1,2}[-.]\d{1,2}[-.]\d{2,4}", re.ASCII)

_NAME = Text(nl="moment", en="moment")
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
_ALL = Choice("all", Text(nl="alle, als tekst", en="all, as text"))
_NEXT = Text(nl="{before}, {after}", en="{before}, {after}")
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

    values: tuple[str, ...]
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
        if cell.value in YEARS:
            return Moment("year", str(int(cell.value)))
        return None
    found = moments(plain_text(cell), first)
    if not found or (found[0].sort == "year" and int(found[0].iso) not in YEARS):
        return None
    return found[0]


def read_moments(reading: Reading) -> Moments | None:
    """The moments of a column; None if it is one of text after all."""
    first = _first(reading)
    values = read_all(reading, Sort(lambda cell: _iso(cell, first), _NAME))
    if values is None:
        return None
    timed = [row for row, cell in reading.given if isinstance(cell.value, datetime)]
    if timed:
        reading.tell("times", timed[0], _TIMES)
    sorts = _sorts(reading, first)
    if len(sorts) == 1:
        return Moments(tuple(values), _type_of(sorts[0]), sorts[0])
    return _of_several(reading, values, sorts, first)


def day_of_serial(number: int) -> date:
    """The day that a spreadsheet counts as a number."""
    return date(1899, 12, 30) + timedelta(days=number)


def _iso(cell: Cell, first: str) -> str | None:
    found = moment_of(cell, first)
    if found:
        return found.iso
    return None


def _type_of(sort: FieldType) -> DeclaredType:
    """The type of a column of such moments: a table has none for quarters and weeks."""
    return sort if sort not in {"quarter", "week"} else "string"  # type: ignore[return-value]


def _first(reading: Reading) -> str:
    """Whether days or months come first, as the column shows it or as is answered."""
    shown = first_part(reading.texts.values())
    doubtful = {row: text for row, text in reading.texts.items() if len(_orders(text)) > 1}
    if shown or not doubtful:
        return shown
    row, text = next(iter(doubtful.items()))
    day, month = _orders(text)
    choices = (
        Choice("day", _DAY_FIRST.filled(text=text, iso=day)),
        Choice("month", _MONTH_FIRST.filled(text=text, iso=month)),
    )
    # With hyphens or points a date is Dutch; with slashes it may be English or American.
    is_dutch = all(map(_DASHED.fullmatch, doubtful.values()))
    proposed = None
    if is_dutch:
        proposed = "day"
    doubt = reading.doubt("dates", row, _ORDER, choices, proposed, text=text, day=day, month=month)
    return reading.dialogue.ask_unless(is_dutch, doubt)


def _orders(text: str) -> list[str]:
    """The days that a text is with the day and with the month first, if these differ."""
    days: dict[str, None] = {}
    for first in ("day", "month"):
        for found in moments(text, first)[:1]:
            if found.sort == "date":
                days[found.iso] = None
    return list(days)


def _sorts(reading: Reading, first: str) -> list[FieldType]:
    """The sorts of moments in a column, the most frequent first."""
    counts: Counter[FieldType] = Counter()
    for cell in reading.cells:
        found = moment_of(cell, first)
        if found:
            counts[found.sort] += 1
    return [sort for sort, _ in counts.most_common()] or ["year"]


def _of_several(reading: Reading, values: list[str], sorts: Sequence[FieldType], first: str) -> Moments:
    """The moments of one sort, or all of them as text."""
    choices: list[Choice] = []
    names = Text("", "")
    for sort in sorts:
        choices.append(Choice(sort, _ONLY.filled(sort=_NAMES[sort])))
        name = _NAMES[sort]
        if names.nl:
            name = _NEXT.filled(before=names, after=name)
        names = name
    doubt = reading.doubt("periods", reading.given[0][0], _SEVERAL, (*choices, _ALL), sorts=names)
    chosen = reading.dialogue.ask(doubt)
    if chosen == _ALL.value:
        return Moments(tuple(values), "string", None)
    sort = next(sort for sort in sorts if sort == chosen)
    kept = [False] * len(values)
    for row, cell in reading.given:
        found = moment_of(cell, first)
        kept[row] = found is not None and found.sort == sort
    return Moments(tuple(values), _type_of(sort), sort, tuple(kept))
