"""A document in Markdown: CommonMark with tables and footnotes, which GitHub, Pandoc and others read.

Sources are footnotes with their number, notes those with their letter. Signs with a meaning in Markdown are
escaped, so that words stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from trendrapport.documents.blocks import (
    Block,
    Break,
    Cell,
    Citation,
    Cited,
    Code,
    CodeBlock,
    Heading,
    Inline,
    Inlines,
    Link,
    Listing,
    Mention,
    NoteMark,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Rule,
    Style,
    Styled,
    Table,
    Term,
    Text,
)
from trendrapport.documents.document import Document
from trendrapport.documents.plain.basic import Basic, basic
from trendrapport.documents.plain.whole import source, whole

_MARKS = {Style.EMPHASIS: "*", Style.STRONG: "**", Style.DELETED: "~~"}
_SIGNS = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|!(?=\[)|(?<=\w)@(?=\w)")
_AT_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+=:](?=\s|$|[-=:])|\d{1,9}(?=[.)](\s|$)))")
"""What has a meaning at the start of a line alone."""
_WEB = re.compile(r"(https?|mailto):", re.IGNORECASE)


def write(document: Document) -> str:
    """The whole document, with its address, its sources and how to cite it."""
    parts = [_blocks(whole(document)), f"<{web_address(document.address)}>"]
    if document.cite:
        parts.insert(1, _line(document.cite))
    for note in document.notes:
        parts.append(_noted(note.letter, _blocks(note.inside)))
    for reference in document.sources:
        parts.append(_noted(str(reference.number), _line(source(reference))))
    return "\n\n".join(part for part in parts if part) + "\n"


def _noted(mark: str, text: str) -> str:
    return f"[^{mark}]: {_indented(text, '    ')}"


def _blocks(blocks: Iterable[Block]) -> str:
    """Blocks with a line between them; between two lists a comment keeps them apart."""
    made: list[str] = []
    before: Basic | None = None
    for block in basic(blocks):
        if isinstance(before, Listing) and isinstance(block, Listing):
            made.append("<!-- -->")
        made.append(_block(block))
        before = block
    return "\n\n".join(part for part in made if part)


def _block(block: Basic) -> str:
    match block:
        case Heading(level, inside):
            return f"{'#' * level} {_line(inside)}"
        case Paragraph(inside):
            return _started(_inlines(inside))
        case Listing():
            return "\n".join(_items(block))
        case Table():
            return _table(block)
        case Quotation(inside):
            return "\n".join(f"> {line}".rstrip() for line in _blocks(inside).split("\n"))
        case CodeBlock(text):
            fence = "`" * max(3, _longest_run(text) + 1)
            return f"{fence}\n{text}\n{fence}"
        case Rule():
            return "***"
        case Picture():
            return _picture(block)


def _longest_run(text: str) -> int:
    """The most backticks in a row."""
    return max(map(len, re.findall("`+", text)), default=0)


def _picture(picture: Picture) -> str:
    """What a picture shows, and what stands below it."""
    below = " ".join(part for part in (picture.caption, picture.credit) if part)
    return "\n\n".join(part for part in (escaped(picture.text), escaped(below)) if part)


def _items(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, listing.start or 0):
        mark = "- " if listing.start is None else f"{number}. "
        yield mark + _indented(_blocks(item), " " * len(mark))


def _indented(text: str, indent: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{indent}{line}" if line else "" for line in rest)])


def _table(table: Table) -> str:
    rows = [_row(table.head), "|" + " --- |" * len(table.head), *map(_row, table.rows)]
    title = f"{escaped(table.title)}\n\n" if table.title else ""
    return title + "\n".join(rows)


def _row(row: Row) -> str:
    return "|" + "".join(f" {_cell(cell)} |" for cell in row)


def _cell(cell: Cell) -> str:
    return _line(cell.inside)


def _line(inlines: Inlines) -> str:
    """Words on one line."""
    return _inlines(inlines).replace("\\\n", ": ")


def _started(text: str) -> str:
    """A paragraph of which no line starts with a sign that has a meaning there."""
    return "\n".join(_AT_START.sub(_escaped_start, line.strip(" ")) for line in text.split("\n"))


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escaped(text)
        case Styled(style, inside):
            return _styled(_MARKS[style], _inlines(inside))
        case Code(text):
            return _code(text)
        case Link(inside, address):
            return f"[{_line(inside)}]({web_address(address)})"
        case Break():
            return "\\\n"
        case _:
            return _referring(inline)


def _referring(inline: Inline) -> str:
    match inline:
        case Term(text):
            return escaped(text)
        case Citation(cited):
            return "".join(map(_cited, cited))
        case Mention(_, _, text, address):
            return f"[{escaped(text)}]({web_address(address)})"
        case NoteMark(letter):
            return f"[^{letter}]"
        case Picture(_, text):
            return escaped(text)
    return ""


def _styled(mark: str, text: str) -> str:
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


def _cited(cited: Cited) -> str:
    if cited.number is None:
        return ""
    place = f" ({escaped(cited.place)})" if cited.place else ""
    return f"[^{cited.number}]{place}"


def web_address(address: str) -> str:
    """An address in which no sign ends it."""
    return quote(address, safe="/:?#@!$&'*+,;=%-._~")


def escaped(text: str) -> str:
    """Words that stay words; in one line."""
    plain = " ".join(re.split(r"[\r\n\t\f\v\u2028\u2029]+", text))
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", plain)
