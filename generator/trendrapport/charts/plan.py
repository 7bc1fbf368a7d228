"""The plan of a chart: its declaration, table and theme, with the questions that each kind asks of them.

Knows no drawing library, so that a declaration can be checked without one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from trendrapport.charts.tables.table import Table
from trendrapport.charts.theme import Theme
from trendrapport.model.base import Model
from trendrapport.model.charts import Chart, FieldType, Scalar, TableField

M = TypeVar("M", bound=Model)
Record = dict[str, Scalar]

NUMBERS: frozenset[FieldType] = frozenset({"number", "integer"})
TIMES: frozenset[FieldType] = frozenset({"year", "yearmonth", "date", "quarter", "week"})
WORDS: frozenset[FieldType] = TIMES | {"string", "integer"}
FLAGS: frozenset[FieldType] = frozenset({"boolean"})
MUNICIPALITY = re.compile(r"GM\d{4}", re.ASCII)
"""The codes that Statistics Netherlands gives to municipalities."""


@dataclass(frozen=True)
class Role:
    """A purpose that columns can serve in a chart, and the types that a column needs for it."""

    types: frozenset[FieldType]
    required: bool = True
    many: bool = False
    """Whether a list of columns can serve it."""
    parts: bool = False
    """Whether the values are parts of a whole, which cannot be below 0."""
    group: bool = False
    """Whether it is for the group in a chart of moments and groups."""


@dataclass(frozen=True)
class Plan:
    """One chart to be drawn."""

    name: str
    chart: Chart
    table: Table
    theme: Theme
    code: str | None = None
    """The text of the chart's own Python file, for the kind that has one."""
    code_path: str = ""

    def columns(self, role: str) -> tuple[TableField, ...]:
        """The columns that serve a role; none if the declaration leaves it out."""
        return tuple(self.table.field(name) for name in named(self.chart, role))

    def column(self, role: str) -> TableField:
        """The one column that serves a required role."""
        return self.columns(role)[0]

    def optional(self, role: str) -> TableField | None:
        """The column that serves a role, if there is one."""
        return next(iter(self.columns(role)), None)

    def records(self) -> list[Record]:
        """The rows that the declaration selects, in the table's order."""
        return selected(self.chart, self.table)

    def flagged(self, role: str, record: Record) -> bool:
        """Whether a row is true in the column that serves a role, if one does."""
        flag = self.optional(role)
        return bool(flag and record[flag.name])

    def municipality(self, record: Record) -> str | None:
        """The code of the municipality that a row is about; None if it is about none, or the declaration has
        no `places`.
        """
        if self.chart.places is None:
            return None
        code = str(record[self.chart.places.code])
        return code if MUNICIPALITY.fullmatch(code) else None

    def municipalities(self, role: str) -> dict[Scalar, str | None]:
        """The code of the municipality of each value that serves a role."""
        column = self.column(role).name
        return {record[column]: self.municipality(record) for record in self.records()}

    def options(self, model: type[M]) -> M:
        """The declaration's options as the kind's own model."""
        return model.model_validate_json(json.dumps(self.chart.options))


def named(chart: Chart, role: str) -> tuple[str, ...]:
    """The names of the columns that a declaration gives a role."""
    names = chart.fields.get(role, ())
    if isinstance(names, str):
        return (names,)
    return names


def all_named(chart: Chart, roles: Iterable[str]) -> list[str]:
    """The names of the columns that a declaration gives these roles, role by role."""
    names: list[str] = []
    for role in roles:
        names.extend(named(chart, role))
    return names


def allowed(wanted: Scalar | tuple[Scalar, ...]) -> tuple[Scalar, ...]:
    """The values that a filter lets through."""
    if isinstance(wanted, tuple):
        return wanted
    return (wanted,)


class Selection(Protocol):
    """Anything with a filter: a chart, or the national figure beside it."""

    @property
    def filter(self) -> Mapping[str, Scalar | tuple[Scalar, ...]]:
        """By column, the value or values that a row must have."""


def passes(record: Mapping[str, Scalar], selection: Selection) -> bool:
    """Whether a row has one of the wanted values in each column of the declaration's filter."""
    return all(record[column] in allowed(wanted) for column, wanted in selection.filter.items())


def selected(selection: Selection, table: Table) -> list[Record]:
    """The rows that pass the declaration's filter, in the table's order."""
    return [record for record in table.records() if passes(record, selection)]
