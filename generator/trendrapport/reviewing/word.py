"""The document of an entry to the bytes of a Word document, in which changes are tracked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from trendrapport.documents.blocks import Align, Cell
from trendrapport.documents.drawings import paper_colours
from trendrapport.documents.inlines import Text as Shown
from trendrapport.documents.word.blocks import BlockWriter
from trendrapport.documents.word.book import Book
from trendrapport.documents.word.elements import PLAIN, Element, Face, paragraph, run, w
from trendrapport.documents.word.file import About, begun, finished
from trendrapport.documents.word.notes import reference
from trendrapport.documents.word.numbering import left
from trendrapport.documents.word.tables import table
from trendrapport.report.report import Report
from trendrapport.reviewing.pieces import Kind, Piece
from trendrapport.reviewing.reviewed import Reviewed
from trendrapport.reviewing.signs import CODE, DELETED, EMPHASIS, NOTE, STRONG, Sign

_STYLES = ((STRONG, "Strong", "b"), (EMPHASIS, "Emphasis", "i"), (DELETED, "Deleted", "strike"))
_DAY = 1577880000
"""Noon on 1 January 2020 (seconds since 1970, UTC): the same text gives the same bytes on any day."""


def word_file(report: Report, one: Reviewed) -> bytes:
    """The document of an entry."""
    config = report.config
    labels = config.words(one.entry.language)
    made = begun(config.look.letters, paper_colours(config), labels)
    book = Book(made, labels, frozenset(), {}, {}, {})
    writer = _Writer(book, one)
    about = About(
        one.title, "", [config.publisher.name], [], config.title, one.entry.source.path, _DAY, tracked=True
    )
    return finished(book, [*writer.write(), paragraph("Note", run(one.stamp))], about)


class _Writer:
    """Writes the pieces of one entry."""

    def __init__(self, book: Book, one: Reviewed) -> None:
        self._book, self._one = book, one
        self._inlines = BlockWriter(book, None, book.file.part).inlines
        self._lists: dict[int, int] = {}

    def write(self) -> Iterator[Element]:
        """All pieces, with the cells of a table together."""
        for number, group in groupby(self._one.pieces, _table_of):
            pieces = list(group)
            if number:
                yield self._table(pieces)
                yield paragraph("TableEnd")
            else:
                for piece in pieces:
                    yield self._paragraph(piece)

    def _paragraph(self, piece: Piece) -> Element:
        properties: tuple[Element, ...] = ()
        if piece.listed:
            properties = (self._sign(piece),)
        elif piece.depth:
            properties = (w("ind", left=left(piece.depth - 1)),)
        style = piece.style
        if piece.listed and piece.listed.start is not None:
            style = "ListNumber"
        return paragraph(style, *self._runs(piece.signs), properties=properties)

    def _sign(self, piece: Piece) -> Element:
        """The bullet or number of an item."""
        listed = piece.listed
        if listed is None:
            raise ValueError(piece)
        if listed.number not in self._lists:
            self._lists[listed.number] = self._book.numbering.new(listed.start)
        level = min(listed.depth, 8)
        return w("numPr", w("ilvl", val=level), w("numId", val=self._lists[listed.number]))

    def _table(self, cells: Sequence[Piece]) -> Element:
        """A table; a cell without words has no piece."""
        last = max(_place(piece)[0] for piece in cells)
        wide = max(_place(piece)[1] for piece in cells)
        found = {_place(piece): piece for piece in cells}
        rows = []
        for row in range(1, last + 1):
            rows.append(tuple(_cell(found.get((row, column))) for column in range(1, wide + 1)))
        written = {id(cell): found.get((number, column)) for number, column, cell in _numbered(rows)}

        def write(cell: Cell) -> Iterator[Element]:
            piece = written.get(id(cell))
            if piece:
                yield from self._runs(piece.signs)

        return table(rows[0], rows[1:], write)

    def _runs(self, signs: Sequence[Sign]) -> Iterator[Element]:
        for (face, link), group in groupby(_kept(signs), lambda sign: (sign.face, sign.link)):
            inside: list[Element] = []
            for is_note, part in groupby(group, lambda sign: sign.is_note):
                if is_note:
                    inside += [self._note(sign) for sign in part]
                else:
                    inside.append(run("".join(sign.shown for sign in part), _face(face, link)))
            if link:
                yield from self._inlines.link(link, "", inside)
            else:
                yield from inside

    def _note(self, sign: Sign) -> Element:
        note = self._one.notes[sign.shown.removeprefix(NOTE)]
        writer = _NoteWriter(self._book, self._one)
        return reference(self._book.notes.add([paragraph("FootnoteText", *writer.runs(note))]))


class _NoteWriter(_Writer):
    """Writes the words of a note."""

    def __init__(self, book: Book, one: Reviewed) -> None:
        super().__init__(book, one)
        self._inlines = BlockWriter(book, None, book.notes.part).inlines

    def runs(self, note: Piece) -> Iterator[Element]:
        """The words of a note."""
        yield from self._runs(note.signs)


def _table_of(piece: Piece) -> int:
    return piece.cell.table if piece.kind is Kind.CELL and piece.cell else 0


def _place(piece: Piece) -> tuple[int, int]:
    if piece.cell is None:
        raise ValueError(piece)
    return piece.cell.row, piece.cell.column


def _cell(piece: Piece | None) -> Cell:
    """What the width of a column follows from."""
    if piece is None or piece.cell is None:
        return Cell(())
    text = "".join(sign.shown for sign in piece.signs if not sign.is_note)
    return Cell((Shown(text),), Align(piece.cell.align))


def _numbered(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, int, Cell]]:
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            yield number, column, cell


def _kept(signs: Sequence[Sign]) -> Iterator[Sign]:
    """The signs without a space before a note."""
    for place, sign in enumerate(signs):
        following = signs[place + 1 : place + 2]
        if sign.shown.isspace() and following and following[0].is_note:
            continue
        yield sign


def _face(face: frozenset[str], link: str) -> Face:
    found = PLAIN
    if link:
        found = Face("Hyperlink")
    if CODE in face:
        found = Face("Code")
    for name, style, added in _STYLES:
        if name in face:
            found = found.also(style, added)
    return found
