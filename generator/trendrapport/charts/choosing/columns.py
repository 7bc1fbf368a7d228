"""The columns of a table by what they can tell in a chart, after the declaration's filter; knows no kinds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product
from typing import TypeVar

from trendrapport.charts.plan import NUMBERS, TIMES, Record, named, selected
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Chart, Scalar, TableField

PLACES = ("x", "category", "date", "label", "name", "code", "y")
"""The roles that say where a value goes."""
_CODE = re.compile(r"(?:GM|PV)\d{2,4}|NL(?:\d{2})?", re.ASCII)
_DIGIT = re.compile(r"[0-9]")
_FLAG = re.compile(r"voorlopig|provisional", re.IGNORECASE)
_PROJECTED = re.compile(r"raming|prognose|projecti|projected|forecast", re.IGNORECASE)
Choice = TypeVar("Choice")
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
    projected: str | None
    """The column that says which figures are projections."""
    unit: str
    """The unit of all numbers; empty when they have none, or not one."""

    @property
    def placed(self) -> bool:
        """Whether the declaration says where values go."""
        return has_place(self.declared)

    @property
    def single(self) -> bool:
        """Whether there is no doubt about the one number."""
        named = self.declared.get("value")
        if named:
            return len(named) == 1
        return len(self.numbers) == 1

    @property
    def known(self) -> bool:
        """Whether there is no doubt about the numbers."""
        return self.single or "value" in self.declared

    def count(self, column: str | None) -> int:
        """How many different values a column has."""
        if not column:
            return 0
        return len(_values(self.rows, column))

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
        own_times, own_groups = self._parted(own)
        times, groups = own_times or self.times, own_groups or self.groups
        if not times:
            return self._keys_without_time(groups)
        if len(times) > 1:
            return ()
        if self.keyed(*times) and set(own) <= set(times):
            return tuple(times)
        return self._only(list(product(times, groups)))

    def _parted(self, names: Iterable[str]) -> tuple[list[str], list[str]]:
        """The columns of times among these, and the others."""
        times: list[str] = []
        others: list[str] = []
        for name in names:
            if name in self.times:
                times.append(name)
            else:
                others.append(name)
        return times, others

    def _keys_without_time(self, groups: Sequence[str]) -> tuple[str, ...]:
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

    def _only(self, choices: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """The one choice that tells the rows apart."""
        return only([choice for choice in choices if self.keyed(*choice)]) or ()

    @property
    def time(self) -> str | None:
        """The column of times among the keys."""
        times, _ = self._parted(self.keys)
        return next(iter(times), None)

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
        _, others = self._parted(self.keys)
        if self.placed:
            return others
        return sorted(others, key=lambda name: -self.count(name))

    @property
    def events(self) -> str | None:
        """The one column of text, for what happened."""
        return only(self.groups)

    @property
    def area(self) -> str | None:
        """The names that go with codes of areas."""
        if not self.code:
            return None
        areas = self.count(self.code)
        return only([name for name in self.groups if self.count(name) == areas])

    @property
    def ordered(self) -> bool:
        """Whether the names of a group hold numbers, as ages and sizes do, so that they have an order."""
        if self.group is None:
            return False
        return numbered({str(row[self.group]) for row in self.rows})


def has_place(roles: Collection[str]) -> bool:
    """Whether one of these roles says where a value goes."""
    return any(role in roles for role in PLACES)


def numbered(names: Collection[str]) -> bool:
    """Whether most names hold a number."""
    with_number = 0
    for name in names:
        if _DIGIT.search(name):
            with_number += 1
    return with_number > len(names) / 2


def columns(chart: Chart, table: Table) -> Columns:
    """The columns of the rows that a declaration selects."""
    rows = selected(chart, table)
    declared = {role: named(chart, role) for role in chart.fields}
    fields = _telling(table, rows, set(chain.from_iterable(declared.values())))
    numbers = _numbers(fields, declared)
    times: list[str] = []
    groups: list[str] = []
    codes: list[str] = []
    for field in fields:
        if field.type in TIMES:
            times.append(field.name)
        elif field.type == "string" and _holds_codes(rows, field.name):
            codes.append(field.name)
        elif field.type == "string":
            groups.append(field.name)
    return Columns(
        rows,
        declared,
        numbers,
        times=tuple(times),
        groups=tuple(groups),
        code=only(codes),
        flag=only(_flags(table, _FLAG)),
        projected=only(_flags(table, _PROJECTED)),
        unit=_unit(table, numbers),
    )


def _telling(table: Table, rows: list[Record], declared: Collection[str]) -> list[TableField]:
    """The fields that tell something: a column of one value tells no rows apart, unless it is a number."""

    found: list[TableField] = []
    for field in table.fields:
        always = field.name in declared or field.type in NUMBERS or len(rows) == 1
        if always or len(_values(rows, field.name)) > 1:
            found.append(field)
    return found


def _numbers(fields: Sequence[TableField], declared: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The columns of numbers, except those that say where a value goes."""
    placed: set[str] = set()
    for role in PLACES:
        placed.update(declared.get(role, ()))
    found: list[str] = []
    for field in fields:
        if field.type in NUMBERS and field.name not in placed:
            found.append(field.name)
    return tuple(found)


def _flags(table: Table, name: re.Pattern[str]) -> list[str]:
    """The columns of true and false with such a name."""
    found: list[str] = []
    for field in table.fields:
        if field.type == "boolean" and name.search(f"{field.name} {field.title}"):
            found.append(field.name)
    return found


def only(choices: Sequence[Choice]) -> Choice | None:
    """The one choice; None if there are more, or none."""
    if len(choices) == 1:
        return choices[0]
    return None


def _unit(table: Table, numbers: Sequence[str]) -> str:
    units = {table.field(name).unit for name in numbers}
    return only(list(units)) or ""


def _values(rows: list[Record], name: str) -> set[Scalar]:
    """The different values of a column."""
    return {row[name] for row in rows} - {None}


def _holds_codes(rows: list[Record], name: str) -> bool:
    filled = codes = 0
    for row in rows:
        value = row[name]
        if value is not None:
            filled += 1
            codes += bool(_CODE.fullmatch(str(value)))
    return filled > 0 and codes >= MOST_CODES * filled
