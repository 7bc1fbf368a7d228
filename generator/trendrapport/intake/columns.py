"""The columns of a table as typed values; signs for missing values and provisional figures told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from trendrapport.charts.tables.cell_checks import LONGEST
from trendrapport.charts.tables.names import folded
from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.intake.column_type import FRACTION, SERIALS, TRUE, type_of, whole
from trendrapport.intake.dialogue import Choice, Dialogue
from trendrapport.intake.marks import ZERO
from trendrapport.intake.numbers import DecimalMark, plain_number
from trendrapport.intake.raw_table import RawColumn
from trendrapport.intake.reading_moments import day_of_serial, read_moments
from trendrapport.intake.reading_numbers import read_numbers
from trendrapport.intake.sheet import UNCOUNTED, Cell
from trendrapport.intake.typed import Reading, Typed, is_missing, is_provisional, sign_of
from trendrapport.model.charts import DeclaredType

_RUN = re.compile(r"[=@]|[+-].")
"""How a text starts that a spreadsheet runs."""

_UNCOUNTED = Text(
    nl=(
        "{place} bevat een formule zonder uitkomst. Open het bestand in uw spreadsheetprogramma en "
        "bewaar het."
    ),
    en="{place} has a formula without a result. Open the file in your spreadsheet program and save it.",
)
_ERRORS = Text(
    nl='In kolom "{column}" is een formule mislukt: {error} ({place}). Wat is dat?',
    en='In column "{column}", a formula failed: {error} ({place}). What is it?',
)
_FAILED = (
    Choice("missing", Text(nl="een ontbrekende waarde", en="a missing value")),
    Choice("drop", Text(nl="niets: laat die rijen weg", en="nothing: leave these rows out")),
)
_DASH = Text(nl='Wat is "-" in kolom "{column}" ({place})?', en='What is "-" in column "{column}" ({place})?')
_DASHES = (
    Choice("missing", Text(nl="- is een ontbrekende waarde", en="- is a missing value")),
    Choice("zero", Text(nl="- is nul (nihil)", en="- is zero (nil)")),
)
_STRIPPED = Text(
    nl='tekens aan het begin van "{text}" vervangen: een spreadsheet voert die uit als formule',
    en='signs at the start of "{text}" replaced: a spreadsheet would run them as a formula',
)
_SHORTENED = Text(
    nl="tekst van meer dan {most} tekens ingekort", en="text of more than {most} characters shortened"
)


def typed_column(
    raw: RawColumn, key: str, usual: DecimalMark, legend: Mapping[str, str], dialogue: Dialogue
) -> Typed:
    """A column with its type; `usual` is the decimal mark of the file, `legend` what notes say of signs."""
    reading = Reading(key, raw, dialogue)
    _refuse_uncounted(reading)
    made = _of_type(reading, type_of(reading), usual)
    if made.type == "string" and made.sort is None:
        return replace(_without_errors(reading, made), key_column=True)
    marks = tuple(sign_of(cell) or "" for cell in raw.cells)
    made = replace(made, marks=marks, provisional=tuple(map(is_provisional, raw.cells)))
    made = _without_errors(reading, _dashes(reading, made, legend))
    return replace(made, key_column=made.type not in {"number", "integer", "boolean"})


def _refuse_uncounted(reading: Reading) -> None:
    for cell, place in zip(reading.raw.cells, reading.raw.places, strict=True):
        if cell.error == UNCOUNTED:
            raise CannotRunError(_UNCOUNTED.filled(place=place))


def _of_type(reading: Reading, type_: DeclaredType, usual: DecimalMark) -> Typed:
    """The values of a column by its type; text if that turns out to be better."""
    raw = reading.raw
    made = Typed(reading.key, raw.title, "string", (), raw.places)
    if type_ == "boolean":
        return replace(made, type="boolean", values=tuple(map(_truth, raw.cells)))
    if type_ == "date":
        moments = read_moments(reading.with_cells(list(map(_day, raw.cells))))
        if moments:
            values, sort, kept = moments.values, moments.sort, moments.kept
            return replace(made, type=moments.type, values=values, sort=sort, kept=kept)
    if type_ == "number":
        numbers = read_numbers(reading.with_cells(list(map(_fraction, raw.cells))), usual)
        if numbers:
            return replace(made, type=numbers.type, values=numbers.values, unit=numbers.unit)
    return replace(made, values=tuple(_text(reading, row) for row in range(len(raw.cells))))


def _truth(cell: Cell) -> str:
    if cell.empty or is_missing(cell):
        return ""
    return str(cell.value is True or folded(cell.text) in TRUE).lower()


def _day(cell: Cell) -> Cell:
    """A day for the number by which a spreadsheet counts it."""
    number = whole(cell)
    if number is not None and number in SERIALS:
        return Cell(day_of_serial(number))
    return cell


def _fraction(cell: Cell) -> Cell:
    """A number for a fraction such as 3/4."""
    over, _, under = cell.text.partition("/")
    if not FRACTION.fullmatch(cell.text) or not int(under):
        return cell
    return Cell(int(over) / int(under))


def _text(reading: Reading, row: int) -> str:
    """The text of a cell as a table can have it."""
    cell = reading.raw.cells[row]
    if cell.error or cell.empty:
        return ""
    text = cell.text or _written(cell)
    safe = _harmless(text)
    if safe != text:
        reading.tell("signs", row, _STRIPPED, text=shortened(text, 30))
    if len(safe) > LONGEST:
        reading.tell("long", row, _SHORTENED, most=LONGEST)
    return shortened(safe, LONGEST)


def _harmless(text: str) -> str:
    """A text that no spreadsheet runs: a hyphen at its start is a minus sign, other signs are left out."""
    while _RUN.match(text):
        rest = text[1:].lstrip()
        if text.startswith("-"):
            rest = f"\u2212{rest}"
        text = rest
    return text


def _written(cell: Cell) -> str:
    """A typed value in a column of text."""
    if isinstance(cell.value, bool):
        return str(cell.value).lower()
    if isinstance(cell.value, int | float):
        return plain_number(cell.value) + cell.unit
    return str(cell.value)


def _dashes(reading: Reading, made: Typed, legend: Mapping[str, str]) -> Typed:
    """The values, with 0 for a dash where that means nil; asked if the notes do not say it."""
    rows = [row for row, sign in enumerate(made.marks) if sign == "-"]
    if not rows or made.type not in {"number", "integer"}:
        return made
    means = legend.get("-", "")
    proposed = "missing"
    if ZERO.search(means):
        proposed = "zero"
    doubt = reading.doubt("dash", rows[0], _DASH, _DASHES, proposed)
    if reading.dialogue.ask_unless(bool(means), doubt) == "missing":
        return made
    values, marks = list(made.values), list(made.marks)
    for row in rows:
        values[row], marks[row] = "0", ""
    return replace(made, values=tuple(values), marks=tuple(marks))


def _without_errors(reading: Reading, made: Typed) -> Typed:
    """The column, with formulas that failed as missing values, or without their rows."""
    rows = [row for row, cell in enumerate(reading.raw.cells) if cell.error]
    if not rows:
        return made
    doubt = reading.doubt(
        "errors", rows[0], _ERRORS, _FAILED, "missing", error=reading.raw.cells[rows[0]].error
    )
    if reading.dialogue.ask(doubt) == "missing":
        return made
    kept = list(made.kept or (True,) * len(made.values))
    for row in rows:
        kept[row] = False
    return replace(made, kept=tuple(kept))
