"""A column of a table: what stands for a missing value in it, and what its cells say."""

from __future__ import annotations

from trendrapport.charts.tables.cell_values import Problem, as_missing, missing, read_cell
from trendrapport.charts.tables.tidied import is_told, marks, tidied
from trendrapport.model.charts import Resource, Scalar, TableField


class Column:
    """A column, and what stands for a missing value in it."""

    def __init__(self, field: TableField, resource: Resource) -> None:
        self.field = field
        self.marks = marks(field, resource.schema_, resource.dialect)
        self._is_told = is_told(field)

    def read(self, text: str) -> tuple[Scalar, Problem | None]:
        """The value of a cell, and what is wrong with it."""
        if text in self.marks:
            return None, missing(self.field) if self.field.constraints else None
        value, problem = read_cell(text, self.field)
        if problem or not self._is_told:
            return value, problem
        tidy = tidied(text, self.field) or ""
        return value, as_missing(text, tidy, self.field) if tidy in self.marks else None
