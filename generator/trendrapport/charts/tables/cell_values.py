"""The text of a cell to the value that its column's descriptor requires, or to what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from trendrapport.charts.tables.tidied import FALSE, TRUE, is_told, tidied
from trendrapport.diagnostics import Diagnostic, Location, Text, Texts, choose_from, shortened
from trendrapport.model.charts import Constraints, FieldType, Scalar, TableField


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell, without its location: most cells are only looked at."""

    code: str
    what: Text
    why: Text
    fix: Text

    def at(self, location: Location) -> Diagnostic:
        """The finding at a cell."""
        return Diagnostic(location, self.code, self.what, self.why, self.fix)


def _problem(code: str, texts: Texts, **values: object) -> Problem:
    what, why, fix = texts
    return Problem(code, what.filled(**values), why, fix)


_TYPE = (
    Text(nl='"{value}" in kolom "{column}" is geen {nl}', en='"{value}" in column "{column}" is not a {en}'),
    Text(
        nl="volgens de beschrijving van de tabel heeft deze kolom dat type",
        en="the table's descriptor gives this column that type",
    ),
    Text(
        nl=(
            "Verbeter de waarde, laat de cel leeg als de waarde ontbreekt, of pas het type aan in "
            "het .datapackage.yml-bestand."
        ),
        en=(
            "Correct the value, leave the cell empty if the value is missing, or change the type in "
            "the .datapackage.yml file."
        ),
    ),
)
_REQUIRED = (
    Text(nl='kolom "{column}" is hier leeg', en='column "{column}" is empty here'),
    Text(nl="de beschrijving van de tabel eist een waarde", en="the table's descriptor requires a value"),
    Text(nl="Vul de waarde in.", en="Fill in the value."),
)
_MARK = (
    Text(
        nl='"{value}" in kolom "{column}" is {tidy}, en dat is bij missingValues een ontbrekende waarde',
        en='"{value}" in column "{column}" is {tidy}, which missingValues lists as a missing value',
    ),
    Text(
        nl="wie de tabel downloadt, zou de waarde niet meer zien",
        en="anyone who downloads the table would no longer see the value",
    ),
    Text(
        nl="Kies in de tabel en bij missingValues een ander teken voor een ontbrekende waarde.",
        en="Choose another mark for missing values, in the table and under missingValues.",
    ),
)
_LARGE = (
    Text(
        nl='"{value}" in kolom "{column}" is te groot, of heeft te veel cijfers',
        en='"{value}" in column "{column}" is too large, or has too many digits',
    ),
    Text(
        nl="een getal van meer dan 15 cijfers zou ongemerkt worden afgerond",
        en="a number of more than 15 digits would silently be rounded",
    ),
    Text(
        nl=("Rond het getal zelf af, of geef de kolom in het .datapackage.yml-bestand het type string."),
        en="Round the number yourself, or make the column's type string in the .datapackage.yml file.",
    ),
)
_LOW = Text(
    nl='{value} in kolom "{column}" is minder dan {limit}',
    en='{value} in column "{column}" is less than {limit}',
)
_HIGH = Text(
    nl='{value} in kolom "{column}" is meer dan {limit}',
    en='{value} in column "{column}" is more than {limit}',
)
_RANGE = (
    Text(nl="de beschrijving van de tabel noemt deze grens", en="the table's descriptor sets this limit"),
    Text(
        nl="Verbeter de waarde, of de grens in het .datapackage.yml-bestand.",
        en="Correct the value, or the limit in the .datapackage.yml file.",
    ),
)
_ENUM = (
    Text(nl='"{value}" mag niet in kolom "{column}"', en='"{value}" is not allowed in column "{column}"'),
    Text(
        nl="de beschrijving van de tabel noemt alle waarden die mogen",
        en="the table's descriptor lists every value that is allowed",
    ),
)

_FORMULA = (
    Text(
        nl='"{value}" in kolom "{column}" begint als een formule',
        en='"{value}" in column "{column}" starts like a formula',
    ),
    Text(
        nl="het spreadsheetprogramma van een lezer zou dit uitvoeren in plaats van tonen",
        en="a reader's spreadsheet program would run this instead of showing it",
    ),
    Text(
        nl="Begin de tekst met een letter of cijfer.",
        en="Start the text with a letter or a digit.",
    ),
)

SORTS: dict[FieldType, Text] = {
    "string": Text(nl="tekst", en="text"),
    "integer": Text(nl="geheel getal", en="whole number"),
    "number": Text(nl="getal", en="number"),
    "boolean": Text(nl="ja/nee-waarde (true of false)", en="boolean (true or false)"),
    "date": Text(nl="datum (JJJJ-MM-DD)", en="date (YYYY-MM-DD)"),
    "year": Text(nl="jaar (JJJJ)", en="year (YYYY)"),
    "yearmonth": Text(nl="maand (JJJJ-MM)", en="month (YYYY-MM)"),
}

# Fifteen digits are exact in a float; more would be rounded without a word.
_WHOLE = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?=\.?\d)\d{0,15}(?:\.\d{0,15})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_MONTH = re.compile(r"(?!0000)\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ANY_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_ANY_NUMBER = re.compile(r"[+-]?(?=\.?\d)\d*(?:\.\d*)?(?:[eE][+-]?\d+)?", re.ASCII)
_TOO_LARGE: dict[FieldType, re.Pattern[str]] = {"integer": _ANY_WHOLE, "number": _ANY_NUMBER}
"""Numbers of any size: what matches and could not be read is too large, or has too many digits."""
_RUN = re.compile(r"[=@\t\r]|[+-].")


def _matched(pattern: re.Pattern[str], cell: str) -> str:
    if not pattern.fullmatch(cell):
        raise ValueError(cell)
    return cell


def _day(cell: str) -> str:
    date.fromisoformat(_matched(_DAY, cell))
    return cell


_TRUTHS = dict.fromkeys(TRUE, True) | dict.fromkeys(FALSE, False)
_READERS: dict[FieldType, Callable[[str], Scalar]] = {
    "string": str,
    "integer": lambda cell: int(_matched(_WHOLE, cell)),
    "number": lambda cell: float(_matched(_NUMBER, cell)),
    "boolean": _TRUTHS.__getitem__,
    "date": _day,
    "year": lambda cell: int(_matched(_YEAR, cell)),
    "yearmonth": lambda cell: _matched(_MONTH, cell),
}


def read_cell(cell: str, field: TableField) -> tuple[Scalar, Problem | None]:
    """The typed value of a cell that is not missing; dates and months stay ISO text."""
    text = tidied(cell, field) if is_told(field) else cell
    try:
        value = _READERS[field.type](text or "")
    except (ValueError, KeyError):
        return None, _wrong_type(cell, text or cell, field)
    if field.type == "string" and _RUN.match(cell):
        return value, _problem("csv-formula", _FORMULA, value=shortened(cell), column=field.name)
    if not field.constraints:
        return value, None
    if field.constraints.enum is not None and not {cell, text} & {*field.constraints.enum}:
        texts = (*_ENUM, choose_from(cell, field.constraints.enum))
        return value, _problem("csv-enum", texts, value=shortened(cell), column=field.name)
    return value, _out_of_bounds(value, cell, field, field.constraints)


def missing(field: TableField) -> Problem | None:
    """What is wrong with an empty cell, if it may not be empty."""
    if not (field.constraints and field.constraints.required):
        return None
    return _problem("csv-required", _REQUIRED, column=field.name)


def as_missing(cell: str, tidy: str, field: TableField) -> Problem:
    """What is wrong with a value that is a mark for a missing one once it is written as in other tables."""
    return _problem("csv-missing-mark", _MARK, value=shortened(cell), column=field.name, tidy=tidy)


def _wrong_type(cell: str, text: str, field: TableField) -> Problem:
    value, column = shortened(cell), field.name
    number = _TOO_LARGE.get(field.type)
    if number and number.fullmatch(text):
        return _problem("csv-number", _LARGE, value=value, column=column)
    sort = SORTS[field.type]
    return _problem("csv-type", _TYPE, value=value, column=column, nl=sort.nl, en=sort.en)


def _out_of_bounds(value: Scalar, cell: str, field: TableField, rules: Constraints) -> Problem | None:
    if not isinstance(value, int | float):
        return None
    if rules.minimum is not None and value < rules.minimum:
        return _out_of_range(_LOW, cell, field, rules.minimum)
    if rules.maximum is not None and value > rules.maximum:
        return _out_of_range(_HIGH, cell, field, rules.maximum)
    return None


def _out_of_range(what: Text, cell: str, field: TableField, limit: float) -> Problem:
    return _problem("csv-range", (what, *_RANGE), value=cell, column=field.name, limit=f"{limit:.15g}")
