"""Two tables of the same thing to what differs between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from trendrapport.charts.tables.names import folded
from trendrapport.charts.tables.table import Table
from trendrapport.model.charts import Scalar, TableField

Item = TypeVar("Item")
Key = tuple[Scalar, ...]
"""What a row is about."""

_COUNTED = frozenset({"number", "integer", "boolean"})
_PROVISIONAL = frozenset({"voorlopig", "provisional"})


@dataclass(frozen=True)
class Change:
    """A value that changed."""

    row: Key
    column: TableField
    was: Scalar
    now: Scalar
    was_provisional: bool = False
    is_gone: bool = False
    """Whether its row or column is gone, and nothing is in its place."""


@dataclass(frozen=True)
class Changes:
    """What differs between two tables."""

    added: tuple[Key, ...] = ()
    removed: tuple[Key, ...] = ()
    values: tuple[Change, ...] = ()
    lost: tuple[Change, ...] = ()
    """The figures of rows and columns that are gone, as far as their column has them nowhere else."""
    settled: int = 0
    """How many rows were provisional, and are no longer."""
    reopened: int = 0
    """How many were not, and are."""
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()
    columns_changed: tuple[str, ...] = ()
    """The columns with another type or another unit."""

    @property
    def has_other_columns(self) -> bool:
        """Whether the columns are not the same."""
        return bool(self.columns_added or self.columns_removed or self.columns_changed)

    @property
    def nothing(self) -> bool:
        """Whether the tables are the same."""
        return self == Changes()

    @property
    def revised(self) -> int:
        """How many of the changed values were provisional."""
        return sum(change.was_provisional for change in self.values)


def changes(before: Table, after: Table) -> Changes:
    """What differs between a table and a later one."""
    shared = [field for field in before.fields if field.name in after.columns]
    keys: list[str] = []
    counted: list[TableField] = []
    for field in shared:
        if _is_counted(field, after):
            counted.append(field)
        else:
            keys.append(field.name)
    measured = [field for field in counted if not is_status(field)]
    old, new = _rows(before, keys), _rows(after, keys)
    return Changes(
        added=_only_in(new, old),
        removed=_only_in(old, new),
        values=tuple(_values(old, new, measured, before)),
        lost=tuple(_lost(old, new, before, after)),
        settled=_turned(old, new, counted, now=False),
        reopened=_turned(old, new, counted, now=True),
        columns_added=_only_in(after.columns, before.columns),
        columns_removed=_only_in(before.columns, after.columns),
        columns_changed=tuple(field.name for field in shared if _is_other(field, after.field(field.name))),
    )


def _only_in(these: Iterable[Item], others: Container[Item]) -> tuple[Item, ...]:
    """What is among these, and not among the others."""
    return tuple(one for one in these if one not in others)


def _is_counted(field: TableField, after: Table) -> bool:
    """Whether a column holds figures in both tables; the others say what a row is about."""
    return field.type in _COUNTED and after.field(field.name).type in _COUNTED


def is_status(field: TableField) -> bool:
    """Whether a column says which figures are provisional."""
    return field.type == "boolean" and bool({folded(field.name), folded(field.title)} & _PROVISIONAL)


def _is_other(before: TableField, after: TableField) -> bool:
    kinds = {before.type, after.type}
    is_other_type = len(kinds) > 1 and kinds != {"number", "integer"}
    return is_other_type or (before.unit or "") != (after.unit or "")


Rows = dict[Key, dict[str, Scalar]]


def _rows(table: Table, keys: Sequence[str]) -> Rows:
    """The rows of a table by what they are about; of rows that are about the same, with a number."""
    seen: Counter[Key] = Counter()
    found: Rows = {}
    for record in table.records():
        key = tuple(map(record.__getitem__, keys))
        seen[key] += 1
        if seen[key] > 1:
            key = (*key, seen[key])
        found[key] = record
    return found


def _values(old: Rows, new: Rows, fields: Sequence[TableField], before: Table) -> Iterator[Change]:
    statuses = [field.name for field in before.fields if is_status(field)]
    for key, record in old.items():
        if key not in new:
            continue
        was_provisional = any(record[name] is True for name in statuses)
        for field in fields:
            was, now = record[field.name], new[key][field.name]
            if was != now:
                yield Change(key, field, was, now, was_provisional)


def _lost(old: Rows, new: Rows, before: Table, after: Table) -> Iterator[Change]:
    for field in before.fields:
        if field.type not in _COUNTED or is_status(field):
            continue
        is_there = field.name in after.columns
        left = {record[field.name] for record in after.records()} if is_there else set()
        for key, record in old.items():
            was = record[field.name]
            if (key not in new or not is_there) and was is not None and was not in left:
                yield Change(key, field, was, None, is_gone=True)


def _turned(old: Rows, new: Rows, fields: Sequence[TableField], *, now: bool) -> int:
    """How many rows are provisional now, or no longer, and were not so before."""
    statuses = [field.name for field in fields if is_status(field)]
    count = 0
    for key, record in old.items():
        for name in statuses:
            count += key in new and record[name] is not now and new[key][name] is now
    return count
