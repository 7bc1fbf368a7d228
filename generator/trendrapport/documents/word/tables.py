"""Tables, with the row of headings marked, which returns on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from trendrapport.documents.blocks import Align, Cell, Row
from trendrapport.documents.cleaning import clean
from trendrapport.documents.inlines import Text, words_of
from trendrapport.documents.word.elements import Element, paragraph, w, when

WIDTH = 9354
"""The width of a page without its margins (twips)."""
LONGEST, WIDEST = 24, 48
"""How many characters of a word and of a text count for the width of a column."""
LETTERS = {"TableText": 120, "TableSmall": 100}
"""The width of a bold letter in each style (twips)."""
MARGINS = 180
"""Those of a cell (twips)."""
MANY = 6
"""A table of more columns is in smaller letters."""
MOST = 10
"""A table of more columns is several."""
SIDES = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}

WriteCell = Callable[[Cell], Iterable[Element]]


@dataclass(frozen=True)
class Columns:
    """The columns of a part of a table, beside that which names its rows."""

    first: int
    end: int

    def of(self, row: Row) -> Row:
        """These cells of a row; in a later part the one that names it has its words only, as sources and
        notes are written once.
        """
        name = row[:1]
        if self.first > 1:
            name = tuple(replace(cell, inside=(Text(words_of(cell.inside)),)) for cell in name)
        return name + row[self.first : self.end]


def spread(count: int) -> list[Columns]:
    """The columns of each part of a table, so that each has room on a page."""
    if count <= MOST:
        return [Columns(1, count)]
    return [Columns(first, first + MOST - 1) for first in range(1, count, MOST - 1)]


def table(head: Row, rows: Sequence[Row], write: WriteCell, description: str = "") -> Element:
    """A table; `description` is its text alternative."""
    named = any(row and row[0].head for row in rows)
    small = "TableSmall" if len(head) > MANY else "TableText"
    widths = _widths(head, rows, LETTERS[small])
    properties = w(
        "tblPr",
        w("tblStyle", val="ReportTable"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val="04A0" if named else "0420",
            firstRow=1,
            lastRow=0,
            firstColumn=int(named),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),  # fmt: skip
        when(description, "tblCaption", val=clean(description)),
    )
    grid = w("tblGrid", *[w("gridCol", w=width) for width in widths])
    top = w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *_cells(head, widths, small, write))
    body = [w("tr", w("trPr", w("cantSplit")), *_cells(row, widths, small, write)) for row in rows]
    return w("tbl", properties, grid, top, *body)


def _cells(row: Row, widths: Sequence[int], style: str, write: WriteCell) -> Iterator[Element]:
    """As many as there are columns."""
    for cell, width in zip_longest(row, widths, fillvalue=None):
        if width is None:
            return
        shown = cell or Cell(())
        side = w("jc", val=SIDES[shown.align])
        words = paragraph(style, *write(shown), properties=(side,))
        yield w("tc", w("tcPr", w("tcW", w=width, type="dxa")), words)


def _widths(head: Row, rows: Sequence[Row], letter: int) -> list[int]:
    """The width of each column (twips): as much as its longest word, and a part of the rest by how long its
    texts are.
    """
    words, texts = [], []
    for place, cell in enumerate(head):
        cells = [words_of(row[place].inside) for row in rows if place < len(row)]
        name = words_of(cell.inside)
        each = [word for text in (*cells, name) for word in text.split()]
        words.append(min(max(map(len, each), default=0), LONGEST) * letter + MARGINS)
        texts.append(min(max([len(name) // 2, *map(len, cells)]), WIDEST) + 1)
    rest = max(WIDTH - sum(words), 0)
    wanted = [word + rest * text // sum(texts) for word, text in zip(words, texts, strict=True)]
    return [WIDTH * width // sum(wanted) for width in wanted]
