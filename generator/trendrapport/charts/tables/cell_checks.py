"""What is wrong with a cell of a table that has a value of its column's type: it is too long, or repeats what
an earlier row has.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts.tables.cell_values import Problem
from trendrapport.diagnostics import Diagnostic, Location, Text, every_filled, finding, shortened
from trendrapport.files.cells import Cell
from trendrapport.model.charts import Scalar, TableField

_LONG = (
    Text(
        nl='een cel in kolom "{column}" heeft {count} tekens, meer dan {most}',
        en='a cell in column "{column}" has {count} characters, more than {most}',
    ),
    Text(
        nl="zo'n lange tekst past niet in een tekening of tabel",
        en="such a long text does not fit in a drawing or table",
    ),
    Text(
        nl="Kort de tekst in; een toelichting hoort op de pagina, bij de figuur.",
        en="Shorten the text; an explanation belongs on the page, beside the figure.",
    ),
)
_UNIQUE = (
    Text(
        nl='"{value}" staat al op regel {line} in kolom "{column}"',
        en='"{value}" is already on line {line} in column "{column}"',
    ),
    Text(
        nl="in deze kolom mag elke waarde maar één keer staan",
        en="each value may occur only once in this column",
    ),
    Text(nl="Verwijder of verbeter de rij.", en="Remove or correct the row."),
)

LONGEST = 1_000
"""More characters in a cell are a text, and no value."""


class CellChecks:
    """The checks of the cells of one table, row by row."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lines: dict[tuple[str, Scalar], int] = {}
        """The line of each value in columns of unique ones."""

    def check(
        self, cell: Cell, field: TableField, value: Scalar, problem: Problem | None
    ) -> Iterator[Diagnostic]:
        """What is wrong with a cell that has a value of its column's type, or none."""
        count, at = len(cell.text.strip()), Location(self._path, cell.line, cell.column)
        if count > LONGEST and field.type == "string":
            texts = every_filled(_LONG, column=field.name, count=count, most=LONGEST)
            yield finding(at, "csv-long", texts)
        elif problem:
            yield problem.at(at)
        elif value is not None and field.constraints and field.constraints.unique:
            yield from self._repeated(cell, field, value)

    def _repeated(self, cell: Cell, field: TableField, value: Scalar) -> Iterator[Diagnostic]:
        """A value that an earlier row has in a column of unique ones."""
        line = self._lines.setdefault((field.name, value), cell.line)
        if line != cell.line:
            at, shown = Location(self._path, cell.line, cell.column), shortened(cell.text)
            yield finding(at, "csv-unique", _UNIQUE, value=shown, column=field.name, line=line)
