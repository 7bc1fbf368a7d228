"""Columns in which some cells are no values: judged by how all of their cells are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from trendrapport.charts.tables.column import Column
from trendrapport.charts.tables.form import Form, parted
from trendrapport.charts.tables.laid_out import of_column
from trendrapport.charts.tables.meaning import Cause
from trendrapport.charts.tables.odd_cells import odd_cells
from trendrapport.charts.tables.proposed import proposed
from trendrapport.charts.tables.suggested_numbers import in_thousands
from trendrapport.charts.tables.suggestions import habits
from trendrapport.charts.tables.tidied import is_told
from trendrapport.diagnostics import Diagnostic, mended_by
from trendrapport.files.cells import BrokenQuote, Cell
from trendrapport.model.charts import TableField

LOOKED_AT = 5_000
"""The number of cells that show how a column is written."""


def cells_of_columns(text: str, form: Form, wanted: Iterable[int], count: int) -> dict[int, list[Cell]]:
    """All cells of some columns, by the number of the column, of the rows that have as many cells as there
    are columns.
    """
    columns: dict[int, list[Cell]] = {index: [] for index in wanted}
    for row in parted(text, form).body:
        if isinstance(row, BrokenQuote) or len(row) < count:
            continue
        for index, cells in columns.items():
            cells.append(row[index])
    return columns


class OddColumn:
    """A column in which some cells are no values."""

    def __init__(self, column: Column, index: int, odd: Sequence[Cell], cells: Sequence[Cell]) -> None:
        self._column = column
        self._index = index
        self._odd = odd
        self._cells = cells

    @property
    def field(self) -> TableField:
        """The column in its descriptor."""
        return self._column.field

    @cached_property
    def notation(self) -> str:
        """What the descriptor can say of the column, so that the cells are values; empty if that is not
        certain.
        """
        return proposed(self.field, self._column.marks, self._cells)

    def findings(self, path: str, *, reported: Set[Cause] = frozenset()) -> Iterator[Diagnostic]:
        """What is wrong with the cells; of the causes that are `reported` already, nothing."""
        seen = habits(cell.text.strip() for cell in self._cells[:LOOKED_AT])
        odd = self._odd
        # When points separate thousands, 1.250 is no decimal either.
        if seen.thousands and self.field.type == "number" and not is_told(self.field):
            odd = _with_thousands(odd, self._cells)
        for found in odd_cells(path, self.field, odd, seen, self.notation, reported):
            if self.notation and not reported:
                yield mended_by(found, of_column(path, self._index, self.notation))
            else:
                yield found


def _with_thousands(odd: Sequence[Cell], cells: Sequence[Cell]) -> list[Cell]:
    """The odd cells of a column, and those that may have a point between thousands."""
    doubtful = [cell for cell in cells if in_thousands(cell.text.strip())]
    return sorted({*odd, *doubtful}, key=lambda cell: cell.line)
