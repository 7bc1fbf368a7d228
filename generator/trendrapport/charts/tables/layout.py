"""The layout of a CSV text: as its descriptor says, or else as most of the heading is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from trendrapport.charts.tables.form import Form, counted_rows, parted
from trendrapport.charts.tables.names import folded
from trendrapport.files.cells import BrokenQuote, Cell, Row
from trendrapport.model.charts import TableField

SEPARATORS = ",;\t|"
LOOKED_AT = 40
"""A heading further down is none."""
_DECLARED = re.compile(r"sep=(.)", re.IGNORECASE)
"""A line that says to a spreadsheet how columns are separated."""


@dataclass(frozen=True)
class Layout:
    """How a text is written, and how its descriptor says that it is."""

    form: Form
    told: Form

    @property
    def plain(self) -> bool:
        """Whether it is as it should be."""
        return self.form == self.told

    @property
    def separator(self) -> str:
        """What separates columns."""
        return self.form.signs.delimiter

    @property
    def has_other_separator(self) -> bool:
        """Whether that is another one than the descriptor says."""
        return self.separator != self.told.signs.delimiter


def declared(text: str) -> str:
    """The separator that the first line of a text names, as `sep=;`; empty if it names none."""
    start = text.partition("\n")[0].strip().strip('"')
    found = _DECLARED.fullmatch(start)
    return found[1] if found else ""


def layout(text: str, fields: Sequence[TableField], told: Form) -> Layout:
    """How a text is laid out."""
    parts = parted(text, told)
    if told.header:
        is_as_told = isinstance(parts.heading, list) and names_columns(parts.heading, fields, told)
    else:
        is_as_told = _has_length(next(parts.body, None), len(fields))
    if is_as_told:
        return Layout(told, told)
    candidates = list(_candidates(text, fields, told))
    if candidates:
        _, best = max(candidates, key=lambda found: found[0])
        return Layout(best, told)
    separator = declared(text)
    if separator and not told.is_told:
        return Layout(_with(told, separator, 2), told)
    return Layout(told, told)


def names_columns(cells: list[Cell], fields: Sequence[TableField], form: Form) -> bool:
    """Whether a heading has the columns' names; where a descriptor says how the file is written, it may have
    what readers see of them.
    """
    seen = trimmed(cells)
    if not form.is_told:
        return [cell.text for cell in seen] == [field.name for field in fields]
    if len(seen) != len(fields):
        return False
    pairs = zip(seen, fields, strict=True)
    return all(cell.text.strip() in (field.name, field.title) for cell, field in pairs)


Score = tuple[int, int, int]
"""How much of a heading is recognised, whether it has all columns, and how near it is to the top."""


def _candidates(text: str, fields: Sequence[TableField], told: Form) -> Iterator[tuple[Score, Form]]:
    """Each form that the text may have, with how well it would do; of equal ones the first is taken."""
    others = (sign for sign in SEPARATORS if sign != told.signs.delimiter and sign != told.signs.quote)
    for separator in (told.signs.delimiter, *others):
        form = _with(told, separator)
        if not told.header:
            first = next(parted(text, form).body, None)
            if _has_length(first, len(fields)):
                yield (0, 1, 0), form
        elif told.heading:
            heading = parted(text, form).heading
            if isinstance(heading, list):
                yield _score(heading, fields, 0), form
        else:
            yield from _by_heading(text, fields, form)


def _by_heading(text: str, fields: Sequence[TableField], form: Form) -> Iterator[tuple[Score, Form]]:
    """Each row that may be the heading."""
    found = _first_rows(text, form)
    for above, (number, row) in enumerate(found):
        score = _score(row, fields, above)
        # A row of which nothing is recognised can be a heading in other words, when rows of the same
        # length follow.
        is_followed = above + 1 < len(found) and len(found[above + 1][1]) == len(row)
        if score[0] or (score[1] and is_followed):
            yield score, _with(form, form.signs.delimiter, number if above else 0)


def _score(row: Sequence[Cell], fields: Sequence[TableField], above: int) -> Score:
    recognised = len({folded(cell.text) for cell in row} & set(_column_numbers(fields)))
    return recognised, int(len(row) == len(fields) > 1), -above


def _with(form: Form, separator: str, heading: int = 0) -> Form:
    """A form with another separator, and the number of the row that is the heading if it is not the first."""
    signs = form.signs if separator == form.signs.delimiter else replace(form.signs, delimiter=separator)
    return replace(form, signs=signs, heading=(heading,) if heading else form.heading)


def _has_length(row: Row | None, count: int) -> bool:
    return isinstance(row, list) and len(trimmed(row)) <= count <= len(row)


def _first_rows(text: str, form: Form) -> list[tuple[int, list[Cell]]]:
    """The rows in which a heading is sought, as far as they can be read, with their numbers."""
    found: list[tuple[int, list[Cell]]] = []
    for number, row in islice(counted_rows(text, form), LOOKED_AT):
        if isinstance(row, BrokenQuote):
            break
        found.append((number, row))
    return found


def rows_above(text: str, found: Layout) -> list[list[Cell]]:
    """The rows above the heading that the descriptor does not leave out."""
    if found.told.heading or not found.form.heading:
        return []
    first = found.form.heading[0]
    return [row for number, row in _first_rows(text, found.form) if number < first]


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
