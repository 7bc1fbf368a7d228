"""Columns of numbers that may have been misread: points as thousands separators, years, and codes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter

from trendrapport.charts.plan import NUMBERS
from trendrapport.charts.tables.meaning import FOOTNOTE
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.charts.tables.table import Table
from trendrapport.charts.tables.tidied import is_told
from trendrapport.charts.tables.told_numbers import around
from trendrapport.files.cells import Cell
from trendrapport.model.charts import Scalar, TableField

_THREE = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_POINTED = re.compile(r"[+-]?\d*\.\d*", re.ASCII)
_LONG = re.compile(r"[+-]?\d{4,}(?:\.\d*)?", re.ASCII)
"""A number of a thousand or more without a mark between thousands."""
YEAR = re.compile(r"(?<!per )\b(?:jaar|jaren|jaartal|year|years|periode|perioden|period|periods)\b")
CODE = re.compile(r"^(?!aantal|number|count).*(?:code|codes)$")
YEARS = range(1900, 2101)
FEW = 3
"""Fewer following years in a column with another name may be a coincidence."""


def thousands(table: Table) -> Iterator[tuple[TableField, Cell]]:
    """Columns of decimals in which a point may be a thousands separator, each with the first such cell."""
    # Without a point in the file there is nothing to misread, and cells need not be read again.
    if "." not in table.written:
        return
    for index, field in enumerate(table.fields):
        if field.type == "number" and field.decimalChar is None and not is_told(field):
            cells = [row[index] for row in table.cells if row[index].text.strip()]
            doubtful = _doubtful(cells, field)
            if doubtful:
                yield field, doubtful[0]


def different_signs(table: Table) -> Iterator[tuple[TableField, Cell, str]]:
    """Columns in which not all numbers have the same around them, each with the first cell that has something
    else than most, and what those have. A footnote mark is no unit.
    """
    for index, field in enumerate(table.fields):
        if field.bareNumber is not False:
            continue
        signs = {
            row[index]: FOOTNOTE.sub("", around(row[index].text.strip()))
            for row, values in zip(table.cells, table.rows, strict=True)
            if values[index] is not None
        }
        usual = max(Counter(signs.values()).items(), key=itemgetter(1), default=("", 0))[0]
        odd = next((cell for cell, sign in signs.items() if sign != usual), None)
        if odd:
            yield field, odd, usual


def _doubtful(cells: Sequence[Cell], field: TableField) -> list[Cell]:
    """The cells in which a point may be a thousands separator."""
    three: list[Cell] = []
    others: list[str] = []
    for cell in cells:
        text = cell.text.strip()
        if _LONG.fullmatch(text):
            return []
        if _THREE.fullmatch(text):
            three.append(cell)
        elif _POINTED.fullmatch(text):
            others.append(text)
    if not others:
        return [] if is_percent(field.unit) else three
    if any(map(_is_exact, others)):
        return []
    return [cell for cell in three if cell.text.strip().endswith("0")]


def _is_exact(text: str) -> bool:
    """Whether a number has a zero at its end or many decimals.

    Nobody writes 1.250 beside 12.5, unless it is 1250; beside an exact number it can be one and a quarter.
    """
    decimals = text.partition(".")[2]
    return text.endswith("0") or len(decimals) > 2  # noqa: PLR2004 - decimals


def years(table: Table) -> Iterator[TableField]:
    """Columns of numbers that hold years: 2024 would be shown as 2.024."""
    for field in _plain_numbers(table):
        values = _known(table.column(field.name))
        if not values or not set(values).issubset(YEARS):
            continue
        if _follow_each_other(values) or _is_called(field, YEAR):
            yield field


def _follow_each_other(values: Sequence[int | float]) -> bool:
    distinct = sorted(set(values))
    first = int(distinct[0])
    return len(distinct) >= FEW and distinct == list(range(first, first + len(distinct)))


def codes(table: Table) -> Iterator[TableField]:
    """Columns of numbers that hold codes, with which nobody reckons and whose zeros at the start are lost."""
    for field in _plain_numbers(table):
        values = _known(table.column(field.name))
        are_whole = all(value >= 0 and value == int(value) for value in values)
        if values and are_whole and _is_called(field, CODE):
            yield field


def _plain_numbers(table: Table) -> Iterator[TableField]:
    """The columns of numbers that do not say what they count or measure."""
    return (field for field in table.fields if field.type in NUMBERS and not field.unit)


def _known(values: Sequence[Scalar]) -> list[int | float]:
    return [value for value in values if isinstance(value, int | float)]


def _is_called(field: TableField, words: re.Pattern[str]) -> bool:
    """Whether the name of a column, in the file or for readers, has such a word."""
    name = folded(field.name.replace("_", " ").replace("-", " "))
    return bool(words.search(name) or words.search(folded(field.title)))
