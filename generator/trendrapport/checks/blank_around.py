"""A table cell with a space before or after its value (`blank-around`).

The site shows the value without the space, but anyone who downloads the table gets it, and with it a second
"Utrecht " next to Utrecht. Most of these come from a spreadsheet, or from a space after each comma. Remove
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trendrapport.charts.tables.table import Table
from trendrapport.checks import Part
from trendrapport.diagnostics import (
    Diagnostic,
    Location,
    Text,
    enumerated,
    mended_by,
    shortened,
    warning,
)
from trendrapport.diagnostics.changes import Edit
from trendrapport.files.cells import Cell
from trendrapport.report.report import Report

_BLANK = (
    Text(
        nl='er staat een spatie voor of na "{value}" in kolom "{column}"',
        en='there is a space before or after "{value}" in column "{column}"',
    ),
    Text(
        nl="wie de tabel downloadt, krijgt een andere waarde dan de site toont",
        en="anyone who downloads the table gets a different value than the site shows",
    ),
    Text(nl="Verwijder de spaties voor en na de waarde.", en="Remove the spaces before and after the value."),
)
_OTHERS = Text(nl="Dit geldt ook voor regel {lines}.", en="The same applies to line {lines}.")
_MORE = Text(
    nl="Dit geldt ook voor {count} andere rijen, zoals op regel {lines}.",
    en="The same applies to {count} more rows, such as on line {lines}.",
)
_LINES = 4


def parts(report: Report) -> Iterator[Part]:
    """Each table."""
    for table in report.tables.values():
        yield Part(table.digest, partial(_check, table))


def _check(table: Table) -> Iterator[Diagnostic]:
    """One finding for each column in which a value has a space around it."""
    for index, column in enumerate(table.columns):
        found = [row[index] for row in table.cells if row[index].text.strip() not in {"", row[index].text}]
        if found:
            yield _blank_around(found, column, table)


def _blank_around(cells: list[Cell], column: str, table: Table) -> Diagnostic:
    first, *others = cells
    what, why, fix = _BLANK
    lines = [cell.line for cell in others[:_LINES]]
    if lines:
        sentence = _OTHERS if len(others) <= _LINES else _MORE
        fix += sentence.filled(count=len(others), lines=enumerated(lines))
    at = Location(table.path, first.line, first.column)
    found = warning(at, "blank-around", (what, why, fix), value=shortened(first.text.strip()), column=column)
    return mended_by(found, *_bare(cells, table))


def _bare(cells: list[Cell], table: Table) -> list[Edit]:
    """The same cells without the spaces; nothing if one of them is on more lines than one."""
    edits = []
    lines = table.text.split("\n")
    for cell in cells:
        rest = lines[cell.line - 1][cell.column - 1 :]
        typed, bare = cell.text, cell.text.strip()
        if rest.startswith('"'):
            typed, bare = _in_quotes(typed), _in_quotes(bare)
        if not rest.startswith(typed):
            return []
        edits.append(Edit(Location(table.path, cell.line, cell.column), typed, bare))
    return edits


def _in_quotes(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
