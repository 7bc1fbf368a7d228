"""A column of numbers: their values, unit and type."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trendrapport.charts.tables.meaning import Habits
from trendrapport.charts.tables.suggested_numbers import number as suggested
from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import Choice
from trendrapport.intake.numbers import DecimalMark, fits, forced, is_ambiguous, number, plain_number
from trendrapport.intake.odd_values import Sort, read_all
from trendrapport.intake.sheet import Cell
from trendrapport.intake.typed import Reading, plain_text
from trendrapport.intake.units import in_percent, unit_of
from trendrapport.model.charts import DeclaredType

_NAME = Text(nl="getal", en="number")
_THOUSANDS = Text(
    nl='"{text}" in kolom "{column}" staat tussen getallen als {other}. Wat is het?',
    en='"{text}" in column "{column}" is among numbers such as {other}. What is it?',
)
_GROUP = 3
"""The digits between marks of thousands."""


@dataclass(frozen=True)
class Numbers:
    """The numbers of a column."""

    values: tuple[str, ...]
    unit: str
    type: DeclaredType


def read_numbers(reading: Reading, usual: DecimalMark) -> Numbers | None:
    """The numbers of a column; None if it is one of text after all.

    `usual` is the decimal mark of the file, for numbers that do not show it.
    """
    decimal = _own_mark(reading.texts.values()) or usual
    values = read_all(reading, Sort(lambda cell: read_number(cell, decimal), _NAME, _meant))
    if values is None or not all(map(fits, filter(None, values))):
        return None
    unit = unit_of(reading)
    if unit is None:
        return None
    values = in_percent(reading, _regrouped(reading, values, decimal), unit)
    is_whole = all(map(_is_whole, values))
    return Numbers(tuple(values), unit, "integer" if is_whole else "number")


def read_number(cell: Cell, decimal: DecimalMark) -> str | None:
    """The number in a cell; None if it is none."""
    if cell.text:
        return number(plain_text(cell), decimal)
    is_typed = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    return plain_number(cell.value) if is_typed else None  # type: ignore[arg-type]


def _is_whole(value: str) -> bool:
    return "." not in value and "e" not in value


def _own_mark(texts: Iterable[str]) -> DecimalMark | None:
    """The decimal mark that the numbers of a column show, if it is only one."""
    shown = set(map(forced, texts)) - {None}
    if len(shown) == 1:
        return shown.pop()
    return None


def _meant(text: str) -> Sequence[str]:
    """What a text may mean that is not quite a number."""
    found = suggested(text, Habits(), whole=False)
    if found:
        return found.write
    return ()


def _regrouped(reading: Reading, values: list[str], decimal: DecimalMark) -> list[str]:
    """Values, with 1.250 as 1250 if that is meant: beside 12.5 nobody writes a zero behind one and a
    quarter.
    """
    doubtful: list[int] = []
    others: list[str] = []
    for row, text in reading.texts.items():
        if is_ambiguous(text) and _ends_in_zero(values[row]):
            doubtful.append(row)
        elif "." in values[row]:
            others.append(values[row])
    if not doubtful or not others or any(map(_is_exact, others)):
        return values
    row = doubtful[0]
    text = reading.texts[row]
    other = number(text, "." if decimal == "," else ",") or ""
    choices = (
        Choice("decimals", Text(values[row], values[row])),
        Choice("thousands", Text(other, other)),
    )
    doubt = reading.doubt("thousands", row, _THOUSANDS, choices, text=text, other=shortened(others[0]))
    if reading.dialogue.ask(doubt) == "decimals":
        return values
    made = list(values)
    for row in doubtful:
        made[row] = made[row].replace(".", "")
    return made


def _ends_in_zero(value: str) -> bool:
    return value.endswith("0") and len(value.partition(".")[2]) == _GROUP


def _is_exact(value: str) -> bool:
    """Whether a number has a zero at its end or as many decimals as thousands have digits."""
    decimals = value.partition(".")[2]
    return decimals.endswith("0") or len(decimals) >= _GROUP
