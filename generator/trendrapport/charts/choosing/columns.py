"""The columns of a table by what they can tell in a chart, after the declaration's filter; knows no kinds."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

from trendrapport.charts.plan import NUMBERS, TIMES, Record, named, selected
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, Scalar, TableField

PLACES = ("x", "category", "date", "label", "name", "code", "y")
"""The roles that say where a value goes."""
_CODE = re.compile(r"(?:GM|PV)\d{2,4}|NL(?:\d{2})?", re.ASCII)
_DIGIT = re.compile(r"[0-9]")
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
        """Whether the declaration says where values go."""
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
        return len(_values(self.rows, column)) if column else 0

    def keyed(self, *columns: str | None) -> bool:
        """Whether no two rows have the same values in these columns."""
        names = [name for name in columns if name]
        seen = {tuple(map(row.__getitem__, names)) for row in self.rows}
        return len(seen) == len(self.rows)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The columns that tell the rows apart, times first; none where these can be chosen in more ways."""
        own = self._declared_keys
        if own and self.keyed(*own):
            return tuple(sorted(own, key=lambda name: name not in self.times))
        times = [name for name in own if name in self.times] or list(self.times)
        groups = [name for name in own if name not in self.times] or list(self.groups)
        if not times:
            return self._keys_without_time(groups)
        if len(times) > 1:
            return ()
        time = times[0]
        if self.keyed(time) and set(own) <= {time}:
            return (time,)
        return self._only([(time, group) for group in groups])

    def _keys_without_time(self, groups: list[str]) -> tuple[str, ...]:
        """The one group, or the two groups, that tell the rows apart."""
        size = 1 if any(map(self.keyed, groups)) else 2
        return self._only(list(combinations(groups, size)))

    @property
    def _declared_keys(self) -> list[str]:
        """The columns that the declaration names for a place or a series."""
        found: list[str] = []
        for role in (*PLACES, "series"):
            found += self.declared.get(role, ())
        return found

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
        """Whether the names of a group hold numbers, as ages and sizes do, so that they have an order."""
        if self.group is None:
            return False
        return numbered({str(row[self.group]) for row in self.rows})


def numbered(names: Collection[str]) -> bool:
    """Whether most names hold a number."""
    with_number = [name for name in names if _DIGIT.search(name)]
    return len(with_number) > len(names) / 2


def columns(chart: Chart, table: Table) -> Columns:
    """The columns of the rows that a declaration selects."""
    rows = selected(chart, table)
    declared = {role: named(chart, role) for role in chart.fields}
    fields = _telling(table, rows, set(chain.from_iterable(declared.values())))
    numbers = _numbers(fields, declared)
    texts = [field.name for field in fields if field.type == "string"]
    codes = [name for name in texts if _holds_codes(rows, name)]
    return Columns(
        rows,
        declared,
        numbers,
        times=tuple(field.name for field in fields if field.type in TIMES),
        groups=tuple(name for name in texts if name not in codes),
        code=_only(codes),
        flag=_only(_flags(table)),
        unit=_unit(table, numbers),
    )


def _telling(table: Table, rows: list[Record], declared: Collection[str]) -> list[TableField]:
    """The fields that tell something: a column of one value tells no rows apart, unless it is a number."""

    def tells(field: TableField) -> bool:
        if field.name in declared or field.type in NUMBERS or len(rows) == 1:
            return True
        return len(_values(rows, field.name)) > 1

    return [field for field in table.fields if tells(field)]


def _numbers(fields: Sequence[TableField], declared: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The columns of numbers, except those that say where a value goes."""
    placed = set(chain.from_iterable(declared.get(role, ()) for role in PLACES))
    return tuple(field.name for field in fields if field.type in NUMBERS and field.name not in placed)


def _flags(table: Table) -> list[str]:
    """The columns that say which figures are provisional."""
    booleans = [field for field in table.fields if field.type == "boolean"]
    return [field.name for field in booleans if _FLAG.search(f"{field.name} {field.title}")]


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None


def _unit(table: Table, numbers: Sequence[str]) -> str:
    units = {table.field(name).unit or "" for name in numbers}
    return units.pop() if len(units) == 1 else ""


def _values(rows: list[Record], name: str) -> set[Scalar]:
    """The different values of a column."""
    return {row[name] for row in rows} - {None}


def _holds_codes(rows: list[Record], name: str) -> bool:
    values = [str(row[name]) for row in rows if row[name] is not None]
    codes = [value for value in values if _CODE.fullmatch(value)]
    return bool(values) and len(codes) >= MOST_CODES * len(values)
