"""One thing in a declaration, or in a row that it draws, that does not fit."""

from __future__ import annotations

from dataclasses import dataclass

from trendrapport.charts.table import Table
from trendrapport.diagnostics import Diagnostic, Text
from trendrapport.yaml_data import DataPath


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit: the path of the value (or its key), what, why and how to mend it."""

    path: DataPath
    key: bool
    code: str
    what: Text
    why: Text
    fix: Text


@dataclass(frozen=True)
class CellMisfit:
    """One thing that does not fit in a cell of the table: its row, counted from 0, its column, what, why and how to mend it."""

    row: int
    column: str
    code: str
    what: Text
    why: Text
    fix: Text

    def told(self, table: Table) -> Diagnostic:
        """The finding at the cell."""
        return Diagnostic(table.locate(self.row, self.column), self.code, self.what, self.why, self.fix)
