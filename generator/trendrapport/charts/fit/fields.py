"""The fields of a declaration held against those of its kind and the columns of its table."""

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
    Text(nl="de kolom zou niet getekend worden", en="the column would not be drawn"),
)
_NO_ROLE = (
    Text(nl='het veld "{name}" ontbreekt', en='the field "{name}" is missing'),
    Text(
        nl='een grafiek van de soort "{kind}" kan niet zonder',
        en='a chart of kind "{kind}" cannot do without',
    ),
    Text(
        nl='Zet onder "fields" een regel {keys} met een van deze kolommen: {columns}.',
        en='Put a line {keys} under "fields" with one of these columns: {columns}.',
    ),
)
_OR = Text(nl=" of ", en=" or ")
_ONE = (
    Text(nl='bij "{name}" kan één kolom staan', en='at "{name}" one column can stand'),
    Text(nl="deze soort grafiek tekent er geen twee", en="this kind of chart does not draw two"),
    Text(nl="Laat één kolom staan, zonder lijst.", en="Leave one column, without a list."),
)
_COLUMN = (
    Text(nl='de tabel "{table}" heeft geen kolom "{name}"', en='the table "{table}" has no column "{name}"'),
    Text(nl="zonder die kolom is er niets te tekenen", en="without that column there is nothing to draw"),
)
_TYPE = (
    Text(
        nl='kolom "{name}" is van het type {type}, maar "{role}" vraagt {types}',
        en='column "{name}" has type {type}, but "{role}" wants {types}',
    ),
    Text(
        nl="anders krijgt de waarde een plaats die niets betekent",
        en="or a value gets a place that means nothing",
    ),
    Text(nl="Kies een van deze kolommen: {columns}.", en="Choose one of these columns: {columns}."),
)
_NO_COLUMN = Text(
    nl=(
        "Geen kolom van de tabel is van zo'n type. Kies een andere soort grafiek (kind), of geef "
        "de kolom het goede type in charts/data/{table}.datapackage.yml."
    ),
    en=(
        "No column of the table has such a type. Choose another kind of chart (kind), or give the "
        "column its right type in charts/data/{table}.datapackage.yml."
    ),
)
_SOME_COLUMN = Text(
    nl='Zet onder "fields" een regel {keys} met een kolom van de tabel.',
    en='Put a line {keys} under "fields" with a column of the table.',
)
_NEGATIVE = (
    Text(
        nl=('kolom "{name}" heeft de waarde {value}, en een deel van een geheel kan niet onder 0 liggen'),
        en='column "{name}" has the value {value}, and a part of a whole cannot be below 0',
    ),
    Text(
        nl="delen liggen tegen elkaar aan en vormen samen het geheel",
        en="parts lie side by side and make up the whole",
    ),
    Text(
        nl="Kies een soort die negatieve waarden toont, zoals bars, grouped_bars of lines.",
        en="Choose a kind that shows negative values, such as bars, grouped_bars or lines.",
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
