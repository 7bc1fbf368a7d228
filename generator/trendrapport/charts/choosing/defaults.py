"""A chart needs only four lines of YAML; the kind, the fields and the subtitle can be left out.

    data: ai_gebruik_bedrijfsgrootte
    title: Grote bedrijven gebruiken vaker AI dan kleine
    description: Van de bedrijven met 500 of meer werkzame personen gebruikt 73 procent AI.
    source: cbs-ai-2025

The generator chooses what you leave out. It looks at the fields that you do declare and at the column types
in the table's descriptor, after the filter. A column with the same value in all remaining rows does not
influence the kind. Fields are chosen only if the table leaves no doubt: one column of times, one of numbers,
and one of text that tells apart the rows of the same moment. If there are more, `trendrapport check` names
the columns to choose from. Often naming one is enough, such as `fields: {value: gas_m3}`. If you name the
position yourself (`x`, `category` and so on), name `series` and `provisional` too. A column of true and false
called voorlopig or provisional is used as `provisional`, one called raming or projection as `projected`.
Without `subtitle`, the figure says what the value is called, in which unit and over which period.

The kind is that of the first rule that fits and that has all the fields and options that you named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import cast

from trendrapport.charts import kinds
from trendrapport.charts.choosing.columns import Columns, columns, has_place
from trendrapport.charts.kinds import ChartKind
from trendrapport.charts.plan import NUMBERS, TIMES, Role, named
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, FieldType
from trendrapport.runtime.plugins import modules

Fields = Mapping[str, str | tuple[str, ...]]

FEW_SERIES, FEW_IN_GROUP = 6, 4
"""More series than these are not drawn in one drawing, nor more bars side by side."""
FEW_ROWS = 40
"""Of more rows two measures are a cloud of dots rather than a list."""
DECLARED_ONLY = ("columns", "period", "history", "low", "high")
"""The roles that no table makes evident."""


@dataclass(frozen=True)
class Rule:
    """When a kind is chosen: in words for the manual, and as a question about columns."""

    kind: str
    when: str
    fits: Callable[[Columns], bool]
    all_numbers: bool = False
    """Whether each number is a series, without being named."""


RULES = (
    Rule(
        "tile_map",
        "codes of municipalities or provinces, each once, and one number",
        lambda seen: seen.single and bool(seen.code) and seen.keyed(seen.code),
    ),
    Rule("key_figures", "a single row with one number", lambda seen: seen.single and len(seen.rows) == 1),
    Rule(
        "timeline",
        "one time and one text, no number",
        lambda seen: bool(seen.time and seen.events) and not seen.numbers,
    ),
    Rule(
        "dots",
        "one time with two moments, groups, and one number",
        lambda seen: bool(seen.time and seen.group) and seen.single and seen.count(seen.time) == 2,
    ),  # noqa: PLR2004 - two moments
    Rule(
        "small_multiples",
        f"one time, more than {FEW_SERIES} groups, and one number",
        lambda seen: bool(seen.time and seen.group) and seen.single and seen.count(seen.group) > FEW_SERIES,
    ),
    Rule(
        "lines",
        f"one time and one number, or several named ones; for at most {FEW_SERIES} groups or for none",
        lambda seen: bool(seen.time) and seen.known,
    ),
    Rule(
        "grouped_bars",
        f"two groups, one of at most {FEW_IN_GROUP}, and one number",
        lambda seen: (
            bool(seen.group and seen.second) and seen.single and seen.count(seen.second) <= FEW_IN_GROUP
        ),
    ),
    Rule(
        "heat_map",
        "two larger groups and one number",
        lambda seen: bool(seen.group and seen.second) and seen.single,
    ),
    Rule(
        "bars",
        (
            "one group with an order of its own, such as ages or sizes, or a `category` of times; and one "
            "number"
        ),
        lambda seen: seen.single and (seen.ordered or seen.time in seen.declared.get("category", ())),
    ),
    Rule("ranked_bars", "one group and one number", lambda seen: bool(seen.group) and seen.single),
    Rule("dots", "one group and several named numbers", lambda seen: bool(seen.group) and seen.known),
    Rule(
        "dots",
        f"one group of at most {FEW_ROWS} and 2 to {FEW_IN_GROUP} numbers with the same unit",
        lambda seen: (
            bool(seen.group)
            and not seen.placed
            and "value" not in seen.declared
            and bool(seen.unit)
            and 1 < len(seen.numbers) <= FEW_IN_GROUP
            and len(seen.rows) <= FEW_ROWS
        ),
        all_numbers=True,
    ),
    Rule(
        "scatter",
        "two numbers, with or without a text, and no time",
        lambda seen: len(seen.numbers) == 2 and not seen.times,
    ),  # noqa: PLR2004 - two scales
    Rule("histogram", "one number only", lambda seen: seen.single and not seen.groups and not seen.times),
)


def chosen(chart: Chart, table: Table, own: Collection[str] = ()) -> Chart:
    """The declaration with the kind and the fields that follow from its table; others stay left out.

    `own` holds how the names of the chart's own files end, such as .py.
    """
    known = modules(kinds)
    unknown = set(_mentioned(chart)).difference(table.columns)
    if unknown or chart.kind not in {"", *known}:
        return chart
    if chart.kind:
        return _with_fields(chart, cast("ChartKind", known[chart.kind]), table)
    for name, kind in known.items():
        if own and getattr(kind, "CODE", None) in own:
            return chart.model_copy(update={"kind": name})
    return _by_rule(chart, table) or chart


def _with_fields(chart: Chart, kind: ChartKind, table: Table) -> Chart:
    """The declaration of a kind with the fields that it leaves out."""
    if _complete(chart, kind):
        return chart
    return chart.model_copy(update={"fields": _fields(chart, kind, columns(chart, table))})


def _by_rule(chart: Chart, table: Table) -> Chart | None:
    """The declaration as a chart of the first kind that fits."""
    seen = columns(chart, table)
    for rule in RULES:
        if rule.fits(seen):
            declared = _with_numbers(chart, seen) if rule.all_numbers else chart
            found = as_kind(declared, rule.kind, seen, table)
            if found:
                return found
    return None


def _with_numbers(chart: Chart, seen: Columns) -> Chart:
    """The declaration with each number of the table as a value."""
    return chart.model_copy(update={"fields": {**chart.fields, "value": seen.numbers}})


def _mentioned(chart: Chart) -> Iterator[str]:
    yield from chart.filter
    for role in chart.fields:
        yield from named(chart, role)


def as_kind(chart: Chart, name: str, seen: Columns, table: Table) -> Chart | None:
    """The declaration as one of this kind; None if what it says does not fit that."""
    kind = cast("ChartKind", modules(kinds)[name])
    fields = _fields(chart, kind, seen)
    fits = (
        set(_required(kind)) <= set(fields) <= set(kind.FIELDS)
        and set(chart.options) <= set(kind.OPTIONS.model_fields)
        and all(_types(found, table) <= kind.FIELDS[role].types for role, found in fields.items())
        and _has_one(kind, fields)
    )
    if fits:
        return chart.model_copy(update={"kind": name, "fields": fields})
    return None


def _types(found: str | tuple[str, ...], table: Table) -> set[FieldType]:
    """The types of the columns that a role names."""
    return {table.field(column).type for column in _named(found)}


def _named(found: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(found, str):
        return (found,)
    return found


def _complete(chart: Chart, kind: ChartKind) -> bool:
    """Whether a declaration says where values go, and everything else that is required."""
    return has_place(chart.fields) and set(chart.fields) >= set(_required(kind))


def _required(kind: ChartKind) -> Iterator[str]:
    """The roles without which a kind cannot be drawn."""
    for name, role in kind.FIELDS.items():
        if role.required:
            yield name


def _has_one(kind: ChartKind, fields: Fields) -> bool:
    one_of: tuple[str, ...] = getattr(kind, "ONE_OF", ())
    return not one_of or any(role in fields for role in one_of)


def _fields(chart: Chart, kind: ChartKind, seen: Columns) -> Fields:
    """The declared fields, and those that are evident; optional ones only if no place is declared."""
    found: dict[str, str | tuple[str, ...]] = dict(chart.fields)
    for name, role in kind.FIELDS.items():
        if name in found or (seen.placed and not role.required):
            continue
        column = _evident(name, role, kind, seen, found)
        if column:
            found[name] = column
    ordered = dict.fromkeys((*kind.FIELDS, *found))
    return {name: found[name] for name in ordered if name in found}


def _evident(name: str, role: Role, kind: ChartKind, seen: Columns, found: Fields) -> str | None:
    """The one column that serves a role beside those found, if there is no doubt."""
    used = set(chain.from_iterable(map(_named, found.values())))
    if role.types <= NUMBERS:
        return _number(role, kind, [column for column in seen.numbers if column not in used], found)
    by_name = {
        "provisional": seen.flag,
        "projected": seen.projected,
        "code": seen.code,
        "name": seen.area,
    }
    if name in by_name:
        return by_name[name]
    if name in DECLARED_ONLY:
        return None
    takes: set[str] = set()
    if role.types & TIMES:
        takes.update(seen.times)
    if "string" in role.types:
        takes.update(seen.groups)
    for column in _candidates(name, role, kind, seen):
        if column in takes - used:
            return column
    return None


def _number(role: Role, kind: ChartKind, free: list[str], found: Fields) -> str | None:
    """The first free number, if there is one for each role that needs one."""
    if not role.required:
        return None
    wanted = 0
    for name in _required(kind):
        if name not in found and kind.FIELDS[name].types <= NUMBERS:
            wanted += 1
    if len(free) != wanted:
        return None
    return free[0]


def _candidates(name: str, role: Role, kind: ChartKind, seen: Columns) -> list[str | None]:
    """The columns that a role may have, the likeliest first."""
    if role.types <= TIMES:
        return [seen.time]
    if "date" in kind.FIELDS:
        return [seen.events]
    return _order(name, kind, seen)


def _order(name: str, kind: ChartKind, seen: Columns) -> list[str | None]:
    """The columns that rows are told apart by, in the order in which a kind takes them."""
    if "series" not in kind.FIELDS and "y" not in kind.FIELDS and len(seen.keys) > 1:
        return []
    if name == "label" and "x" in kind.FIELDS:
        return [seen.group or seen.time]
    if any(role.group for role in kind.FIELDS.values()):
        return [seen.group, seen.second, seen.time]
    return [seen.time, seen.group, seen.second]
