"""Values held against the chart they stand in: what would be drawn so that it says nothing, or something that
is not so.
"""

from __future__ import annotations

from collections.abc import Iterator

from trendrapport.charts import notation
from trendrapport.charts.fit.misfit import Misfit
from trendrapport.charts.plan import NUMBERS, Record, named, selected
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Text, choose_from
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.charts import Chart

MOST_COLOURS = 8
"""The palette has so many colours; more series would share one."""

BY_COLOUR = frozenset({"area", "dots", "grouped_bars", "stacked_bars"})
"""Kinds in which a series is known by its colour in a key; lines have names at their ends."""

BY_SERIES = frozenset({"lines", "slope", "small_multiples", "area"})
"""Kinds in which a series can stand out."""

_UNKNOWN = Text(nl='"{name}" komt in deze grafiek niet voor', en='"{name}" does not occur in this chart')
_WHY_UNKNOWN = {
    "highlight": Text(
        nl="het zou niet uitspringen, terwijl de andere wel terugtreden",
        en="it would not stand out, while the others step back",
    ),
    "order": Text(nl=("de volgorde zou ongemerkt een andere zijn"), en="the order would silently be another"),
}
_EMPTY = (
    Text(
        nl=("in geen van de rijen staat een waarde bij {names}"), en="none of the rows has a value at {names}"
    ),
    Text(nl="er is niets om te tekenen", en="there is nothing to draw"),
    Text(
        nl="Vul waarden in, of laat de grafiek weg tot ze er zijn.",
        en=("Fill in values, or leave the chart out until there are."),
    ),
)
_ONE = (
    Text(nl='kolom "{name}" heeft maar één moment', en='column "{name}" has only one moment'),
    Text(
        nl="een lijn tussen twee gelijke momenten lijkt op een verloop dat er niet is",
        en="a line between two equal moments looks like a course that there is not",
    ),
    Text(
        nl="Voeg rijen van een tweede moment toe of verruim het filter, of kies ranked_bars.",
        en="Add rows of a second moment or widen the filter, or choose ranked_bars.",
    ),
)
_MANY = (
    Text(
        nl="{count} reeksen zijn meer dan de {most} kleuren die te onderscheiden zijn",
        en="{count} series are more than the {most} colours that can be told apart",
    ),
    Text(
        nl="verschillende reeksen zouden dezelfde kleur krijgen",
        en=("different series would get the same colour"),
    ),
    Text(
        nl="Kies met filter de reeksen die ertoe doen, of kies small_multiples of heat_map.",
        en="Choose with filter the series that matter, or choose small_multiples or heat_map.",
    ),
)


def value_misfits(chart: Chart, table: Table) -> Iterator[Misfit]:
    """A chart without any value, a slope of one moment, and series that would share a colour."""
    used = {name for role in chart.fields for name in named(chart, role)} | set(chart.filter)
    if not used <= set(table.columns) or not (rows := selected(chart, table)):
        return
    yield from _empty(chart, table, rows)
    yield from _named_options(chart, table)
    if (
        chart.kind == "slope"
        and (name := next(iter(named(chart, "x")), ""))
        and len({row[name] for row in rows} - {None}) == 1
    ):
        yield Misfit(("fields", "x"), False, "chart-of-one-moment", _ONE[0].filled(name=name), *_ONE[1:])
    names = named(chart, "series")
    count = len({row[names[0]] for row in rows}) if names else len(named(chart, "value"))
    if chart.kind in BY_COLOUR and count > MOST_COLOURS:
        at = _path(chart, "series" if names else "value")
        yield Misfit(
            at,
            at == ("data",),
            "too-many-series",
            _MANY[0].filled(count=count, most=MOST_COLOURS),
            *_MANY[1:],
        )


def _named_options(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Names that are to stand out, or to come first, and that the chart does not have."""
    for option, why in _WHY_UNKNOWN.items():
        wanted = chart.options.get(option)
        if not isinstance(wanted, list | tuple):
            continue
        known = _names(chart, table, option)
        for index, name in enumerate(wanted):
            if known and str(name) not in known:
                what = _UNKNOWN.filled(name=name)
                yield Misfit(
                    ("options", option, index),
                    False,
                    "unknown-chart-name",
                    what,
                    why,
                    choose_from(str(name), known),
                )


def _names(chart: Chart, table: Table, option: str) -> set[str]:
    """What can be named in a chart: its bars, events or dots, or else its series."""
    roles = ("series",) if option == "order" or chart.kind in BY_SERIES else ("category", "label")
    columns = [table.field(name) for role in roles for name in named(chart, role)]
    values = [
        (row[column.name], column.type)
        for row in table.records()
        for column in columns
        if row[column.name] is not None
    ]
    shown = {
        text
        for value, sort in values
        for text in (str(value), *(notation.shown(value, sort, language) for language in LANGUAGES))
    }
    titles = {table.field(name).title for name in named(chart, "value")} if roles == ("series",) else set()
    both = {f"{name}, {title}" for name in shown for title in titles} if len(titles) > 1 else set()
    return shown | both if shown else titles


def _empty(chart: Chart, table: Table, rows: list[Record]) -> Iterator[Misfit]:
    """Columns without any value; and two numbers of dots that never stand in one row."""
    roles = {role: names for role in ("value", "x", "y") if (names := _numbers(chart, table, role))}
    empty = [
        role for role, names in roles.items() if all(row[name] is None for row in rows for name in names)
    ]
    pair = [*roles.get("x", ()), *roles.get("y", ())]
    if (
        not empty
        and {"x", "y"} <= roles.keys()
        and not any(all(row[name] is not None for name in pair) for row in rows)
    ):
        empty, roles = ["y"], {"y": pair}
    for role in empty:
        yield Misfit(
            _path(chart, role),
            False,
            "chart-without-values",
            _EMPTY[0].filled(names=", ".join(roles[role])),
            *_EMPTY[1:],
        )


def _numbers(chart: Chart, table: Table, role: str) -> list[str]:
    """The columns that serve a role, if all of them are numbers."""
    names = list(named(chart, role))
    return names if all(table.field(name).type in NUMBERS for name in names) else []


def _path(chart: Chart, role: str) -> DataPath:
    return ("fields", role) if role in chart.fields else ("data",)
