"""The fields of a declaration compared with those of its kind and the columns of its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.charts.fit.misfit import Misfit, at_key, at_value
from trendrapport.charts.fit.odd_period import odd_period
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.plan import Role, named, passes
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Diagnostic, Text, choose_from, nearest
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.charts import Chart, TableField

_ROLE = (
    Text(
        nl='een grafiek van de soort "{kind}" heeft geen veld "{name}"',
        en='a chart of kind "{kind}" has no field "{name}"',
    ),
    Text(nl="de kolom zou niet worden getekend", en="the column would not be drawn"),
)
_NO_ROLE = (
    Text(nl='het veld "{name}" ontbreekt', en='the field "{name}" is missing'),
    Text(
        nl='een grafiek van de soort "{kind}" heeft dit veld nodig',
        en='a chart of kind "{kind}" needs this field',
    ),
    Text(
        nl='Zet onder "fields" een regel {keys} met een van deze kolommen: {columns}.',
        en='Under "fields", add a line {keys} with one of these columns: {columns}.',
    ),
)
_OR = Text(nl=" of ", en=" or ")
_ONE = (
    Text(nl='bij "{name}" past maar één kolom', en='"{name}" takes only one column'),
    Text(nl="deze soort grafiek kan er geen twee tekenen", en="this kind of chart cannot draw two"),
    Text(nl="Noem één kolom, zonder lijst.", en="Name one column, not a list."),
)
_COLUMN = (
    Text(nl='de tabel "{table}" heeft geen kolom "{name}"', en='the table "{table}" has no column "{name}"'),
    Text(nl="zonder die kolom valt er niets te tekenen", en="without that column there is nothing to draw"),
)
_TYPE = (
    Text(
        nl='kolom "{name}" is van het type {type}, maar "{role}" vraagt {types}',
        en='column "{name}" is of type {type}, but "{role}" needs {types}',
    ),
    Text(
        nl="anders krijgt de waarde een plaats die niets betekent",
        en="otherwise values would be placed where they mean nothing",
    ),
    Text(nl="Kies een van deze kolommen: {columns}.", en="Choose one of these columns: {columns}."),
)
_NO_COLUMN = Text(
    nl=(
        "Geen kolom van de tabel heeft zo'n type. Kies een andere soort grafiek (kind), of geef "
        "de kolom het juiste type in charts/data/{table}.datapackage.yml."
    ),
    en=(
        "No column of the table has such a type. Choose another kind of chart (kind), or give "
        "the column the right type in charts/data/{table}.datapackage.yml."
    ),
)
_SOME_COLUMN = Text(
    nl='Zet onder "fields" een regel {keys} met een kolom van de tabel.',
    en='Under "fields", add a line {keys} with a column of the table.',
)
_NEGATIVE = (
    Text(
        nl=(
            'kolom "{name}" bevat de waarde {value}, maar een deel van een geheel kan niet kleiner zijn dan 0'
        ),
        en='column "{name}" has the value {value}, but part of a whole cannot be less than 0',
    ),
    Text(
        nl="de delen liggen tegen elkaar aan en vormen samen het geheel",
        en="the parts are side by side and together make up the whole",
    ),
    Text(
        nl="Kies een soort grafiek die negatieve waarden toont, zoals bars, grouped_bars of lines.",
        en="Choose a kind of chart that shows negative values, such as bars, grouped_bars or lines.",
    ),
)


def role_misfits(chart: Chart, table: Table | None, kind: ChartKind) -> Iterator[Misfit]:
    """Fields that the kind does not have, lists where it takes one column, and fields that it needs."""
    yield from _roles(chart, kind)
    yield from _missing_roles(chart, table, kind)


def _roles(chart: Chart, kind: ChartKind) -> Iterator[Misfit]:
    """Fields that the kind does not have, and lists where it takes one column."""
    for name, columns in chart.fields.items():
        role = kind.FIELDS.get(name)
        if role is None:
            texts = (*_ROLE, choose_from(name, kind.FIELDS))
            yield at_key(("fields", name), "unknown-chart-field", texts, kind=chart.kind, name=name)
        elif isinstance(columns, tuple) and not role.many and len(columns) > 1:
            yield at_value(("fields", name), "chart-field-list", _ONE, name=name)


def _missing_roles(chart: Chart, table: Table | None, kind: ChartKind) -> Iterator[Misfit]:
    """Fields that the kind needs."""
    one_of: tuple[str, ...] = getattr(kind, "ONE_OF", ())
    if one_of and not any(named(chart, name) for name in one_of):
        yield _lacking(one_of, kind.FIELDS[one_of[0]], chart, table)
    # A field that was written in another way is reported at its key.
    meant = {nearest(name, kind.FIELDS) for name in chart.fields if name not in kind.FIELDS}
    for name, role in kind.FIELDS.items():
        if role.required and not named(chart, name) and name not in meant:
            yield _lacking((name,), role, chart, table)


def _lacking(names: Sequence[str], role: Role, chart: Chart, table: Table | None) -> Misfit:
    """A field that a kind needs, or one of several."""
    what, why = _NO_ROLE[0].filled(name=" / ".join(names)), _NO_ROLE[1].filled(kind=chart.kind)
    return at_key(("fields",), "missing-chart-field", (what, why, _fix_of_lacking(names, role, table)))


def _fix_of_lacking(names: Sequence[str], role: Role, table: Table | None) -> Text:
    lines = [f'"{name}:"' for name in names]
    keys = Text(*(_OR.of(language).join(lines) for language in LANGUAGES))
    if not table:
        return _SOME_COLUMN.filled(keys=keys)
    columns = _fitting(table, role)
    if not columns:
        return _NO_COLUMN.filled(table=table.name)
    return _NO_ROLE[2].filled(keys=keys, columns=", ".join(columns))


def unknown_columns(chart: Chart, table: Table) -> Iterator[Misfit]:
    """The columns that a declaration without a kind names and that do not exist."""
    for role in chart.fields:
        for path, column in _named_with_paths(chart, role):
            if column not in table.columns:
                yield no_column(path, column, table)


def _named_with_paths(chart: Chart, role: str) -> Iterator[tuple[DataPath, str]]:
    """The columns that a declaration gives a role, each with its path."""
    names = chart.fields.get(role, ())
    if isinstance(names, str):
        yield ("fields", role), names
        return
    for index, name in enumerate(names):
        yield ("fields", role, index), name


def no_column(path: DataPath, column: str, table: Table, *, key: bool = False) -> Misfit:
    """A column that the table does not have, at its name or, of a filter, its key."""
    at = at_key if key else at_value
    texts = (*_COLUMN, choose_from(column, table.columns))
    return at(path, "unknown-column", texts, table=table.name, name=column)


def column_misfits(chart: Chart, table: Table, kind: ChartKind) -> Iterator[Misfit | Diagnostic]:
    """Columns that do not exist, or whose type or values the kind cannot draw."""
    for name, role in kind.FIELDS.items():
        for path, column in _named_with_paths(chart, name):
            if column not in table.columns:
                yield no_column(path, column, table)
            elif table.field(column).type not in role.types:
                yield _wrong_type(path, table.field(column), name, table, role)
            elif role.parts:
                yield from _negative(path, column, chart, table)


def _wrong_type(
    path: DataPath, column: TableField, name: str, table: Table, role: Role
) -> Misfit | Diagnostic:
    """A column that cannot serve here; of periods with one value that is none, that value."""
    if column.type == "string" and "quarter" in role.types:
        odd = odd_period(table, column.name)
        if odd:
            return odd
    columns, types = _fitting(table, role), ", ".join(sorted(role.types))
    fix = _NO_COLUMN.filled(table=table.name)
    if columns:
        fix = _TYPE[2].filled(columns=", ".join(columns))
    texts = (*_TYPE[:2], fix)
    return at_value(
        path, "wrong-column-type", texts, name=column.name, type=column.type, role=name, types=types
    )


def _negative(path: DataPath, column: str, chart: Chart, table: Table) -> Iterator[Misfit]:
    """The first amount below 0 among the rows that the declaration selects."""
    if any(name not in table.columns for name in chart.filter):
        return
    for record in table.records():
        value = record[column]
        if isinstance(value, int | float) and value < 0 and passes(record, chart):
            yield at_value(path, "negative-chart-value", _NEGATIVE, value=f"{value:g}", name=column)
            return


def _fitting(table: Table, role: Role) -> tuple[str, ...]:
    return tuple(field.name for field in table.fields if field.type in role.types)
