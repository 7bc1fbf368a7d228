"""The cells of a column to values of one type; what cells mean that are not of the type is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from trendrapport.diagnostics import CannotRunError, Text, shortened
from trendrapport.intake.dialogue import FREE, Choice
from trendrapport.intake.sheet import Cell
from trendrapport.intake.typed import Reading

ENOUGH = 0.6
"""The part of the cells that are of a type for the others to be the odd ones out."""
_MOST = 5
"""How many different odd cells are asked for one by one."""

_ODD = Text(
    nl='"{value}" ({place}) in kolom "{column}" is geen {sort}. Wat moet er staan?',
    en='"{value}" ({place}) in column "{column}" is not a {sort}. What should it be?',
)
_MANY = Text(
    nl='In kolom "{column}" zijn {count} cellen geen {sort}, zoals {values}. Wat zijn die?',
    en='In column "{column}", {count} cells are not a {sort}, such as {values}. What are they?',
)
_MISSING = Choice("missing", Text(nl="ontbrekende waarde", en="missing value"))
_ALL_TEXT = Choice("string", Text(nl="tekst, en de hele kolom ook", en="text, and so is the whole column"))
_OTHER = Choice(FREE, Text(nl="iets anders, dat u zelf typt", en="something else, which you type"))
_WRONG = Text(
    nl='"{value}" is geen {sort}; antwoord anders op {key}.',
    en='"{value}" is not a {sort}; give another answer to {key}.',
)


def _nothing(_: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class Sort:
    """A type: how to read a cell, what messages call a value, and what a text may mean that is nearly one."""

    read: Callable[[Cell], str | None]
    name: Text
    meant: Callable[[str], Sequence[str]] = _nothing


def read_all(reading: Reading, sort: Sort) -> list[str] | None:
    """The value of each cell, empty where it is missing; None if the column turns out to be text."""
    values = [""] * len(reading.raw.cells)
    odd: dict[str, list[int]] = defaultdict(list)
    for row, cell in reading.given:
        value = sort.read(cell)
        if value is None:
            odd[cell.text or str(cell.value)].append(row)
        else:
            values[row] = value
    meanings = _meanings(reading, odd, sort)
    if meanings is None:
        return None
    for text, rows in odd.items():
        for row in rows:
            values[row] = meanings[text]
    return values


def _meanings(reading: Reading, odd: Mapping[str, list[int]], sort: Sort) -> dict[str, str] | None:
    """What each odd text is; None if one of them makes the column text."""
    if len(odd) > _MOST:
        return _all_missing(reading, odd, sort)
    found: dict[str, str] = {}
    for text, rows in odd.items():
        likely = list(sort.meant(text))
        choices = (*map(_literal, likely), _MISSING, _ALL_TEXT, _OTHER)
        place = str(reading.raw.places[rows[0]])
        doubt = reading.doubt(place, rows[0], _ODD, choices, value=shortened(text, 30), sort=sort.name)
        answer = reading.dialogue.ask(doubt)
        if answer == _ALL_TEXT.value:
            return None
        found[text] = _value(answer, likely, sort, doubt.key)
    return found


def _literal(value: str) -> Choice:
    """The choice of a value."""
    return Choice(value, Text(value, value))


def _value(answer: str, likely: Sequence[str], sort: Sort, key: str) -> str:
    """The value that an answer gives; raises CannotRunError for one that is none of the type."""
    if answer == _MISSING.value:
        return ""
    if answer in likely:
        return answer
    value = sort.read(Cell(answer))
    if value is None:
        raise CannotRunError(_WRONG.filled(value=answer, sort=sort.name, key=key))
    return value


def _all_missing(reading: Reading, odd: Mapping[str, list[int]], sort: Sort) -> dict[str, str] | None:
    """That many cells are missing values; None if the column is text."""
    shown = ", ".join(f'"{shortened(text, 20)}"' for text in list(odd)[:3])
    row = next(iter(odd.values()))[0]
    count, choices = sum(map(len, odd.values())), (_MISSING, _ALL_TEXT)
    doubt = reading.doubt("odd", row, _MANY, choices, count=count, sort=sort.name, values=shown)
    if reading.dialogue.ask(doubt) == _ALL_TEXT.value:
        return None
    return dict.fromkeys(odd, "")
