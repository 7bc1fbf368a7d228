"""Tables, with the row of headings marked, which returns on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

from trendrapport.documents.blocks import Align, Cell, Row, words_of
from trendrapport.documents.word.elements import Element, clean, paragraph, w

WIDTH = 9354
"""The width of a page without its margins (twips)."""
NARROWEST, WIDEST = 6, 44
"""How many characters of a column count for its width."""
HEADING = 16
"""How many characters of a heading stand next to each other, if there are so many."""
MANY = 6
"""A table of more columns is in smaller letters."""
SIDES = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}

WriteCell = Callable[[Cell], Iterable[Element]]


def table(head: Row, rows: Sequence[Row], write: WriteCell, told: str = "") -> Element:
    """A table; `told` is its text alternative."""
    widths = _widths(head, rows)
    named = any(row and row[0].head for row in rows)
    small = "TableSmall" if len(head) > MANY else "TableText"
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
        w("tblCaption", val=clean(told)) if told else None,
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


def _widths(head: Row, rows: Sequence[Row]) -> list[int]:
    """The width of each column, by what is in it (twips)."""
    shares = []
    for place, cell in enumerate(head):
        lengths = [len(words_of(row[place].inside)) for row in rows if place < len(row)]
        longest = max([*lengths, _wanted(cell)])
        shares.append(min(max(longest, NARROWEST), WIDEST))
    return [WIDTH * share // sum(shares) for share in shares]


def _wanted(head: Cell) -> int:
    """How many characters a heading wants: those of its longest word, or of half of it."""
    words = words_of(head.inside)
    return max([min(len(words) // 2, HEADING), *map(len, words.split())])
