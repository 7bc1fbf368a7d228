"""Columns of numbers that may have been read otherwise than meant: points between thousands, years, and
codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trendrapport.charts.plan import NUMBERS
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.charts.tables.table import Table
from trendrapport.files.cells import Cell
from trendrapport.model.charts import Scalar, TableField

_THREE = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_POINTED = re.compile(r"[+-]?\d*\.\d*", re.ASCII)
_LONG = re.compile(r"[+-]?\d{4,}(?:\.\d*)?", re.ASCII)
"""A number of a thousand or more without a mark between thousands."""
_YEAR = re.compile(r"(?<!per )\b(?:jaar|jaren|jaartal|year|years|periode|perioden|period|periods)\b")
_CODE = re.compile(r"^(?!aantal|number|count).*(?:code|codes)$")
YEARS = range(1900, 2101)
FEW = 3
"""Fewer following years in a column that is not called so may be a coincidence."""


def thousands(table: Table) -> Iterator[tuple[TableField, Cell]]:
    """Columns of decimals in which a point may stand between thousands, each with the first such cell."""
    for index, field in enumerate(table.fields):
        # Without a point in the file there is nothing to misread, and cells need not be read again.
        if field.type == "number" and field.decimalChar is None and "." in table.text:
            cells = [row[index] for row in table.cells if row[index].text.strip()]
            if found := _doubtful(cells, field):
                yield field, found[0]


def _doubtful(cells: Sequence[Cell], field: TableField) -> list[Cell]:
    """The cells in which a point may stand between thousands."""
    texts = [cell.text.strip() for cell in cells]
    if any(_LONG.fullmatch(text) for text in texts):
        return []
    three = [cell for cell in cells if _THREE.fullmatch(cell.text.strip())]
    others = [text for text in texts if _POINTED.fullmatch(text) and not _THREE.fullmatch(text)]
    if not others:
        return [] if is_percent(field.unit) else three
    # Nobody writes 1.250 beside 12.5, unless it is 1250.
    if any(text.endswith("0") or len(text.partition(".")[2]) > 2 for text in others):  # noqa: PLR2004 - decimals
        return []
    return [cell for cell in three if cell.text.strip().endswith("0")]


def years(table: Table) -> Iterator[TableField]:
    """Columns of numbers that hold years: 2024 would be shown as 2.024."""
    for field in _plain_numbers(table):
        values = _known(table.column(field.name))
        distinct = sorted(set(values))
        following = len(distinct) >= FEW and distinct == list(
            range(int(distinct[0]), int(distinct[0]) + len(distinct))
        )
        if (
            values
            and all(value in YEARS for value in values)
            and (following or any(_YEAR.search(name) for name in _names(field)))
        ):
            yield field


def codes(table: Table) -> Iterator[TableField]:
    """Columns of numbers that hold codes, with which nobody reckons and whose zeros at the start are lost."""
    for field in _plain_numbers(table):
        values = _known(table.column(field.name))
        if (
            values
            and all(value >= 0 and value == int(value) for value in values)
            and any(_CODE.search(name) for name in _names(field))
        ):
            yield field


def _plain_numbers(table: Table) -> Iterator[TableField]:
    """The columns of numbers that do not say what they count or measure."""
    return (field for field in table.fields if field.type in NUMBERS and not field.unit)


def _known(values: Sequence[Scalar]) -> list[int | float]:
    return [value for value in values if isinstance(value, int | float)]


def _names(field: TableField) -> tuple[str, str]:
    """What a column is called, in the file and for readers, as words."""
    return folded(field.name.replace("_", " ").replace("-", " ")), folded(field.title)
