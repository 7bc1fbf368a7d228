"""Codes of municipalities and provinces that lost letters or zeros, to those of Statistics Netherlands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from trendrapport.charts.fit.areas import area_of_code
from trendrapport.charts.tables.areas import Area, Division
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Dialogue
from trendrapport.intake.typed import Typed

MOST = 0.5
"""The part of the values in a column that must be areas for it to be one of areas."""
SAYS: Mapping[Division, re.Pattern[str]] = {
    "municipalities": re.compile(r"gemeente|municipalit|\bgm\b"),
    "provinces": re.compile(r"provinci|province"),
}
"""What a heading says of the sort of areas below it."""
_REGION = re.compile("regio")
_CODED = re.compile(r"(?P<sort>GM|PV)?[\s-]*(?P<digits>\d{1,4})", re.ASCII | re.IGNORECASE)
_SHOWN = 5

_CODES = Text(
    nl='kolom "{column}": codes van het CBS, zoals {code} ({name}) voor "{word}"',
    en='column "{column}": codes of Statistics Netherlands, such as {code} ({name}) for "{word}"',
)
_LEFT = Text(
    nl='in kolom "{column}" geen gemeente of provincie van nu, en zo gelaten: {words}',
    en='in column "{column}" not a present municipality or province, and left as it is: {words}',
)


@dataclass(frozen=True)
class Codes:
    """A column of codes, and the area in each row."""

    column: Typed
    areas: Mapping[int, Area]


def codes_of(column: Typed, dialogue: Dialogue) -> Codes | None:
    """A column of codes with their letters and zeros; None if it is none."""
    values = {row: value for row, value in enumerate(column.values) if value}
    if not values or column.type != "string" or column.sort or not _may_be_codes(column, values.values()):
        return None
    provinces = bool(SAYS["provinces"].search(folded(column.title)))
    known: dict[int, Area] = {}
    left: dict[int, str] = {}
    for row, value in values.items():
        area = area_of_code(value, provinces=provinces)
        if area:
            known[row] = area
        else:
            left[row] = value
    if len(known) < MOST * len(values):
        return None
    _tell(column, known, dialogue)
    tell_left(column, left, dialogue)
    return Codes(replace(column, values=tuple(_written(column, known))), known)


def tell_left(column: Typed, left: Mapping[int, str], dialogue: Dialogue) -> None:
    """Tells which values are no areas of today, by row."""
    if not left:
        return
    words = list(dict.fromkeys(left.values()))
    shown = ", ".join(shortened(word, 30) for word in words[:_SHOWN])
    if len(words) > _SHOWN:
        shown += ", ..."
    told = _LEFT.filled(column=column.shown, words=shown)
    dialogue.tell(f"{column.key}.left", column.places[next(iter(left))], told)


def _may_be_codes(column: Typed, values: Iterable[str]) -> bool:
    """Whether digits in a column may be codes of areas: the letters or the heading say so."""
    lettered = True
    for value in values:
        found = _CODED.fullmatch(value)
        if not found:
            return False
        lettered = lettered and bool(found["sort"])
    name = folded(column.title)
    return lettered or name.endswith("code") or any(one.search(name) for one in (*SAYS.values(), _REGION))


def _tell(column: Typed, known: Mapping[int, Area], dialogue: Dialogue) -> None:
    row, area = next(iter(known.items()))
    values = {"code": area.code, "name": area.name, "word": column.values[row]}
    told = _CODES.filled(column=column.shown, **values)
    dialogue.tell(f"{column.key}.areas", column.places[row], told)


def _written(column: Typed, known: Mapping[int, Area]) -> Iterable[str]:
    """The codes of a column; one of former years gets its letters and zeros too."""
    for row, value in enumerate(column.values):
        if row in known:
            yield known[row].code
        elif value.isdecimal():
            yield f"GM{int(value):04}"
        else:
            yield value
