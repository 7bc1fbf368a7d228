"""A column of numbers: their values, unit and type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trendrapport.charts.tables.meaning import Habits
from trendrapport.charts.tables.names import is_percent
from trendrapport.charts.tables.suggested_numbers import number as suggested
from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Choice, Doubt
from trendrapport.intake.numbers import (
    MOST_DIGITS,
    DecimalMark,
    digits_of,
    forced,
    is_ambiguous,
    number,
    plain_number,
    taken_apart,
)
from trendrapport.intake.sheet import Cell
from trendrapport.intake.typed import Reading, plain_text, read_all
from trendrapport.model.charts import DeclaredType

_SORT = Text(nl="getal", en="number")
_MIXED = Text(
    nl=(
        'In kolom "{column}" staat bij {count} getallen {unit}, en bij de andere niet. Geldt {unit} '
        "voor alle?"
    ),
    en='In column "{column}", {count} numbers have {unit} and the others do not. Does {unit} apply to all?',
)
_FOR_ALL = Text(nl="alle getallen zijn in {unit}", en="all numbers are in {unit}")
_AS_TEXT = Text(nl="laat de kolom tekst", en="leave the column as text")
_FRACTIONS = Text(
    nl=(
        'Kolom "{column}" is in procenten, maar alle getallen liggen tussen -1 en 1, zoals {value}. '
        "Hoeveel is dat?"
    ),
    en=(
        'Column "{column}" is in percent, but all numbers are between -1 and 1, such as {value}. How '
        "much is that?"
    ),
)
_PERCENT = Text(nl="{value}%", en="{value}%")
_THOUSANDS = Text(
    nl='"{text}" in kolom "{column}" staat tussen getallen als {other}. Wat is het?',
    en='"{text}" in column "{column}" is among numbers such as {other}. What is it?',
)
_PLAIN = Text(nl="{value}", en="{value}")
_GROUP = 3


@dataclass(frozen=True)
class Numbers:
    """The numbers of a column."""

    values: list[str]
    unit: str
    type: DeclaredType


def read_numbers(reading: Reading, usual: DecimalMark) -> Numbers | None:
    """The numbers of a column; None if it is one of text after all.

    `usual` is the decimal mark of the file, for numbers that do not show it.
    """
    decimal = _own_mark(reading) or usual
    values = read_all(reading, lambda cell: read_number(cell, decimal), _SORT, _meant)
    if values is None or any(digits_of(value) > MOST_DIGITS for value in values):
        return None
    unit = _unit(reading)
    if unit is None:
        return None
    values = _in_percent(reading, _regrouped(reading, values, decimal), unit)
    is_whole = all("." not in value and "e" not in value for value in values)
    return Numbers(values, unit, "integer" if is_whole else "number")


def read_number(cell: Cell, decimal: DecimalMark) -> str | None:
    """The number in a cell; None if it is none."""
    if isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, int | float):
        return plain_number(cell.value)
    return number(plain_text(cell), decimal) if cell.text else None


def _own_mark(reading: Reading) -> DecimalMark | None:
    """The decimal mark that the numbers of this column show, if only one fits them all."""
    shown = {forced(plain_text(cell)) for _, cell in reading.given if cell.text} - {None}
    return shown.pop() if len(shown) == 1 else None


def _meant(text: str) -> Sequence[str]:
    """What a text may mean that is not quite a number."""
    found = suggested(text, Habits(), whole=False)
    return found.write if found else ()


def _unit(reading: Reading) -> str | None:
    """The unit of a column: that of its heading or of its cells; None if these are of several."""
    counts: dict[str, int] = {}
    rows: dict[str, int] = {}
    for row, cell in reading.given:
        unit = cell.unit or (taken_apart(cell.text).unit if cell.text else "")
        counts[unit] = counts.get(unit, 0) + 1
        rows.setdefault(unit, row)
    named = [unit for unit in counts if unit]
    if not named:
        return reading.raw.unit
    if len(named) > 1:
        return None
    unit = named[0]
    is_whole = "" not in counts or (
        is_percent(unit) and is_percent(reading.raw.unit) and _texts_only(reading)
    )
    if not is_whole and _mixed(reading, unit, counts[unit], rows[""]) == "string":
        return None
    return reading.raw.unit if _says_more(reading.raw.unit, unit) else unit


def _texts_only(reading: Reading) -> bool:
    return all(cell.text for _, cell in reading.given)


def _says_more(heading: str, unit: str) -> bool:
    """Whether a heading's unit is more exact than that of the cells: "mln euro" for a € before numbers."""
    return bool(heading) and not (is_percent(unit) and not is_percent(heading))


def _mixed(reading: Reading, unit: str, count: int, row: int) -> str:
    """Whether a unit that some numbers have applies to all."""
    question = _MIXED.filled(column=reading.shown, count=count, unit=unit)
    choices = (Choice("all", _FOR_ALL.filled(unit=unit)), Choice("string", _AS_TEXT))
    # In a text a sign that was left out changes nothing; in a spreadsheet 0.12 may stand beside 12%.
    likely = "all" if _texts_only(reading) else None
    return reading.dialogue.ask(Doubt(f"{reading.key}.mixed", reading.place(row), question, choices, likely))


def _in_percent(reading: Reading, values: list[str], unit: str) -> list[str]:
    """Values in percent; asked if they seem to be parts of one."""
    given = [(row, value) for row, value in enumerate(values) if value]
    has_signs = any(cell.unit or taken_apart(cell.text).unit for _, cell in reading.given)
    fractions = [value for _, value in given if "." in value]
    if not is_percent(unit) or has_signs or not fractions:
        return values
    if any(abs(float(value)) > 1 for _, value in given):
        return values
    row = next(row for row, value in given if value == fractions[0])
    many = plain_number(float(fractions[0]) * 100)
    choices = (
        Choice("parts", _PERCENT.filled(value=many)),
        Choice("percent", _PERCENT.filled(value=fractions[0])),
    )
    question = _FRACTIONS.filled(column=reading.shown, value=fractions[0])
    chosen = reading.dialogue.ask(Doubt(f"{reading.key}.factor", reading.place(row), question, choices))
    if chosen == "percent":
        return values
    return [plain_number(float(value) * 100) if value else "" for value in values]


def _regrouped(reading: Reading, values: list[str], decimal: DecimalMark) -> list[str]:
    """Values, with 1.250 as 1250 if that is meant: beside 12.5 nobody writes a zero behind one and a
    quarter.
    """
    texts = {row: plain_text(cell) for row, cell in reading.given if cell.text}
    doubtful = [row for row, text in texts.items() if is_ambiguous(text) and _ends_in_zero(values[row])]
    others = [values[row] for row in texts if "." in values[row] and row not in set(doubtful)]
    if not doubtful or not others or any(_is_exact(value) for value in others):
        return values
    text = texts[doubtful[0]]
    other = number(text, "." if decimal == "," else ",")
    question = _THOUSANDS.filled(text=text, column=reading.shown, other=shortened(others[0]))
    choices = (
        Choice("decimals", _PLAIN.filled(value=values[doubtful[0]])),
        Choice("thousands", _PLAIN.filled(value=other)),
    )
    place = reading.place(doubtful[0])
    if reading.dialogue.ask(Doubt(f"{reading.key}.thousands", place, question, choices)) == "decimals":
        return values
    return [value.replace(".", "") if row in set(doubtful) else value for row, value in enumerate(values)]


def _ends_in_zero(value: str) -> bool:
    return value.endswith("0") and len(value.partition(".")[2]) == _GROUP


def _is_exact(value: str) -> bool:
    """Whether a number has a zero at its end or as many decimals as thousands have digits."""
    decimals = value.partition(".")[2]
    return decimals.endswith("0") or len(decimals) >= _GROUP
