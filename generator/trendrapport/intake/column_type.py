"""Which type a column has, as its cells and its heading show it; asked where they do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trendrapport.charts.fit.misread import CODE, FEW, YEAR, YEARS
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice
from trendrapport.intake.long import PERIOD
from trendrapport.intake.numbers import fits, is_number, plain_number
from trendrapport.intake.odd_values import ENOUGH
from trendrapport.intake.reading_moments import day_of_serial, moment_of
from trendrapport.intake.sheet import Cell
from trendrapport.intake.typed import Reading, plain_text
from trendrapport.model.charts import DeclaredType

TRUE = frozenset({"ja", "yes", "waar", "true", "j", "y"})
FALSE = frozenset({"nee", "no", "onwaar", "false", "n"})
FRACTION = re.compile(r"\d{1,2}/\d{1,2}", re.ASCII)
SERIALS = range(20_000, 60_000)
"""The days of 1954 to 2064, counted as spreadsheets do."""
_NUMBERED = re.compile(r"\b(?:postcode|kvk|bsn|nummer|nr|id|wijk|buurt)\b|nummer$")
_ZERO_FIRST = re.compile(r"0\d+", re.ASCII)
_DATED = re.compile(r"\b(?:datum|peildatum|date|dag|day)\b|datum$")

_TYPES: dict[DeclaredType, Text] = {
    "string": Text(nl="tekst", en="text"),
    "number": Text(nl="getallen", en="numbers"),
    "date": Text(nl="momenten", en="moments"),
    "boolean": Text(nl="ja of nee", en="yes or no"),
}
_TYPE = Text(nl='Wat bevat kolom "{column}"?', en='What does column "{column}" contain?')
_YEARS_OR_NUMBERS = Text(
    nl='Zijn {values} in kolom "{column}" jaren of aantallen?',
    en='Are {values} in column "{column}" years or amounts?',
)
_AS_YEARS = Choice("year", Text(nl="jaren", en="years"))
_AS_NUMBERS = Choice("number", _TYPES["number"])
_AS_CODES = Choice("string", Text(nl="codes, met hun nullen", en="codes, with their zeros"))
_SERIAL = Text(
    nl='Is {value} in kolom "{column}" een datum ({day}) of een aantal?',
    en='Is {value} in column "{column}" a date ({day}) or an amount?',
)
_PARTS = Text(
    nl='Is "{value}" in kolom "{column}" een tekst of een breuk? Een dag kan het niet zijn: er is geen jaar.',
    en='Is "{value}" in column "{column}" a text or a fraction? It cannot be a day: there is no year.',
)
_FRACTION = Text(nl="een breuk: {value}", en="a fraction: {value}")


def type_of(reading: Reading) -> DeclaredType:
    """The type of a column: as answered, or as its cells show."""
    if reading.dialogue.given(f"{reading.key}.type") is None:
        return _shown_type(reading)
    choices = list(map(Choice, _TYPES, _TYPES.values()))
    doubt = reading.doubt("type", 0, _TYPE, choices)
    return reading.dialogue.sure(doubt)  # type: ignore[return-value]


def whole(cell: Cell) -> int | None:
    """The whole number that a cell is."""
    if cell.text:
        if cell.text.isascii() and cell.text.isdecimal():
            return int(cell.text)
        return None
    number = _number_in(cell)
    if number is not None and float(number).is_integer():
        return int(number)
    return None


def _shown_type(reading: Reading) -> DeclaredType:
    cells = reading.cells
    if not cells:
        return "string"
    if all(isinstance(cell.value, bool) for cell in cells) or _are_truths(cells):
        return "boolean"
    if reading.raw.names == (PERIOD,) or _are_moments(reading):
        return "date"
    if sum(map(_is_number, cells)) >= ENOUGH * len(cells):
        return _type_of_numbers(reading)
    if all(map(_is_fraction, cells)):
        return _type_of_fractions(reading)
    return "string"


def _is_number(cell: Cell) -> bool:
    if cell.text:
        return is_number(plain_text(cell))
    return _number_in(cell) is not None


def _number_in(cell: Cell) -> int | float | None:
    """The number that a spreadsheet has in a cell."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if fits(plain_number(value)):
        return value
    return None


def _is_fraction(cell: Cell) -> bool:
    return bool(FRACTION.fullmatch(cell.text))


def _are_truths(cells: Sequence[Cell]) -> bool:
    words = {folded(cell.text) for cell in cells}
    return words <= TRUE | FALSE and bool(words & TRUE) and bool(words & FALSE)


def _are_moments(reading: Reading) -> bool:
    """Whether cells are days, months, quarters or weeks; or years, as their heading or their order shows."""
    known = list(filter(None, map(moment_of, reading.cells)))
    if len(known) < ENOUGH * len(reading.cells):
        return False
    if any(one.sort != "year" for one in known):
        return True
    return len(known) == len(reading.cells) and _are_years(reading, {int(one.iso) for one in known})


def _are_years(reading: Reading, years: set[int]) -> bool:
    """Whether whole numbers of these times are years; asked if neither their heading nor their order shows
    it.
    """
    name = folded(reading.raw.title.replace("_", " "))
    are_codes = any(text and not text.isdecimal() for text in reading.texts.values())
    if are_codes or YEAR.search(name) or _DATED.search(name):
        return True
    if reading.raw.unit or not years <= set(YEARS):
        return False
    if len(years) >= FEW and max(years) - min(years) < len(years):
        return True
    values = ", ".join(map(str, sorted(years)[:3]))
    doubt = reading.doubt(
        "years", reading.given[0][0], _YEARS_OR_NUMBERS, (_AS_YEARS, _AS_NUMBERS), values=values
    )
    return reading.dialogue.ask(doubt) == _AS_YEARS.value


def _type_of_numbers(reading: Reading) -> DeclaredType:
    """Numbers, unless they are codes, or days as a spreadsheet counts them."""
    wholes = list(map(whole, reading.cells))
    if None in wholes:
        return "number"
    name = folded(reading.raw.title.replace("_", " "))
    has_zeros = any(map(_ZERO_FIRST.fullmatch, reading.texts.values()))
    if CODE.search(name) or _NUMBERED.search(name) or has_zeros:
        doubt = reading.doubt("codes", 0, _TYPE, (_AS_CODES, _AS_NUMBERS), _AS_CODES.value)
        return reading.dialogue.sure(doubt)  # type: ignore[return-value]
    if _DATED.search(name) and set(wholes) <= set(SERIALS):
        return _type_of_serials(reading, wholes[0] or 0)
    return "number"


def _type_of_serials(reading: Reading, value: int) -> DeclaredType:
    """Days, if that is what is meant by numbers below a heading that says so."""
    day = day_of_serial(value).isoformat()
    choices = (Choice("date", Text(day, day)), _AS_NUMBERS)
    doubt = reading.doubt("serial", 0, _SERIAL, choices, "date", value=value, day=day)
    return reading.dialogue.ask(doubt)  # type: ignore[return-value]


def _type_of_fractions(reading: Reading) -> DeclaredType:
    """Text, unless 3/4 is meant as a fraction."""
    text = reading.cells[0].text
    over, under = map(int, text.split("/"))
    shown = "-"
    if under:
        shown = plain_number(over / under)
    fraction = _FRACTION.filled(value=Text(shown.replace(".", ","), shown))
    choices = (Choice("string", _TYPES["string"]), Choice("number", fraction))
    doubt = reading.doubt("fractions", reading.given[0][0], _PARTS, choices, value=text)
    return reading.dialogue.ask(doubt)  # type: ignore[return-value]
