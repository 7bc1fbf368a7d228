"""Years, months or other periods as columns to a column of periods: each row has one moment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from trendrapport.charts.fit.misread import CODE, YEAR
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt, key_of
from trendrapport.intake.raw_table import RawColumn
from trendrapport.intake.sheet import EMPTY, Cell, Place
from trendrapport.intake.words import VALUE

_YEAR_BEHIND = re.compile(r"(?P<name>.*\S)[\s(–-]+(?P<year>(?:19|20)\d\d)\*{0,2}\)?$", re.ASCII)
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d\d)\*{0,2}[\s–:-]+(?P<name>\S.*)$", re.ASCII)
_DERIVED = re.compile(
    r"verschil|mutatie|groei|toename|afname|verandering|ontwikkeling|totaal|gemiddeld|som\b|difference|"
    r"change|growth|increase|total|average|mean\b|sum\b"
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
    beside: list[RawColumn] = []
    of_periods: list[RawColumn] = []
    for column in _with_years(columns):
        if column.period is None:
            beside.append(column)
        else:
            of_periods.append(column)
    if not _are_long(of_periods, dialogue):
        return list(map(_with_period_in_name, columns))
    kept: list[RawColumn] = []
    for column in beside:
        if not column.valued or len(beside) == 1 or _belongs(column, dialogue):
            kept.append(column)
    return _melted(kept, _distinct(of_periods))


def _are_long(of_periods: Sequence[RawColumn], dialogue: Dialogue) -> bool:
    """Whether columns with periods become rows, which a single one only does if it has no other name."""
    if not of_periods or (len(of_periods) == 1 and of_periods[0].names):
        return False
    first, last = of_periods[0], of_periods[-1]
    what = _LONG.filled(count=len(of_periods), first=_shown(first.period), last=_shown(last.period))
    below = first.places[0]
    doubt = Doubt(
        "shape",
        replace(below, row=max(below.row - 1, 1)),
        _QUESTION,
        (Choice("long", what), Choice("wide", _WIDE)),
        "long",
    )
    return dialogue.sure(doubt) == "long"


def _with_years(columns: Sequence[RawColumn]) -> list[RawColumn]:
    """The columns, with the year in names such as "Aantal 2023" as their period, if there are several."""
    parts = list(map(_parted, columns))
    counts = Counter(name for name, _ in parts)
    made: list[RawColumn] = []
    for column, (name, year) in zip(columns, parts, strict=True):
        if year and counts[name] > 1:
            names = (*column.names[:-1], name)
            made.append(replace(column, names=names, period=Cell(year)))
        else:
            made.append(column)
    return made


def _parted(column: RawColumn) -> tuple[str, str]:
    """The last name of a column without its year, and the year; nothing if it has none."""
    if column.period is not None or not column.names or not column.valued:
        return "", ""
    name = column.names[-1]
    found = _YEAR_BEHIND.match(name) or _YEAR_BEFORE.match(name)
    if found:
        return (found["name"].strip(" ,:–-("), found["year"])
    return ("", "")


def _with_period_in_name(column: RawColumn) -> RawColumn:
    """A column whose period is part of its name again."""
    if column.period is None:
        return column
    return replace(column, names=(*column.names, _shown(column.period)), period=None)


def _shown(period: Cell | None) -> str:
    if period is None:
        return ""
    return period.text or str(period.value)


def _belongs(column: RawColumn, dialogue: Dialogue) -> bool:
    """Whether a column of numbers beside the periods is one of the row, and not a difference or a total."""
    name = folded(column.title)
    if CODE.search(name) or YEAR.search(name):
        return True
    shown = shortened(column.title)
    choices = (Choice("drop", _DROP.filled(name=shown)), Choice("keep", _KEEP.filled(name=shown)))
    likely = None
    if _DERIVED.search(name):
        likely = "drop"
    doubt = Doubt(
        key_of("beside", column.title), column.places[0], _BESIDE.filled(name=shown), choices, likely
    )
    return dialogue.ask(doubt) == "keep"


def _distinct(of_periods: Sequence[RawColumn]) -> dict[tuple[tuple[str, ...], str], RawColumn]:
    """The columns by their names and period; a second one of the same gets a number behind its name."""
    found: dict[tuple[tuple[str, ...], str], RawColumn] = {}
    for column in of_periods:
        names, period, number = column.names, _shown(column.period), 2
        while (names, period) in found:
            names, number = (*column.names, str(number)), number + 1
        found[names, period] = replace(column, names=names)
    return found


def _melted(
    kept: Sequence[RawColumn], of_periods: Mapping[tuple[tuple[str, ...], str], RawColumn]
) -> list[RawColumn]:
    """The columns that stay, one of periods, and one for each name that the columns of periods have."""
    periods: dict[str, RawColumn] = {}
    names: dict[tuple[str, ...], None] = {}
    for (name, period), column in of_periods.items():
        periods.setdefault(period, column)
        names.setdefault(name)
    count = len(next(iter(periods.values())).cells)
    again: list[int] = []
    for row in range(count):
        again += [row] * len(periods)
    made = [column.at(again) for column in kept]
    heads: list[RawColumn] = []
    for column in periods.values():
        cells = (column.period or EMPTY,) * count
        heads.append(replace(column, names=(PERIOD,), unit="", cells=cells))
    made.append(_interleaved(heads))
    for name in names:
        parts: list[RawColumn] = []
        for period, first in periods.items():
            empty = RawColumn(name, "", (EMPTY,) * count, first.places)
            parts.append(of_periods.get((name, period), empty))
        made.append(replace(_interleaved(parts), names=name or (VALUE,)))
    return made


def _interleaved(parts: Sequence[RawColumn]) -> RawColumn:
    """One column of several: the first rows of all, then the second ones."""
    cells: list[Cell] = []
    places: list[Place] = []
    for row in range(len(parts[0].cells)):
        cells += (part.cells[row] for part in parts)
        places += (part.places[row] for part in parts)
    unit = next(filter(None, (part.unit for part in parts)), "")
    return RawColumn(parts[0].names, unit, tuple(cells), tuple(places))
