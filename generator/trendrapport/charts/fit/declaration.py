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
from trendrapport.charts.fit.exploring import explore_misfits
from trendrapport.charts.fit.misfit import CellMisfit, Misfit
from trendrapport.charts.fit.odd_period import odd_period
from trendrapport.charts.fit.rows import row_misfits
from trendrapport.charts.fit.same_rows import MOST_ROWS_DRAWN
from trendrapport.charts.fit.values import value_misfits
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.plan import Role, allowed, named, passes
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Text, choose_from, nearest
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


def misfits(chart: Chart, table: Table | None) -> Iterator[Misfit | CellMisfit]:
    """Everything in a declaration that does not fit its kind or, when that could be read, its table."""
    kind = modules(kinds).get(chart.kind)
    found = list(_of_kind(chart, table, cast("ChartKind", kind)) if kind else _without_kind(chart, table))
    yield from found
    # What is wrong with a field or the filter can be why rows are not told apart.
    if kind and table and not found:
        yield from row_misfits(chart, table)


def _without_kind(chart: Chart, table: Table | None) -> Iterator[Misfit]:
    """What can be said of a declaration without a kind, or with one that does not exist."""
    if chart.kind:
        what = _KIND[0].filled(name=chart.kind)
        yield Misfit(
            ("kind",), False, "unknown-chart-kind", what, _KIND[1], choose_from(chart.kind, modules(kinds))
        )
    elif table:
        # Without its table, of which another finding tells, nothing can be said of a kind.
        yield Misfit(("kind",), True, "unclear-chart-kind", *_UNCLEAR, instructions(chart, table))
        yield from _mentioned(chart, table)
    if table:
        yield from _filter(chart, table)


def _of_kind(chart: Chart, table: Table | None, kind: ChartKind) -> Iterator[Misfit | CellMisfit]:
    yield from _roles(chart, table, kind)
    wrong = list(_options(chart, kind))
    yield from wrong
    yield from explore_misfits(chart, table, kind)
    if chart.limit is not None and not hasattr(kind, "LIMITED"):
        yield Misfit(("limit",), True, "limit-misfit", _LIMIT[0].filled(kind=chart.kind), *_LIMIT[1:])
    if table:
        yield from _columns(chart, table, kind)
        yield from _filter(chart, table)
        yield from annotation_misfits(chart, table, kind)
        yield from value_misfits(chart, table)
        if not wrong:
            yield from break_misfits(chart, table)


def _roles(chart: Chart, table: Table | None, kind: ChartKind) -> Iterator[Misfit]:
    for name, columns in chart.fields.items():
        role = kind.FIELDS.get(name)
        if role is None:
            what = _ROLE[0].filled(kind=chart.kind, name=name)
            yield Misfit(
                ("fields", name), True, "unknown-chart-field", what, _ROLE[1], choose_from(name, kind.FIELDS)
            )
        elif isinstance(columns, tuple) and not role.many and len(columns) > 1:
            yield Misfit(("fields", name), False, "chart-field-list", _ONE[0].filled(name=name), *_ONE[1:])
    one_of: tuple[str, ...] = getattr(kind, "ONE_OF", ())
    if one_of and not any(named(chart, name) for name in one_of):
        yield _lacking(one_of, kind.FIELDS[one_of[0]], chart, table)
    # A field that was written in another way is told of where it stands.
    meant = {nearest(name, kind.FIELDS) for name in chart.fields if name not in kind.FIELDS}
    for name, role in kind.FIELDS.items():
        if role.required and not named(chart, name) and name not in meant:
            yield _lacking((name,), role, chart, table)


def _lacking(names: Sequence[str], role: Role, chart: Chart, table: Table | None) -> Misfit:
    """A field that a kind needs, or one of several."""
    keys = [f'"{name}:"' for name in names]
    either = Text(*(_OR.of(language).join(keys) for language in LANGUAGES))
    columns = _fitting(table, role) if table else ()
    if columns:
        fix = _NO_ROLE[2].filled(keys=either, columns=", ".join(columns))
    else:
        fix = _NO_COLUMN.filled(table=table.name) if table else _SOME_COLUMN.filled(keys=either)
    return Misfit(
        ("fields",),
        True,
        "missing-chart-field",
        _NO_ROLE[0].filled(name=" / ".join(names)),
        _NO_ROLE[1].filled(kind=chart.kind),
        fix,
    )


def _mentioned(chart: Chart, table: Table) -> Iterator[Misfit]:
    """The columns that a declaration without a kind names and that do not exist."""
    for role in chart.fields:
        for index, column in enumerate(named(chart, role)):
            if column not in table.columns:
                path = ("fields", role, index) if isinstance(chart.fields[role], tuple) else ("fields", role)
                yield _no_column(path, column, table)


def _no_column(path: DataPath, column: str, table: Table) -> Misfit:
    what = _COLUMN[0].filled(table=table.name, name=column)
    return Misfit(path, False, "unknown-column", what, _COLUMN[1], choose_from(column, table.columns))


def _columns(chart: Chart, table: Table, kind: ChartKind) -> Iterator[Misfit | CellMisfit]:
    for name, role in kind.FIELDS.items():
        for index, column in enumerate(named(chart, name)):
            path = ("fields", name, index) if isinstance(chart.fields[name], tuple) else ("fields", name)
            if column not in table.columns:
                yield _no_column(path, column, table)
            elif table.field(column).type not in role.types:
                yield _wrong_type(path, table.field(column), name, table, role)
            elif role.parts and (below := _negative(chart, table, column)) is not None:
                what = _NEGATIVE[0].filled(value=f"{below:g}", name=column, kind=chart.kind)
                yield Misfit(path, False, "negative-chart-value", what, *_NEGATIVE[1:])


def _wrong_type(
    path: DataPath, column: TableField, name: str, table: Table, role: Role
) -> Misfit | CellMisfit:
    """A column that cannot stand there; of periods with one that is none, that one."""
    odd = odd_period(table, column.name) if column.type == "string" and "quarter" in role.types else None
    if odd:
        return odd
    what = _TYPE[0].filled(name=column.name, type=column.type, role=name, types=", ".join(sorted(role.types)))
    return Misfit(path, False, "wrong-column-type", what, _TYPE[1], _other_columns(table, role))


def _negative(chart: Chart, table: Table, column: str) -> int | float | None:
    """The first amount below 0 among the rows that the declaration selects."""
    if any(name not in table.columns for name in chart.filter):
        return None
    values = (record[column] for record in table.records() if passes(record, chart))
    return next((value for value in values if isinstance(value, int | float) and value < 0), None)


def _other_columns(table: Table, role: Role) -> Text:
    columns = _fitting(table, role)
    return _TYPE[2].filled(columns=", ".join(columns)) if columns else _NO_COLUMN.filled(table=table.name)


def _fitting(table: Table, role: Role) -> tuple[str, ...]:
    return tuple(field.name for field in table.fields if field.type in role.types)


def _options(chart: Chart, kind: ChartKind) -> Iterator[Misfit]:
    try:
        kind.OPTIONS.model_validate_json(json.dumps(chart.options))
    except ValidationError as error:
        for name, found in {str(found["loc"][0]): found for found in error.errors(include_url=False)}.items():
            yield _option(name, found, chart, kind)


def _option(name: str, found: ErrorDetails, chart: Chart, kind: ChartKind) -> Misfit:
    known = kind.OPTIONS.model_fields
    if name not in known:
        what = _OPTION[0].filled(kind=chart.kind, name=name)
        return Misfit(
            ("options", name), True, "unknown-chart-option", what, _OPTION[1], choose_from(name, known)
        )
    at = tuple(part for part in found["loc"][1:] if isinstance(part, int))
    extra = known[name].json_schema_extra
    nl = str(extra["nl"]) if isinstance(extra, dict) else ""
    fix = _VALUE[2].filled(nl=nl, en=known[name].description)
    return Misfit(
        ("options", name, *at), False, "wrong-chart-option", _VALUE[0].filled(name=name), _VALUE[1], fix
    )


def _filter(chart: Chart, table: Table) -> Iterator[Misfit]:
    found = list(_unknown_filters(chart, table))
    yield from found
    if found:
        return
    count = sum(passes(record, chart) for record in table.records())
    if not count:
        yield Misfit(("filter",), True, "chart-without-rows", *_NO_ROWS)
    elif count > MOST_ROWS_DRAWN:
        yield Misfit(
            ("data",), False, "too-many-rows", _MANY[0].filled(count=count, most=MOST_ROWS_DRAWN), *_MANY[1:]
        )


def _unknown_filters(chart: Chart, table: Table) -> Iterator[Misfit]:
    for name, wanted in chart.filter.items():
        if name not in table.columns:
            what = _COLUMN[0].filled(table=table.name, name=name)
            yield Misfit(
                ("filter", name), True, "unknown-column", what, _COLUMN[1], choose_from(name, table.columns)
            )
            continue
        values = table.column(name)
        for index, value in enumerate(allowed(wanted)):
            if value not in values:
                path = ("filter", name, index) if isinstance(wanted, tuple) else ("filter", name)
                what = _FILTERED[0].filled(value=value, name=name)
                yield Misfit(path, False, "unknown-filter-value", what, _FILTERED[1], _instead(value, values))


def _instead(value: object, values: Iterable[object]) -> Text:
    """What to write in the place of a value that a column does not hold: the same as text or as a number, or
    one that it does hold.
    """
    seen = {one for one in values if one is not None}
    if not isinstance(value, str):
        texts = [one for one in sorted(map(str, seen)) if _number(one) == value]
        return _AS_TEXT.filled(value=texts[0]) if texts else choose_from(str(value), map(str, seen))
    number = _number(value)
    return _AS_NUMBER.filled(value=value) if number in seen else choose_from(value, map(str, seen))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
