"""Which type a column has, as its cells and its heading show it; asked where they do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from trendrapport.charts.fit.misread import CODE, FEW, YEAR, YEARS
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice, Doubt
from trendrapport.intake.long import PERIOD
from trendrapport.intake.numbers import is_number, plain_number
from trendrapport.intake.reading_moments import day_of_serial, moment_of
from trendrapport.intake.sheet import Cell
from trendrapport.intake.typed import ENOUGH, Reading, plain_text
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
_YEARS = Text(nl="jaren", en="years")
_SERIAL = Text(
    nl='Is {value} in kolom "{column}" een datum ({day}) of een aantal?',
    en='Is {value} in column "{column}" a date ({day}) or an amount?',
)
_PARTS = Text(
    nl='Is "{value}" in kolom "{column}" een tekst of een breuk? Een dag kan het niet zijn: er is geen jaar.',
    en='Is "{value}" in column "{column}" a text or a fraction? It cannot be a day: there is no year.',
)
_FRACTIONS = Text(nl="een breuk: {value}", en="a fraction: {value}")
_AS_CODE = Text(nl="codes, met hun nullen", en="codes, with their zeros")


def type_of(reading: Reading) -> DeclaredType:
    """The type of a column: as answered, or as its cells show."""
    answered = reading.dialogue.given(f"{reading.key}.type")
    if answered is None:
        return _shown_type(reading)
    choices = tuple(Choice(name, text) for name, text in _TYPES.items())
    question = _TYPE.filled(column=reading.shown)
    doubt = Doubt(f"{reading.key}.type", reading.place(0), question, choices)
    return reading.dialogue.sure(doubt)  # type: ignore[return-value]


def _shown_type(reading: Reading) -> DeclaredType:
    cells = [cell for _, cell in reading.given]
    if not cells:
        return "string"
    if all(isinstance(cell.value, bool) for cell in cells) or _are_truths(cells):
        return "boolean"
    if reading.raw.names == (PERIOD,) or _are_moments(reading, cells):
        return "date"
    if _part(cells, _is_number) >= ENOUGH:
        return "string" if _are_codes(reading, cells) else _number_or_date(reading, cells)
    if all(FRACTION.fullmatch(cell.text) for cell in cells if cell.text) and cells[0].text:
        return _fractions(reading, cells)
    return "string"


def _part(cells: Sequence[Cell], holds: Callable[[Cell], bool]) -> float:
    return sum(map(holds, cells)) / len(cells)


def _is_number(cell: Cell) -> bool:
    if isinstance(cell.value, bool):
        return False
    return isinstance(cell.value, int | float) or bool(cell.text and is_number(plain_text(cell)))


def _are_truths(cells: Sequence[Cell]) -> bool:
    words = {folded(cell.text) for cell in cells}
    return words <= TRUE | FALSE and bool(words & TRUE) and bool(words & FALSE)


def _are_moments(reading: Reading, cells: Sequence[Cell]) -> bool:
    """Whether cells are days, months, quarters or weeks; or years, as their heading or their order shows."""
    found = [moment_of(cell) for cell in cells]
    known = [one for one in found if one]
    if len(known) < ENOUGH * len(cells):
        return False
    if any(one.sort != "year" for one in known):
        return True
    if len(known) < len(cells):
        return False
    return _are_years(reading, cells, [int(one.iso) for one in known])


def _are_years(reading: Reading, cells: Sequence[Cell], years: Sequence[int]) -> bool:
    """Whether whole numbers of these times are years; asked if neither their heading nor their order shows
    it.
    """
    if any(cell.text and not cell.text[:4].isdecimal() for cell in cells):
        return True
    name = folded(reading.raw.title.replace("_", " "))
    if YEAR.search(name) or _DATED.search(name):
        return True
    if reading.raw.unit or not set(years) <= set(YEARS):
        return False
    distinct = sorted(set(years))
    if len(distinct) >= FEW and distinct == list(range(distinct[0], distinct[-1] + 1)):
        return True
    values = ", ".join(map(str, distinct[:3]))
    question = _YEARS_OR_NUMBERS.filled(values=values, column=reading.shown)
    choices = (Choice("year", _YEARS), Choice("number", _TYPES["number"]))
    doubt = Doubt(f"{reading.key}.years", reading.place(reading.given[0][0]), question, choices)
    return reading.dialogue.ask(doubt) == "year"


def _are_codes(reading: Reading, cells: Sequence[Cell]) -> bool:
    """Whether digits are codes, with which nobody reckons: a name says so, or zeros at the start."""
    name = folded(reading.raw.title.replace("_", " "))
    texts = [cell.text for cell in cells if cell.text]
    has_zeros = any(_ZERO_FIRST.fullmatch(text) for text in texts)
    if not (CODE.search(name) or _NUMBERED.search(name) or has_zeros):
        return False
    plain = all(text.isdecimal() for text in texts)
    whole = all(cell.text or float(cell.value).is_integer() for cell in cells)  # type: ignore[arg-type]
    if not plain or not whole:
        return False
    choices = (Choice("string", _AS_CODE), Choice("number", _TYPES["number"]))
    doubt = Doubt(
        f"{reading.key}.codes", reading.place(0), _TYPE.filled(column=reading.shown), choices, "string"
    )
    return reading.dialogue.sure(doubt) == "string"


def _number_or_date(reading: Reading, cells: Sequence[Cell]) -> DeclaredType:
    """Numbers, unless a heading says that they are days, as a spreadsheet counts them."""
    numbers = [_whole(cell) for cell in cells]
    if not _DATED.search(folded(reading.raw.title)) or not all(number in SERIALS for number in numbers):
        return "number"
    value = numbers[0] or 0
    question = _SERIAL.filled(value=value, column=reading.shown, day=day_of_serial(value))
    choices = (
        Choice("day", Text(day_of_serial(value), day_of_serial(value))),
        Choice("number", _TYPES["number"]),
    )
    doubt = Doubt(f"{reading.key}.serial", reading.place(0), question, choices, "day")
    return "date" if reading.dialogue.ask(doubt) == "day" else "number"


def _whole(cell: Cell) -> int | None:
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return int(cell.value)
    return int(cell.text) if cell.text.isdecimal() else None


def _fractions(reading: Reading, cells: Sequence[Cell]) -> DeclaredType:
    """Text, unless 3/4 is meant as a fraction."""
    text = cells[0].text
    question = _PARTS.filled(value=text, column=reading.shown)
    over, under = map(int, text.split("/"))
    shown = plain_number(over / under) if under else "-"
    shown_nl = shown.replace(".", ",")
    choices = (
        Choice("string", _TYPES["string"]),
        Choice("fraction", _FRACTIONS.filled(value=Text(shown_nl, shown))),
    )
    doubt = Doubt(f"{reading.key}.fractions", reading.place(reading.given[0][0]), question, choices)
    return "number" if reading.dialogue.ask(doubt) == "fraction" else "string"
