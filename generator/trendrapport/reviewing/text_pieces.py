"""The Markdown of an entry to pieces: a paragraph, heading, item, cell or note each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from markdown_it.token import Token

from trendrapport.diagnostics import Text
from trendrapport.files.source import Source
from trendrapport.prose.html import is_comment
from trendrapport.prose.markdown import parse
from trendrapport.reviewing.inline import Meanings, UnmappedError, Walk
from trendrapport.reviewing.pieces import Kind, Listed, Piece, Placed, Rows
from trendrapport.reviewing.signs import Sign, Signs, Wrapper

_CELLS = re.compile(r"(?<!\\)\|")
_SIDES = {"text-align:right": "right", "text-align:center": "center"}
_LISTS = {"bullet_list_open", "ordered_list_open"}
UNMAPPED = Text(
    nl="de opmaak van deze alinea is te ingewikkeld om terug te zetten; wijzig haar in het bestand",
    en="the markup of this paragraph is too involved to put back; change it in the file",
)
_BLOCK = Text(
    nl="dit is een blok van het rapport; wijzig het in het bestand",
    en="this is a block of the report; change it in the file",
)


class Words(Meanings):
    """What a text refers to and shows, in words."""

    def block(self, word: str, name: str, text: str) -> str:
        """What a block shows, in brief."""
        raise NotImplementedError


@dataclass
class _Open:
    """A block that is being read."""

    token: Token
    number: int = 0
    """Of a list or a table."""
    items: int = 0
    """How many paragraphs an item has so far; of a table its rows, of a row its cells."""


@dataclass
class TextReader:
    """Reads the Markdown of one file."""

    source: Source
    means: Words
    start: Text
    """What the text above the first heading is called."""
    tokens: list[Token] = field(init=False)
    open: list[_Open] = field(default_factory=list)
    lists: Iterator[int] = field(default_factory=lambda: count(1))
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    heading: Text | None = None

    def __post_init__(self) -> None:
        """Takes the body apart, and says where each of its lines begins in the file."""
        self.tokens = parse(self.source.body, self.source.body_line).tokens
        self.lines = self.source.body.split("\n")
        self.first_row = self.source.body_line - 1
        starts = [0]
        for line in self.source.text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self.starts = starts

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the text, and after these its notes."""
        for index, token in enumerate(self.tokens):
            if token.type == "inline":
                yield from self._words(index, token)
            elif token.nesting > 0:
                self._enter(token)
            elif token.nesting < 0:
                self.open.pop()
            else:
                yield from self._block(token)

    def _enter(self, token: Token) -> None:
        number = 0
        if token.type in _LISTS:
            number = next(self.lists)
        elif token.type == "table_open":
            number = next(self.tables)
        counted = self.open[-1:]
        if token.type == "tr_open":
            counted = self._within("table_open")[-1:]
        elif token.type in {"thead_open", "tbody_open"}:
            counted = []
        for one in counted:
            one.items += 1
        self.open.append(_Open(token, number))

    def _within(self, *types: str) -> list[_Open]:
        return [one for one in self.open if one.token.type in types]

    def _block(self, token: Token) -> Iterator[Piece]:
        """A block without words of its own."""
        shown = ""
        if token.type == "fence":
            word, _, name = token.info.strip().partition(" ")
            shown = self.means.block(word, name.strip(), token.content)
        elif token.type == "code_block" or (token.type == "html_block" and not is_comment(token.content)):
            shown = token.content.strip()
        if shown:
            signs = tuple(Sign(sign, fixed=True) for sign in shown)
            yield replace(self._piece(Kind.PARAGRAPH, "Note", token, signs), fixed=_BLOCK)

    def _piece(self, kind: Kind, style: str, token: Token, signs: Signs) -> Piece:
        row = (token.map or [0, 0])[0]
        place = self.heading or self.start
        return Piece(
            kind,
            style,
            self.source.path,
            self.first_row + row + 1,
            place,
            signs,
            block=self._rows((self.open or [_Open(token)])[0].token),
        )

    def _rows(self, token: Token) -> Rows | None:
        """The rows of a block in the file, without empty ones at its end."""
        if not token.map:
            return None
        first, end = token.map
        while end > first + 1 and not self.lines[end - 1].strip(" \t>"):
            end -= 1
        return self.first_row + first, self.first_row + end

    def _words(self, index: int, token: Token) -> Iterator[Piece]:
        if not token.content.strip():
            return
        in_note = bool(self._within("footnote_open"))
        try:
            signs, wrappers = Walk(token.content, self.means, in_note).through(token.children or [])
            signs, wrappers = self._placed(token, signs, wrappers)
            fixed = None
        except UnmappedError:
            signs, wrappers = tuple(Sign(sign, fixed=True) for sign in _plain(token)), ()
            fixed = UNMAPPED
        kind, style = self._kind_and_style(in_note=in_note)
        made = replace(
            self._piece(kind, style, token, signs),
            wrappers=wrappers,
            fixed=fixed,
            depth=len(self._within(*_LISTS)),
        )
        if kind is Kind.HEADING:
            made = replace(made, level=int(self.open[-1].token.tag[1]))
            text = "".join(sign.shown for sign in signs if not sign.is_note)
            self.heading = Text(nl=text, en=text)
            made = replace(made, place=self.heading)
        yield self._in_its_place(made, index)

    def _kind_and_style(self, *, in_note: bool) -> tuple[Kind, str]:
        parent = self.open[-1].token
        if in_note:
            return Kind.NOTE, "FootnoteText"
        if parent.type == "heading_open" and len(self.open) == 1:
            return Kind.HEADING, f"Heading{max(1, int(parent.tag[1]) - 1)}"
        if parent.type in {"th_open", "td_open"}:
            return Kind.CELL, "TableText"
        items = self._within("list_item_open")
        if items and self.open[-2] is items[-1] and items[-1].items == 1:
            return Kind.ITEM, "ListBullet"
        return Kind.PARAGRAPH, self._style_of_paragraph(parent)

    def _style_of_paragraph(self, parent: Token) -> str:
        if "callout-title" in str(parent.attrs.get("class", "")):
            return "CalloutTitle"
        if parent.type == "attribution_open":
            return "QuoteSource"
        for one, style in (("callout_open", "Callout"), ("blockquote_open", "Quote"), ("dt_open", "Term")):
            if self._within(one):
                return style
        return "ListContinue" if self._within("list_item_open") else "BodyText"

    def _in_its_place(self, piece: Piece, index: int) -> Piece:
        """The piece with its place in a list or table, the note that it is, and its own rows."""
        if piece.kind is Kind.NOTE:
            label = self._within("footnote_open")[-1].token.meta.get("label", "")
            only = self._is_alone(index)
            fixed = piece.fixed if only else UNMAPPED
            return replace(piece, note=f"[^{label}]", fixed=fixed)
        if piece.kind is Kind.CELL:
            table, row = self._within("table_open")[-1], self._within("tr_open")[-1]
            align = _SIDES.get(str(self.open[-1].token.attrs.get("style", "")), "left")
            return replace(piece, cell=Placed(table.number, table.items, row.items, align))
        if piece.kind is Kind.ITEM:
            lists = self._within(*_LISTS)
            start = None
            if lists[-1].token.type == "ordered_list_open":
                start = int(lists[-1].token.attrs.get("start", 1))
            piece = replace(piece, listed=Listed(lists[-1].number, len(lists) - 1, start))
            is_plain = {one.token.type for one in self.open} <= {*_LISTS, "list_item_open", "paragraph_open"}
            if is_plain and self._is_alone(index):
                return replace(piece, rows=self._rows(self._within("list_item_open")[-1].token))
            return piece
        if len(self.open) == 1:
            return replace(piece, rows=self._rows(self.open[0].token))
        return piece

    def _is_alone(self, index: int) -> bool:
        """Whether a paragraph is all that an item or a note has."""
        holders = {"list_item_open", "footnote_open"}
        ends = {"list_item_close", "footnote_close"}
        place = index + 1
        while self.tokens[place].type in {"paragraph_close", "footnote_anchor"}:
            place += 1
        return self.tokens[index - 2].type in holders and self.tokens[place].type in ends

    def _placed(
        self, token: Token, signs: Signs, wrappers: Sequence[Wrapper]
    ) -> tuple[Signs, tuple[Wrapper, ...]]:
        """Signs and what sets them apart with their places in the file. Raises UnmappedError."""
        place = self._places(token)

        def moved(start: int, end: int) -> tuple[int, int]:
            if end > start:
                return place(start), place(end - 1) + 1
            return place(start), place(start)

        found = []
        for sign in signs:
            start, end = moved(sign.start, sign.end)
            found.append(replace(sign, start=start, end=end))
        moved_wrappers = tuple(
            Wrapper(moved(*one.opening), moved(*one.closing), one.face) for one in wrappers
        )
        return tuple(found), moved_wrappers

    def _places(self, token: Token) -> Callable[[int], int]:
        """From a character of running text to its place in the file."""
        if not token.map:
            raise UnmappedError
        rows, first = token.content.split("\n"), token.map[0]
        if self.open[-1].token.type in {"th_open", "td_open"}:
            starts = [self._cell_start(token, first)]
        else:
            while first < token.map[1] and not _column(self.lines[first], rows[0]) >= 0:
                first += 1
            starts = [self._row_start(first + number, row) for number, row in enumerate(rows)]
        ends: list[int] = []
        for row in rows:
            ends.append((ends[-1] if ends else 0) + len(row) + 1)

        def place(at: int) -> int:
            for number, end in enumerate(ends):
                if at < end or number == len(ends) - 1:
                    return starts[number] + at - (end - len(rows[number]) - 1)
            raise UnmappedError

        return place

    def _row_start(self, row: int, text: str) -> int:
        column = -1
        if row < len(self.lines):
            column = _column(self.lines[row], text)
        if column < 0:
            raise UnmappedError
        return self.starts[self.first_row + row] + column

    def _cell_start(self, token: Token, row: int) -> int:
        """Where the words of a cell begin: behind as many bars as there are cells before it."""
        line = self.lines[row]
        parts = _CELLS.split(line)
        bars = [found.end() for found in _CELLS.finditer(line)]
        starts = [0, *bars]
        if not parts[0].strip():
            parts, starts = parts[1:], starts[1:]
        number = self._within("tr_open")[-1].items - 1
        if number >= len(parts) or parts[number].strip() != token.content:
            raise UnmappedError
        indent = len(parts[number]) - len(parts[number].lstrip())
        return self.starts[self.first_row + row] + starts[number] + indent


def _column(line: str, text: str) -> int:
    """Where in a line a row of running text is: at its end, or before the signs that end a heading."""
    for whole in (line, line.rstrip()):
        if whole.endswith(text):
            return len(whole) - len(text)
    if re.match(r"[ >]*#{1,6}[ \t]", line):
        return line.find(text, len(line) - len(line.lstrip(" >#\t")))
    return -1


def _plain(token: Token) -> str:
    return "".join(child.content or " " for child in token.children or [])
