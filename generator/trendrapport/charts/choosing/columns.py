"""The columns of a table by what they can tell in a chart, after the declaration's filter; knows no kinds."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from trendrapport.charts.plan import NUMBERS, TIMES, Record, named, selected
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart

PLACES = ("x", "category", "date", "label", "name", "code", "y")
"""The roles that say where a value stands."""
_CODE = re.compile(r"(?:GM|PV)\d{2,4}|NL(?:\d{2})?", re.ASCII)
_FLAG = re.compile(r"voorlopig|provisional", re.IGNORECASE)
MOST_CODES = 0.9
"""So large a part of a column must be codes of areas."""


@dataclass(frozen=True)
class Columns:
    """What the selected rows hold; a column that has one value in all of them tells nothing apart."""

    rows: list[Record]
    declared: dict[str, tuple[str, ...]]
    numbers: tuple[str, ...]
    """The columns of numbers that a value can come from."""
    times: tuple[str, ...]
    groups: tuple[str, ...]
    """The columns of text, codes left out."""
    code: str | None
    flag: str | None
    """The column that says which figures are provisional."""
    unit: str
    """The unit of all numbers; empty when they have none, or not one."""

    @property
    def placed(self) -> bool:
        """Whether the declaration says where values stand."""
        return any(role in self.declared for role in PLACES)

    @property
    def single(self) -> bool:
        """Whether there is no doubt about the one number."""
        named = self.declared.get("value")
        return len(named) == 1 if named else len(self.numbers) == 1

    @property
    def known(self) -> bool:
        """Whether there is no doubt about the numbers."""
        return self.single or "value" in self.declared

    def count(self, column: str | None) -> int:
        """How many different values a column has."""
        return len({row[column] for row in self.rows if row[column] is not None}) if column else 0

    def keyed(self, *columns: str | None) -> bool:
        """Whether no two rows have the same values in these columns."""
        return len({tuple(row[name] for name in columns if name) for row in self.rows}) == len(self.rows)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The columns that tell the rows apart, times first; none when there is more than one way to choose
        them.
        """
        own = [name for role in (*PLACES, "series") for name in self.declared.get(role, ())]
        if own and self.keyed(*own):
            return tuple(sorted(own, key=lambda name: name not in self.times))
        times = [name for name in own if name in self.times] or list(self.times)
        groups = [name for name in own if name not in self.times] or list(self.groups)
        if len(times) == 1:
            return (
                tuple(times)
                if self.keyed(*times) and not set(own) - set(times)
                else self._only([(times[0], group) for group in groups])
            )
        size = 1 if any(self.keyed(group) for group in groups) else 2
        return () if times else self._only(list(combinations(groups, size)))

    def _only(self, choices: list[tuple[str, ...]]) -> tuple[str, ...]:
        """The one choice that tells the rows apart."""
        found = [choice for choice in choices if self.keyed(*choice)]
        return found[0] if len(found) == 1 else ()

    @property
    def time(self) -> str | None:
        """The column of times among the keys."""
        return next((name for name in self.keys if name in self.times), None)

    @property
    def group(self) -> str | None:
        """The first of the other keys: of two groups the larger."""
        return next(iter(self._grouped), None)

    @property
    def second(self) -> str | None:
        """The second of the other keys."""
        return next(iter(self._grouped[1:]), None)

    @property
    def _grouped(self) -> list[str]:
        others = [name for name in self.keys if name not in self.times]
        return others if self.placed else sorted(others, key=lambda name: -self.count(name))

    @property
    def events(self) -> str | None:
        """The one column of text, for what happened."""
        return self.groups[0] if len(self.groups) == 1 else None

    @property
    def area(self) -> str | None:
        """The names that go with codes of areas."""
        names = [name for name in self.groups if self.code and self.count(name) == self.count(self.code)]
        return names[0] if len(names) == 1 else None

    @property
    def ordered(self) -> bool:
        """Whether the names of a group hold numbers, as ages and sizes do, and so have an order of their own."""
        return numbered({str(row[self.group]) for row in self.rows} if self.group else set())


def numbered(names: Collection[str]) -> bool:
    """Whether most names hold a number."""
    return sum(any(letter in "0123456789" for letter in name) for name in names) > len(names) / 2


def columns(chart: Chart, table: Table) -> Columns:
    """The columns of the rows that a declaration selects."""
    rows = selected(chart, table)
    declared = {role: named(chart, role) for role in chart.fields}
    used = {name for names in declared.values() for name in names}
    kept = [
        field
        for field in table.fields
        if field.name in used
        or len(rows) == 1
        or len({row[field.name] for row in rows} - {None}) > 1
        or field.type in NUMBERS
    ]
    texts = [field.name for field in kept if field.type == "string"]
    codes = [name for name in texts if _codes(rows, name)]
    flags = [
        field.name
        for field in table.fields
        if field.type == "boolean" and _FLAG.search(f"{field.name} {field.title}")
    ]
    placed = {name for role in PLACES for name in declared.get(role, ())}
    numbers = tuple(field.name for field in kept if field.type in NUMBERS and field.name not in placed)
    return Columns(
        rows,
        declared,
        numbers,
        tuple(field.name for field in kept if field.type in TIMES),
        tuple(name for name in texts if name not in codes),
        codes[0] if len(codes) == 1 else None,
        flags[0] if len(flags) == 1 else None,
        _unit(table, numbers),
    )


def _unit(table: Table, numbers: Sequence[str]) -> str:
    units = {table.field(name).unit or "" for name in numbers}
    return units.pop() if len(units) == 1 else ""


def _codes(rows: list[Record], name: str) -> bool:
    values = [str(row[name]) for row in rows if row[name] is not None]
    return bool(values) and sum(bool(_CODE.fullmatch(value)) for value in values) >= MOST_CODES * len(values)
