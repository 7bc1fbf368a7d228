"""A declaration held against its kind and its table: where the three do not fit, as paths into the
declaration.

Needs no drawing library and no places in files: whoever has the file turns a path into a place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from trendrapport.charts import kinds
from trendrapport.charts.choosing.unclear import instructions
from trendrapport.charts.fit.annotations import annotation_misfits
from trendrapport.charts.fit.breaks import break_misfits
from trendrapport.charts.fit.drawn_rows import MOST_ROWS_DRAWN
from trendrapport.charts.fit.exploring import explore_misfits
from trendrapport.charts.fit.misfit import Misfit, at_key, at_value
from trendrapport.charts.fit.odd_period import odd_period
from trendrapport.charts.fit.rows import row_misfits
from trendrapport.charts.fit.values import value_misfits
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.plan import Role, allowed, named, passes
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Diagnostic, Text, Texts, choose_from, nearest
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.charts import Chart, TableField
from trendrapport.runtime.plugins import modules

_KIND = (
    Text(nl='de soort grafiek "{name}" bestaat niet', en='the kind of chart "{name}" does not exist'),
    Text(
        nl="elke soort heeft eigen velden en instellingen",
        en=("each kind has fields and settings of its own"),
    ),
)
_UNCLEAR = (
    Text(
        nl="uit de velden en de tabel volgt geen soort grafiek",
        en=("no kind of chart follows from the fields and the table"),
    ),
    Text(nl="er wordt niet gegokt wat een kolom betekent", en="what a column means is not guessed"),
)
_MANY = (
    Text(
        nl="{count} rijen zijn te veel voor een grafiek (hoogstens {most})",
        en=("{count} rows are too many for a chart (at most {most})"),
    ),
    Text(
        nl="lezers kunnen ze niet onderscheiden, en de pagina met tekening en tabel wordt te zwaar",
        en="readers cannot tell them apart, and the page with drawing and table gets too heavy",
    ),
    Text(
        nl="Maak een tabel waarin rijen zijn opgeteld of gemiddeld, of kies met filter de rijen die ertoe "
        "doen. "
        "limit helpt niet: dat kort alleen de tekening in.",
        en="Make a table in which rows are added up or averaged, or choose with filter the rows that "
        "matter. "
        "limit does not help: it only shortens the drawing.",
    ),
)
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
    Text(
        nl='de tabel "{table}" heeft geen kolom "{name}"', en=('the table "{table}" has no column "{name}"')
    ),
    Text(nl="zonder die kolom is er niets te tekenen", en=("without that column there is nothing to draw")),
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
    nl="Geen kolom van de tabel is van zo'n type. Kies een andere soort grafiek (kind), of geef de kolom het "
    "goede "
    "type in "
    "charts/data/{table}.datapackage.yml.",
    en="No column of the table has such a type. Choose another kind of chart (kind), or give the "
    "column its right type in "
    "charts/data/{table}.datapackage.yml.",
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
        en=("parts lie side by side and make up the whole"),
    ),
    Text(
        nl="Kies een soort die negatieve waarden toont, zoals bars, grouped_bars of lines.",
        en="Choose a kind that shows negative values, such as bars, grouped_bars or lines.",
    ),
)
_OPTION = (
    Text(
        nl='een grafiek van de soort "{kind}" heeft geen instelling "{name}"',
        en='a chart of kind "{kind}" has no setting "{name}"',
    ),
    Text(nl="de instelling zou niets doen", en="the setting would do nothing"),
)
_VALUE = (
    Text(
        nl='de waarde bij de instelling "{name}" klopt niet',
        en=('the value at the setting "{name}" is wrong'),
    ),
    Text(nl="er wordt niets geraden of omgezet", en="nothing is guessed or converted"),
    Text(nl="Zo hoort het: {nl}.", en="It should be: {en}."),
)
_FILTERED = (
    Text(
        nl='de waarde "{value}" komt niet voor in kolom "{name}"',
        en='the value "{value}" does not occur in column "{name}"',
    ),
    Text(nl="het filter zou ongemerkt niets doen", en="the filter would silently do nothing"),
)
_AS_TEXT = Text(
    nl='De kolom bevat tekst. Zet aanhalingstekens om de waarde: "{value}".',
    en='The column holds text. Put quotation marks around the value: "{value}".',
)
_AS_NUMBER = Text(
    nl="De kolom bevat getallen. Schrijf de waarde zonder aanhalingstekens: {value}.",
    en="The column holds numbers. Write the value without quotation marks: {value}.",
)
_NO_ROWS = (
    Text(nl="er blijft na het filter geen rij over", en="no row is left after the filter"),
    Text(nl="er is niets om te tekenen", en="there is nothing to draw"),
    Text(
        nl="Neem waarden die samen in één rij voorkomen.", en=("Take values that occur together in one row.")
    ),
)

_LIMIT = (
    Text(
        nl=('een grafiek van de soort "{kind}" heeft geen "limit"'),
        en='a chart of kind "{kind}" has no "limit"',
    ),
    Text(nl="de tekening zou niet korter worden", en="the drawing would not get shorter"),
    Text(
        nl='Kies met "filter" wat er getekend wordt, en haal "limit" weg.',
        en='Choose what is drawn with "filter", and remove "limit".',
    ),
)


def misfits(chart: Chart, table: Table | None) -> Iterator[Misfit | Diagnostic]:
    """Everything in a declaration that does not fit its kind or, when that could be read, its table."""
    kind = modules(kinds).get(chart.kind)
    if not kind:
        yield from _without_kind(chart, table)
        return
    found = list(_of_kind(chart, table, cast("ChartKind", kind)))
    yield from found
    # What is wrong with a field or the filter can be why rows are not told apart.
    if table and not found:
        yield from row_misfits(chart, table)


def _without_kind(chart: Chart, table: Table | None) -> Iterator[Misfit]:
    """What can be said of a declaration without a kind, or with one that does not exist."""
    if chart.kind:
        texts: Texts = (*_KIND, choose_from(chart.kind, modules(kinds)))
        yield at_value(("kind",), "unknown-chart-kind", texts, name=chart.kind)
    elif table:
        # Without its table, of which another finding tells, nothing can be said of a kind.
        yield at_key(("kind",), "unclear-chart-kind", (*_UNCLEAR, instructions(chart, table)))
        yield from _mentioned(chart, table)
    if table:
        yield from _filter(chart, table)


def _of_kind(chart: Chart, table: Table | None, kind: ChartKind) -> Iterator[Misfit | Diagnostic]:
    yield from _roles(chart, kind)
    yield from _missing_roles(chart, table, kind)
    wrong = list(_options(chart, kind))
    yield from wrong
    yield from explore_misfits(chart, table, kind)
    if chart.limit is not None and not hasattr(kind, "LIMITED"):
        yield at_key(("limit",), "limit-misfit", _LIMIT, kind=chart.kind)
    if table:
        yield from _columns(chart, table, kind)
        yield from _filter(chart, table)
        yield from annotation_misfits(chart, table, kind)
        yield from value_misfits(chart, table)
        if not wrong:
            yield from break_misfits(chart, table)


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
    # A field that was written in another way is reported where it stands.
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


def _mentioned(chart: Chart, table: Table) -> Iterator[Misfit]:
    """The columns that a declaration without a kind names and that do not exist."""
    for role in chart.fields:
        for path, column in _named_with_paths(chart, role):
            if column not in table.columns:
                yield _no_column(path, column, table)


def _named_with_paths(chart: Chart, role: str) -> Iterator[tuple[DataPath, str]]:
    """The columns that a declaration gives a role, each with its path."""
    names = chart.fields.get(role, ())
    if isinstance(names, str):
        yield ("fields", role), names
        return
    for index, name in enumerate(names):
        yield ("fields", role, index), name


def _no_column(path: DataPath, column: str, table: Table) -> Misfit:
    texts = (*_COLUMN, choose_from(column, table.columns))
    return at_value(path, "unknown-column", texts, table=table.name, name=column)


def _columns(chart: Chart, table: Table, kind: ChartKind) -> Iterator[Misfit | Diagnostic]:
    """Columns that do not exist, or whose type or values the kind cannot draw."""
    for name, role in kind.FIELDS.items():
        for path, column in _named_with_paths(chart, name):
            if column not in table.columns:
                yield _no_column(path, column, table)
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


def _options(chart: Chart, kind: ChartKind) -> Iterator[Misfit]:
    try:
        kind.OPTIONS.model_validate_json(json.dumps(chart.options))
    except ValidationError as error:
        of_options = {str(found["loc"][0]): found for found in error.errors(include_url=False)}
        for name, found in of_options.items():
            yield _option(name, found, chart, kind)


def _option(name: str, found: ErrorDetails, chart: Chart, kind: ChartKind) -> Misfit:
    known = kind.OPTIONS.model_fields
    if name not in known:
        texts = (*_OPTION, choose_from(name, known))
        return at_key(("options", name), "unknown-chart-option", texts, kind=chart.kind, name=name)
    at = tuple(part for part in found["loc"][1:] if isinstance(part, int))
    extra = known[name].json_schema_extra
    nl = str(extra["nl"]) if isinstance(extra, dict) else ""
    fix = _VALUE[2].filled(nl=nl, en=known[name].description)
    return at_value(("options", name, *at), "wrong-chart-option", (*_VALUE[:2], fix), name=name)


def _filter(chart: Chart, table: Table) -> Iterator[Misfit]:
    found = list(_unknown_filters(chart, table))
    yield from found
    if found:
        return
    count = sum(passes(record, chart) for record in table.records())
    if not count:
        yield at_key(("filter",), "chart-without-rows", _NO_ROWS)
    elif count > MOST_ROWS_DRAWN:
        yield at_value(("data",), "too-many-rows", _MANY, count=count, most=MOST_ROWS_DRAWN)


def _unknown_filters(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Columns of the filter that do not exist, and values that they do not hold."""
    for name, wanted in chart.filter.items():
        if name not in table.columns:
            texts = (*_COLUMN, choose_from(name, table.columns))
            yield at_key(("filter", name), "unknown-column", texts, table=table.name, name=name)
            continue
        values = table.column(name)
        for index, value in enumerate(allowed(wanted)):
            if value not in values:
                path = ("filter", name, index) if isinstance(wanted, tuple) else ("filter", name)
                texts = (*_FILTERED, _instead(value, values))
                yield at_value(path, "unknown-filter-value", texts, value=value, name=name)


def _instead(value: object, values: Iterable[object]) -> Text:
    """What to write in the place of a value that a column does not hold: the same as text or as a number, or
    one that it does hold.
    """
    seen = {one for one in values if one is not None}
    if isinstance(value, str):
        if _number(value) in seen:
            return _AS_NUMBER.filled(value=value)
    else:
        for text in sorted(map(str, seen)):
            if _number(text) == value:
                return _AS_TEXT.filled(value=text)
    return choose_from(str(value), map(str, seen))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
