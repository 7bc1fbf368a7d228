"""The unit of a column of numbers: that of its heading or of its cells, and whether it applies to all."""

from __future__ import annotations

import re
from collections import Counter

from trendrapport.charts.tables.names import is_percent
from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice
from trendrapport.intake.numbers import plain_number, taken_apart
from trendrapport.intake.sheet import Cell
from trendrapport.intake.typed import Reading

_MIXED = Text(
    nl='In kolom "{column}" hebben {count} getallen {unit}, en de andere niet. Geldt {unit} voor alle?',
    en='In column "{column}", {count} numbers have {unit} and the others do not. Does {unit} apply to all?',
)
_FOR_ALL = Text(nl="alle getallen zijn in {unit}", en="all numbers are in {unit}")
_AS_TEXT = Choice("string", Text(nl="laat de kolom tekst", en="leave the column as text"))
_FRACTIONS = Text(
    nl=(
        'Kolom "{column}" is in procenten, maar alle getallen liggen tussen -1 en 1, zoals {value}. Hoeveel '
        "is dat?"
    ),
    en=(
        'Column "{column}" is in percent, but all numbers are between -1 and 1, such as {value}. How much '
        "is that?"
    ),
)
_THOUSANDS = re.compile(r"\d{4}|\d[.\s]\d{3}\b")
_PERCENT = Text(nl="{value}%", en="{value}%")


def unit_of(reading: Reading) -> str | None:
    """The unit of a column of numbers; None if these are of several, so that the column is text."""
    counts = Counter(map(unit_in, reading.cells))
    without = counts.pop("", 0)
    heading = reading.raw.unit
    if len(counts) != 1:
        if counts:
            return None
        return heading
    unit, count = counts.most_common(1)[0]
    if without and not _applies_to_all(reading, unit, count):
        return None
    # A heading may say more, as "mln euro" above numbers with a €; a percentage is one.
    if heading and not (is_percent(unit) and not is_percent(heading)):
        return heading
    return unit


def unit_in(cell: Cell) -> str:
    """The unit that a cell shows with its number."""
    if cell.unit or not cell.text:
        return cell.unit
    return taken_apart(cell.text).unit


def in_percent(reading: Reading, values: list[str], unit: str) -> list[str]:
    """Values in percent; asked if they seem to be parts of one."""
    if not is_percent(unit) or any(map(unit_in, reading.cells)):
        return values
    fractions = [row for row, value in enumerate(values) if "." in value]
    if not fractions or any(abs(float(value)) > 1 for value in values if value):
        return values
    value = values[fractions[0]]
    choices = (
        Choice("parts", _PERCENT.filled(value=_times_hundred(value))),
        Choice("percent", _PERCENT.filled(value=value)),
    )
    doubt = reading.doubt("factor", fractions[0], _FRACTIONS, choices, value=value)
    if reading.dialogue.ask(doubt) == "percent":
        return values
    return list(map(_times_hundred, values))


def _times_hundred(value: str) -> str:
    if value:
        return plain_number(float(value) * 100)
    return ""


def _applies_to_all(reading: Reading, unit: str, count: int) -> bool:
    """Whether a unit that some numbers have applies to all."""
    are_texts = all(cell.text for cell in reading.cells)
    if are_texts and is_percent(unit) and is_percent(reading.raw.unit):
        return True
    row = next(row for row, cell in reading.given if not unit_in(cell))
    choices = (Choice("all", _FOR_ALL.filled(unit=unit)), _AS_TEXT)
    # In a text a sign that was left out changes nothing; in a spreadsheet 0.12 may stand beside 12%.
    likely = None
    if are_texts and not _is_of_others(reading, unit):
        likely = "all"
    doubt = reading.doubt("mixed", row, _MIXED, choices, likely, count=count, unit=unit)
    return reading.dialogue.ask(doubt) == "all"


def _is_of_others(reading: Reading, unit: str) -> bool:
    """Whether the numbers without a unit may be of something else: all those of a column of the sheet, where
    years that were columns are one below another, or numbers of thousands beside percentages.
    """
    with_unit, without = set[int](), set[int]()
    is_large = False
    for row, cell in reading.given:
        column = reading.raw.places[row].column
        if unit_in(cell):
            with_unit.add(column)
        else:
            without.add(column)
            is_large |= bool(_THOUSANDS.search(cell.text))
    return bool(without - with_unit) or (is_large and is_percent(unit))
