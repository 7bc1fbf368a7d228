"""Cells that came or went to rows, as a person is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from trendrapport.reviewing.pieces import Piece
from trendrapport.reviewing.signs import Sign, Signs, plain


def rows_gone(before: Sequence[Piece], gone: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The cells that went of each row; those of a table that went as a whole are together."""
    for table, some in groupby(gone, _table):
        cells = list(some)
        if len(cells) == len([piece for piece in before if piece.cell and _table(piece) == table]):
            yield cells
            continue
        for _, row in groupby(cells, _row):
            yield list(row)


def _table(piece: Piece) -> int:
    return piece.cell.table if piece.cell else 0


def _row(piece: Piece) -> int:
    return piece.cell.row if piece.cell else 0


def in_row(cells: Iterable[Signs]) -> Signs:
    """Cells beside each other."""
    found: list[Sign] = []
    for number, signs in enumerate(cells):
        if number:
            found += plain(" | ")
        found += signs
    return tuple(found)
