"""Years, months or other periods as columns to a column of periods: each row has one moment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt, first, key_of
from trendrapport.intake.raw_table import RawColumn
from trendrapport.intake.sheet import Cell, Place
from trendrapport.intake.words import VALUE

_YEAR_BEHIND = re.compile(r"(?P<name>.*\S)[\s(–-]+(?P<year>(?:19|20)\d\d)\*{0,2}\)?$", re.ASCII)
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d\d)\*{0,2}[\s–:-]+(?P<name>\S.*)$", re.ASCII)
_DERIVED = re.compile(
    r"verschil|mutatie|groei|toename|afname|verandering|ontwikkeling|totaal|gemiddeld|som\b|difference|change|"
    r"growth|increase|total|average|mean\b|sum\b"
)
PERIOD = "@period"
"""The name of the column of periods until its values are read."""

_LONG = Text(
    nl="{count} kolommen met perioden ({first} ... {last}) worden rijen: één periode per rij",
    en="{count} columns with periods ({first} ... {last}) become rows: one period per row",
)
_WIDE = Text(nl="elke periode blijft een kolom", en="each period stays a column")
_QUESTION = Text(nl="Worden kolommen met perioden rijen?", en="Do columns with periods become rows?")
_BESIDE = Text(
    nl='Naast de kolommen met perioden staat "{name}", met getallen. Wat is dat?',
    en='Beside the columns with periods is "{name}", with numbers. What is that?',
)
_DROP = Text(
    nl='"{name}" volgt uit de perioden: weggelaten', en='"{name}" follows from the periods: left out'
)
_KEEP = Text(nl='"{name}" hoort bij elke periode: herhaald', en='"{name}" belongs to each period: repeated')


def long(columns: Sequence[RawColumn], dialogue: Dialogue) -> list[RawColumn]:
    """The columns with one for the periods, if some have a period as their name."""
    found = _with_years(columns)
    of_periods = [column for column in found if column.period is not None]
    if not of_periods or (len(of_periods) == 1 and of_periods[0].names):
        return [_with_period_in_name(column) for column in found]
    shown = [_shown(column.period) for column in (of_periods[0], of_periods[-1])]
    what = _LONG.filled(count=len(of_periods), first=shown[0], last=shown[1])
    at = replace(first(of_periods[0].places), row=max(first(of_periods[0].places).row - 1, 1))
    doubt = Doubt("shape", at, _QUESTION, (Choice("long", what), Choice("wide", _WIDE)), "long")
    if dialogue.sure(doubt) == "wide":
        return [_with_period_in_name(column) for column in found]
    beside = [column for column in found if column.period is None]
    kept = [column for column in beside if not column.valued or _belongs(column, beside, dialogue)]
    return _melted(kept, of_periods)


def _with_years(columns: Sequence[RawColumn]) -> list[RawColumn]:
    """The columns, with the year in names such as "Aantal 2023" as their period, if there are several."""
    parts = [_parted(column) for column in columns]
    counts = Counter(found[0] for found in parts if found)
    if not any(count > 1 for count in counts.values()):
        return list(columns)
    made = []
    for column, found in zip(columns, parts, strict=True):
        if found and counts[found[0]] > 1:
            names = (*column.names[:-1], found[0])
            made.append(replace(column, names=names, period=Cell(found[1])))
        else:
            made.append(column)
    return made


def _parted(column: RawColumn) -> tuple[str, str] | None:
    """The last name of a column without its year, and the year."""
    if column.period is not None or not column.names or not column.valued:
        return None
    name = column.names[-1]
    found = _YEAR_BEHIND.match(name) or _YEAR_BEFORE.match(name)
    return (found["name"].strip(" ,:–-("), found["year"]) if found else None


def _with_period_in_name(column: RawColumn) -> RawColumn:
    """A column whose period is part of its name again."""
    if column.period is None:
        return column
    return replace(column, names=(*column.names, _shown(column.period)), period=None)


def _shown(period: Cell | None) -> str:
    if period is None:
        return ""
    return period.text or str(period.value)


def _belongs(column: RawColumn, beside: Sequence[RawColumn], dialogue: Dialogue) -> bool:
    """Whether a column of numbers beside the periods is one of the row, and not a difference or a total."""
    name = shortened(column.title)
    if column is beside[0] and len(beside) == 1:
        return True
    choices = (Choice("drop", _DROP.filled(name=name)), Choice("keep", _KEEP.filled(name=name)))
    likely = "drop" if _DERIVED.search(folded(column.title)) else None
    key = key_of("beside", column.title)
    return dialogue.ask(Doubt(key, column.places[0], _BESIDE.filled(name=name), choices, likely)) == "keep"


def _melted(kept: Sequence[RawColumn], of_periods: Sequence[RawColumn]) -> list[RawColumn]:
    """The columns that stay, one of periods, and one for each name that the columns of periods have."""
    periods = list(dict.fromkeys(_shown(column.period) for column in of_periods))
    names = list(dict.fromkeys(column.names for column in of_periods))
    by_both: dict[tuple[tuple[str, ...], str], RawColumn] = {}
    for column in of_periods:
        by_both.setdefault((column.names, _shown(column.period)), column)
    rows = range(len(of_periods[0].cells))
    again = [row for row in rows for _ in periods]
    made = [_taken(column, again) for column in kept]
    made.append(_period_column(of_periods, periods, rows))
    for name in names:
        cells: list[Cell] = []
        places: list[Place] = []
        parts = [by_both.get((name, period)) for period in periods]
        for row in rows:
            for part in parts:
                cells.append(part.cells[row] if part else Cell())
                places.append(part.places[row] if part else of_periods[0].places[row])
        unit = next((part.unit for part in parts if part and part.unit), "")
        made.append(RawColumn(name or (VALUE,), unit, tuple(cells), tuple(places)))
    return made


def _taken(column: RawColumn, rows: Sequence[int]) -> RawColumn:
    """The cells of a column at these rows."""
    cells = tuple(column.cells[row] for row in rows)
    return replace(column, cells=cells, places=tuple(column.places[row] for row in rows))


def _period_column(of_periods: Sequence[RawColumn], periods: Sequence[str], rows: range) -> RawColumn:
    by_period: dict[str, Cell] = {}
    for column in of_periods:
        if column.period is not None:
            by_period.setdefault(_shown(column.period), column.period)
    cells = [by_period[period] for _ in rows for period in periods]
    places = [column.places[row] for row in rows for column in _first_of(of_periods, periods)]
    return RawColumn((PERIOD,), "", tuple(cells), tuple(places))


def _first_of(of_periods: Sequence[RawColumn], periods: Sequence[str]) -> list[RawColumn]:
    """The first column of each period."""
    found: dict[str, RawColumn] = {}
    for column in of_periods:
        found.setdefault(_shown(column.period), column)
    return [found[period] for period in periods]
