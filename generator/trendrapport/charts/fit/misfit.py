"""One thing in a declaration, or in a row that it draws, that does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Severity, Text, few
from trendrapport.files.source import Source
from trendrapport.files.yaml_data import DataPath


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit: the path of the value (or its key), what, why and how to mend it."""

    path: DataPath
    key: bool
    code: str
    what: Text
    why: Text
    fix: Text
    doubt: bool = False
    """Whether it may be meant, so that it is a warning."""

    def told(self, source: Source) -> Diagnostic:
        """The finding at the value, or its key, in the declaration."""
        return Diagnostic(
            source.locate(self.path, key=self.key),
            self.code,
            self.what,
            self.why,
            self.fix,
            severity=_severity(doubt=self.doubt),
        )


@dataclass(frozen=True)
class CellMisfit:
    """One thing that does not fit in a cell of the table: its row, counted from 0, its column, what, why and
    how to mend it.
    """

    row: int
    column: str
    code: str
    what: Text
    why: Text
    fix: Text
    doubt: bool = False

    def told(self, table: Table) -> Diagnostic:
        """The finding at the cell."""
        return Diagnostic(
            table.locate(self.row, self.column),
            self.code,
            self.what,
            self.why,
            self.fix,
            severity=_severity(doubt=self.doubt),
        )


def _severity(*, doubt: bool) -> Severity:
    return Severity.WARNING if doubt else Severity.ERROR


def told(misfits: Iterable[Misfit | CellMisfit], source: Source, table: Table) -> Iterator[Diagnostic]:
    """The findings: a few of those in the table, and all of those in the declaration."""
    found = list(misfits)
    yield from few(misfit.told(table) for misfit in found if isinstance(misfit, CellMisfit))
    yield from (misfit.told(source) for misfit in found if isinstance(misfit, Misfit))
