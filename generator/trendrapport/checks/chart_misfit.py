"""A chart whose fields, options or filter do not fit its kind or its table.

- `unknown-kind`: the kind does not exist;
- `unknown-field`, `missing-field`: the kind has no such role, or needs one that is not given;
- `unknown-column`, `column-type`: the table has no such column, or its type cannot be drawn so;
- `unknown-option`: the kind has no such option;
- `empty-chart`: the filter leaves no rows;
- `missing-code`: kind `altair` needs `charts/<name>.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.by_place import modules
from trendrapport.charts import kinds
from trendrapport.charts.declaration import Chart
from trendrapport.charts.rows import shown
from trendrapport.charts.table import Table
from trendrapport.diagnostics import Diagnostic, Text, choose_from
from trendrapport.report import Entry, Report

_NO = Text(nl='"{name}" bestaat hier niet', en='"{name}" does not exist here')
_WHY = Text(nl="de grafiek kan zo niet getekend worden", en="the chart cannot be drawn this way")
_ROLE = Text(nl='het veld "{name}" ontbreekt', en='the field "{name}" is missing')
_FIX_ROLE = Text(nl="Zet onder fields welke kolom hiervoor dient.", en="Put below fields which column serves this.")
_TYPE = Text(nl='kolom "{name}" is van type {type}', en='column "{name}" has type {type}')
_FIX_TYPE = Text(nl="Kies een kolom van type {types}.", en="Choose a column of type {types}.")
_EMPTY = Text(nl="het filter laat geen enkele rij over", en="the filter leaves no rows")
_FIX_EMPTY = Text(nl="Schrijf de waarden zoals ze in de tabel staan.", en="Write the values as they stand in the table.")
_CODE = Text(nl='"charts/{name}.py" ontbreekt', en='"charts/{name}.py" is missing')
_FIX_CODE = Text(nl="Maak dat bestand met daarin def draw(table, theme).", en="Make that file with def draw(table, theme).")


def check(report: Report) -> Iterator[Diagnostic]:
    """Every misfit of every chart."""
    for name, chart in report.charts.items():
        yield from _misfits(report, name, chart)


def _misfits(report: Report, name: str, entry: Entry[Chart]) -> Iterator[Diagnostic]:
    chart, table = entry.data, report.tables.get(entry.data.data)
    known = modules(kinds)
    if chart.kind not in known:
        yield Diagnostic(entry.locate("kind"), "unknown-kind", _NO.filled(name=chart.kind), _WHY, choose_from(chart.kind, known))
        return
    if chart.kind == "altair" and name not in report.code:
        yield Diagnostic(entry.locate("kind"), "missing-code", _CODE.filled(name=name), _WHY, _FIX_CODE)
    kind = known[chart.kind]
    for role in chart.fields.keys() - kind.FIELDS.keys():
        yield Diagnostic(entry.locate("fields", role, key=True), "unknown-field", _NO.filled(name=role), _WHY,
                         choose_from(role, kind.FIELDS))
    for role, rule in kind.FIELDS.items():
        if rule.required and role not in chart.fields:
            yield Diagnostic(entry.locate("fields"), "missing-field", _ROLE.filled(name=role), _WHY, _FIX_ROLE)
    for option in chart.options.keys() - kind.OPTIONS:
        yield Diagnostic(entry.locate("options", option, key=True), "unknown-option", _NO.filled(name=option), _WHY,
                         choose_from(option, kind.OPTIONS))
    if table:
        yield from _columns(entry, table, kind.FIELDS)


def _columns(entry: Entry[Chart], table: Table, roles: dict[str, kinds.Role]) -> Iterator[Diagnostic]:
    chart = entry.data
    for role, column in chart.fields.items():
        if column not in table.columns:
            yield Diagnostic(entry.locate("fields", role), "unknown-column", _NO.filled(name=column), _WHY,
                             choose_from(str(column), table.columns))
        elif role in roles and roles[role].types and (kind := table.field(str(column)).type) not in roles[role].types:
            yield Diagnostic(entry.locate("fields", role), "column-type", _TYPE.filled(name=column, type=kind), _WHY,
                             _FIX_TYPE.filled(types=", ".join(sorted(roles[role].types))))
    for column in chart.filter:
        if column not in table.columns:
            yield Diagnostic(entry.locate("filter", column, key=True), "unknown-column", _NO.filled(name=column), _WHY,
                             choose_from(column, table.columns))
    if not shown(chart, table):
        yield Diagnostic(entry.locate("filter"), "empty-chart", _EMPTY, _WHY, _FIX_EMPTY)
