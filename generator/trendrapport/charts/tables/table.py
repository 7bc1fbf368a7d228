"""A CSV text and its descriptor to a typed table, with every finding's line and column; knows no files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from trendrapport.charts.tables.form import form_of, parted
from trendrapport.charts.tables.rows import Reading
from trendrapport.charts.tables.tidy import is_tidy, tidy_package, tidy_text
from trendrapport.diagnostics import Diagnostic, Location, few
from trendrapport.files.cells import BrokenQuote, Cell
from trendrapport.model.charts import DataPackage, Scalar, TableField
from trendrapport.model.periods import HINT, sort_of
from trendrapport.runtime.cache import digest


@dataclass(frozen=True)
class Table:
    """A CSV text in which nothing is wrong, and its descriptor."""

    name: str
    declared: DataPackage
    """The descriptor of the text as it was written."""
    written: str
    digest: str
    """A name for the text and its descriptor."""

    @cached_property
    def package(self) -> DataPackage:
        """The descriptor of the text as it is published."""
        return tidy_package(self.declared)

    @cached_property
    def text(self) -> str:
        """The text as it is published, which is tidy."""
        return self.written if is_tidy(self.declared) else tidy_text(self.declared, self.cells)

    @cached_property
    def rows(self) -> tuple[tuple[Scalar, ...], ...]:
        """Rows of typed cells; None is a missing value."""
        reading = Reading(self.name, self.declared)
        list(reading.findings(self.written))  # there are none
        return tuple(reading.rows)

    @cached_property
    def path(self) -> str:
        """The file that holds the text, from the report's root."""
        return f"charts/data/{self.name}.csv"

    @cached_property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows as they were written, each cell with its line and column."""
        body = parted(self.written, form_of(self.declared)).body
        return tuple(tuple(row) for row in body if not isinstance(row, BrokenQuote))

    def locate(self, row: int, column: str) -> Location:
        """The character at which a cell starts; rows count from 0, as in `rows`."""
        cell = self.cells[row][self.columns.index(column)]
        return Location(self.path, cell.line, cell.column)

    @cached_property
    def fields(self) -> tuple[TableField, ...]:
        """The columns, in order; one of text that holds quarters, weeks or codes of other periods has their
        type.
        """
        declared = self.declared.resources[0].schema_.fields
        if not HINT.search(self.written):
            return declared
        return tuple(self._read_as(field, index) for index, field in enumerate(declared))

    def _read_as(self, field: TableField, index: int) -> TableField:
        sort = sort_of(row[index] for row in self.rows) if field.type == "string" else None
        return field.model_copy(update={"type": sort}) if sort else field

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(field.name for field in self.declared.resources[0].schema_.fields)

    def field(self, name: str) -> TableField:
        """The column of that name; it must exist."""
        return next(field for field in self.fields if field.name == name)

    def column(self, name: str) -> tuple[Scalar, ...]:
        """The values of the column of that name, which must exist."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    def records(self) -> list[dict[str, Scalar]]:
        """The rows as mappings from column name to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def table_name(text: str, package: DataPackage) -> str:
    """A name for a CSV text and its descriptor."""
    return digest(text, package.model_dump_json())


def table_of(name: str, text: str, package: DataPackage) -> Table:
    """The table in a CSV text with `\\n` line ends in which nothing is wrong."""
    return Table(name, package, text, table_name(text, package))


def read_table(
    name: str, path: str, text: str, package: DataPackage
) -> tuple[Table | None, list[Diagnostic]]:
    """The table in a CSV text with `\\n` line ends, or None; and everything that is wrong with it."""
    found = few(Reading(path, package).findings(text))
    return None if found else table_of(name, text, package), found
