"""What is wrong with the layout of a CSV text: its separator, and lines above its header row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from trendrapport.charts.tables.cell_values import read_cell
from trendrapport.charts.tables.layout import Layout, is_row, quoted
from trendrapport.charts.tables.suggestions import habits, meant
from trendrapport.diagnostics import Diagnostic, Location, Text, every_filled, finding
from trendrapport.files.cells import BrokenQuote, Cell, rows
from trendrapport.model.charts import TableField, TableSchema

_SEPARATOR = (
    Text(nl="de kolommen zijn gescheiden door {sign}", en="the columns are separated by {sign}"),
    Text(
        nl="een tabel heeft komma's tussen de kolommen en een punt als decimaalteken",
        en="a table has commas between columns and a decimal point in numbers",
    ),
    Text(
        nl=(
            "Vervang in een teksteditor, in deze volgorde: punten tussen duizendtallen door niets, "
            "decimale komma's door punten, {sign} door komma's. Zet tekst met een komma tussen "
            "aanhalingstekens.{example}"
        ),
        en=(
            "In a text editor, replace in this order: thousands separators by nothing, decimal "
            "commas by points, {sign} by commas. Put text with a comma in quotation marks.{example}"
        ),
    ),
)
_SIGNS = {
    ";": Text(nl="puntkomma's", en="semicolons"),
    "\t": Text(nl="tabs", en="tabs"),
    "|": Text(nl="verticale strepen", en="vertical bars"),
}
_EXAMPLE = Text(nl=" Regel {line} wordt: {row}", en=" Line {line} becomes: {row}")
_NO_SEP = Text(nl='Verwijder de regel "{line}".', en='Remove the line "{line}".')
_ABOVE = (
    Text(
        nl="boven de kopregel (regel {heading}) staat nog iets",
        en="there is something above the header row (line {heading})",
    ),
    Text(
        nl="een tabel begint met de kolomnamen",
        en="a table starts with the names of its columns",
    ),
    Text(
        nl=(
            "Verwijder alles boven regel {heading}; een titel of toelichting hoort in het "
            ".datapackage.yml-bestand (title, description)."
        ),
        en=(
            "Remove everything above line {heading}; a title or a note belongs in the "
            ".datapackage.yml file (title, description)."
        ),
    ),
)


def layout_findings(
    path: str,
    text: str,
    schema: TableSchema,
    found: Layout,
    above: Sequence[list[Cell] | BrokenQuote],
    heading: Sequence[Cell],
) -> Iterator[Diagnostic]:
    """What is wrong with the layout, each thing once."""
    has_other_separator = found.separator != ","
    if has_other_separator:
        yield _separator(path, text, schema, found, heading[0])
    # The line that names the separator is reported with it.
    reported = int(found.declared and has_other_separator)
    titles = [row for row in above[reported:] if not isinstance(row, BrokenQuote)]
    if titles:
        first, texts = titles[0][0], every_filled(_ABOVE, heading=heading[0].line)
        yield finding(Location(path, first.line, first.column), "csv-above-heading", texts)


def _separator(path: str, text: str, schema: TableSchema, found: Layout, first: Cell) -> Diagnostic:
    """That columns are separated by another sign, and how to replace it."""
    sign = _SIGNS[found.separator]
    fix = _SEPARATOR[2].filled(sign=sign, example=_example(text, schema, found))
    if found.declared:
        fix += _NO_SEP.filled(line=text.partition("\n")[0].strip())
    at = Location(path, first.line, first.column + _offset(first, text, found.separator))
    return finding(at, "csv-separator", (*_SEPARATOR[:2], fix), sign=sign)


def _offset(cell: Cell, text: str, separator: str) -> int:
    """The number of characters from the start of a cell to the first separator after it."""
    line = text.split("\n")[cell.line - 1]
    return max(0, line[cell.column - 1 :].find(separator))


def _example(text: str, schema: TableSchema, found: Layout) -> Text:
    """How the first row should be written, if that is certain for each of its cells."""
    row = _first_row(text, schema, found)
    if not row:
        return Text("", "")
    written: list[str] = []
    for cell, field in zip(row, schema.fields, strict=True):
        value = _rewritten(cell.text.strip(), field, schema)
        if value is None:
            return Text("", "")
        written.append(quoted(value))
    return _EXAMPLE.filled(line=row[0].line, row=",".join(written))


def _first_row(text: str, schema: TableSchema, found: Layout) -> list[Cell]:
    """The first row of values below the heading; empty if there is none."""
    below = islice(filter(is_row, rows(text, found.separator)), found.above + 1, None)
    for row in below:
        if isinstance(row, BrokenQuote):
            break
        if len(row) == len(schema.fields) and not is_of_units(row, schema):
            return row
    return []


def _rewritten(text: str, field: TableField, schema: TableSchema) -> str | None:
    """What to write for a cell; None if that is not certain."""
    if not text or text in schema.missingValues or not read_cell(text, field)[1]:
        return text
    found = meant(text, field.type, habits([text]))
    if found and len(found.write) == 1:
        return found.write[0]
    return None


def is_of_units(row: Sequence[Cell], schema: TableSchema) -> bool:
    """Whether a row has units, or nothing, where values should be, and at least one unit."""
    if len(row) != len(schema.fields):
        return False
    missing = {"", *schema.missingValues}
    cells = [(cell.text.strip(), field) for cell, field in zip(row, schema.fields, strict=True)]
    given = [(text, field) for text, field in cells if text not in missing]
    if not 0 < len(given) < len(cells):
        return False
    return all(field.type != "string" and read_cell(text, field)[1] for text, field in given)
