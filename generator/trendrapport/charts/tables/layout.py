"""The layout of a CSV text whose first line is not the header row in its descriptor: separator, lines above,
header row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from trendrapport.charts.tables.names import folded
from trendrapport.files.cells import BrokenQuote, Cell, filled, rows
from trendrapport.model.charts import TableField

SEPARATORS = ",;\t|"
LOOKED_AT = 40
"""A heading further down is none."""
_DECLARED = re.compile(r"sep=.", re.IGNORECASE)
"""A line that says to a spreadsheet how columns are separated."""


@dataclass(frozen=True)
class Layout:
    """What separates columns, and how many rows there are above the heading."""

    separator: str = ","
    above: int = 0
    declared: bool = False
    """Whether the first line names the separator, as `sep=;`."""

    @property
    def plain(self) -> bool:
        """Whether it is as it should be."""
        return self.separator == "," and not self.above


def layout(text: str, fields: Sequence[TableField]) -> Layout:
    """How a text is laid out: the way in which most of the heading is recognised."""
    names = [field.name for field in fields]
    start, _, rest = text.partition("\n")
    if start.split(",") == names:
        return Layout()
    declared = bool(_DECLARED.fullmatch(start.strip().strip('"')))
    candidates = list(_candidates(rest if declared else text, fields))
    if not candidates:
        return Layout(above=int(declared), declared=declared)
    _, best = max(candidates, key=lambda found: found[0])
    return Layout(best.separator, best.above + declared, declared)


def _candidates(text: str, fields: Sequence[TableField]) -> Iterator[tuple[tuple[int, ...], Layout]]:
    """Each row that may be the heading, with how well it would do; of equal ones the first is taken."""
    known = set(_column_numbers(fields))
    for separator in SEPARATORS:
        found = _first_rows(text, separator)
        for above, row in enumerate(found):
            recognised = len({folded(cell.text) for cell in row} & known)
            whole = len(row) == len(fields) > 1
            # A row of which nothing is recognised can be a heading in other words, when rows of the same
            # length follow.
            followed = whole and above + 1 < len(found) and len(found[above + 1]) == len(row)
            if recognised or followed:
                yield (recognised, int(whole), -above), Layout(separator, above)


def _first_rows(text: str, separator: str) -> list[list[Cell]]:
    """The rows in which a heading is sought, as far as they can be read."""
    found: list[list[Cell]] = []
    for row in islice(rows(text, separator), LOOKED_AT):
        if isinstance(row, BrokenQuote):
            break
        if filled(row):
            found.append(row)
    return found


def is_row(row: list[Cell] | BrokenQuote) -> bool:
    """Whether a row holds anything, if only a broken quotation mark."""
    return isinstance(row, BrokenQuote) or filled(row)


def quoted(text: str) -> str:
    """A cell as it is written in a table."""
    if not re.search(r'[,"\n]', text):
        return text
    return '"' + text.replace('"', '""') + '"'


def trimmed(cells: list[Cell]) -> list[Cell]:
    """A heading without the empty cells at its end."""
    last = max((index for index, cell in enumerate(cells) if cell.text.strip()), default=-1)
    return cells[: last + 1]


def same_columns(cells: Sequence[Cell], fields: Sequence[TableField]) -> bool:
    """Whether a heading names the same columns in the same order, written otherwise or by what readers see of
    them.
    """
    if len(cells) != len(fields):
        return False
    pairs = zip(cells, fields, strict=True)
    return all(folded(cell.text) in {folded(field.name), folded(field.title)} for cell, field in pairs)


def out_of_place(cells: Sequence[Cell], fields: Sequence[TableField]) -> bool:
    """Whether any cell of a heading is the name of a column in another place."""
    known = _column_numbers(fields)
    return any(known.get(folded(cell.text), index) != index for index, cell in enumerate(cells))


def _column_numbers(fields: Sequence[TableField]) -> dict[str, int]:
    """The number of each column by its folded names, in the file and for readers."""
    numbers: dict[str, int] = {}
    for index, field in enumerate(fields):
        numbers[folded(field.name)] = index
        numbers[folded(field.title)] = index
    return numbers
