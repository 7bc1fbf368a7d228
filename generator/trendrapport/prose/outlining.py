"""The tokens of a text to its outline: all that it refers to, with line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, TypeVar

from markdown_it.token import Token

from trendrapport.prose.anchors import WORDS, anchors, plain
from trendrapport.prose.captions import caption_of
from trendrapport.prose.html import BLOCKS
from trendrapport.prose.outline import (
    Block,
    Citation,
    Heading,
    Html,
    Image,
    Lapse,
    Link,
    Mark,
    Outline,
    TableLabel,
)
from trendrapport.prose.positions import Positions
from trendrapport.prose.slips import slips
from trendrapport.prose.slips.slip import first_row
from trendrapport.prose.table_captions import captioned
from trendrapport.prose.video_block import data_of, transcript_of

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_ADDRESSED = re.compile(r"!?\[[^\[\]\n]*\]\(([^()<>\n\"]*)\)")
_BLANK = re.compile(r"\S[^\S\n]+\S")
_ELEMENT = re.compile(r"<(/?[A-Za-z][A-Za-z0-9-]*)")
_HOLDERS = frozenset({"article", "body", "center", "div", "font", "html", "main", "p", "section", "span"})
"""Elements that only hold others."""


@dataclass(frozen=True)
class _Inline:
    """Running text: a paragraph, a heading or a cell."""

    token: Token
    positions: Positions
    line: int
    """The file's line on which the whole text starts."""

    def mark(self, at: int) -> Mark:
        """A character of it in the file."""
        row, column = self.positions.of(at)
        return Mark(self.line + row, column + 1)


_Reference = Link | Image | Citation | Html
R = TypeVar("R", Link, Image, Citation, Html)


def outline_of(text: str, line: int, tokens: Sequence[Token], env: Mapping[str, Any]) -> Outline:
    """What a text refers to that starts at `line` of its file; `env` is what the parser noted on its way."""
    lines = text.split("\n")
    inlines = [_Inline(one, Positions(one, lines), line) for one in tokens if one.type == "inline"]
    references = list(_references(inlines))
    blocks = tuple(_blocks(tokens, line, lines))
    return Outline(
        headings=tuple(_headings(tokens, line)),
        tables=tuple(_tables(tokens, line, lines)),
        links=(*_only(Link, references), *_transcripts(blocks)),
        images=tuple(_only(Image, references)),
        citations=tuple(_only(Citation, references)),
        blocks=blocks,
        html=(*_html_blocks(tokens, line), *_only(Html, references)),
        blanks=tuple(_blanks(inlines)),
        lapses=tuple(_lapses(text, line, tokens, env)),
        words=sum(len(_WORD.findall(plain(one.token))) for one in inlines),
    )


def _only(kind: type[R], references: Sequence[_Reference]) -> Iterator[R]:
    return (one for one in references if isinstance(one, kind))


def _headings(tokens: Sequence[Token], line: int) -> Iterator[Heading]:
    for token, text in anchors(tokens):
        yield Heading(int(token.tag[1]), text, str(token.attrs["id"]), Mark(line + first_row(token), 1))


def _tables(tokens: Sequence[Token], line: int, lines: Sequence[str]) -> Iterator[TableLabel]:
    for one in captioned(tokens):
        if one.anchor:
            column = lines[one.row].find(f"#tbl:{one.label}") + 1
            at = Mark(line + one.row, max(column, 1))
            yield TableLabel(one.label, one.words, one.anchor, at)


def _references(inlines: Sequence[_Inline]) -> Iterator[_Reference]:
    """Every link, picture, citation and piece of HTML in running text, in reading order."""
    for inline in inlines:
        children = inline.token.children or []
        for index, child in enumerate(children):
            if "at" in child.meta:
                yield from _reference(children, index, inline.mark(child.meta["at"]))


def _reference(children: Sequence[Token], index: int, at: Mark) -> Iterator[_Reference]:
    child = children[index]
    match child.type:
        case "link_open":
            yield Link(str(child.attrs["href"]), at, _words_of_link(children, index))
        case "image":
            yield Image(str(child.attrs["src"]), child.content, caption_of(child), at)
        case "pointer":
            yield Link(child.meta["target"], at, child.content)
        case "citation":
            for key, place in child.meta["cited"]:
                yield Citation(key, place, at)
        case "html_inline" if not child.content.startswith("<!--"):
            yield _html(child.content, at)


def _words_of_link(tokens: Sequence[Token], opening: int) -> str:
    """The words between a token that opens a link and the one that closes it."""
    following = (tokens[index] for index in range(opening, len(tokens)))
    inside = takewhile(lambda token: token.type != "link_close", following)
    return "".join(token.content for token in inside if token.type in WORDS)


def _blocks(tokens: Sequence[Token], line: int, lines: Sequence[str]) -> Iterator[Block]:
    for token in tokens:
        word, _, name = token.info.strip().partition(" ")
        if token.type == "fence" and (word in BLOCKS or name):
            row = first_row(token)
            column = lines[row].rfind(name.strip() or word) + 1
            yield Block(word, name.strip(), token.content, Mark(line + row, max(column, 1)))


def _transcripts(blocks: Sequence[Block]) -> Iterator[Link]:
    """The addresses of transcripts of videos, which are links like any other."""
    for block in blocks:
        found = transcript_of(block.text) if block.word == "video" else None
        if found:
            target, position = found
            row, column = position.value
            title = str(data_of(block.text).get("title") or "")
            yield Link(target, Mark(block.at.line + row, column), title)


def _html_blocks(tokens: Sequence[Token], line: int) -> Iterator[Html]:
    for token in tokens:
        if token.type == "html_block" and not token.content.lstrip().startswith("<!--"):
            yield _html(token.content, Mark(line + first_row(token), 1))


def _html(text: str, at: Mark) -> Html:
    """HTML by its first element that says what it is for: what only holds others says nothing."""
    elements = _ELEMENT.findall(text)
    telling = [name for name in elements if name.lower().lstrip("/") not in _HOLDERS]
    first = (telling or elements or [""])[0].lower()
    return Html(first, Mark(at.line, at.column + len(text) - len(text.lstrip())))


def _blanks(inlines: Sequence[_Inline]) -> Iterator[Link]:
    """What is written as a link or picture, but is none for the space in its address."""
    for inline in inlines:
        for target, at in _addresses_with_blank(inline.token):
            yield Link(target, inline.mark(at))


def _addresses_with_blank(inline: Token) -> Iterator[tuple[str, int]]:
    """Each address with a space in a text, and where in the text its link begins."""
    start = 0
    for child in inline.children or ():
        if child.type == "code_inline":
            start = inline.content.find(child.content, start) + len(child.content)
        for match in _ADDRESSED.finditer(child.content if child.type == "text" else ""):
            found = inline.content.find(match[0], start) if _BLANK.search(match[1]) else -1
            if found >= 0:
                start = found + len(match[0])
                yield match[1], found


def _lapses(text: str, line: int, tokens: Sequence[Token], env: Mapping[str, Any]) -> Iterator[Lapse]:
    for slip in slips(text, tokens, env):
        yield Lapse(slip.code, slip.shown, Mark(line + slip.row, slip.column + 1))
