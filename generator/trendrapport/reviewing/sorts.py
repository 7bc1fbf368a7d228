"""A paragraph that became a heading or an item, or is one no longer, to the rows of the file that change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trendrapport.diagnostics import Text
from trendrapport.reviewing.blocks import DEEPEST
from trendrapport.reviewing.paragraphs import Paragraph
from trendrapport.reviewing.pieces import Kind, Piece
from trendrapport.reviewing.signs import Signs, plain
from trendrapport.reviewing.taking import CannotTakeError, escaped_start, span_of
from trendrapport.reviewing.values import Part

_HARD = re.compile(r"(?:\\| {2,})\n")
_BEFORE, _AFTER = re.compile(r"\s*(?:#+|[-+*]|\d+[.)])?\s*"), re.compile(r"\s*(?:#+|=+|-+)?\s*")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_INSIDE = Text(
    nl="deze alinea hoort bij iets anders; een ander niveau, kop of opsomming maakt u in het bestand",
    en="this paragraph belongs to something else; another level, heading or list you make in the file",
)
_BREAK = Text(
    nl="een kop staat op één regel; maak hem zelf in het bestand",
    en="a heading is on one line; make it in the file yourself",
)


def is_other_sort(piece: Piece, paragraph: Paragraph) -> bool:
    """Whether a paragraph became a heading or an item, is one no longer, or is of another level."""
    is_other = piece.kind is not paragraph.kind and bool(
        {Kind.HEADING, Kind.ITEM} & {piece.kind, paragraph.kind}
    )
    is_other_level = piece.kind is Kind.HEADING and piece.level > 1 and piece.level - 1 != paragraph.level
    return is_other or is_other_level


def is_sorted_as(piece: Piece, paragraph: Paragraph) -> bool:
    """Whether a piece, as it is read back, is of the sort of a paragraph that came back."""
    if piece.kind is not paragraph.kind:
        return False
    if piece.kind is Kind.HEADING:
        return piece.level == _level(paragraph)
    if piece.kind is Kind.ITEM:
        return piece.listed is not None and (piece.listed.start is not None) == paragraph.ordered
    return piece.style == "BodyText"


def sorted_part(text: str, piece: Piece, paragraph: Paragraph, number: int, body: str) -> Part:
    """The part with the words of a piece as another sort of block; `number` is that among the items that came
    back one after another. Raises CannotTakeError.
    """
    if piece.rows is None or not _is_apart(piece) or paragraph.depth or paragraph.kind is Kind.CELL:
        raise CannotTakeError(_INSIDE)
    lines, (first, end) = text.split("\n"), piece.rows
    _refuse_lost(text[_start(lines, first) : _start(lines, end)], piece, _start(lines, first))
    made = _block(paragraph, number, body)
    if paragraph.kind is Kind.ITEM and number > 1:
        while not lines[first - 1].strip():
            first -= 1
    elif first and lines[first - 1].strip() not in {"", "---"}:
        made = f"\n{made}"
    if end < len(lines) and lines[end].strip():
        made = f"{made}\n"
    return _start(lines, first), _start(lines, end) - 1, made


def _is_apart(piece: Piece) -> bool:
    """Whether a piece is a block of its own, or an item of a list that is in no other."""
    if piece.listed:
        return not piece.listed.depth
    return piece.rows == piece.block and piece.style != "Quote"


def _refuse_lost(rows: str, piece: Piece, start: int) -> None:
    """Raises CannotTakeError if there is more in the rows than words and what makes them a block."""
    first, last = span_of(piece)
    if not (_BEFORE.fullmatch(rows[: first - start]) and _AFTER.fullmatch(rows[last - start :])):
        raise CannotTakeError(_INSIDE)


def _start(lines: Sequence[str], row: int) -> int:
    return sum(len(line) + 1 for line in lines[:row])


def _level(paragraph: Paragraph) -> int:
    return min(paragraph.level + 1, DEEPEST)


def _block(paragraph: Paragraph, number: int, body: str) -> str:
    mark = _mark(paragraph, number)
    if paragraph.kind is Kind.HEADING:
        if _HARD.search(body):
            raise CannotTakeError(_BREAK)
        return mark + _LINE_END.sub(" ", body)
    words = escaped_start(body)
    return mark + _LINE_END.sub("\n" + " " * len(mark), words)


def _mark(paragraph: Paragraph, number: int) -> str:
    """What begins the block."""
    if paragraph.kind is Kind.HEADING:
        return "#" * _level(paragraph) + " "
    if paragraph.kind is Kind.ITEM:
        return f"{number}. " if paragraph.ordered else "- "
    return ""


def marks(piece: Piece, paragraph: Paragraph) -> tuple[Signs, Signs]:
    """The marks of a block before and after, as a person is shown them."""
    before = ""
    if piece.kind is Kind.HEADING:
        before = "#" * piece.level + " "
    elif piece.listed:
        before = "- " if piece.listed.start is None else "1. "
    return plain(before), plain(_mark(paragraph, 1))
