"""The bytes of a CSV, TSV or other text with a separator to a sheet whose cells are all text.

The row of a cell in the sheet is its line in the file, so that a message leads to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from trendrapport.charts.tables.layout import SEPARATORS, declared
from trendrapport.charts.tables.rows import MOST_ROWS
from trendrapport.diagnostics import CannotRunError, Text
from trendrapport.files.cells import BrokenQuote, Signs, rows
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.encoding import text_of
from trendrapport.intake.opening import too_many_rows
from trendrapport.intake.sheet import Cell, Place, Sheet, squared, text_cell

_CLOSE = 0.1
_LOOKED_AT = 200
"""The number of rows that show how columns are separated."""
_START = Place()

_SIGNS = {
    ",": Text(nl="komma's", en="commas"),
    ";": Text(nl="puntkomma's", en="semicolons"),
    "\t": Text(nl="tabs", en="tabs"),
    "|": Text(nl="verticale strepen", en="vertical bars"),
}
_VALUES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SEPARATED = Text(nl="kolommen gescheiden door {sign}: {count}", en="columns separated by {sign}: {count}")
_QUESTION = Text(
    nl="Waardoor zijn de kolommen gescheiden?",
    en="What separates the columns?",
)
_BROKEN = Text(
    nl=(
        'In "{name}" is op regel {line} een aanhalingsteken niet gesloten, of er staat tekst achter. Zet de '
        'hele cel tussen aanhalingstekens, en schrijf "" voor elke " daarbinnen.'
    ),
    en=(
        'In "{name}", a quotation mark on line {line} is not closed, or text follows it. Put the whole cell '
        'in quotation marks, and write "" for each " inside it.'
    ),
)


@dataclass(frozen=True)
class _Candidate:
    """A separator, with the part of all rows that have as many cells as most rows have, and that number."""

    separator: str
    fit: float
    width: int


def sheet(name: str, raw: bytes, dialogue: Dialogue) -> Sheet:
    """The sheet that a text is."""
    text = text_of(name, raw, dialogue)
    if text.count("\n") > MOST_ROWS * 2:
        raise too_many_rows(name)
    separator = declared(text)
    # The line that names it stays an empty one, so that the next has its number.
    body = text
    if separator:
        body = "\n" + text.partition("\n")[2]
    if not separator or separator not in SEPARATORS:
        separator = _separator(body, dialogue)
    return Sheet("", squared(list(_rows(name, body, separator))), separator=separator)


def _rows(name: str, text: str, separator: str) -> Iterator[list[Cell]]:
    """Every line as a row, the empty ones too."""
    line = 1
    for row in rows(text, Signs(separator)):
        if isinstance(row, BrokenQuote):
            raise CannotRunError(_BROKEN.filled(name=name, line=row.line))
        while line < row[0].line:
            yield []
            line += 1
        yield [text_cell(cell.text) for cell in row]
        line += 1


def _separator(text: str, dialogue: Dialogue) -> str:
    """What separates columns: the sign by which most rows have the same number of cells."""
    widths = {sign: _widths(text, sign) for sign in SEPARATORS}
    # A line that no sign divides is a title or a note, and says nothing of columns.
    divided = sum(max(row) > 1 for row in zip_longest(*widths.values(), fillvalue=0))
    candidates = []
    for sign in SEPARATORS:
        found = _candidate(sign, widths[sign], divided)
        if found:
            candidates.append(found)
    if not candidates:
        return ","
    candidates.sort(key=lambda found: (found.fit, found.width), reverse=True)
    best, *others = candidates
    likely = [one for one in others if one.fit > best.fit - _CLOSE and one.width * 2 > best.width]
    choices = tuple(Choice(_VALUES[one.separator], _told(one)) for one in candidates)
    doubt = Doubt("separator", _START, _QUESTION, choices, _VALUES[best.separator])
    chosen = dialogue.ask_unless(not likely, doubt)
    return next(sign for sign, value in _VALUES.items() if value == chosen)


def _told(one: _Candidate) -> Text:
    return _SEPARATED.filled(sign=_SIGNS[one.separator], count=one.width)


def _widths(text: str, separator: str) -> list[int]:
    """The number of cells in each of the first lines, empty ones too: programs write as many in each."""
    found: list[int] = []
    for row in islice(rows(text, Signs(separator)), _LOOKED_AT):
        if isinstance(row, BrokenQuote):
            break
        found.append(len(row))
    return found


def _candidate(separator: str, widths: list[int], divided: int) -> _Candidate | None:
    """How well a sign separates columns; None if no row has it."""
    several = Counter(width for width in widths if width > 1)
    if not several:
        return None
    width, count = max(several.items(), key=lambda found: (found[1], found[0]))
    return _Candidate(separator, count / divided, width)
