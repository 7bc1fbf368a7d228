"""A column of cells to a column of values: which type it has, and what each cell is by that type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from trendrapport.diagnostics import Text, shortened
from trendrapport.intake.dialogue import FREE, Choice, Dialogue, Doubt
from trendrapport.intake.marks import PROVISIONAL, mark
from trendrapport.intake.numbers import without_signs
from trendrapport.intake.raw_table import RawColumn
from trendrapport.intake.sheet import Cell, Place, letters
from trendrapport.intake.words import NAMES
from trendrapport.model.charts import DeclaredType, FieldType

ENOUGH = 0.6
"""The part of the cells that are of a type for the others to be the odd ones out."""
MOST_ODD = 5
"""How many different odd cells are asked for one by one."""


@dataclass(frozen=True)
class Typed:
    """A column of values as a table writes them; an empty text is a missing value."""

    key: str
    title: str
    type: DeclaredType
    values: tuple[str, ...]
    places: tuple[Place, ...]
    unit: str = ""
    sort: FieldType | None = None
    """What its moments are, also where a table keeps these as text: quarters and weeks."""
    marks: tuple[str, ...] = ()
    """The sign for a missing value in each row; empty elsewhere."""
    provisional: tuple[bool, ...] = ()
    kept: tuple[bool, ...] = ()
    """Which rows are meant; without any, all."""
    key_column: bool = False
    """Whether it says what a row is about, and does not measure it."""

    @property
    def shown(self) -> Text:
        """What messages call it."""
        return shown(self.title, self.places)

    def taken(self, rows: Sequence[int]) -> Typed:
        """The column at these rows."""
        return replace(
            self,
            values=tuple(self.values[row] for row in rows),
            places=tuple(self.places[row] for row in rows),
            marks=tuple(self.marks[row] for row in rows) if self.marks else (),
            provisional=tuple(self.provisional[row] for row in rows) if self.provisional else (),
            kept=(),
        )


def shown(title: str, places: Sequence[Place]) -> Text:
    """What messages call a column: its title, or the letters of one without."""
    return NAMES.get(title) or Text(title, title) if title else Text(*[letters(places[0].column)] * 2)


@dataclass(frozen=True)
class Reading:
    """A column while it is read: what answers go by, and its cells that hold something."""

    key: str
    raw: RawColumn
    dialogue: Dialogue

    @property
    def shown(self) -> Text:
        """What messages call the column."""
        return shown(self.raw.title, self.raw.places)

    @property
    def given(self) -> list[tuple[int, Cell]]:
        """The cells that hold a value, with their rows: neither empty nor a sign for a missing value."""
        cells = enumerate(self.raw.cells)
        return [(row, cell) for row, cell in cells if not cell.empty and not is_missing(cell)]

    def place(self, row: int) -> Place:
        """The place of the cell in a row."""
        return self.raw.places[row]


def is_missing(cell: Cell) -> bool:
    """Whether a cell stands for a missing value: a sign, or a formula that failed."""
    return bool(cell.error) or bool(cell.text and mark(without_signs(cell.text) or cell.text))


def plain_text(cell: Cell) -> str:
    """The text of a cell without the sign of a provisional figure or a footnote."""
    return without_signs(cell.text)


def is_provisional(cell: Cell) -> bool:
    """Whether a value is marked as provisional."""
    return bool(cell.text) and mark(cell.text) is None and bool(PROVISIONAL.search(cell.text))


_ODD = Text(
    nl='"{value}" ({place}) in kolom "{column}" is geen {sort}. Wat moet er staan?',
    en='"{value}" ({place}) in column "{column}" is not a {sort}. What should it be?',
)
_MANY_ODD = Text(
    nl='In kolom "{column}" zijn {count} cellen geen {sort}, zoals {values}. Wat zijn die?',
    en='In column "{column}", {count} cells are not a {sort}, such as {values}. What are they?',
)
_MISSING = Text(nl="ontbrekende waarde", en="missing value")
_ALL_TEXT = Text(nl="tekst, en de hele kolom ook", en="text, and so is the whole column")
_WRITE = Text(nl="{value}", en="{value}")
_OTHER = Text(nl="iets anders, dat u zelf typt", en="something else, which you type")

Read = Callable[[Cell], str | None]
"""A cell to its value as a table writes it; None if it is none of the type."""


def read_all(
    reading: Reading, read: Read, sort: Text, meant: Callable[[str], Sequence[str]] = lambda _: ()
) -> list[str] | None:
    """The value of each cell, empty where it is missing; None if the column turns out to be text.

    What cells that are not of the type mean is asked, with `meant` as the likely answers.
    """
    values = [""] * len(reading.raw.cells)
    odd: dict[str, list[int]] = {}
    for row, cell in reading.given:
        value = read(cell)
        if value is None:
            odd.setdefault(cell.text or str(cell.value), []).append(row)
        else:
            values[row] = value
    if not odd:
        return values
    answers = (
        _asked_at_once(reading, odd, sort) if len(odd) > MOST_ODD else _asked(reading, odd, sort, meant, read)
    )
    if answers is None:
        return None
    for text, rows in odd.items():
        for row in rows:
            values[row] = answers[text]
    return values


def _asked_at_once(reading: Reading, odd: dict[str, list[int]], sort: Text) -> dict[str, str] | None:
    """That many cells are missing values, or that the column is text."""
    rows = [row for same in odd.values() for row in same]
    shown = ", ".join(f'"{shortened(text, 20)}"' for text in list(odd)[:3])
    question = _MANY_ODD.filled(column=reading.shown, count=len(rows), sort=sort, values=shown)
    choices = (Choice("missing", _MISSING), Choice("string", _ALL_TEXT))
    doubt = Doubt(f"{reading.key}.odd", reading.place(rows[0]), question, choices)
    return None if reading.dialogue.ask(doubt) == "string" else dict.fromkeys(odd, "")


def _asked(
    reading: Reading, odd: dict[str, list[int]], sort: Text, meant: Callable[[str], Sequence[str]], read: Read
) -> dict[str, str] | None:
    """What each odd text is; None if one of them makes the column text."""
    found: dict[str, str] = {}
    for text, rows in odd.items():
        place = reading.place(rows[0])
        values = {"value": shortened(text, 30), "place": place, "column": reading.shown, "sort": sort}
        likely = [Choice(value, _WRITE.filled(value=value)) for value in meant(text)]
        rest = (Choice("missing", _MISSING), Choice("string", _ALL_TEXT), Choice(FREE, _OTHER))
        doubt = Doubt(f"{reading.key}.{place}", place, _ODD.filled(**values), (*likely, *rest))
        answer = reading.dialogue.ask(doubt)
        if answer == "string":
            return None
        value = "" if answer == "missing" else (read(Cell(answer)) if answer not in meant(text) else answer)
        found[text] = value or ""
    return found
