"""The rows with the names of columns, and the first row below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.likeness import is_period, is_valued
from trendrapport.intake.outline import PAIR, Outline

_NEARLY_ALL = 0.6
"""The part of the usual number of cells that a row with names has."""

NO_TABLE = Text(
    nl="Er staat geen tabel in: er is geen kopregel met rijen eronder.",
    en="There is no table in it: there is no header row with rows below it.",
)
_QUESTION = Text(
    nl="Op welke regel staan de namen van de kolommen?", en="Which row has the names of the columns?"
)
_ON_ROW = Text(nl="regel {row}: {cells}", en="row {row}: {cells}")
_NONE = Choice("none", Text(nl="er is geen kopregel", en="there is no header row"))
_NO_ROW = Text(
    nl='Schrijf heading=3, heading=3-4 of heading=none; "{given}" past niet bij dit bestand.',
    en='Write heading=3, heading=3-4 or heading=none; "{given}" does not fit this file.',
)


@dataclass(frozen=True)
class Headings:
    """The rows with names, from the top, and the first row below them."""

    rows: tuple[int, ...]
    below: int


def heading_rows(outline: Outline, first: int, last: int, dialogue: Dialogue) -> Headings:
    """The rows with names in a part of a sheet; raises CannotRunError if nothing in it is a table."""
    wide = list(outline.wide(first, last))
    if not wide:
        raise CannotRunError(NO_TABLE)
    given = dialogue.given("heading")
    if given is not None:
        return _given(outline, given, wide[0])
    enough = max(outline.least, _NEARLY_ALL * median(outline.counts[row] for row in wide))
    top = next(row for row in wide if outline.counts[row] >= enough)
    if not _may_have_names(outline, top, last):
        return _without(outline, top, dialogue)
    return _found(outline, top, last, dialogue)


def _given(outline: Outline, given: str, first: int) -> Headings:
    """The rows that were answered: 3, or 3-4, or none."""
    if given == "none":
        return Headings((), first)
    found = re.fullmatch(r"(\d{1,7})(?:-(\d{1,7}))?", given, re.ASCII)
    if not found:
        raise CannotRunError(_NO_ROW.filled(given=given))
    top = int(found[1]) - 1
    bottom = int(found[2] or found[1]) - 1
    if not 0 <= top <= bottom < outline.last:
        raise CannotRunError(_NO_ROW.filled(given=given))
    return Headings(tuple(range(top, bottom + 1)), bottom + 1)


def _may_have_names(outline: Outline, top: int, last: int) -> bool:
    """Whether the first row of the table has names, where the rows below have values."""
    row, columns = outline.sheet.rows[top], outline.valued_columns(top + 1, last)
    like_below = 0
    for column in columns:
        if is_period(row[column]):
            like_below += outline.are_periods(column, top + 1, last)
        else:
            like_below += is_valued(row[column])
    return not columns or like_below <= len(columns) // 3


def _without(outline: Outline, top: int, dialogue: Dialogue) -> Headings:
    """No names above the rows, if that is what is meant."""
    choices = (_NONE, Choice(str(top + 1), _told(outline, str(top + 1), top)))
    doubt = Doubt("heading", outline.sheet.place(top, 0), _QUESTION, choices, "none")
    if dialogue.ask(doubt) == "none":
        return Headings((), top)
    return Headings((top,), top + 1)


def _found(outline: Outline, top: int, last: int, dialogue: Dialogue) -> Headings:
    """The row with nearly all names, with those of groups above it, and of columns or units below it."""
    valued = outline.valued_columns(top + 1, last)
    bottom = top + 1
    while bottom < last and _goes_on(outline, bottom, valued):
        bottom += 1
    start = top
    while start > 0 and outline.counts[start - 1] and _has_groups(outline, start - 1):
        start -= 1
    rows = tuple(range(start, bottom))
    numbers = str(start + 1)
    if len(rows) > 1:
        numbers = f"{start + 1}-{bottom}"
    choices = (Choice(numbers, _told(outline, numbers, rows[-1])), _NONE)
    doubt = Doubt("heading", outline.sheet.place(start, 0), _QUESTION, choices, numbers)
    # Among texts alone, names and values look the same.
    if dialogue.ask_unless(bool(valued), doubt) == "none":
        return Headings((), start)
    return Headings(rows, bottom)


def _told(outline: Outline, numbers: str, row: int) -> Text:
    return _ON_ROW.filled(row=numbers, cells=outline.shown(row))


def _has_groups(outline: Outline, row: int) -> bool:
    """Whether a row has names of groups of columns: of some columns, but not of all."""
    merged = list(_merged_widths(outline, row))
    if merged:
        return all(width < outline.sheet.width for width in merged)
    return outline.counts[row] >= PAIR and outline.has_names(row) and outline.sheet.rows[row][0].empty


def _merged_widths(outline: Outline, row: int) -> Iterator[int]:
    """The number of columns of merged cells in a row."""
    for area in outline.sheet.merged:
        if area.top <= row <= area.bottom and area.right > area.left:
            yield area.right - area.left + 1


def _goes_on(outline: Outline, row: int, valued: Sequence[int]) -> bool:
    """Whether a row below the names has more of them, or units: no values where values are due."""
    if _are_new_periods(outline, row, valued):
        return True
    given = []
    for column, cell in enumerate(outline.sheet.rows[row]):
        if not cell.empty and column not in valued:
            # A row with a name has values, some of which may be odd.
            return False
        if not cell.empty:
            given.append(cell)
    return not all(_is_sign(cell.text) for cell in given) and all(
        cell.text and not is_valued(cell) for cell in given
    )


def _is_sign(text: str) -> bool:
    """Whether a text is a sign for a missing value, and not a name such as m and v (men and women)."""
    return len(text) == 1 and (text in "xX" or not text.isalnum()) and text not in "%€"


def _are_new_periods(outline: Outline, row: int, valued: Sequence[int]) -> bool:
    """Whether a row has periods in columns that hold something else below it."""
    cells = outline.sheet.rows[row]
    periods = [column for column in valued if is_period(cells[column])]
    if len(periods) < PAIR or len(periods) * 2 < len(valued):
        return False
    named = any(cells[column].text for column in range(len(cells)) if column not in valued)
    if named and len({str(cells[column].value) for column in periods}) < len(valued):
        # A row with a name has values, which can look like years: 0, 0, 1900, 1900.
        return False
    return not any(outline.are_periods(column, row + 1, outline.last) for column in periods)
