"""The header row of a CSV text compared with the columns in its descriptor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trendrapport.charts.tables.layout import Layout, names_columns, out_of_place, quoted, same_columns
from trendrapport.diagnostics import (
    Diagnostic,
    Location,
    Text,
    Texts,
    did_you_mean,
    every_filled,
    finding,
    shortened,
)
from trendrapport.files.cells import Cell
from trendrapport.model.charts import TableField

_HEADING = (
    Text(
        nl='de kopregel noemt "{seen}" waar de beschrijving "{name}" noemt',
        en='the header row has "{seen}" where the descriptor has "{name}"',
    ),
    Text(nl="kolomnamen moeten precies gelijk zijn", en="column names must match exactly"),
    Text(nl="Maak hiervan de kopregel: {heading}", en="Make this the header row: {heading}"),
)
_MANY_COLUMNS = (
    Text(nl="er zijn {count} kolommen, meer dan {most}", en="there are {count} columns, more than {most}"),
    Text(nl="een grafiek gebruikt er maar een paar", en="a chart uses only a few of them"),
    Text(
        nl=(
            "Houd alleen de kolommen die een grafiek gebruikt. Zet jaren onder elkaar in één kolom, "
            "niet naast elkaar."
        ),
        en=(
            "Keep only the columns that a chart uses. Put years below each other in one column, not "
            "side by side."
        ),
    ),
)
_MISSING = (
    Text(nl='de kolom "{column}" ontbreekt', en='the column "{column}" is missing'),
    Text(nl="de beschrijving van de tabel noemt deze kolom", en="the table's descriptor names this column"),
    Text(
        nl="Voeg de kolom toe, of verwijder die uit het .datapackage.yml-bestand.",
        en="Add the column, or remove it from the .datapackage.yml file.",
    ),
)
_UNKNOWN = (
    Text(
        nl='de kolom "{column}" staat niet in de beschrijving',
        en='the column "{column}" is not in the descriptor',
    ),
    Text(
        nl="zonder type en titel kan de kolom niet worden getoond",
        en="without a type and a title the column cannot be shown",
    ),
    Text(
        nl="Beschrijf de kolom in het .datapackage.yml-bestand, of verwijder die.",
        en="Describe the column in the .datapackage.yml file, or remove it.",
    ),
)
_TWICE = (
    Text(nl='de kolom "{column}" komt twee keer voor', en='the column "{column}" is here twice'),
    Text(nl="een grafiek kan er maar één bedoelen", en="a chart can mean only one of them"),
    Text(
        nl="Verwijder een van de twee, of geef die een andere naam.",
        en="Remove one of the two, or rename it.",
    ),
)
_ORDER = (
    Text(
        nl='de kolom "{column}" staat op een andere plaats dan in de beschrijving',
        en='the column "{column}" is in a different position than in the descriptor',
    ),
    Text(
        nl="wie de tabel gebruikt, rekent op deze volgorde",
        en="those who use the table rely on this order",
    ),
    Text(nl="Zet de kolommen in deze volgorde: {columns}.", en="Put the columns in this order: {columns}."),
)

MOST_COLUMNS = 200
"""More columns than these are those of a database."""
UNREADABLE = frozenset(
    {"csv-columns", "csv-unknown-column", "csv-duplicate-column", "csv-missing-column", "csv-order"}
)
"""What is wrong with a heading when it is not sure which column holds what."""


def heading_findings(
    path: str, cells: list[Cell], fields: Sequence[TableField], found: Layout
) -> Iterator[Diagnostic]:
    """What is wrong with the names of the columns."""
    # Once the descriptor says how the file is written, the heading is right.
    if names_columns(cells, fields, replace(found.form, is_told=found.told.is_told or not found.plain)):
        return
    names = [field.name for field in fields]
    seen = [cell.text for cell in cells]
    if len(cells) > max(MOST_COLUMNS, len(names)):
        texts = every_filled(_MANY_COLUMNS, count=len(cells), most=MOST_COLUMNS)
        yield _at(path, cells[len(names)], "csv-columns", texts)
    elif seen != names and _is_written_otherwise(cells, fields, found):
        yield _of_words(path, cells, fields, found)
    else:
        yield from _unknown(path, cells, names, seen)
        for name in names:
            if name not in seen:
                yield finding(Location(path), "csv-missing-column", _MISSING, column=name)
        if sorted(seen) == sorted(names) and seen != names:
            cell, _ = _first_difference(cells, fields, found)
            texts = (*_ORDER[:2], _ORDER[2].filled(columns=", ".join(names)))
            yield _at(path, cell, "csv-order", texts, column=cell.text)


def _is_written_otherwise(cells: Sequence[Cell], fields: Sequence[TableField], found: Layout) -> bool:
    """Whether a heading means the declared columns, in their order."""
    if same_columns(cells, fields):
        return True
    return not found.plain and len(cells) == len(fields) and not out_of_place(cells, fields)


def _of_words(path: str, cells: Sequence[Cell], fields: Sequence[TableField], found: Layout) -> Diagnostic:
    """A heading with other words for the columns."""
    names = [field.name for field in fields]
    cell, name = _first_difference(cells, fields, found)
    heading = found.separator.join(map(quoted, names))
    texts = every_filled(_HEADING, seen=shortened(cell.text), name=name, heading=heading)
    return _at(path, cell, "csv-heading", texts)


def _unknown(
    path: str, cells: Sequence[Cell], names: Sequence[str], seen: Sequence[str]
) -> Iterator[Diagnostic]:
    """Columns that the descriptor does not have, or that occur twice."""
    for index, cell in enumerate(cells):
        if cell.text not in names:
            fix = did_you_mean(cell.text, set(names) - set(seen), _UNKNOWN[2])
            texts = (*_UNKNOWN[:2], fix)
            yield _at(path, cell, "csv-unknown-column", texts, column=shortened(cell.text))
        elif cell.text in seen[:index]:
            yield _at(path, cell, "csv-duplicate-column", _TWICE, column=shortened(cell.text))


def _first_difference(cells: Sequence[Cell], fields: Sequence[TableField], found: Layout) -> tuple[Cell, str]:
    """The first cell that is not the name of its column, and that name."""
    for cell, field in zip(cells, fields, strict=True):
        is_title = cell.text.strip() == field.title and (found.told.is_told or not found.plain)
        if cell.text != field.name and not is_title:
            return cell, field.name
    return cells[0], fields[0].name


def _at(path: str, cell: Cell, code: str, texts: Texts, **values: object) -> Diagnostic:
    return finding(Location(path, cell.line, cell.column), code, texts, **values)
