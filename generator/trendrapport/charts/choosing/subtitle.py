"""A subtitle for a chart that declares none: what the value is called, its unit and its period."""

from __future__ import annotations

from itertools import chain

from trendrapport.charts import notation
from trendrapport.charts.plan import TIMES, named, selected
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
    return f"{measured}, {period}" if period else measured


def _value_fields(chart: Chart, table: Table) -> list[TableField]:
    """The fields of numbers that the chart shows."""
    found = []
    for role in VALUES:
        fields = [table.field(name) for name in named(chart, role) if name in table.columns]
        found += [field for field in fields if field.type in {"number", "integer"}]
    return found


def _titles(fields: list[TableField], language: Language) -> str:
    first, *others = (field.title for field in fields)
    if not others:
        return first
    names = [first, *map(_lowered, others)]
    return _AND.filled(first=", ".join(names[:-1]), last=names[-1]).of(language)


def _lowered(title: str) -> str:
    """A title within a sentence; one that begins with an abbreviation stays as it is."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _unit(chart: Chart, fields: list[TableField]) -> str:
    unit = chart.options.get("unit") or _own_unit(chart, fields)
    return f" ({unit})" if isinstance(unit, str) and unit else ""


def _own_unit(chart: Chart, fields: list[TableField]) -> str | None:
    """The one unit of the columns, if they are shown in it."""
    units = {field.unit for field in fields}
    scaled = chart.options.get("divide_by", 1) != 1
    return None if scaled or len(units) != 1 else units.pop()


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
    used = set(chain.from_iterable(named(chart, role) for role in chart.fields))
    times = [field for field in table.fields if field.type in TIMES]
    own = [field for field in times if field.name in used] or times
    return own[0] if len(own) == 1 else None
