"""Blocks as the HTML of a feed: elements that every reader of feeds shows, without a style, a script or a
picture of another site.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

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
    Style,
    Styled,
    Term,
    Text,
)
from trendrapport.documents.plain.basic import Basic, basic

_TAGS = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.DELETED: "del",
    Style.RAISED: "sup",
    Style.LOWERED: "sub",
}


def write(blocks: Iterable[Block], site: str) -> str:
    """Blocks as HTML; `site` is the address of the site, with a slash at its end, for pictures."""
    return _Html(site).blocks(blocks)


class _Html:
    """Writes blocks, with addresses of one site."""

    def __init__(self, site: str) -> None:
        self._site = site

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks one after the other."""
        return "".join(map(self._block, basic(blocks)))

    def _block(self, block: Basic) -> str:
        match block:
            case Heading(level, inside):
                return _in(f"h{level}", self._inlines(inside))
            case Paragraph(inside):
                return _in("p", self._inlines(inside))
            case Listing(items, start):
                listed = "".join(_in("li", self.blocks(item)) for item in items)
                return _in("ul", listed) if start is None else f'<ol start="{start}">{listed}</ol>'
            case Table():
                return self._table(block)
            case Quotation(inside):
                return _in("blockquote", self.blocks(inside))
            case CodeBlock(text):
                return _in("pre", _in("code", escape(text)))
            case Rule():
                return "<hr>"
            case Picture():
                return self._alone(block)

    def _alone(self, picture: Picture) -> str:
        """A picture with its caption below it."""
        below = " ".join(part for part in (picture.caption, picture.credit) if part)
        return _in("p", self._picture(picture)) + (_in("p", escape(below)) if below else "")

    def _table(self, table: Table) -> str:
        said = table.caption or table.title
        title = _in("caption", escape(said)) if said else ""
        rows = "".join(map(self._row, table.rows))
        head = "".join(_in("th", self._inlines(cell.inside)) for cell in table.head)
        return _in("table", title + _in("tr", head) + rows)

    def _row(self, row: Row) -> str:
        return _in("tr", "".join(map(self._cell, row)))

    def _cell(self, cell: Cell) -> str:
        return _in("th" if cell.head else "td", self._inlines(cell.inside))

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text) | Term(text):
                return escape(text)
            case Styled(style, inside):
                return _in(_TAGS[style], self._inlines(inside))
            case Code(text):
                return _in("code", escape(text))
            case Link(inside, address):
                return f'<a href="{escape(address)}">{self._inlines(inside)}</a>'
            case Mention(_, _, text, address):
                return f'<a href="{escape(address)}">{escape(text)}</a>'
            case Break():
                return "<br>"
            case Picture():
                return self._picture(inline)
        return _mark(inline)

    def _picture(self, picture: Picture) -> str:
        return f'<img src="{escape(self._site + picture.file)}" alt="{escape(picture.text)}">'


def _mark(inline: Inline) -> str:
    """The number of a source, or the letter of a note."""
    match inline:
        case Citation(cited):
            numbers = [str(one.number) for one in cited if one.number]
            return _in("sup", ", ".join(numbers)) if numbers else ""
        case NoteMark(letter):
            return _in("sup", escape(letter))
    return ""


def _in(tag: str, inside: str) -> str:
    return f"<{tag}>{inside}</{tag}>"
