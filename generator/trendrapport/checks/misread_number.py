"""A column of numbers that may have been misread; the message gives both readings.

- `thousands-or-decimals`: all decimals have three digits, as in 1.234, or 1.250 appears next to 12.5. In a
  table, a point separates decimals, so a number with a point for thousands becomes a thousand times too
  small. If these are decimals, write `decimalChar: "."` in the table's descriptor; if they are thousands,
  `decimalChar: ","` and `groupChar: "."`;
- `different-signs`: what stands around the numbers of a column with `bareNumber: false` is not the same
  everywhere, as in 12% and 12 km. It is not part of the value, so that one of them is misread;
- `year-as-number`: a column of whole numbers that are years. As a number, 2024 is shown as 2.024 and drawn on
  a scale. Give the column `type: year`; if it does count something, give it a `unit`;
- `code-as-number`: a column of numbers that is called a code. Leading zeros would be lost, and the chart
  would calculate with the codes. Give the column `type: string`; if it does count something, give it a
  `unit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.charts.tables.table import Table
from trendrapport.charts.tables.told_numbers import bared
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
            '"{value}" in column "{column}" was read as a number with three decimals; with a '
            "thousands separator it is {whole}"
        ),
    ),
    Text(
        nl="als de punt anders bedoeld is, zijn de getallen duizend keer te klein",
        en="if the points are thousands separators, the numbers are a thousand times too small",
    ),
    Text(
        nl=(
            "Zijn het duizendtallen, zet dan bij deze kolom in het .datapackage.yml-bestand: "
            'decimalChar: ",", groupChar: ".". Zijn het decimalen, zet er dan: decimalChar: ".".'
        ),
        en=(
            "If these are thousands, add to this column in the .datapackage.yml file: "
            'decimalChar: ",", groupChar: ".". If they are decimals, add: decimalChar: ".".'
        ),
    ),
)
_SIGNS = (
    Text(
        nl='in kolom "{column}" staat "{value}", terwijl bij andere getallen "{other}" staat',
        en='column "{column}" has "{value}", but other numbers have "{other}"',
    ),
    Text(
        nl="wat om een getal heen staat, telt niet mee: {value} zou worden gelezen als {read}",
        en="what is around a number does not count: {value} would be read as {read}",
    ),
    Text(
        nl="Schrijf alle getallen van de kolom in dezelfde eenheid.",
        en="Write all numbers of the column in the same unit.",
    ),
)
_YEAR = (
    Text(
        nl='kolom "{column}" bevat getallen die op jaren lijken, zoals {value}',
        en='column "{column}" contains numbers that look like years, such as {value}',
    ),
    Text(
        nl="als getal krijgt een jaar een punt ({shown}) en een plaats op een schaal",
        en="as a number, a year gets a comma ({shown}) and a position on a scale",
    ),
    Text(
        nl="Schrijf type: year. Telt de kolom iets, zeg dan wat, bijvoorbeeld: unit: stuks.",
        en="Write type: year. If the column counts something, say what, for instance: unit: pieces.",
    ),
)
_CODE = (
    Text(
        nl='kolom "{column}" bevat getallen die op codes lijken, zoals {value}',
        en='column "{column}" contains numbers that look like codes, such as {value}',
    ),
    Text(
        nl="een getal verliest nullen aan het begin, en wordt gebruikt om mee te rekenen",
        en="a number loses its leading zeros, and is used in calculations",
    ),
    Text(
        nl=(
            "Schrijf type: string, en een gemeentecode als GM0344. Telt de kolom iets, zeg dan wat, "
            "bijvoorbeeld: unit: stuks."
        ),
        en=(
            "Write type: string, and a municipality code as GM0344. If the column counts something, "
            "say what, for instance: unit: pieces."
        ),
    ),
)


def parts(report: Report) -> Iterator[Part]:
    """Each table with its descriptor."""
    for name, table in report.tables.items():
        entry = report.packages[name]
        yield Part(digest(entry.json, table.digest), partial(_check, entry, table))


def _check(entry: Entry[DataPackage], table: Table) -> Iterator[Diagnostic]:
    from trendrapport.charts.fit import misread

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
    yield from _different_signs(table)
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


def _different_signs(table: Table) -> Iterator[Diagnostic]:
    from trendrapport.charts.fit import misread

    for field, cell, other in misread.different_signs(table):
        text = cell.text.strip()
        texts = every_filled(_SIGNS, column=field.name, value=text, other=other, read=bared(text))
        yield warning(Location(table.path, cell.line, cell.column), "different-signs", texts)


def _first(field: TableField, table: Table) -> int:
    return int(next(value for value in table.column(field.name) if isinstance(value, int | float)))


def _type(entry: Entry[DataPackage], field: TableField, table: Table) -> Location:
    """Where a descriptor says of which type a column is."""
    return entry.locate("resources", 0, "schema", "fields", table.columns.index(field.name), "type")
