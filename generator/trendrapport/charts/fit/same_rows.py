"""Rows that are about the same thing: one name written in two ways, and two rows for one bar, tile, point or
cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence

from trendrapport.charts.fit.drawn_rows import MOST_ROWS_DRAWN, NumberedRows, has_columns
from trendrapport.charts.kinds import traits
from trendrapport.charts.plan import NUMBERS, Record, all_named, allowed, named, passes
from trendrapport.charts.tables.areas import Areas, aliases, areas, division
from trendrapport.charts.tables.names import folded
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Text, finding, shortened
from trendrapport.model.charts import Chart, Scalar
from trendrapport.model.periods import period

ROLES = ("x", "y", "category", "label", "code", "name", "history", "series")
"""What distinguishes the values of a chart."""

_NAME = (
    Text(
        nl='"{name}" is hetzelfde als "{first}" op regel {line}, maar met {how}',
        en='"{name}" is the same as "{first}" on line {line}, but with {how}',
    ),
    Text(
        nl="een andere schrijfwijze krijgt een eigen staaf, lijn of vak, en een filter slaat die over",
        en="a different spelling gets its own bar, line or cell, and a filter skips it",
    ),
    Text(
        nl=(
            'Schrijf overal "{first}". Zijn het toch twee dingen, noem ze dan allebei bij deze kolom '
            "in het .datapackage.yml-bestand: constraints: {{enum: [...]}}."
        ),
        en=(
            'Write "{first}" everywhere. If they really are two things, name both at this column in '
            "the .datapackage.yml file: constraints: {{enum: [...]}}."
        ),
    ),
)
_CAPITALS, _FORM = (
    Text(nl="andere hoofdletters", en="different capitals"),
    Text(nl="anders gecodeerde accenten", en="accents encoded differently"),
)
_SIGNS, _OTHER = (
    Text(nl="andere spaties of leestekens", en="different spaces or punctuation"),
    Text(nl="een andere naam", en="a different name"),
)
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
_TWICE = (
    Text(
        nl="deze rij gaat over hetzelfde als regel {line}: {place}",
        en="this row is about the same as line {line}: {place}",
    ),
    Text(
        nl="op één plaats in de grafiek past maar één waarde",
        en="one position in the chart can hold only one value",
    ),
    Text(
        nl="Verwijder een van de twee rijen, of voeg een kolom toe die zegt waarin ze verschillen.",
        en="Remove one of the two rows, or add a column that says how they differ.",
    ),
)

Key = tuple[Scalar, ...]
"""What the values of a row are about."""


def same_misfits(chart: Chart, table: Table) -> Iterator[Diagnostic]:
    """Each name that is also written otherwise, and each row with the position of another."""
    columns = all_named(chart, ROLES)
    if not has_columns(table, [*columns, *chart.filter]):
        return
    every = list(enumerate(table.records()))
    rows = [(number, record) for number, record in every if passes(record, chart)]
    # Of more rows than can be drawn, that is reported instead.
    if len(rows) > MOST_ROWS_DRAWN:
        return
    yield from _names(chart, table, columns, rows)
    yield from _passed_over(chart, table, every)
    if named(chart, "value") and columns:
        yield from _double(chart, table, columns, rows)


def telling_apart(key: Sequence[str], rows: Sequence[Record], table: Table) -> list[str]:
    """The columns beside those of a key in which its rows differ: a filter or a series could use them."""
    others = [field.name for field in table.fields if field.name not in key and field.type not in NUMBERS]
    return [name for name in others if _differ(rows, name)]


def _differ(rows: Sequence[Record], column: str) -> bool:
    return len({row[column] for row in rows}) > 1


def _names(chart: Chart, table: Table, columns: Sequence[str], rows: NumberedRows) -> Iterator[Diagnostic]:
    if named(chart, "date"):
        return
    for column in dict.fromkeys(columns):
        if table.field(column).type == "string":
            yield from _spellings(table, column, rows)


def _passed_over(chart: Chart, table: Table, every: NumberedRows) -> Iterator[Diagnostic]:
    """Rows that a filter leaves out for how a name is written."""
    for column, wanted in chart.filter.items():
        if table.field(column).type == "string":
            names = set(map(_canonical, allowed(wanted)))
            rows = [(number, row) for number, row in every if _canonical(row[column]) in names]
            yield from _spellings(table, column, rows)


def _spellings(table: Table, column: str, rows: NumberedRows) -> Iterator[Diagnostic]:
    """The first row of each way in which a name is written after the first."""
    declared = _declared(table, column)
    first: dict[Scalar, tuple[int, str]] = {}
    seen: set[str] = set()
    for number, row in rows:
        name = row[column]
        if not isinstance(name, str) or name in declared or name in seen:
            continue
        before, known = first.setdefault(_canonical(name), (number, name))
        if name != known:
            seen.add(name)
            yield _spelling(name, known, table.cells[before][0].line, number, column, table)


def _spelling(name: str, known: str, line: int, number: int, column: str, table: Table) -> Diagnostic:
    """A name that an earlier line has in another way of writing."""
    values = {"name": shortened(name), "first": shortened(known), "line": line}
    texts = (*_NAME[:2], _NAME[2].filled(**values))
    return finding(table.locate(number, column), "same-name", texts, how=_how(name, known), **values)


def _how(name: str, other: str) -> Text:
    """In what two ways of writing a name differ."""
    if unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", other):
        return _FORM
    if name.casefold() == other.casefold():
        return _CAPITALS
    return _SIGNS if _plain(name) == _plain(other) else _OTHER


def _double(chart: Chart, table: Table, columns: Sequence[str], rows: NumberedRows) -> Iterator[Diagnostic]:
    """Each row that has the position of an earlier one, and differs from it in no column but numbers."""
    tiles = _tiles(chart, columns, rows) if traits(chart.kind).areas else None
    declared = {column: _declared(table, column) for column in columns}
    words = [column for column in columns if table.field(column).type == "string"]
    first: dict[Key, tuple[int, Record]] = {}
    for number, row in rows:
        key = _key(row, declared, tiles)
        before, other = first.setdefault(key, (number, row))
        if before == number or None in key or telling_apart(columns, [other, row], table):
            continue
        if not _is_written_otherwise(row, other, words):
            place = ", ".join(shortened(row[name]) for name in columns if row[name] is not None)
            at, line = table.locate(number, columns[0]), table.cells[before][0].line
            yield finding(at, "double-row", _TWICE, line=line, place=place)


def _is_written_otherwise(row: Record, other: Record, columns: Sequence[str]) -> bool:
    """Whether rows are the same only when the ways of writing a name are, which `same-name` reports."""
    differing = [column for column in columns if row[column] != other[column]]
    return bool(differing) and all(
        _canonical(row[column]) == _canonical(other[column]) for column in differing
    )


def _declared(table: Table, column: str) -> frozenset[str]:
    """The values that a descriptor names: what differs there is meant to."""
    rules = table.field(column).constraints
    if not rules or not rules.enum:
        return frozenset()
    return frozenset(rules.enum)


def _tiles(chart: Chart, columns: Sequence[str], rows: NumberedRows) -> Areas:
    """The tiles of a map."""
    part = chart.options.get("areas")
    if part == "provinces" or part == "municipalities":
        return areas(part)
    return areas(division([str(row[columns[0]]) for _, row in rows if row[columns[0]]]))


def _key(row: Record, declared: Mapping[str, Collection[Scalar]], tiles: Areas | None) -> Key:
    """What a row is about; on a map the tile on which it lands."""
    if tiles:
        word = next((str(row[name]) for name in declared if row[name]), "")
        area = tiles.of(word)
        if area:
            return (area.code,)
        return (_canonical(word) or None,)
    key = []
    for name, values in declared.items():
        key.append(row[name] if row[name] in values else _canonical(row[name]))
    return tuple(key)


def _canonical(value: Scalar) -> Scalar:
    """A name by which all ways of writing it are known; 2024KW01 and 2024-Q1 are one period."""
    if not isinstance(value, str):
        return value
    found = period(value)
    if found:
        return found.iso
    name = folded(value)
    return _plain(aliases().get(name, name))


def _plain(name: str) -> str:
    """A name without what differs in how it was typed; a hyphen between words is a space."""
    return _HYPHEN.sub(" ", folded(name))
