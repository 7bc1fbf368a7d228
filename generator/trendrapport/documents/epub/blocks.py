"""Blocks as XHTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from trendrapport.documents.blocks import (
    Actions,
    Align,
    Block,
    Callout,
    Card,
    Cards,
    Cell,
    CodeBlock,
    Definition,
    Definitions,
    Figure,
    Heading,
    KeyFigure,
    Listing,
    Paragraph,
    Question,
    Quotation,
    Quote,
    Row,
    Rule,
    Table,
    Video,
)
from trendrapport.documents.epub.inlines import InlineWriter
from trendrapport.documents.epub.markup import h, joined, some
from trendrapport.documents.inlines import Break, Picture
from trendrapport.documents.punctuation import in_brackets

PARTED = " \u00b7 "
DEEPEST = 6


@dataclass(frozen=True)
class BlockWriter:
    """Writes the blocks of one chapter."""

    inlines: InlineWriter

    def write(self, blocks: Sequence[Block]) -> Markup:
        """All these blocks."""
        return joined(map(self.block, blocks))

    def paged(self, blocks: Sequence[Block]) -> Markup:
        """All these blocks, with the marks of pages between them; no heading is more than a level below the
        one before.
        """
        pages, file = self.inlines.shelf.pages, self.inlines.file
        return joined(pages.before(file, self.block(block)) for block in _stepped(blocks))

    def block(self, block: Block) -> Markup:
        """A block."""
        words = self.inlines.write
        match block:
            case Heading():
                return heading(block.level, words(block.inside))
            case Question() if block.level:
                return heading(block.level, words(block.inside))
            case Question():
                return h("p", h("strong", words(block.inside)), class_="question")
            case Paragraph():
                return h("p", words(block.inside), class_="note" if block.note else None)
            case Listing():
                items = [h("li", self.write(item)) for item in block.items]
                if block.start is None:
                    return h("ul", items)
                return h("ol", items, start=block.start)
            case Definitions():
                return h("dl", map(self._definition, block.items))
            case Table():
                return self.table(block)
        return self._apart(block)

    def _apart(self, block: Block) -> Markup:
        """What is set apart from running text."""
        match block:
            case Quotation():
                who = some("p", self.inlines.write(block.who), class_="note")
                return h("blockquote", self.write(block.inside), who)
            case Quote():
                return self._quote(block)
            case Callout():
                return self._callout(block)
            case CodeBlock():
                return h("pre", h("code", block.text))
            case Rule():
                return h("hr")
            case Figure():
                return self.figure(block)
            case Picture():
                return self._photo(block)
        return self._of_report(block)

    def _of_report(self, block: Block) -> Markup:
        """What only a report has."""
        match block:
            case KeyFigure():
                return key_figure(block)
            case Actions():
                items = [h("li", item) for item in block.items]
                explanation = some("p", block.explanation, class_="note")
                return h(
                    "div", heading(block.level, block.label), explanation, h("ul", items), class_="actions"
                )
            case Video():
                return self._video(block)
            case Cards():
                return joined(map(self.card, block.cards))
        return Markup("")

    def _definition(self, one: Definition) -> Markup:
        return joined(
            [
                h("dt", self.inlines.write(one.term)),
                [h("dd", self.write(blocks)) for blocks in one.descriptions],
            ]
        )

    def table(self, table: Table, rows: Sequence[int] = ()) -> Markup:
        """A table, or only some of its rows."""
        shown = [table.rows[row] for row in rows] or table.rows
        caption = some("caption", table.caption or table.title)
        head = h("thead", h("tr", [self._cell(cell, "col") for cell in table.head]))
        body = h("tbody", map(self._row, shown))
        return h("div", h("table", caption, head, body), class_="table")

    def _row(self, row: Row) -> Markup:
        return h("tr", [self._cell(cell, "row" if cell.head else None) for cell in row])

    def _cell(self, cell: Cell, scope: str | None) -> Markup:
        side = None if cell.align is Align.LEFT else str(cell.align)
        return h("th" if scope else "td", self._named(cell), scope=scope, class_=side)

    def _named(self, cell: Cell) -> Markup:
        """The words of a cell; in one that names its row, what is said below the name is quieter."""
        if not cell.head or Break() not in cell.inside:
            return self.inlines.write(cell.inside)
        end = cell.inside.index(Break())
        below = h("small", self.inlines.write(cell.inside[end + 1 :]))
        return joined([self.inlines.write(cell.inside[:end]), h("br"), below])

    def _quote(self, quote: Quote) -> Markup:
        who = ", ".join((quote.name, *quote.facts))
        cited = self.inlines.write((quote.cited,)) if quote.cited else ""
        said = [h("p", part) for part in quote.paragraphs]
        return h("blockquote", said, h("p", who, cited, class_="note"), class_="pulled")

    def _callout(self, callout: Callout) -> Markup:
        title = self.inlines.write(callout.title) if callout.title else callout.label
        inside = h("p", h("strong", title)) + self.write(callout.inside)
        return h("div", inside, class_="callout", epub_type="notice", role="note")

    def _video(self, video: Video) -> Markup:
        title = h("strong", self.inlines.link(video.address, "", video.title))
        lines = [h("p", title), h("p", PARTED.join(video.facts), class_="note")]
        if video.transcript:
            lines.append(h("p", self.inlines.write((video.transcript,))))
        if video.spoken:
            lines.append(h("p", h("strong", video.label)))
        return h("div", lines, [h("p", said) for said in video.spoken], class_="card")

    def card(self, card: Card) -> Markup:
        """Another entry in brief, with the way to it."""
        title = h("p", self.inlines.link(card.address, card.path, card.title), class_="title")
        texts = [h("p", one) for one in (card.summary, card.why) if one]
        facts = some("p", PARTED.join(card.facts), class_="note")
        return h("div", title, texts, facts, class_="card")

    def _photo(self, picture: Picture) -> Markup:
        file = self.inlines.shelf.picture(picture.file)
        caption = " ".join(filter(None, (picture.caption, picture.credit)))
        shown = h("img", src=file, alt=picture.text) if file else h("p", picture.text)
        return h("figure", shown, some("figcaption", caption))

    def number(self, figure: Figure) -> int | None:
        """That of a figure in the book."""
        return self.inlines.shelf.number(self.inlines.entry, figure.name)

    def figure(self, figure: Figure) -> Markup:
        """A chart below its title; its numbers and words are at the end of the chapter."""
        shelf, number = self.inlines.shelf, self.number(figure)
        if number and not self.inlines.first(f"figure-{number}"):
            return h("p", h("a", figure.title, href=f"#figure-{number}"))
        label = shelf.words("figure", number=number) if number else figure.label
        drawing = Markup(shelf.drawings.get(figure.name, ""))  # noqa: S704 - drawn by this generator
        notes = [h("p", one) for one in (figure.caption, *figure.notes, figure.credit) if one]
        way = h("a", shelf.words("document.numbers_in_annex"), href=f"#numbers-{number}") if number else ""
        caption = h(
            "figcaption",
            h("p", h("span", f"{label}. ", class_="label"), figure.title, class_="title"),
            some("p", figure.subtitle, class_="note"),
            h("div", notes, h("p", way), class_="note"),
        )
        language = figure.language or None
        return h("figure", drawing, caption, id=f"figure-{number}" if number else None, lang=language,
                 xml_lang=language, class_="chart")  # fmt: skip

    def _numbers(self, table: Table) -> Markup:
        shown = self.table(replace(table, title=""), table.printed)
        return joined([shown, some("p", table.rest, class_="note")])

    def numbers(self, figure: Figure) -> Markup:
        """A chart in words and numbers."""
        shelf, number = self.inlines.shelf, self.number(figure)
        title = f"{shelf.words('figure', number=number)}. {figure.title}"
        shown = self._numbers(figure.table) if figure.table else ""
        said = [h("p", one) for one in (figure.description, *figure.sentences)]
        way = h(
            "p", f"{shelf.words('all_data')}: ", h("a", figure.address, href=figure.address), class_="note"
        )
        back = h("p", h("a", shelf.words("document.back_to_figure", number=number), href=f"#figure-{number}",
                        role="doc-backlink"), class_="note")  # fmt: skip
        language = figure.language or None
        inside = [heading(3, title), said, shown, way, back]
        return h("section", inside, id=f"numbers-{number}", lang=language, xml_lang=language)


def heading(level: int, inside: Markup | str, name: str | None = None) -> Markup:
    """A heading."""
    return h(f"h{min(max(level, 1), DEEPEST)}", inside, id=name)


def key_figure(one: KeyFigure) -> Markup:
    """A number, what it is, and where it is from."""
    period = in_brackets(one.period)
    note = " ".join(filter(None, (one.explanation, period, one.source)))
    lines = [
        h("p", one.number, some("small", one.unit), class_="number"),
        h("p", h("strong", one.title)),
    ]
    return h("div", lines, h("p", note, class_="note"), class_="key-figure")


def _stepped(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks of which no heading is more than a level below the one before."""
    level = 1
    for block in blocks:
        if isinstance(block, (Heading, Question, Actions)) and block.level:
            deeper = min(max(block.level, 2), level + 1)
            if not isinstance(block, Actions):
                level = deeper
            yield replace(block, level=deeper)
        else:
            yield block
