"""The columns of a table as typed values; signs for missing values and provisional figures told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from trendrapport.charts.tables.names import folded
from trendrapport.charts.tables.rows import LONGEST
from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.intake.column_type import FRACTION, SERIALS, TRUE, type_of
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.encoding import as_one_line
from trendrapport.intake.marks import ZERO, mark
from trendrapport.intake.numbers import DecimalMark, plain_number
from trendrapport.intake.raw_table import RawColumn
from trendrapport.intake.reading_moments import read_moments
from trendrapport.intake.reading_numbers import read_numbers
from trendrapport.intake.sheet import UNCOUNTED, Cell
from trendrapport.intake.typed import Reading, Typed, is_provisional, plain_text
from trendrapport.model.charts import DeclaredType

_RUN = re.compile(r"^[=@\s]+(?=.)")
_SIGNED = re.compile(r"^[+-](?=.)")

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
_MISSING = Text(nl="een ontbrekende waarde", en="a missing value")
_NO_ROWS = Text(nl="niets: laat die rijen weg", en="nothing: leave these rows out")
_DASH = Text(nl='Wat is "-" in kolom "{column}" ({place})?', en='What is "-" in column "{column}" ({place})?')
_DASH_MISSING = Text(nl="- is een ontbrekende waarde", en="- is a missing value")
_DASH_ZERO = Text(nl="- is nul (nihil)", en="- is zero (nil)")
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
        return replace(made, key_column=True)
    marks = tuple(_sign(cell) for cell in raw.cells)
    made = replace(made, marks=marks, provisional=tuple(map(is_provisional, raw.cells)))
    made = _without_errors(reading, _dashes(reading, made, legend))
    return replace(made, key_column=made.type not in {"number", "integer", "boolean"})


def _refuse_uncounted(reading: Reading) -> None:
    for row, cell in enumerate(reading.raw.cells):
        if cell.error == UNCOUNTED:
            raise CannotRunError(_UNCOUNTED.filled(place=reading.place(row)))


def _of_type(reading: Reading, type_: DeclaredType, usual: DecimalMark) -> Typed:
    """The values of a column by its type; text if that turns out to be better."""
    raw = reading.raw
    made = Typed(reading.key, raw.title, "string", (), raw.places)
    if type_ == "boolean":
        return replace(made, type="boolean", values=tuple(map(_truth, raw.cells)))
    moments = read_moments(_with_days(reading)) if type_ == "date" else None
    if moments:
        values = tuple(moments.values)
        return replace(made, type=moments.type, values=values, sort=moments.sort, kept=moments.kept)
    numbers = read_numbers(_with_fractions(reading), usual) if type_ == "number" else None
    if numbers:
        return replace(made, type=numbers.type, values=tuple(numbers.values), unit=numbers.unit)
    return replace(made, values=tuple(_text(reading, row) for row in range(len(raw.cells))))


def _truth(cell: Cell) -> str:
    if cell.empty or (cell.text and mark(cell.text)):
        return ""
    is_true = cell.value if isinstance(cell.value, bool) else folded(cell.text) in TRUE
    return "true" if is_true else "false"


def _with_days(reading: Reading) -> Reading:
    """The column with days for the numbers by which a spreadsheet counts them."""
    cells = []
    for cell in reading.raw.cells:
        number = int(cell.text) if cell.text.isdecimal() else cell.value
        is_serial = isinstance(number, int | float) and int(number) in SERIALS
        day = date(1899, 12, 30) + timedelta(days=int(number)) if is_serial else None  # type: ignore[arg-type]
        cells.append(Cell(day) if day else cell)
    return replace(reading, raw=replace(reading.raw, cells=tuple(cells)))


def _with_fractions(reading: Reading) -> Reading:
    """The column with numbers for fractions such as 3/4."""
    cells = []
    for cell in reading.raw.cells:
        found = FRACTION.fullmatch(cell.text)
        over, _, under = cell.text.partition("/")
        cells.append(Cell(int(over) / int(under)) if found and int(under) else cell)
    return replace(reading, raw=replace(reading.raw, cells=tuple(cells)))


def _text(reading: Reading, row: int) -> str:
    """The text of a cell as a table can have it."""
    cell = reading.raw.cells[row]
    if cell.error or cell.empty:
        return ""
    if not cell.text:
        return _written(cell)
    text = as_one_line(cell.text)
    safe = _SIGNED.sub(lambda sign: "\u2212" if sign[0] == "-" else "", _RUN.sub("", text))
    if safe != text and text not in {"-", "+", "="}:
        told = _STRIPPED.filled(text=shortened(text, 30))
        reading.dialogue.tell(f"{reading.key}.signs", reading.place(row), told)
    else:
        safe = text
    if len(safe) > LONGEST:
        told = _SHORTENED.filled(most=LONGEST)
        reading.dialogue.tell(f"{reading.key}.long", reading.place(row), told)
    return shortened(safe, LONGEST)


def _written(cell: Cell) -> str:
    """A typed value in a column of text."""
    if isinstance(cell.value, bool):
        return str(cell.value).lower()
    if isinstance(cell.value, int | float):
        return plain_number(cell.value) + ("%" if cell.unit == "%" else "")
    return str(cell.value)


def _sign(cell: Cell) -> str:
    """The sign for a missing value that a cell is, as a table writes it."""
    found = mark(plain_text(cell) or cell.text) if cell.text else None
    return found.sign if found else ""


def _dashes(reading: Reading, made: Typed, legend: Mapping[str, str]) -> Typed:
    """The values, with 0 for a dash where that means nil; asked if the notes do not say it."""
    rows = [row for row, sign in enumerate(made.marks) if sign == "-"]
    if not rows or made.type not in {"number", "integer"}:
        return made
    means = legend.get("-", "")
    choices = (Choice("missing", _DASH_MISSING), Choice("zero", _DASH_ZERO))
    question = _DASH.filled(column=reading.shown, place=reading.place(rows[0]))
    proposed = "zero" if ZERO.search(means) else "missing"
    doubt = Doubt(f"{reading.key}.dash", reading.place(rows[0]), question, choices, proposed)
    if reading.dialogue.ask_unless(bool(means), doubt) == "missing":
        return made
    zero = dict.fromkeys(rows, "0")
    values = tuple(zero.get(row, value) for row, value in enumerate(made.values))
    marks = tuple("" if row in zero else sign for row, sign in enumerate(made.marks))
    return replace(made, values=values, marks=marks)


def _without_errors(reading: Reading, made: Typed) -> Typed:
    """The column, with formulas that failed as missing values, or without their rows."""
    rows = [row for row, cell in enumerate(reading.raw.cells) if cell.error]
    if not rows:
        return made
    error, place = reading.raw.cells[rows[0]].error, reading.place(rows[0])
    question = _ERRORS.filled(column=reading.shown, error=error, place=place)
    choices = (Choice("missing", _MISSING), Choice("drop", _NO_ROWS))
    doubt = Doubt(f"{reading.key}.errors", place, question, choices, "missing")
    if reading.dialogue.ask(doubt) == "missing":
        return made
    kept = made.kept or (True,) * len(made.values)
    return replace(made, kept=tuple(keep and row not in set(rows) for row, keep in enumerate(kept)))
