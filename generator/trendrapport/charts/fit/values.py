"""Values compared with their chart: what would make the drawing empty or misleading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from trendrapport.charts import notation
from trendrapport.charts.fit.drawn_rows import has_columns
from trendrapport.charts.fit.misfit import Misfit, at_value
from trendrapport.charts.fit.sides import side_misfits
from trendrapport.charts.kinds import traits
from trendrapport.charts.parts.crowds import CROWD
from trendrapport.charts.plan import NUMBERS, Record, all_named, named, selected
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import LANGUAGES, Severity, Text, choose_from
from trendrapport.model.charts import Chart

MOST_COLOURS = 8
"""The number of colours in the palette; more series would share one."""

_UNKNOWN = Text(nl='"{name}" komt in deze grafiek niet voor', en='"{name}" does not occur in this chart')
_WHY_UNKNOWN = {
    "highlight": Text(
        nl="het zou niet uitspringen, terwijl de andere wel naar de achtergrond gaan",
        en="it would not stand out, while the others would still fade",
    ),
    "neutral": Text(
        nl="een ander antwoord zou in het midden staan", en="another answer would be in the middle"
    ),
    "order": Text(nl="de volgorde zou ongemerkt anders zijn", en="the order would silently be different"),
}
_EMPTY = (
    Text(nl="geen enkele rij heeft een waarde bij {names}", en="no row has a value for {names}"),
    Text(nl="er valt niets te tekenen", en="there is nothing to draw"),
    Text(
        nl="Vul waarden in, of laat de grafiek weg tot ze er zijn.",
        en="Fill in values, or leave the chart out until there are.",
    ),
)
_ONE = (
    Text(nl='kolom "{name}" heeft maar één moment', en='column "{name}" has only one moment'),
    Text(
        nl="een lijn tussen twee gelijke momenten suggereert een verloop dat er niet is",
        en="a line between two equal moments suggests a development that does not exist",
    ),
    Text(
        nl="Voeg rijen van een tweede moment toe of verruim het filter, of kies ranked_bars.",
        en="Add rows for a second moment or widen the filter, or choose ranked_bars.",
    ),
)
_MANY = (
    Text(
        nl="{count} reeksen is meer dan de {most} kleuren die te onderscheiden zijn",
        en="{count} series is more than the {most} colours that can be told apart",
    ),
    Text(
        nl="verschillende reeksen zouden dezelfde kleur krijgen",
        en="different series would get the same colour",
    ),
    Text(
        nl='Kies met "filter" de reeksen die ertoe doen, of kies small_multiples of heat_map.',
        en='Use "filter" to choose the series that matter, or choose small_multiples or heat_map.',
    ),
)


_CROWD = (
    Text(
        nl="voor de namen van {count} lijnen is geen plaats",
        en="there is no room for the names of {count} lines",
    ),
    Text(
        nl="de tekening wordt te hoog, en niemand ziet welke lijn welke is",
        en="the drawing gets too tall, and nobody sees which line is which",
    ),
    Text(
        nl=(
            'Noem onder "options" bij "highlight" hoogstens {most} reeksen om voor de andere te zetten, die '
            "dan grijs worden, zoals {{highlight: [{example}]}}. Of kies small_multiples of heat_map."
        ),
        en=(
            'Under "options", name at most {most} series at "highlight" to put in front of the others, which '
            "then turn grey, such as {{highlight: [{example}]}}. Or choose small_multiples or heat_map."
        ),
    ),
)
_FRONTS = Text(
    nl="{count} reeksen springen uit, meer dan de {most} kleuren die te onderscheiden zijn",
    en="{count} series stand out, more than the {most} colours that can be told apart",
)


def value_misfits(chart: Chart, table: Table) -> Iterator[Misfit]:
    """A chart without any value, a slope of one moment, and series that would share a colour."""
    if not has_columns(table, [*all_named(chart, chart.fields), *chart.filter]):
        return
    rows = selected(chart, table)
    if not rows:
        return
    yield from _empty(chart, table, rows)
    yield from _named_options(chart, table)
    yield from _one_moment(chart, rows)
    yield from _too_many_series(chart, rows)
    yield from _crowd(chart, rows)
    yield from side_misfits(chart, table, rows)


def _crowd(chart: Chart, rows: Sequence[Record]) -> Iterator[Misfit]:
    """Many lines of which none is chosen, or more than have a colour of their own."""
    names = _series_of(chart, rows)
    if len(names) <= CROWD or not traits(chart.kind).crowds:
        return
    wanted = chart.options.get("highlight")
    chosen = wanted if isinstance(wanted, list | tuple) else ()
    if not chosen:
        role = "series" if named(chart, "series") else "value"
        fix = _CROWD[2].filled(most=MOST_COLOURS, example=names[0])
        texts = (*_CROWD[:2], fix)
        misfit = at_value(("fields", role), "too-many-series", texts, count=len(names))
        yield replace(misfit, severity=Severity.WARNING)
    elif len(chosen) > MOST_COLOURS:
        texts = (_FRONTS, _MANY[1], _CROWD[2].filled(most=MOST_COLOURS, example=chosen[0]))
        yield at_value(
            ("options", "highlight"), "too-many-series", texts, count=len(chosen), most=MOST_COLOURS
        )


def _series_of(chart: Chart, rows: Sequence[Record]) -> list[str]:
    """The names of the series of a chart; of columns of values those of the columns."""
    names = named(chart, "series")
    if not names:
        return list(named(chart, "value"))
    return list(dict.fromkeys(str(row[names[0]]) for row in rows))


def _one_moment(chart: Chart, rows: Sequence[Record]) -> Iterator[Misfit]:
    """A slope from a moment to itself."""
    if not traits(chart.kind).two_moments:
        return
    for name in named(chart, "x")[:1]:
        if len({row[name] for row in rows} - {None}) == 1:
            yield at_value(("fields", "x"), "chart-of-one-moment", _ONE, name=name)


def _too_many_series(chart: Chart, rows: Sequence[Record]) -> Iterator[Misfit]:
    """More series than there are colours to tell them apart."""
    if not traits(chart.kind).colour_key:
        return
    names = named(chart, "series")
    role = "series" if names else "value"
    count = len({row[names[0]] for row in rows}) if names else len(named(chart, "value"))
    if count > MOST_COLOURS:
        yield at_value(("fields", role), "too-many-series", _MANY, count=count, most=MOST_COLOURS)


def _named_options(chart: Chart, table: Table) -> Iterator[Misfit]:
    """Names that are to stand out, or to come first, and that the chart does not have."""
    for option, why in _WHY_UNKNOWN.items():
        wanted = chart.options.get(option)
        if not isinstance(wanted, list | tuple):
            continue
        known = _names(chart, table, option)
        for index, name in enumerate(wanted):
            if known and str(name) not in known:
                texts = (_UNKNOWN, why, choose_from(str(name), known))
                yield at_value(("options", option, index), "unknown-chart-name", texts, name=name)


def _names(chart: Chart, table: Table, option: str) -> set[str]:
    """What can be named in a chart: its bars, events or dots, or else its series."""
    if option == "highlight" and traits(chart.kind).highlighted != "series":
        return _shown(table, all_named(chart, ("category", "label")))
    shown = _shown(table, named(chart, "series"))
    titles = {table.field(name).title for name in named(chart, "value")}
    if not shown:
        return titles
    return shown.union(_with_titles(shown, titles)) if len(titles) > 1 else shown


def _with_titles(shown: Collection[str], titles: Collection[str]) -> Iterator[str]:
    """The names of series when each has several columns of values."""
    for name in shown:
        yield from (f"{name}, {title}" for title in titles)


def _shown(table: Table, columns: Iterable[str]) -> set[str]:
    """The values of some columns as they are in the table, and as readers see them."""
    shown: set[str] = set()
    for field in map(table.field, columns):
        for value in set(table.column(field.name)) - {None}:
            shown.add(str(value))
            shown |= {notation.shown(value, field.type, language) for language in LANGUAGES}
    return shown


def _empty(chart: Chart, table: Table, rows: Sequence[Record]) -> Iterator[Misfit]:
    """Columns without any value; and two numbers of dots that are never in one row."""
    columns = {role: _numbers(chart, table, role) for role in ("value", "x", "y")}
    empty = False
    for role, names in columns.items():
        if names and not any(_has_any(row, names) for row in rows):
            empty = True
            yield _without_values(role, names)
    pair = [*columns["x"], *columns["y"]]
    if columns["x"] and columns["y"] and not empty and not any(_has_all(row, pair) for row in rows):
        yield _without_values("y", pair)


def _has_any(row: Record, columns: Sequence[str]) -> bool:
    """Whether a row has a value in any of these columns."""
    return any(row[name] is not None for name in columns)


def _has_all(row: Record, columns: Sequence[str]) -> bool:
    """Whether a row has a value in each of these columns."""
    return all(row[name] is not None for name in columns)


def _without_values(role: str, columns: Sequence[str]) -> Misfit:
    return at_value(("fields", role), "chart-without-values", _EMPTY, names=", ".join(columns))


def _numbers(chart: Chart, table: Table, role: str) -> list[str]:
    """The columns that serve a role, if all of them are numbers."""
    names = list(named(chart, role))
    return names if all(table.field(name).type in NUMBERS for name in names) else []
