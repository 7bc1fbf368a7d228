"""How much a declaration shows: how many different moments, groups, series and rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from trendrapport.charts.choosing.columns import PLACES, numbered
from trendrapport.charts.kinds import Span, Suits
from trendrapport.charts.plan import NUMBERS, TIMES, Record, all_named, named, selected
from trendrapport.charts.tables.areas import areas, count_found, division
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, Scalar

GOOD, POSSIBLE = 2, 1
_OF_MOMENTS = {"time": GOOD, "ordered": GOOD}
_OF_NUMBERS = {"words": GOOD, "ordered": GOOD, "unordered": POSSIBLE}
_OF_WORDS = {"words": GOOD, "unordered": GOOD}
"""How well places that are moments, names with numbers and other names are what a kind is good for."""


def counts(chart: Chart, table: Table) -> dict[str, int]:
    """By role, the different values of its columns; of `series` columns of values count too, of `rows` those
    with a value.
    """
    rows = selected(chart, table)
    numbers = []
    for name in all_named(chart, chart.fields):
        if table.field(name).type in NUMBERS:
            numbers.append(name)
    found = dict.fromkeys(("rows", *chart.fields), 0)
    for row in rows:
        found["rows"] += _has_one(row, numbers)
    for role in chart.fields:
        for name in named(chart, role):
            found[role] += len(values(rows, name))
    found["series"] = found.get("series", 1) * len(named(chart, "value"))
    return found


def _has_one(row: Record, numbers: Sequence[str]) -> bool:
    """Whether a row has a value in one of these columns, or there are none."""
    return not numbers or any(row[name] is not None for name in numbers)


def values(rows: Iterable[Record], column: str) -> list[Scalar]:
    """The different values of a column, in the order of the table; a missing one is none."""
    found = dict.fromkeys(row[column] for row in rows)
    found.pop(None, None)
    return list(found)


def area_count(words: Collection[str]) -> int:
    """How many of these words are codes or names of areas of one division."""
    return count_found(words, areas(division(words)))


def score(chart: Chart, table: Table, suits: Suits) -> int:
    """How well a kind shows what a declaration selects; 0 if readers could not take it in."""
    found = counts(chart, table)
    if not _within(found, suits.possible):
        return 0
    if not _within(found, suits.good):
        return min(_along(chart, table, suits.along), POSSIBLE)
    return _along(chart, table, suits.along)


def _within(found: Mapping[str, int], spans: Mapping[str, Span]) -> bool:
    return all(least <= found.get(role, 0) <= most for role, (least, most) in spans.items())


def _along(chart: Chart, table: Table, along: str) -> int:
    """How well the places of a chart are what its kind is good for; one row fits any."""
    place, rows = place_of(chart), selected(chart, table)
    if not along or not place or len(rows) == 1:
        return GOOD
    if table.field(place).type in TIMES:
        return _OF_MOMENTS.get(along, 0)
    if numbered(list(map(str, values(rows, place)))):
        return _OF_NUMBERS.get(along, 0)
    return _OF_WORDS.get(along, 0)


def place_of(chart: Chart) -> str | None:
    """The column that says where values go."""
    role = place_role(chart)
    if not role:
        return None
    return named(chart, role)[0]


def place_role(chart: Chart) -> str:
    """The role of that column; empty if there is none. A code says better than a name which area is meant."""
    for role in ("code", *PLACES):
        if role in chart.fields:
            return role
    return ""
