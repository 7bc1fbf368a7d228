"""Whole paragraphs of a text that came or went, to the part of the file that changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trendrapport.diagnostics import Text
from trendrapport.importing.pictures import picture_markdown
from trendrapport.reviewing.paragraphs import Paragraph
from trendrapport.reviewing.pictures import address_of
from trendrapport.reviewing.pieces import Kind, Piece, Rows
from trendrapport.reviewing.taking import CannotTakeError, escaped_start, markdown
from trendrapport.reviewing.values import Part

DEEPEST = 6
_MARK = re.compile(r"(?P<indent>[ ]*)(?:(?P<bullet>[-+*])|(?P<number>\d{1,9})(?P<sign>[.)]))(?P<space>[ ]+)")
GONE = Text(
    nl="deze alinea hoort bij iets anders in het bestand; verwijder haar daar",
    en="this paragraph belongs to something else in the file; remove it there",
)
NO_CELL = Text(
    nl="een nieuwe tabel maakt u zelf in het bestand", en="a new table you make in the file yourself"
)
_NO_ITEM = Text(
    nl="de lijst is in een bijzondere vorm geschreven; voeg het punt in het bestand toe",
    en="the list is written in a special form; add the item in the file",
)


def removed(text: str, piece: Piece) -> Part:
    """The part without the rows of a piece, and without the empty rows after it. Raises CannotTakeError."""
    if piece.rows is None or piece.fixed:
        raise CannotTakeError(GONE)
    lines = text.split("\n")
    first, end = piece.rows
    if piece.kind is not Kind.ITEM:
        while end < len(lines) and not lines[end].strip():
            end += 1
    is_last = end >= len(lines)
    if is_last or not "\n".join(lines[end:]).strip():
        end = len(lines) - 1 if not lines[-1] else len(lines)
        while first > 1 and not lines[first - 1].strip() and lines[first - 2].strip() not in {"", "---"}:
            first -= 1
    return _start(lines, first), min(_start(lines, end), len(text)), ""


def _start(lines: Sequence[str], row: int) -> int:
    return sum(len(line) + 1 for line in lines[:row])


def added_after(text: str, piece: Piece, paragraphs: Sequence[Paragraph]) -> Part:
    """The part with new paragraphs after a piece: items after an item, else after its whole block."""
    lines = text.split("\n")
    if piece.kind is Kind.ITEM and all(one.kind is Kind.ITEM for one in paragraphs):
        return _items(lines, piece, paragraphs)
    place = _end(lines, _block(piece))
    return place, place, "\n\n" + "\n\n".join(written(paragraphs))


def added_before(text: str, piece: Piece, paragraphs: Sequence[Paragraph]) -> Part:
    """The part with new paragraphs before the first block of a text."""
    place = _start(text.split("\n"), _block(piece)[0])
    return place, place, "\n\n".join(written(paragraphs)) + "\n\n"


def _block(piece: Piece) -> Rows:
    if piece.block is None:
        raise CannotTakeError(GONE)
    return piece.block


def _end(lines: Sequence[str], rows: Rows) -> int:
    """The end of the last row of a block."""
    return _start(lines, rows[1]) - 1


def _items(lines: Sequence[str], piece: Piece, paragraphs: Sequence[Paragraph]) -> Part:
    """New items below an item that is like them."""
    if piece.rows is None:
        raise CannotTakeError(_NO_ITEM)
    found = _MARK.match(lines[piece.rows[0]])
    if not found:
        raise CannotTakeError(_NO_ITEM)
    made = []
    for number, one in enumerate(paragraphs, 1):
        mark = found["bullet"] or f"{int(found['number']) + number}{found['sign']}"
        made.append(f"{found['indent']}{mark}{found['space']}{_words(one)}")
    place = _end(lines, piece.rows)
    return place, place, "\n" + "\n".join(made)


def written(paragraphs: Sequence[Paragraph]) -> list[str]:
    """New paragraphs as blocks of Markdown; items in a row are one list. Raises CannotTakeError."""
    found: list[str] = []
    before: Paragraph | None = None
    number = 0
    for one in paragraphs:
        if one.kind is Kind.CELL:
            raise CannotTakeError(NO_CELL)
        if one.picture:
            found.append(
                picture_markdown(one.picture.alternative, address_of(one.picture), one.picture.caption)
            )
            before = one
            continue
        goes_on = before is not None and before.kind is Kind.ITEM and one.kind is Kind.ITEM
        number = number + 1 if goes_on else 1
        line = _mark(one, number) + _words(one)
        if goes_on:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
        before = one
    return found


def _mark(one: Paragraph, number: int) -> str:
    if one.kind is Kind.HEADING:
        return "#" * min(one.level + 1, DEEPEST) + " "
    if one.kind is Kind.ITEM:
        sign = f"{number}. " if one.ordered else "- "
        return "   " * one.depth + sign
    return ""


def _words(one: Paragraph) -> str:
    return escaped_start(markdown(one.signs, frozenset(), "").strip())
