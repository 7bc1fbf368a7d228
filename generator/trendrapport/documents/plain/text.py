"""A document as text without any marks, in lines of at most 78 signs: for a program that reads aloud, an old
terminal or an e-mail.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from trendrapport.documents.blocks import (
    Block,
    CodeBlock,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Rule,
    Table,
)
from trendrapport.documents.document import Document
from trendrapport.documents.inlines import (
    Break,
    Citation,
    Code,
    Inline,
    Inlines,
    Link,
    Mention,
    NoteMark,
    Picture,
    Styled,
    Term,
    Text,
    words_of,
)
from trendrapport.documents.plain.basic import Basic, basic
from trendrapport.documents.plain.small import SMALL, small
from trendrapport.documents.plain.whole import source, whole
from trendrapport.documents.punctuation import ended

WIDTH = 78
_UNDER = {1: "=", 2: "-"}
"""The lines below headings; deeper ones have none."""


def write(document: Document) -> str:
    """The whole document, with its notes, its sources and its address."""
    label = document.labels
    parts = [_blocks(whole(document))]
    if document.notes:
        parts.append(_heading(2, label("footnotes")))
    for note in document.notes:
        parts.append(f"({note.letter}) {_blocks(note.inside)}")
    if document.sources:
        parts.append(_heading(2, label("sources")))
    for one in document.sources:
        parts.append(_wrapped(f"[{one.number}] {_inlines(source(one))}"))
    if document.cite:
        parts.append(_wrapped(f"{label('cite')}: {_inlines(document.cite)}"))
    parts.append(f"{label('document.on_the_web')}: {document.address}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n\n".join(text for text in map(_block, basic(blocks)) if text)


def _block(block: Basic) -> str:
    match block:
        case Heading(level, inside):
            return _heading(level, _inlines(inside))
        case Paragraph(inside):
            return "\n".join(_wrapped(line) for line in _inlines(inside).split("\n"))
        case Listing():
            return "\n".join(_items(block))
        case Table():
            return "\n".join(_rows(block))
        case Quotation(inside):
            return textwrap.indent(_blocks(inside), "    ")
        case CodeBlock(text):
            return textwrap.indent(text, "    ")
        case Rule():
            return "* * *"
        case Picture():
            return _wrapped(f"{ended(block.text)} {block.caption} {block.credit}")


def _heading(level: int, text: str) -> str:
    line = _UNDER.get(level, "") * min(len(text), WIDTH)
    return "\n".join(part for part in (_wrapped(text), line) if part)


def _items(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, listing.start or 0):
        mark = "- " if listing.start is None else f"{number}. "
        first, *rest = _blocks(item).split("\n")
        yield "\n".join([mark + first, *(f"{' ' * len(mark)}{line}".rstrip() for line in rest)])


def _rows(table: Table) -> Iterator[str]:
    """A line for each cell with the name of its column: it is read aloud as it is meant."""
    if table.caption or table.title:
        yield _wrapped(table.caption or table.title)
    names = [_inlines(cell.inside) for cell in table.head]
    for row in table.rows:
        facts = [f"{name}: {_inlines(cell.inside)}" for name, cell in zip(names, row, strict=False)]
        yield _wrapped("- " + "; ".join(facts).replace("\n", ": "), "  ")


def _wrapped(text: str, indent: str = "") -> str:
    """A paragraph in lines, the first of them not indented; a word that is longer than a line stays whole."""
    words = re.split(r"[ \t\r\n\f\v]+", text.strip(" "))
    return textwrap.fill(
        " ".join(words), WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text) | Term(text):
            return text
        case Styled(style, inside):
            return small(style, words_of(inside)) if style in SMALL else _inlines(inside)
        case Link(inside, address):
            words = _inlines(inside)
            return words if address in {words, ""} else f"{words} <{address}>"
        case Citation(cited):
            return "".join(_cited(one.number, one.place) for one in cited)
        case Mention(_, _, text):
            return text
        case NoteMark(letter):
            return f" ({letter})"
        case Break():
            return "\n"
        case Picture():
            return words_of((inline,))
    return ""


def _cited(number: int | None, place: str) -> str:
    if number is None:
        return ""
    return f" [{number}, {place}]" if place else f" [{number}]"
