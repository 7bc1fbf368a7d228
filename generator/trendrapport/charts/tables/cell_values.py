"""The text of a cell to the value that its column's descriptor promises, or to what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from trendrapport.diagnostics import Text, choose_from, shortened
from trendrapport.model.charts import Constraints, FieldType, Scalar, TableField


class Problem(NamedTuple):
    """What is wrong with a cell, without its place."""

    code: str
    what: Text
    why: Text
    fix: Text


_TYPE = (
    Text(nl='"{value}" in kolom "{column}" is geen {nl}', en=('"{value}" in column "{column}" is no {en}')),
    Text(
        nl="volgens de beschrijving van de tabel heeft deze kolom dat type",
        en="by the table's descriptor this column has that type",
    ),
    Text(
        nl="Verbeter de waarde, laat de cel leeg als die ontbreekt, of pas het type aan "
        "in het .datapackage.yml-bestand.",
        en="Correct the value, leave the cell empty if it is missing, or change the type "
        "in the .datapackage.yml file.",
    ),
)
_REQUIRED = (
    Text(nl='kolom "{column}" is hier leeg', en='column "{column}" is empty here'),
    Text(nl=("de beschrijving van de tabel eist een waarde"), en="the table's descriptor demands a value"),
    Text(nl="Vul de waarde in.", en="Fill in the value."),
)
_LARGE = (
    Text(
        nl='"{value}" in kolom "{column}" is te groot, of heeft te veel cijfers',
        en='"{value}" in column "{column}" is too large, or has too many digits',
    ),
    Text(
        nl="een getal van meer dan 15 cijfers zou ongemerkt worden afgerond",
        en="a number of more than 15 digits would be rounded without a word",
    ),
    Text(
        nl="Rond het getal zelf af, of geef de kolom in het .datapackage.yml-bestand het type string.",
        en=("Round the number yourself, or give the column the type string in the .datapackage.yml file."),
    ),
)
_LOW = Text(
    nl='{value} in kolom "{column}" is minder dan {limit}',
    en=('{value} in column "{column}" is less than {limit}'),
)
_HIGH = Text(
    nl='{value} in kolom "{column}" is meer dan {limit}',
    en=('{value} in column "{column}" is more than {limit}'),
)
_RANGE = (
    Text(nl=("de beschrijving van de tabel noemt die grens"), en="the table's descriptor names this limit"),
    Text(
        nl="Verbeter de waarde, of de grens in het .datapackage.yml-bestand.",
        en="Correct the value, or the limit in the .datapackage.yml file.",
    ),
)
_ENUM = (
    Text(nl='"{value}" kan niet in kolom "{column}"', en='"{value}" cannot stand in column "{column}"'),
    Text(
        nl="de beschrijving van de tabel noemt alle waarden die hier kunnen",
        en="the table's descriptor names every value that can stand here",
    ),
)

_FORMULA = (
    Text(
        nl='"{value}" in kolom "{column}" begint als een formule',
        en='"{value}" in column "{column}" starts like a formula',
    ),
    Text(
        nl="een spreadsheet van een lezer zou dit uitvoeren in plaats van tonen",
        en="a reader's spreadsheet would run this instead of showing it",
    ),
    Text(
        nl="Laat de tekst met een letter of cijfer beginnen.",
        en="Let the text start with a letter or a digit.",
    ),
)

SORTS: dict[FieldType, Text] = {
    "string": Text(nl="tekst", en="text"),
    "integer": Text(nl="geheel getal", en="whole number"),
    "number": Text(nl="getal", en="number"),
    "boolean": Text(nl="ja/nee-waarde (true of false)", en="truth value (true or false)"),
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
_RUN = re.compile(r"[=@\t\r]|[+-].")


def _matched(pattern: re.Pattern[str], cell: str) -> str:
    if not pattern.fullmatch(cell):
        raise ValueError(cell)
    return cell


def _day(cell: str) -> str:
    date.fromisoformat(_matched(_DAY, cell))
    return cell


_READERS: dict[FieldType, Callable[[str], Scalar]] = {
    "string": str,
    "integer": lambda cell: int(_matched(_WHOLE, cell)),
    "number": lambda cell: float(_matched(_NUMBER, cell)),
    "boolean": lambda cell: {"true": True, "false": False}[cell],
    "date": _day,
    "year": lambda cell: int(_matched(_YEAR, cell)),
    "yearmonth": lambda cell: _matched(_MONTH, cell),
}


def read_cell(cell: str, field: TableField) -> tuple[Scalar, Problem | None]:
    """The typed value of a cell that is not missing; dates and months stay ISO text."""
    try:
        value = _READERS[field.type](cell)
    except (ValueError, KeyError):
        return None, _wrong_type(cell, field)
    if field.type == "string" and _RUN.match(cell):
        return value, Problem(
            "csv-formula", _FORMULA[0].filled(value=shortened(cell), column=field.name), *_FORMULA[1:]
        )
    return value, _out_of_bounds(value, cell, field, field.constraints or Constraints())


def missing(field: TableField) -> Problem | None:
    """What is wrong with an empty cell, if it may not be empty."""
    if not (field.constraints and field.constraints.required):
        return None
    return Problem("csv-required", _REQUIRED[0].filled(column=field.name), *_REQUIRED[1:])


def _wrong_type(cell: str, field: TableField) -> Problem:
    sort = SORTS[field.type]
    what = _TYPE[0].filled(value=shortened(cell), column=field.name, nl=sort.nl, en=sort.en)
    if (_ANY_WHOLE if field.type == "integer" else _ANY_NUMBER).fullmatch(cell) and field.type in {
        "number",
        "integer",
    }:
        return Problem("csv-number", _LARGE[0].filled(value=shortened(cell), column=field.name), *_LARGE[1:])
    return Problem("csv-type", what, *_TYPE[1:])


def _out_of_bounds(value: Scalar, cell: str, field: TableField, rules: Constraints) -> Problem | None:
    if rules.enum is not None and cell not in rules.enum:
        what = _ENUM[0].filled(value=shortened(cell), column=field.name)
        return Problem("csv-enum", what, _ENUM[1], choose_from(cell, rules.enum))
    if not isinstance(value, int | float):
        return None
    if rules.minimum is not None and value < rules.minimum:
        return Problem(
            "csv-range", _LOW.filled(value=cell, column=field.name, limit=f"{rules.minimum:.15g}"), *_RANGE
        )
    if rules.maximum is not None and value > rules.maximum:
        return Problem(
            "csv-range", _HIGH.filled(value=cell, column=field.name, limit=f"{rules.maximum:.15g}"), *_RANGE
        )
    return None
