"""A column of numbers that may have been misread; the message gives both readings.

- `thousands-or-decimals`: all decimals have three digits, as in 1.234, or 1.250 appears next to 12.5. In a
  table, a point separates decimals, so a number with a point for thousands becomes a thousand times too
  small. If these are decimals, write `decimalChar: "."` in the table's descriptor;
- `year-as-number`: a column of whole numbers that are years. As a number, 2024 is shown as 2.024 and drawn on
  a scale. Give the column `type: year`; if it does count something, give it a `unit`;
- `code-as-number`: a column of numbers that is called a code. Leading zeros would be lost, and the chart
  would calculate with the codes. Give the column `type: string`; if it does count something, give it a
  `unit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.charts.fit import misread
from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import Diagnostic, Location, Text, every_filled, warning
from trendrapport.model.charts import DataPackage, TableField
from trendrapport.report.report import Entry, Report
from trendrapport.runtime.cache import digest

_THOUSANDS = (
    Text(
        nl=(
            '"{value}" in kolom "{column}" is gelezen als een getal met drie decimalen; met een punt '
            "tussen duizendtallen is het {whole}"
        ),
        en=(
            '"{value}" in column "{column}" was read as a number with three decimals; with a point '
            "between thousands it is {whole}"
        ),
    ),
    Text(
        nl="een verkeerd gelezen punt maakt getallen duizend keer te klein",
        en="a point that is misread makes numbers a thousand times too small",
    ),
    Text(
        nl=(
            "Schrijf {whole} als er duizendtallen bedoeld zijn. Zijn het decimalen, zet dan bij deze "
            'kolom in het .datapackage.yml-bestand: decimalChar: ".".'
        ),
        en=(
            "Write {whole} if thousands are meant. If they are decimals, put at this column in the "
            '.datapackage.yml file: decimalChar: ".".'
        ),
    ),
)
_YEAR = (
    Text(
        nl='kolom "{column}" heeft getallen die jaren lijken, zoals {value}',
        en='column "{column}" has numbers that look like years, such as {value}',
    ),
    Text(
        nl="als getal krijgt een jaar een punt ({shown}), en een plaats op een schaal",
        en="as a number a year gets a comma ({shown}), and a place on a scale",
    ),
    Text(
        nl="Schrijf type: year. Telt de kolom iets, zet er dan bij wat: unit: stuks, bijvoorbeeld.",
        en="Write type: year. If the column counts something, add what: unit: pieces, for instance.",
    ),
)
_CODE = (
    Text(
        nl='kolom "{column}" heeft getallen die codes lijken, zoals {value}',
        en='column "{column}" has numbers that look like codes, such as {value}',
    ),
    Text(
        nl="van een getal vallen nullen aan het begin weg, en er wordt mee gerekend",
        en="a number loses zeros at its start, and is reckoned with",
    ),
    Text(
        nl=(
            "Schrijf type: string, en een gemeentecode als GM0344. Telt de kolom iets, zet er dan bij "
            "wat: unit: stuks, bijvoorbeeld."
        ),
        en=(
            "Write type: string, and the code of a municipality as GM0344. If the column counts "
            "something, add what: unit: pieces, for instance."
        ),
    ),
)


def parts(report: Report) -> Iterator[Part]:
    """Each table with its descriptor."""
    for name, table in report.tables.items():
        entry = report.packages[name]
        yield Part(digest(entry.json, table.digest), partial(_check, entry, table))


def _check(entry: Entry[DataPackage], table: Table) -> Iterator[Diagnostic]:
    for field, cell in misread.thousands(table):
        values = {
            "value": cell.text.strip(),
            "column": field.name,
            "whole": cell.text.strip().replace(".", ""),
        }
        yield warning(
            Location(table.path, cell.line, cell.column),
            "thousands-or-decimals",
            every_filled(_THOUSANDS, **values),
        )
    found = set()
    for field in misread.years(table):
        found.add(field.name)
        value = _first(field, table)
        shown = Text(f"{value:,}".replace(",", "."), f"{value:,}")
        yield warning(
            _type(entry, field, table),
            "year-as-number",
            every_filled(_YEAR, column=field.name, value=value, shown=shown),
        )
    for field in misread.codes(table):
        if field.name not in found:
            texts = every_filled(_CODE, column=field.name, value=_first(field, table))
            yield warning(_type(entry, field, table), "code-as-number", texts)


def _first(field: TableField, table: Table) -> int:
    return int(next(value for value in table.column(field.name) if isinstance(value, int | float)))


def _type(entry: Entry[DataPackage], field: TableField, table: Table) -> Location:
    """Where a descriptor says of which type a column is."""
    return entry.locate("resources", 0, "schema", "fields", table.columns.index(field.name), "type")
