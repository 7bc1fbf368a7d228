"""A sheet to the table in it: title above, headings, rows, notes below, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from trendrapport.diagnostics import CannotRunError, Text, counted, shortened
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.likeness import is_period, is_valued
from trendrapport.intake.sheet import EMPTY, Cell, Merged, Place, Sheet

_NOTE = re.compile(
    r"(?:bron|bronnen|source|sources|noot|noten|note|notes|toelichting|voetnoot|copyright|let op|peildatum|"
    r"stand|opmerking|legenda|legend|verklaring)\b\s*:?|©|\*|\u00b9|\d\)|[-.x:?]\s*=",
    re.IGNORECASE,
)
_LONG, _WORDS = 45, 5
"""A text of this many characters or words is no name in a row."""
_PART = 0.6
"""The part of the usual number of filled cells that a row of headings has."""

NO_TABLE = Text(
    nl="Er staat geen tabel in: er is geen kopregel met rijen eronder.",
    en="There is no table in it: there is no header row with rows below it.",
)
_HEADING = Text(
    nl="Op welke regel staan de namen van de kolommen?", en="Which row has the names of the columns?"
)
_ON_ROW = Text(nl="regel {row}: {cells}", en="row {row}: {cells}")
_NO_HEADING = Text(nl="er is geen kopregel", en="there is no header row")
_TABLES = Text(nl="Er staan meer tabellen onder elkaar. Welke?", en="There are several tables. Which one?")
_ROWS = Text(nl="regel {first} tot en met {last}: {cells}", en="rows {first} to {last}: {cells}")
_HIDDEN = Text(
    nl="Er zijn verborgen rijen of kolommen ({places}). Meenemen?",
    en="There are hidden rows or columns ({places}). Include them?",
)
_KEEP = Text(nl="verborgen rijen en kolommen meegenomen", en="hidden rows and columns included")
_DROP = Text(nl="verborgen rijen en kolommen weggelaten", en="hidden rows and columns left out")
_SECTIONS = Text(
    nl="Wat zijn de regels met alleen een naam, zoals {names}?",
    en="What are the rows with only a name, such as {names}?",
)
_AS_COLUMN = Text(
    nl="kopjes: ze komen bij elke rij eronder in een eigen kolom",
    en="subheadings: each row below gets them in a column of its own",
)
_AS_ROWS = Text(nl="rijen waarvan de waarden ontbreken", en="rows whose values are missing")
_AS_NOTHING = Text(nl="niets: laat ze weg", en="nothing: leave them out")
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
        rows = [list(row) for row in self.sheet.rows]
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


def region_of(sheet: Sheet, dialogue: Dialogue) -> Region:
    """The table in a sheet; raises CannotRunError if there is none."""
    return _Finding(_without_hidden(sheet, dialogue), dialogue).region()


def _without_hidden(sheet: Sheet, dialogue: Dialogue) -> Sheet:
    """The sheet without its hidden rows and columns, if they are not meant."""
    hidden = [
        sheet.place(row, column)
        for row, column, _ in sheet.filled()
        if row in sheet.hidden_rows or column in sheet.hidden_columns
    ]
    if not hidden:
        return sheet
    question = _HIDDEN.filled(places=_few(hidden))
    choices = (Choice("keep", _KEEP), Choice("drop", _DROP))
    if dialogue.ask(Doubt("hidden", hidden[0], question, choices)) == "keep":
        return sheet
    rows = []
    for number, row in enumerate(sheet.rows):
        is_hidden = number in sheet.hidden_rows
        rows.append(
            tuple(
                EMPTY if is_hidden or column in sheet.hidden_columns else cell
                for column, cell in enumerate(row)
            )
        )
    return Sheet(sheet.name, tuple(rows), sheet.merged, separator=sheet.separator)


def _few(places: Sequence[Place]) -> str:
    shown = ", ".join(map(str, places[:3]))
    return f"{shown}, ..." if len(places) > 3 else shown  # noqa: PLR2004 - as many as are shown


class _Finding:
    """The search for the table in one sheet."""

    def __init__(self, sheet: Sheet, dialogue: Dialogue) -> None:
        self.sheet = sheet
        self.dialogue = dialogue
        self.counts = [sum(not cell.empty for cell in row) for row in sheet.rows]
        self.widest = max(self.counts, default=0)
        self.least = min(2, self.widest)
        """The number of filled cells of a row that is no title or note."""

    def region(self) -> Region:
        if not self.widest:
            raise CannotRunError(NO_TABLE)
        first, last = self._chosen_block()
        top = self._top(first, last)
        headings, start = self._headings(top, last)
        body = [row for row in range(start, last + 1) if self.counts[row]]
        body, notes = self._without_notes(body)
        if not body:
            raise CannotRunError(NO_TABLE)
        body = self._without_repeated(body, headings)
        body, sections = self._sections(body)
        columns = self._columns(headings, body)
        self._tell_empty(start, body, columns)
        above = headings[0] if headings else start
        return Region(
            self.sheet,
            columns,
            tuple(headings),
            tuple(body),
            tuple(sections),
            titles=tuple(self._texts(range(first, above))),
            notes=(*self._texts(notes), *self._texts(range(last + 1, len(self.counts)))),
        )

    # Which rows

    def _chosen_block(self) -> tuple[int, int]:
        """The first and the last row of the table, with what is above it; asked for if there are several."""
        starts = [0, *self._second_tables()]
        if len(starts) == 1:
            return 0, len(self.counts) - 1
        ends = [*(start - 1 for start in starts[1:]), len(self.counts) - 1]
        blocks = list(zip(starts, ends, strict=True))
        choices = [
            Choice(str(number), _ROWS.filled(first=one + 1, last=end + 1, cells=self._shown(one)))
            for number, (one, end) in enumerate(blocks, 1)
        ]
        chosen = self.dialogue.ask(Doubt("table", self.sheet.place(0, 0), _TABLES, tuple(choices)))
        return blocks[int(chosen) - 1]

    def _second_tables(self) -> Iterator[int]:
        """The rows at which another table starts: after an empty row, names above values, as in the first."""
        seen = False
        for row in range(1, len(self.counts) - 1):
            starts = not self.counts[row - 1] and self.counts[row] >= self.least
            if starts and seen and self._is_heading(row) and self._has_values(row + 1):
                yield self._with_title(row)
            seen = seen or self._has_values(row)

    def _with_title(self, row: int) -> int:
        """The row of the title above a second table, which an empty row may part from it."""
        above = row - 1
        while above > 0 and not self.counts[above]:
            above -= 1
        return above if self.counts[above] == 1 and not self._is_note(above) and above < row - 1 else row

    def _has_values(self, row: int) -> bool:
        """Whether a row has several cells, of which at least one holds a number or a moment."""
        return self.counts[row] >= self.least and any(map(is_valued, self.sheet.rows[row]))

    def _is_heading(self, row: int) -> bool:
        """Whether a row has names, or periods, and no values."""
        cells = [cell for cell in self.sheet.rows[row] if not cell.empty]
        return all(not is_valued(cell) or is_period(cell) for cell in cells) and not cells[0].error

    def _top(self, first: int, last: int) -> int:
        """The row with names of columns; of several, the lowest that has nearly all of them."""
        wide = [self.counts[row] for row in range(first, last + 1) if self.counts[row] >= self.least]
        enough = max(self.least, _PART * median(wide))
        for row in range(first, last + 1):
            if self.counts[row] >= enough:
                return row
        raise CannotRunError(NO_TABLE)

    def _headings(self, top: int, last: int) -> tuple[list[int], int]:
        """The rows with names of columns, and the first row below them."""
        given = self.dialogue.given("heading")
        if given is not None:
            return self._given_headings(given)
        if not self._may_be_heading(top, last):
            return self._without_heading(top)
        headings = [*self._above(top), top]
        start = top + 1
        valued = self._valued_columns(start, last)
        while start < last and self._goes_on(start, valued):
            headings.append(start)
            start += 1
        while start < last and not self.counts[start]:
            start += 1
        self._confirm(headings, valued)
        return headings, start

    def _given_headings(self, given: str) -> tuple[list[int], int]:
        """The rows that were answered: 3, or 3-4, or none."""
        if given == "none":
            return [], next(row for row, count in enumerate(self.counts) if count >= self.least)
        numbers = [int(part) - 1 for part in re.findall(r"\d+", given)]
        if not numbers or max(numbers) >= len(self.counts) - 1 or min(numbers) < 0:
            choices = (Choice("none", _NO_HEADING),)
            self.dialogue.sure(Doubt("heading", self.sheet.place(0, 0), _HEADING, choices))
        headings = list(range(numbers[0], numbers[-1] + 1))
        return headings, headings[-1] + 1

    def _may_be_heading(self, top: int, last: int) -> bool:
        """Whether the first row of the table has names, where the rows below have values."""
        row = self.sheet.rows[top]
        columns = self._valued_columns(top + 1, last)
        values = [column for column in columns if is_valued(row[column]) and not is_period(row[column])]
        if not columns:
            return True
        periods = [column for column in columns if is_period(row[column])]
        below_too = [column for column in periods if self._are_periods(column, top + 1, last)]
        return len(values) + len(below_too) <= len(columns) // 3

    def _are_periods(self, column: int, first: int, last: int) -> bool:
        cells = [row[column] for row in self.sheet.rows[first : last + 1] if not row[column].empty]
        return bool(cells) and all(map(is_period, cells))

    def _without_heading(self, top: int) -> tuple[list[int], int]:
        """No names above the rows, if that is what is meant."""
        named = Choice(str(top + 1), _ON_ROW.filled(row=top + 1, cells=self._shown(top)))
        choices = (Choice("none", _NO_HEADING), named)
        chosen = self.dialogue.ask(Doubt("heading", self.sheet.place(top, 0), _HEADING, choices, "none"))
        return ([], top) if chosen == "none" else ([top], top + 1)

    def _confirm(self, headings: list[int], valued: Sequence[int]) -> None:
        """Tells which rows have names; in a table of texts alone, that is asked."""
        top = headings[0]
        numbers = str(top + 1) if len(headings) == 1 else f"{top + 1}-{headings[-1] + 1}"
        what = _ON_ROW.filled(row=numbers, cells=self._shown(headings[-1]))
        doubt = Doubt(
            "heading",
            self.sheet.place(top, 0),
            _HEADING,
            (Choice(numbers, what), Choice("none", _NO_HEADING)),
            numbers,
        )
        self.dialogue.ask_unless(bool(valued), doubt)

    def _above(self, top: int) -> Iterator[int]:
        """The rows of headings above the row with nearly all of them: merged cells, or names with gaps."""
        row = top - 1
        found: list[int] = []
        while row >= 0 and self.counts[row] and self._is_group_row(row):
            found.insert(0, row)
            row -= 1
        yield from found

    def _is_group_row(self, row: int) -> bool:
        """Whether a row has names of groups of columns: some of these cover several columns, but not all."""
        wide = [
            area for area in self.sheet.merged if area.top <= row <= area.bottom and area.right > area.left
        ]
        if wide:
            return all(area.right - area.left + 1 < self.sheet.width for area in wide)
        return self.counts[row] > 1 and self._is_heading(row) and self.sheet.rows[row][0].empty

    def _valued_columns(self, first: int, last: int) -> list[int]:
        """The columns in which most rows have a number or a moment."""
        rows = [self.sheet.rows[row] for row in range(first, last + 1) if self.counts[row] >= self.least]
        sample = rows[len(rows) // 3 :] or rows
        found = []
        for column in range(self.sheet.width):
            cells = [row[column] for row in sample if not row[column].empty]
            if cells and sum(map(is_valued, cells)) * 2 > len(cells):
                found.append(column)
        return found

    def _goes_on(self, row: int, valued: Sequence[int]) -> bool:
        """Whether a row below the names has more of them, or units: no values where values are due."""
        cells = self.sheet.rows[row]
        given = [cells[column] for column in valued if not cells[column].empty]
        names = [cell for column, cell in enumerate(cells) if column not in valued and not cell.empty]
        if self._are_new_periods(row, valued):
            return True
        # A row with a name has values that are odd; a row of signs has values that are missing.
        if not given or names or all(len(cell.text) == 1 and cell.text not in "%€" for cell in given):
            return False
        return all(cell.text and not is_valued(cell) for cell in given)

    def _are_new_periods(self, row: int, valued: Sequence[int]) -> bool:
        """Whether a row has periods in columns that hold something else below it."""
        periods = [column for column in valued if is_period(self.sheet.rows[row][column])]
        if len(periods) < 2 or len(periods) * 2 < len(valued):  # noqa: PLR2004 - several
            return False
        return not any(self._are_periods(column, row + 1, len(self.counts) - 1) for column in periods)

    def _without_notes(self, body: list[int]) -> tuple[list[int], list[int]]:
        """The rows without the notes below them."""
        end = len(body)
        while end and self._is_below(body, end - 1):
            end -= 1
        return body[:end], body[end:]

    def _is_below(self, body: Sequence[int], index: int) -> bool:
        """Whether a row is a note below the table."""
        row = body[index]
        if self._is_note(row):
            return True
        after_gap = index > 0 and body[index - 1] < row - 1
        if self.counts[row] == 1 and self.widest > 1:
            return after_gap or self.widest > 2  # noqa: PLR2004 - of two columns one may be empty
        return False

    def _is_note(self, row: int) -> bool:
        """Whether a row is text and no values: a source, a legend, a long sentence."""
        cells = [cell for cell in self.sheet.rows[row] if not cell.empty]
        text = cells[0].text if cells else ""
        if any(map(is_valued, cells[1:])) or not text or len(cells) > 2:  # noqa: PLR2004 - a sign and its meaning
            return False
        if len(cells) == 1 and self.widest > 1 and (len(text) > _LONG or len(text.split()) > _WORDS):
            return True
        return bool(_NOTE.match(text)) and (self.widest > 1 or len(text.split()) > 1)

    def _without_repeated(self, body: list[int], headings: list[int]) -> list[int]:
        """The rows without names of columns that come again, as at the top of each printed page."""
        names = [_plain(self.sheet.rows[row]) for row in headings]
        again = [row for row in body if _plain(self.sheet.rows[row]) in names]
        if again:
            self.dialogue.tell("heading.again", self.sheet.place(again[0], 0), _AGAIN)
        return [row for row in body if row not in set(again)]

    def _sections(self, body: list[int]) -> tuple[list[int], list[tuple[int, str]]]:
        """The rows, and the subheadings among them."""
        if self.widest <= 2:  # noqa: PLR2004 - a name and a value
            return body, []
        alone = [row for row in body if self.counts[row] == 1 and self._first_text(row)]
        if not alone:
            return body, []
        names = [self._first_text(row) for row in alone]
        shown = ", ".join(f'"{shortened(name, 30)}"' for name in names[:3])
        choices = (Choice("column", _AS_COLUMN), Choice("rows", _AS_ROWS), Choice("drop", _AS_NOTHING))
        proposed = "column" if alone[0] == body[0] else None
        place = self.sheet.place(alone[0], 0)
        doubt = Doubt("sections", place, _SECTIONS.filled(names=shown), choices, proposed)
        chosen = self.dialogue.ask(doubt)
        if chosen == "rows":
            return body, []
        kept = [row for row in body if row not in set(alone)]
        return kept, list(zip(alone, names, strict=True)) if chosen == "column" else []

    def _first_text(self, row: int) -> str:
        return next((cell.text for cell in self.sheet.rows[row] if not cell.empty), "")

    # Which columns

    def _columns(self, headings: Sequence[int], body: Sequence[int]) -> tuple[int, ...]:
        """The columns in which any row has a value."""
        found = set()
        covered = {
            area.left + step for area in self.sheet.merged for step in range(area.right - area.left + 1)
        }
        for row in body:
            found |= {column for column, cell in enumerate(self.sheet.rows[row]) if not cell.empty}
        named = {
            column for row in headings for column in range(self.sheet.width) if self._is_named(row, column)
        }
        return tuple(sorted(found | (named & covered & found)))

    def _is_named(self, row: int, column: int) -> bool:
        return not self.sheet.rows[row][column].empty

    def _tell_empty(self, start: int, body: Sequence[int], columns: Sequence[int]) -> None:
        """Tells how many empty rows and columns between others are left out."""
        rows = sum(not self.counts[row] for row in range(start, body[-1]))
        if rows:
            self.dialogue.tell("empty.rows", self.sheet.place(start, 0), counted(rows, *_EMPTY_ROWS))
        left = columns[-1] - columns[0] + 1 - len(columns)
        if left:
            at = self.sheet.place(start, columns[0])
            self.dialogue.tell("empty.columns", at, counted(left, *_EMPTY_COLUMNS))

    def _texts(self, rows: Sequence[int] | range) -> Iterator[str]:
        """The texts of rows around the table, one line each."""
        # In a text, a sentence with the sign that separates columns came apart.
        between = f"{self.sheet.separator} " if self.sheet.separator.strip() else " "
        for row in rows:
            cells = [cell for cell in self.sheet.rows[row] if not cell.empty]
            line = between.join(cell.text or str(cell.value) for cell in cells)
            if line:
                yield line

    def _shown(self, row: int) -> str:
        texts = [cell.text or str(cell.value) for cell in self.sheet.rows[row] if not cell.empty]
        return shortened(", ".join(texts), 50)


def _plain(row: Sequence[Cell]) -> tuple[object, ...]:
    return tuple(cell.text.casefold() or cell.value for cell in row)
