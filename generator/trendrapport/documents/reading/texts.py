"""A text's tokens to blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from trendrapport.documents.blocks import (
    Align,
    Block,
    Blocks,
    Callout,
    Cell,
    CodeBlock,
    Definition,
    Definitions,
    Heading,
    Listing,
    Note,
    Paragraph,
    Question,
    Quotation,
    Row,
    Rule,
    Table,
)
from trendrapport.documents.inlines import Inlines, Link, Picture, Styled, Text, words_of
from trendrapport.documents.reading.fenced import FencedReader
from trendrapport.documents.reading.inlines import InlineReader
from trendrapport.prose.html import BLOCKS, is_comment
from trendrapport.prose.notes import letters
from trendrapport.prose.table_captions import TableCaption


@dataclass(frozen=True)
class TextReader:
    """Reads blocks, and what is in them."""

    inlines: InlineReader
    fenced: FencedReader
    word: Callable[..., str]
    """The label of a name."""

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Blocks:
        """The blocks of these nodes, in their order, without footnotes."""
        found: list[Block] = []
        for node in nodes:
            found.extend(self._of(node))
        return tuple(found)

    def notes(self, nodes: Iterable[SyntaxTreeNode]) -> tuple[Note, ...]:
        """The footnotes of a text."""
        found: list[Note] = []
        for node in nodes:
            if node.type == "footnote_block":
                found.extend(self._note(note) for note in node.children)
        return tuple(found)

    def _note(self, node: SyntaxTreeNode) -> Note:
        return Note(letters(node.meta["id"]), self.blocks(node.children))

    def _of(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading" | "paragraph":
                yield from self._words(node)
            case "bullet_list" | "ordered_list":
                yield self._listing(node)
            case "dl":
                yield Definitions(tuple(self._definitions(node)))
            case "table":
                yield self._table(node)
            case "blockquote":
                yield Quotation(self.blocks(node.children))
            case "quoted":
                quotation, who = node.children
                yield Quotation(self.blocks(quotation.children), self.inlines.read(who.children))
            case "callout":
                yield self._callout(node)
            case "hr":
                yield Rule()
            case _:
                yield from self._lines(node)

    def _lines(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """What is no Markdown inside."""
        match node.type:
            case "fence":
                word, _, name = node.info.strip().partition(" ")
                if word in BLOCKS:
                    yield from self.fenced.read(word, name.strip(), node.content)
                else:
                    yield CodeBlock(node.content.rstrip("\n"))
            case "code_block":
                yield CodeBlock(node.content.rstrip("\n"))
            case "html_block" if not is_comment(node.content):
                yield Paragraph((Text(" ".join(node.content.split())),))

    def _words(self, node: SyntaxTreeNode) -> Iterator[Block]:
        inside = self.inlines.read(node.children)
        asks = "question" in str(node.attrs.get("class", ""))
        level = int(node.tag[1]) if node.type == "heading" else 0
        anchor = str(node.attrs.get("id", ""))
        if asks:
            yield Question(inside, anchor, level)
        elif level and _has_words(inside):
            yield Heading(level, inside, anchor)
        elif inside and _stands_alone(node):
            yield from (picture for picture in inside if isinstance(picture, Picture))
        elif inside:
            yield Paragraph(inside)

    def _listing(self, node: SyntaxTreeNode) -> Listing:
        items = tuple(self.blocks(item.children) for item in node.children)
        if node.type == "bullet_list":
            return Listing(items)
        return Listing(items, int(node.attrs.get("start", 1)))

    def _definitions(self, node: SyntaxTreeNode) -> Iterator[Definition]:
        """Each word with all that is said of it, which follows it."""
        term: SyntaxTreeNode | None = None
        explanations: list[Blocks] = []
        for child in node.children:
            if child.type == "dd":
                explanations.append(self.blocks(child.children))
                continue
            if term:
                yield Definition(self.inlines.read(term.children), tuple(explanations))
            term, explanations = child, []
        if term:
            yield Definition(self.inlines.read(term.children), tuple(explanations))

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows: list[Row] = []
        for part in node.children:
            rows.extend(tuple(map(self._cell, row.children)) for row in part.children)
        caption: TableCaption | None = node.meta.get("caption")
        if caption is None:
            return Table(rows[0], tuple(rows[1:]))
        said = f"{self.word('table_number', number=caption.number)}. {caption.words}"
        return Table(rows[0], tuple(rows[1:]), caption=said, anchor=caption.anchor)

    def _cell(self, node: SyntaxTreeNode) -> Cell:
        align = str(node.attrs.get("style", "")).removeprefix("text-align:")
        return Cell(self.inlines.read(node.children), Align(align or Align.LEFT))

    def _callout(self, node: SyntaxTreeNode) -> Callout:
        kind, children = node.meta["kind"], node.children
        label = self.word(f"callout.{kind}")
        if not node.meta["titled"]:
            return Callout(kind, label, (), self.blocks(children))
        return Callout(kind, label, self.inlines.read(children[0].children), self.blocks(children[1:]))


def _has_words(inside: Inlines) -> bool:
    """Whether there is more than pictures, notes and numbers of sources: a heading is found by its words."""
    for one in inside:
        if isinstance(one, (Link, Styled)):
            has_words = _has_words(one.inside)
        else:
            has_words = not isinstance(one, Picture) and bool(words_of((one,)).strip())
        if has_words:
            return True
    return False


def _stands_alone(node: SyntaxTreeNode) -> bool:
    """Whether a paragraph is nothing but a picture with words below it."""
    only = node.children[0].children if node.children else []
    return len(only) == 1 and only[0].type == "image" and bool(only[0].meta.get("alone"))
