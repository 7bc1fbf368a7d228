"""A sheet to the table in it: title above, headings, rows, notes below, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from trendrapport.diagnostics import CannotRunError, Text, counted, shortened
from trendrapport.intake.blocks import block_of
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.heading_rows import NO_TABLE, heading_rows
from trendrapport.intake.hidden import without_hidden
from trendrapport.intake.outline import PAIR, Outline
from trendrapport.intake.sheet import Cell, Merged, Place, Sheet
from trendrapport.intake.sides import side_of

_SECTIONS = Text(
    nl="Wat zijn de regels met alleen een naam, zoals {names}?",
    en="What are the rows with only a name, such as {names}?",
)
_AS_COLUMN = Choice(
    "column",
    Text(
        nl="kopjes: ze komen bij elke rij eronder in een eigen kolom",
        en="subheadings: each row below gets them in a column of its own",
    ),
)
_AS_ROWS = Choice("rows", Text(nl="rijen waarvan de waarden ontbreken", en="rows whose values are missing"))
_AS_NOTHING = Choice("drop", Text(nl="niets: laat ze weg", en="nothing: leave them out"))
_EMPTY_ROWS = (
    Text(nl="1 lege rij weggelaten", en="1 empty row left out"),
    Text(nl="{count} lege rijen weggelaten", en="{count} empty rows left out"),
)
_EMPTY_COLUMNS = (
    Text(nl="1 lege kolom weggelaten", en="1 empty column left out"),
    Text(nl="{count} lege kolommen weggelaten", en="{count} empty columns left out"),
)
_AGAIN = Text(nl="herhaalde kopregel weggelaten", en="repeated header row left out")


@dataclass(frozen=True)
class Region:
    """A table in a sheet, by the numbers of its rows and columns, which count from 0."""

    sheet: Sheet
    columns: tuple[int, ...]
    headings: tuple[int, ...]
    """The rows with names of columns, from the top; none if there are no names."""
    body: tuple[int, ...]
    sections: tuple[tuple[int, str], ...] = ()
    """The subheadings among the rows, each with its row."""
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def place(self, row: int, column: int) -> Place:
        """The place of a cell."""
        return self.sheet.place(row, column)

    @cached_property
    def spread(self) -> tuple[tuple[Cell, ...], ...]:
        """All cells of the sheet, with the value of merged cells in each of them."""
        rows = list(map(list, self.sheet.rows))
        for area in self.sheet.merged:
            _spread(rows, area)
        return tuple(map(tuple, rows))


def _spread(rows: list[list[Cell]], area: Merged) -> None:
    if area.top >= len(rows) or area.left >= len(rows[area.top]):
        return
    value = rows[area.top][area.left]
    for row in rows[area.top : area.bottom + 1]:
        for column in range(area.left, min(area.right + 1, len(row))):
            row[column] = value


def region_of(whole: Sheet, dialogue: Dialogue) -> Region:
    """The table in a sheet; raises CannotRunError if there is none."""
    sheet = side_of(without_hidden(whole, dialogue), dialogue)
    outline = Outline(sheet)
    if not outline.widest:
        raise CannotRunError(NO_TABLE)
    first, last = block_of(outline, dialogue)
    headings = heading_rows(outline, first, last, dialogue)
    body, notes = _without_notes(outline, list(outline.filled(headings.below, last)))
    body = _without_repeated(outline, body, headings.rows, dialogue)
    body, sections = _without_sections(outline, body, dialogue)
    columns = _columns(outline, body)
    if not columns:
        raise CannotRunError(NO_TABLE)
    _tell_empty(outline, headings.below, body, columns, dialogue)
    above = headings.below
    if headings.rows:
        above = headings.rows[0]
    below = [*notes, *range(last + 1, len(outline.counts))]
    titles, texts = tuple(outline.texts(range(first, above))), tuple(outline.texts(below))
    return Region(sheet, columns, headings.rows, tuple(body), tuple(sections), titles, texts)


def _without_notes(outline: Outline, body: list[int]) -> tuple[list[int], list[int]]:
    """The rows without the notes below and among them, and these."""
    end = len(body)
    while end and _is_below(outline, body, end - 1):
        end -= 1
    rows: list[int] = []
    notes: list[int] = []
    for row in body[:end]:
        if outline.begins_as_note(row):
            notes.append(row)
        else:
            rows.append(row)
    return rows, [*notes, *body[end:]]


def _is_below(outline: Outline, body: Sequence[int], index: int) -> bool:
    """Whether a row is a note below the table."""
    row = body[index]
    if outline.is_note(row):
        return True
    after_gap = index > 0 and body[index - 1] < row - 1
    # In a table of two columns, the other cell may be a missing value.
    return outline.counts[row] == 1 < outline.widest and (after_gap or outline.widest > PAIR)


def _without_repeated(
    outline: Outline, body: Sequence[int], headings: Sequence[int], dialogue: Dialogue
) -> list[int]:
    """The rows without names of columns that come again, as at the top of each printed page."""
    names = [_folded(outline.sheet.rows[row]) for row in headings]
    kept: list[int] = []
    for row in body:
        if _folded(outline.sheet.rows[row]) not in names:
            kept.append(row)
    again = set(body) - set(kept)
    if again:
        dialogue.tell("heading.again", outline.sheet.place(min(again), 0), _AGAIN)
    return kept


def _folded(row: Sequence[Cell]) -> tuple[object, ...]:
    return tuple(cell.text.casefold() or cell.value for cell in row)


def _without_sections(
    outline: Outline, body: Sequence[int], dialogue: Dialogue
) -> tuple[list[int], list[tuple[int, str]]]:
    """The rows, and the subheadings among them."""
    sections: list[tuple[int, str]] = []
    kept: list[int] = []
    for row in body:
        text = ""
        if outline.counts[row] == 1:
            text = outline.first_text(row)
        if text and outline.widest > PAIR:
            sections.append((row, text))
        else:
            kept.append(row)
    if not sections or not kept:
        return list(body), []
    match dialogue.ask(_sections_doubt(outline, body, sections)):
        case "rows":
            return list(body), []
        case "drop":
            return kept, []
    return kept, sections


def _sections_doubt(outline: Outline, body: Sequence[int], sections: Sequence[tuple[int, str]]) -> Doubt:
    names = [f'"{shortened(name, 30)}"' for _, name in sections[:3]]
    row = sections[0][0]
    # Above the first row, a name alone is a subheading; further down it may be a row without values.
    proposed = None
    if row == body[0]:
        proposed = "column"
    question = _SECTIONS.filled(names=", ".join(names))
    return Doubt(
        "sections", outline.sheet.place(row, 0), question, (_AS_COLUMN, _AS_ROWS, _AS_NOTHING), proposed
    )


def _columns(outline: Outline, body: Sequence[int]) -> tuple[int, ...]:
    """The columns in which any row has a value."""
    found: set[int] = set()
    for row in body:
        for column, cell in enumerate(outline.sheet.rows[row]):
            if not cell.empty:
                found.add(column)
    return tuple(sorted(found))


def _tell_empty(
    outline: Outline, start: int, body: Sequence[int], columns: Sequence[int], dialogue: Dialogue
) -> None:
    """Tells how many empty rows and columns between others are left out."""
    rows = outline.counts[start : body[-1]].count(0)
    if rows:
        dialogue.tell("empty.rows", outline.sheet.place(start, 0), counted(rows, *_EMPTY_ROWS))
    left = columns[-1] - columns[0] + 1 - len(columns)
    if left:
        at = outline.sheet.place(start, columns[0])
        dialogue.tell("empty.columns", at, counted(left, *_EMPTY_COLUMNS))
