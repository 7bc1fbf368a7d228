"""A document in Markdown: CommonMark with tables and footnotes, which GitHub, Pandoc and others read.

Sources are footnotes with their number, notes those with their letter. Signs with a meaning in Markdown are
escaped, so that words stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from trendrapport.documents.blocks import (
    Block,
    Cell,
    CodeBlock,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Row,
    Rule,
    Table,
)
from trendrapport.documents.document import Document
from trendrapport.documents.inlines import (
    Break,
    Citation,
    Cited,
    Code,
    Inline,
    Inlines,
    Link,
    Mention,
    NoteMark,
    Picture,
    Style,
    Styled,
    Term,
    Text,
    words_of,
)
from trendrapport.documents.plain.basic import Basic, basic
from trendrapport.documents.plain.small import SMALL, small
from trendrapport.documents.plain.whole import source, whole

_MARKS = {Style.EMPHASIS: "*", Style.STRONG: "**", Style.DELETED: "~~"}
_SIGNS = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|!(?=\[)|(?<=\w)@(?=\w)")
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+=:](?=\s|$|[-=:])|\d{1,9}(?=[.)](\s|$)))")
"""What has a meaning at the start of a line alone."""


def write(document: Document, before: str = "") -> str:
    """A document in Markdown; `before` comes before the mark of each footnote, where others are in the same
    file.
    """
    return _Writer(before).whole(document)


@dataclass(frozen=True)
class _Writer:
    """Writes one document."""

    before: str
    """What comes before the mark of each footnote, where several documents are in one file."""

    def whole(self, document: Document) -> str:
        """The whole document, with its address, its sources and how to cite it."""
        label = document.labels
        parts = [self._blocks(whole(document))]
        if document.cite:
            parts.append(f"{label('cite')}: {self._line(document.cite)}")
        parts.append(f"{label('document.on_the_web')}: <{web_address(document.address)}>")
        for note in document.notes:
            parts.append(self._noted(note.letter, self._blocks(note.inside)))
        for reference in document.sources:
            parts.append(self._noted(str(reference.number), self._line(source(reference))))
        return "\n\n".join(part for part in parts if part) + "\n"

    def _noted(self, mark: str, text: str) -> str:
        return f"[^{self.before}{mark}]: {_indented(text, '    ')}"

    def _blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks with a line between them; between two lists a comment keeps them apart."""
        made: list[str] = []
        before: Basic | None = None
        for block in basic(blocks):
            if isinstance(before, Listing) and isinstance(block, Listing):
                made.append("<!-- -->")
            made.append(self._block(block))
            before = block
        return "\n\n".join(part for part in made if part)

    def _block(self, block: Basic) -> str:
        match block:
            case Heading(level, inside):
                return f"{'#' * level} {self._line(inside)}"
            case Paragraph(inside):
                return _started(self._inlines(inside))
            case Listing():
                return "\n".join(self._items(block))
            case Table():
                return self._table(block)
            case Quotation(inside):
                return "\n".join(f"> {line}".rstrip() for line in self._blocks(inside).split("\n"))
            case CodeBlock(text):
                fence = "`" * max(3, _longest_run(text) + 1)
                return f"{fence}\n{text}\n{fence}"
            case Rule():
                return "***"
            case Picture():
                return _picture(block)

    def _items(self, listing: Listing) -> Iterator[str]:
        for number, item in enumerate(listing.items, listing.start or 0):
            mark = "- " if listing.start is None else f"{number}. "
            yield mark + _indented(self._blocks(item), " " * len(mark))

    def _table(self, table: Table) -> str:
        rows = [self._row(table.head), "|" + " --- |" * len(table.head), *map(self._row, table.rows)]
        said = table.caption or table.title
        title = f"{escaped(said)}\n\n" if said else ""
        return title + "\n".join(rows)

    def _row(self, row: Row) -> str:
        return "|" + "".join(f" {self._cell(cell)} |" for cell in row)

    def _cell(self, cell: Cell) -> str:
        return self._line(cell.inside)

    def _line(self, inlines: Inlines) -> str:
        """Words on one line."""
        return self._inlines(inlines).replace("\\\n", ": ")

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return escaped(text)
            case Styled(style, inside):
                return self._styled(style, inside)
            case Code(text):
                return _code(text)
            case Link(inside, address):
                return f"[{self._line(inside)}]({web_address(address)})"
            case Break():
                return "\\\n"
            case _:
                return self._referring(inline)

    def _styled(self, style: Style, inside: Inlines) -> str:
        """Words between marks; CommonMark has none for small letters."""
        if style in SMALL:
            return escaped(small(style, words_of(inside)))
        return marked(_MARKS[style], self._inlines(inside))

    def _referring(self, inline: Inline) -> str:
        match inline:
            case Term(text):
                return escaped(text)
            case Citation(cited):
                return "".join(map(self._cited, cited))
            case Mention(_, _, text, address):
                return f"[{escaped(text)}]({web_address(address)})"
            case NoteMark(letter):
                return f"[^{self.before}{letter}]"
            case Picture(_, text):
                return escaped(text)
        return ""

    def _cited(self, cited: Cited) -> str:
        if cited.number is None:
            return ""
        place = f" ({escaped(cited.place)})" if cited.place else ""
        return f"[^{self.before}{cited.number}]{place}"


def _longest_run(text: str) -> int:
    """The most backticks in a row."""
    return max(map(len, re.findall("`+", text)), default=0)


def _picture(picture: Picture) -> str:
    """What a picture shows, and what is below it."""
    below = " ".join(part for part in (picture.caption, picture.credit) if part)
    return "\n\n".join(part for part in (escaped(picture.text), escaped(below)) if part)


def _indented(text: str, indent: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{indent}{line}" if line else "" for line in rest)])


def _started(text: str) -> str:
    """A paragraph of which no line starts with a sign that has a meaning there."""
    return "\n".join(_AT_START.sub(_escaped_start, line.strip(" ")) for line in text.split("\n"))


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def marked(mark: str, text: str) -> str:
    """Words between marks; blanks at their ends stay outside, as marks next to them are none."""
    inside = text.strip()
    if not inside:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{inside}{mark}{after}"


def _code(text: str) -> str:
    fence = "`" * (_longest_run(text) + 1)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"


def web_address(address: str) -> str:
    """An address in which no sign ends it."""
    return quote(address, safe="/:?#@!$&'*+,;=%-._~")


def escaped(text: str) -> str:
    """Words that stay words; in one line."""
    plain = " ".join(re.split(r"[\r\n\t\f\v\u2028\u2029]+", text))
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", plain)
