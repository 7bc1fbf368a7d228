"""Blocks as paragraphs in styles, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from trendrapport.documents.blocks import (
    Actions,
    Block,
    Blocks,
    Callout,
    Cards,
    Cell,
    CodeBlock,
    Definitions,
    Figure,
    Heading,
    KeyFigure,
    Listing,
    Note,
    Paragraph,
    Question,
    Quotation,
    Quote,
    Rule,
    Table,
    Video,
)
from trendrapport.documents.document import Document
from trendrapport.documents.inlines import Break, Inlines, Picture, Text, words_of
from trendrapport.documents.word import report_blocks
from trendrapport.documents.word.book import Book
from trendrapport.documents.word.elements import Element, Face, computed, paragraph, run, w
from trendrapport.documents.word.inlines import LINK, InlineWriter
from trendrapport.documents.word.numbering import left
from trendrapport.documents.word.tables import spread, table

if TYPE_CHECKING:
    from docx.parts.story import StoryPart

DEEPEST = 6


@dataclass(frozen=True)
class Frame:
    """The styles of running text and of lists."""

    text: str = "BodyText"
    bullets: str = "ListBullet"
    numbers: str = "ListNumber"
    more: str = "ListContinue"
    """Of what follows in an item."""


QUOTED = Frame("Quote", "QuoteList", "QuoteList", "QuoteList")
CALLED = Frame("Callout", "CalloutList", "CalloutList", "CalloutList")
NOTED = Frame("FootnoteText", "FootnoteText", "FootnoteText", "FootnoteText")


@dataclass(frozen=True)
class BlockWriter:
    """Writes the blocks of one entry."""

    book: Book
    entry: Document | None
    part: StoryPart
    deeper: int = -1
    """What is added to the level of a heading: the title of a document is no heading in programs."""
    frame: Frame = Frame()
    depth: int = 0
    """In how many lists this is."""
    in_note: bool = False

    @cached_property
    def inlines(self) -> InlineWriter:
        """Writes the words within the blocks."""
        return InlineWriter(self.book, self.entry, self.part, self._note, self.in_note)

    def _note(self, note: Note) -> list[Element]:
        inner = replace(self, part=self.book.notes.part, frame=NOTED, depth=0, in_note=True)
        return list(inner.write(note.inside))

    def write(self, blocks: Sequence[Block]) -> Iterator[Element]:
        """All these blocks; no heading is more than a level below the one before."""
        level = 1
        for block in blocks:
            if isinstance(block, (Heading, Question, Actions)) and block.level:
                deeper = min(max(block.level, 2), level + 1)
                if not isinstance(block, Actions):
                    level = deeper
                yield from self._of(replace(block, level=deeper))
            else:
                yield from self._of(block)

    def _of(self, block: Block) -> Iterator[Element]:
        match block:
            case Heading():
                yield self.heading(block.inside, block.level)
            case Question():
                yield self._question(block)
            case Paragraph():
                style = "Note" if block.note and not self.in_note else self._style
                yield paragraph(style, *self.inlines.write(block.inside), properties=self._indent)
            case Listing():
                yield from self._listing(block)
            case Definitions():
                yield from self._definitions(block)
            case Table():
                yield from self.table(block)
            case _:
                yield from self._apart(block)

    def _apart(self, block: Block) -> Iterator[Element]:
        """What is set apart from running text."""
        match block:
            case Quotation():
                yield from replace(self, frame=QUOTED).write(block.inside)
                if block.who:
                    yield paragraph("QuoteSource", *self.inlines.write(block.who), properties=self._indent)
            case Quote():
                yield from report_blocks.quote(block, self.inlines)
            case Callout():
                yield from self._callout(block)
            case CodeBlock():
                yield paragraph("CodeBlock", run(block.text), properties=self._indent)
            case Rule():
                yield paragraph("Rule")
            case Figure():
                yield from self.figure(block)
            case Picture():
                yield from self._photo(block)
            case _:
                yield from self._of_report(block)

    def _of_report(self, block: Block) -> Iterator[Element]:
        """What only a report has."""
        match block:
            case KeyFigure():
                yield from report_blocks.key_figure(block)
            case Actions():
                yield from self._actions(block)
            case Video():
                yield from report_blocks.video(block, self.inlines)
            case Cards():
                for card in block.cards:
                    yield from report_blocks.card(card, self.inlines)

    @property
    def _style(self) -> str:
        return self.frame.more if self.depth else self.frame.text

    @property
    def _indent(self) -> tuple[Element, ...]:
        """The place of what follows in an item of a list."""
        return (w("ind", left=left(self.depth - 1)),) if self.depth else ()

    def heading(self, inside: Inlines, level: int, place: str = "") -> Element:
        """A heading, which the table of contents lists."""
        at = min(max(level + self.deeper, 1), DEEPEST)
        if self.depth or self.in_note:
            return paragraph(
                self._style, *self.inlines.write(inside, Face("Strong")), properties=self._indent
            )
        named = place or f"heading:{len(self.book.headings)}"
        self.book.headings.append((at, words_of(inside), self.book.places.name(named)))
        words = self.book.places.mark(named, *self.inlines.write(inside))
        return paragraph(f"Heading{at}", *words)

    def _question(self, question: Question) -> Element:
        if question.level:
            return self.heading(question.inside, question.level)
        return paragraph("Question", *self.inlines.write(question.inside))

    def _listing(self, listing: Listing) -> Iterator[Element]:
        number = self.book.numbering.new(listing.start)
        style = self.frame.bullets if listing.start is None else self.frame.numbers
        inner = replace(self, depth=self.depth + 1)
        for item in listing.items:
            first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (None, item)
            words = self.inlines.write(first.inside) if first else ()
            sign = w("numPr", w("ilvl", val=min(self.depth, 8)), w("numId", val=number))
            yield paragraph(style, *words, properties=(sign,))
            yield from inner.write(rest)

    def _definitions(self, block: Definitions) -> Iterator[Element]:
        inner = replace(self, depth=self.depth + 1)
        for item in block.items:
            yield paragraph("Term", *self.inlines.write(item.term))
            for description in item.descriptions:
                yield from inner.write(description)

    def table(self, block: Table, rows: Sequence[int] | None = None) -> Iterator[Element]:
        """A table, or only some of its rows; programs want a paragraph after it."""
        shown = block.rows if rows is None else [block.rows[row] for row in rows]
        if block.caption:
            yield paragraph("Caption", run(block.caption))
        for columns in spread(len(block.head)):
            head, *part = [columns.of(row) for row in (block.head, *shown)]
            yield table(head, part, self._cell, block.caption or block.title)
            yield paragraph("Note")

    def _cell(self, cell: Cell) -> Iterator[Element]:
        """The words of a cell; in one that names its row, what is said below the name is quieter."""
        if not cell.head:
            yield from self.inlines.write(cell.inside)
            return
        end = cell.inside.index(Break()) if Break() in cell.inside else len(cell.inside)
        yield from self.inlines.write(cell.inside[:end], Face("Strong"))
        yield from self.inlines.write(cell.inside[end:], Face("Quiet"))

    def _callout(self, callout: Callout) -> Iterator[Element]:
        title = callout.title or (Text(callout.label),)
        yield paragraph("CalloutTitle", *self.inlines.write(title))
        yield from replace(self, frame=CALLED).write(callout.inside)

    def _actions(self, one: Actions) -> Iterator[Element]:
        yield self.heading((Text(one.label),), one.level)
        if one.explanation:
            yield paragraph("Note", run(one.explanation))
        yield from self._listing(Listing(tuple(map(_item, one.items))))

    def _photo(self, picture: Picture) -> Iterator[Element]:
        drawn = list(self.book.picture(self.part, picture.file, picture.text))
        if drawn:
            yield paragraph("Figure" if picture.caption or picture.credit else "BodyText", *drawn)
        caption = " ".join(filter(None, (picture.caption, picture.credit)))
        if caption:
            yield paragraph("Note", run(caption))

    def figure(self, figure: Figure) -> Iterator[Element]:
        """A chart below its number and title; what is in its table is at the end of the document."""
        face = _face_of(figure)
        place = self.book.figure_place(self.entry, figure.name)
        yield paragraph("Caption", *_numbered(self.book, place, face), run(figure.title, face))
        if figure.subtitle:
            yield paragraph("FigureNote", run(figure.subtitle, face))
        shown = self.book.charts.get(figure.name)
        if shown:
            text = f"{figure.title}. {figure.description}"
            yield paragraph("Figure", self.book.drawn(self.part, shown, text))
        for text in filter(None, (figure.caption, *figure.notes, figure.credit)):
            yield paragraph("Note", run(text, face))
        if place in self.book.figures:
            words = run(self.book.words("document.numbers_in_annex"), LINK)
            yield paragraph("Note", self.inlines.within(self.book.places.name(f"annex:{place}"), [words]))

    def annexed(self, figure: Figure) -> Iterator[Element]:
        """A chart in words and numbers."""
        face = _face_of(figure)
        place = self.book.figure_place(self.entry, figure.name)
        number = self.book.figures.get(place)
        title = f"{self.book.words('figure', number=number)}. {figure.title}"
        yield self.heading((Text(title),), 3, f"annex:{place}")
        for sentence in (figure.description, *figure.sentences):
            yield paragraph("BodyText", run(sentence, face))
        if figure.table:
            yield from self.table(figure.table, figure.table.printed or None)
            if figure.table.rest:
                yield paragraph("Note", run(figure.table.rest, face))
        lead = run(f"{self.book.words('all_data')}: ")
        way = self.inlines.link(figure.address, "", [run(figure.address, LINK)])
        yield paragraph("Note", lead, *way)


def _item(text: str) -> Blocks:
    return (Paragraph((Text(text),)),)


def _face_of(figure: Figure) -> Face:
    return Face(language=figure.language)


def _numbered(book: Book, place: str, face: Face) -> Iterator[Element]:
    """The number of a figure, which programs count."""
    number = book.figures.get(place)
    if number is None:
        return
    before, _, after = book.words("figure", number="\0").partition("\0")
    yield run(before, face)
    if place in book.places.written:
        yield from computed(f"REF {book.places.name(place)} \\h", str(number), face)
    else:
        code = f"SEQ {before.strip() or 'Figure'} \\* ARABIC"
        yield from book.places.mark(place, *computed(code, str(number), face))
    yield run(f"{after}. ", face)
