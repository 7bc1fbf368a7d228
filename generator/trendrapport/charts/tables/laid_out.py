"""What is wrong with the layout of a CSV text: its separator, and lines above its header row. For both it is
said what to add to the descriptor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from trendrapport.charts.tables.cell_values import read_cell
from trendrapport.charts.tables.form import parted
from trendrapport.charts.tables.layout import Layout, declared, rows_above
from trendrapport.charts.tables.proposed import written
from trendrapport.charts.tables.tidied import marks
from trendrapport.diagnostics import Diagnostic, Location, Text, every_filled, finding, mended_by
from trendrapport.diagnostics.changes import AddKeys
from trendrapport.files.cells import Cell
from trendrapport.model.charts import Resource

_SEPARATOR = (
    Text(nl="de kolommen zijn gescheiden door {sign}", en="the columns are separated by {sign}"),
    Text(
        nl="volgens de beschrijving van de tabel staat er iets anders tussen de kolommen",
        en="the table's descriptor says that something else is between the columns",
    ),
)
_NO_DIALECT = Text(
    nl="een tabel heeft komma's tussen de kolommen, tenzij de beschrijving iets anders zegt",
    en="a table has commas between columns, unless its descriptor says otherwise",
)
_ADD = Text(
    nl="Zet in het .datapackage.yml-bestand onder path: dialect: {{{keys}}}.",
    en="In the .datapackage.yml file, add below path: dialect: {{{keys}}}.",
)
_CHANGE = Text(
    nl="Zet in het .datapackage.yml-bestand bij dialect: {keys}.",
    en="In the .datapackage.yml file, write under dialect: {keys}.",
)
_COLUMN = Text(nl="Zet bij kolom {column}: {keys}.", en="At column {column}, add: {keys}.")
_MOST_COLUMNS = 10
_SIGNS = {
    ",": Text(nl="komma's", en="commas"),
    ";": Text(nl="puntkomma's", en="semicolons"),
    "\t": Text(nl="tabs", en="tabs"),
    "|": Text(nl="verticale strepen", en="vertical bars"),
}
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
            "Of verwijder alles boven regel {heading}; een titel of toelichting hoort in het "
            ".datapackage.yml-bestand (title, description)."
        ),
        en=(
            "Or remove everything above line {heading}; a title or a note belongs in the "
            ".datapackage.yml file (title, description)."
        ),
    ),
)


def layout_findings(
    path: str, text: str, resource: Resource, found: Layout, notations: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """What is wrong with the layout, each thing once; with what to add at each column whose numbers are
    written in another way too.
    """
    parts = parted(text, found.form)
    first = parts.heading if isinstance(parts.heading, list) else next(parts.body, None)
    if not isinstance(first, list):
        return
    advice = _advice(resource, found)
    changes = _changes(path, resource, found)
    if found.has_other_separator:
        told = _separator(path, text, first[0], advice + _of_columns(notations), resource, found)
        yield mended_by(told, *changes, *_of_each_column(path, resource, notations))
    # The line that names the separator is reported with it.
    reported = int(found.has_other_separator and bool(declared(text)))
    titles = rows_above(text, found)[reported:]
    if titles:
        above, texts = titles[0][0], every_filled(_ABOVE, heading=first[0].line)
        texts = (texts[0], texts[1], advice + texts[2])
        told = finding(Location(path, above.line, above.column), "csv-above-heading", texts)
        # Of both, the first brings the same lines.
        yield told if found.has_other_separator else mended_by(told, *changes)


def _advice(resource: Resource, found: Layout) -> Text:
    """What to add to the descriptor."""
    return (_CHANGE if resource.dialect else _ADD).filled(keys=written(_keys(found)))


def _changes(path: str, resource: Resource, found: Layout) -> tuple[AddKeys, ...]:
    """The same as what the descriptor gets."""
    keys = written(_keys(found))
    if resource.dialect:
        return (AddKeys(descriptor_of(path), ("resources", 0, "dialect"), keys),)
    return (AddKeys(descriptor_of(path), ("resources", 0), f"dialect: {{{keys}}}"),)


def _of_each_column(path: str, resource: Resource, notations: Mapping[str, str]) -> Iterator[AddKeys]:
    for index, field in enumerate(resource.schema_.fields):
        if field.name in notations:
            yield of_column(path, index, notations[field.name])


def of_column(path: str, index: int, keys: str) -> AddKeys:
    """What the descriptor of a table gets at a column, by its number from 0."""
    return AddKeys(descriptor_of(path), ("resources", 0, "schema", "fields", index), keys)


def descriptor_of(path: str) -> str:
    """The descriptor of a table."""
    return path.removesuffix(".csv") + ".datapackage.yml"


def _keys(found: Layout) -> dict[str, object]:
    """What a dialect has to say."""
    keys: dict[str, object] = {}
    if found.has_other_separator:
        keys["delimiter"] = found.separator
    if found.form.heading != found.told.heading:
        keys["headerRows"] = list(found.form.heading)
    return keys


def _of_columns(notations: Mapping[str, str]) -> Text:
    """What to add at columns."""
    whole = Text("", "")
    for column, keys in islice(notations.items(), _MOST_COLUMNS):
        whole += _COLUMN.filled(column=column, keys=keys)
    return whole


def _separator(
    path: str, text: str, first: Cell, advice: Text, resource: Resource, found: Layout
) -> Diagnostic:
    """That columns are separated by another sign than the descriptor says."""
    sign = _SIGNS[found.separator]
    why = _SEPARATOR[1] if resource.dialect else _NO_DIALECT
    at = Location(path, first.line, first.column + _offset(first, text, found.separator))
    return finding(at, "csv-separator", (_SEPARATOR[0].filled(sign=sign), why, advice))


def _offset(cell: Cell, text: str, separator: str) -> int:
    """The number of characters from the start of a cell to the first separator after it."""
    line = text.split("\n")[cell.line - 1]
    return max(0, line[cell.column - 1 :].find(separator))


def is_of_units(row: Sequence[Cell], resource: Resource) -> bool:
    """Whether a row has units, or nothing, where values should be, and at least one unit."""
    schema = resource.schema_
    if len(row) != len(schema.fields):
        return False
    cells = [(cell.text.strip(), field) for cell, field in zip(row, schema.fields, strict=True)]
    given = [(text, field) for text, field in cells if text not in marks(field, schema, resource.dialect)]
    if not 0 < len(given) < len(cells):
        return False
    return all(field.type != "string" and read_cell(text, field)[1] for text, field in given)
