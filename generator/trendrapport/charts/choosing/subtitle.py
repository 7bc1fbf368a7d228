"""A subtitle for a chart that declares none: what the value is called, its unit and its period."""

from __future__ import annotations

from trendrapport.charts import notation
from trendrapport.charts.choosing.columns import only
from trendrapport.charts.plan import NUMBERS, TIMES, all_named, named, selected
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Language, Text
from trendrapport.model.charts import Chart, TableField

VALUES = ("value", "y", "x")
MOST = 3
"""The names of more columns than these say less than the title of the table."""

_AND = Text(nl="{first} en {last}", en="{first} and {last}")
_PERIOD = Text(nl="{first} tot en met {last}", en="{first} to {last}")


def subtitle(chart: Chart, table: Table, language: Language) -> str:
    """Such as "Levering van aardgas (m³), 2010-2024"."""
    shown = _value_fields(chart, table)
    what = _titles(shown, language) if 0 < len(shown) <= MOST else table.package.title
    period = _period(chart, table, language)
    measured = f"{what}{_unit(chart, shown)}"
    if period:
        return f"{measured}, {period}"
    return measured


def _value_fields(chart: Chart, table: Table) -> list[TableField]:
    """The fields of numbers that the chart shows."""
    found = []
    for role in VALUES:
        for name in named(chart, role):
            if name in table.columns and table.field(name).type in NUMBERS:
                found.append(table.field(name))
    return found


def _titles(fields: list[TableField], language: Language) -> str:
    first, *others = (field.title for field in fields)
    if not others:
        return first
    names = [first, *map(lowered, others)]
    return _AND.filled(first=", ".join(names[:-1]), last=names[-1]).of(language)


def lowered(title: str) -> str:
    """A title within a sentence; one that begins with an abbreviation stays as it is."""
    if title[:2].isupper():
        return title
    return title[:1].lower() + title[1:]


def _unit(chart: Chart, fields: list[TableField]) -> str:
    unit = chart.options.get("unit") or _own_unit(chart, fields)
    if isinstance(unit, str) and unit:
        return f" ({unit})"
    return ""


def _own_unit(chart: Chart, fields: list[TableField]) -> str | None:
    """The one unit of the columns, if they are shown in it."""
    if chart.options.get("divide_by", 1) != 1:
        return None
    return only(list({field.unit for field in fields}))


def _period(chart: Chart, table: Table, language: Language) -> str:
    """From the first moment to the last, of the one column that tells moments."""
    field = _time_field(chart, table)
    if field is None:
        return ""
    moments = sorted({record[field.name] for record in selected(chart, table)} - {None}, key=str)
    if not moments:
        return ""
    first = notation.shown(moments[0], field.type, language)
    last = notation.shown(moments[-1], field.type, language)
    if first == last:
        return first
    if field.type == "year":
        return f"{first}-{last}"
    return _PERIOD.filled(first=first, last=last).of(language)


def _time_field(chart: Chart, table: Table) -> TableField | None:
    """The one field of moments that the chart uses, or else that the table has."""
    used = all_named(chart, chart.fields)
    times = [field for field in table.fields if field.type in TIMES]
    own = [field for field in times if field.name in used]
    return only(own or times)
