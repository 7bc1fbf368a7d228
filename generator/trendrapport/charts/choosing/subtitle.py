"""A subtitle for a chart that declares none: what the value is called, its unit, and the period of the rows
it shows.
"""

from __future__ import annotations

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
    fields = [table.field(name) for role in VALUES for name in named(chart, role) if name in table.columns]
    shown = [field for field in fields if field.type in {"number", "integer"}]
    what = _titles(shown, language) if 0 < len(shown) <= MOST else table.package.title
    parts = [what + _unit(chart, shown), _period(chart, table, language)]
    return ", ".join(part for part in parts if part)


def _titles(fields: list[TableField], language: Language) -> str:
    names = [field.title for field in fields]
    lowered = [
        names[0],
        *(name[:1].lower() + name[1:] if not name[:2].isupper() else name for name in names[1:]),
    ]
    return (
        _AND.filled(first=", ".join(lowered[:-1]), last=lowered[-1]).of(language)
        if len(names) > 1
        else names[0]
    )


def _unit(chart: Chart, fields: list[TableField]) -> str:
    units = {field.unit for field in fields}
    unit = chart.options.get("unit") or (
        next(iter(units)) if len(units) == 1 and chart.options.get("divide_by", 1) == 1 else None
    )
    return f" ({unit})" if isinstance(unit, str) and unit else ""


def _period(chart: Chart, table: Table, language: Language) -> str:
    """From the first moment to the last, of the one column that tells moments."""
    used = {name for role in chart.fields for name in named(chart, role)}
    times = [field for field in table.fields if field.type in TIMES]
    own = [field for field in times if field.name in used] or times
    values = (
        sorted({record[own[0].name] for record in selected(chart, table)} - {None}, key=str)
        if len(own) == 1
        else []
    )
    if not values:
        return ""
    first, last = (notation.shown(value, own[0].type, language) for value in (values[0], values[-1]))
    if first == last:
        return first
    return f"{first}-{last}" if own[0].type == "year" else _PERIOD.filled(first=first, last=last).of(language)
