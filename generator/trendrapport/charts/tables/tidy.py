"""A table in any dialect to what is published of it: a tidy text, and a descriptor that agrees with it.

Readers and their programs get commas, decimal points, ISO dates and UTF-8, whatever an editor's file has.
Marks for missing values stay, as they may mean something.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trendrapport.charts.tables.form import PLAIN, form_of
from trendrapport.charts.tables.layout import quoted
from trendrapport.charts.tables.tidied import is_told, mark, marks, tidied
from trendrapport.files.cells import Cell
from trendrapport.model.charts import Constraints, DataPackage, Resource, TableField
from trendrapport.model.dialects import Missing, MissingValue


def is_tidy(package: DataPackage) -> bool:
    """Whether a table is published as it was written."""
    fields = package.resources[0].schema_.fields
    return form_of(package) == PLAIN and not any(map(is_told, fields))


def tidy_text(package: DataPackage, rows: Iterable[Sequence[Cell]]) -> str:
    """Rows in which nothing is wrong, as they are published."""
    resource = package.resources[0]
    fields = resource.schema_.fields
    missing = [marks(field, resource.schema_, resource.dialect) for field in fields]
    lines = [[field.name for field in fields]]
    for row in rows:
        cells = []
        for cell, field, signs in zip(row, fields, missing, strict=False):
            text = cell.text.strip()
            cells.append(text if text in signs else tidied(text, field) or text)
        lines.append(cells)
    return "".join(",".join(map(quoted, line)) + "\n" for line in lines)


def tidy_package(package: DataPackage) -> DataPackage:
    """The descriptor of what is published."""
    resource = package.resources[0]
    schema = resource.schema_
    fields = tuple(_field(field, resource) for field in schema.fields)
    columns = schema.model_copy(
        update={"fields": fields, "missingValues": _missing(schema.missingValues, resource)}
    )
    told = {"schema_": columns, "dialect": None, "encoding": None}
    return package.model_copy(update={"resources": (resource.model_copy(update=told),)})


def _field(field: TableField, resource: Resource) -> TableField:
    """A column without what its descriptor says of how it is written."""
    tidy: dict[str, object] = dict.fromkeys(
        ("decimalChar", "groupChar", "bareNumber", "trueValues", "falseValues", "format")
    )
    if field.missingValues is not None:
        tidy["missingValues"] = _missing(field.missingValues, resource)
    if field.constraints:
        tidy["constraints"] = _constraints(field.constraints, field)
    return field.model_copy(update=tidy)


def _constraints(rules: Constraints, field: TableField) -> Constraints:
    """Rules that name the values as they are published."""
    if rules.enum is None or not is_told(field):
        return rules
    return rules.model_copy(update={"enum": tuple(tidied(one, field) or one for one in rules.enum)})


def _missing(own: tuple[Missing, ...], resource: Resource) -> tuple[Missing, ...]:
    """Marks for missing values, with those that stand for one anywhere: an empty cell does."""
    sequence = resource.dialect.nullSequence if resource.dialect else None
    more = [sign for sign in ("", sequence) if sign is not None and sign not in map(mark, own)]
    has_labels = any(isinstance(one, MissingValue) for one in own)
    return (*own, *(MissingValue(value=sign) if has_labels else sign for sign in dict.fromkeys(more)))
