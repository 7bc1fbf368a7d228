"""A column by its descriptor: the text of a cell to its value."""

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
            return None, missing(self.field)
        value, problem = read_cell(text, self.field)
        if problem or not self._is_told:
            return value, problem
        tidy = tidied(text, self.field) or ""
        if tidy in self.marks:
            problem = as_missing(text, tidy, self.field)
        return value, problem
