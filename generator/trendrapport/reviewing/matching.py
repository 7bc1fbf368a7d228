"""Which paragraph that came back was which piece: tables are matched as wholes, and then cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trendrapport.reviewing.pairing import Pair, Shown, paired
from trendrapport.reviewing.paragraphs import Paragraph
from trendrapport.reviewing.pieces import Piece


def matched(before: Sequence[Piece], after: Sequence[Paragraph]) -> list[Pair]:
    """The numbers of the pieces beside those of the paragraphs that they became, in their order."""
    old, new = _units([_table(piece) for piece in before]), _units([one.table for one in after])
    shown_old = [_shown(before, unit) for unit in old]
    shown_new = [_shown(after, unit) for unit in new]
    found: list[Pair] = []
    for one, other in paired(shown_old, shown_new):
        found += _unit(before, after, _chosen(old, one), _chosen(new, other))
    return found


def _table(piece: Piece) -> int:
    if piece.cell is None:
        return 0
    return piece.cell.table


def _units(tables: Sequence[int]) -> list[list[int]]:
    """The numbers of paragraphs, with those of a table together."""
    found: list[list[int]] = []
    for number, table in enumerate(tables):
        if table and number and tables[number - 1] == table:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _chosen(units: Sequence[list[int]], number: int | None) -> list[int]:
    if number is None:
        return []
    return units[number]


def _shown(paragraphs: Sequence[Piece] | Sequence[Paragraph], numbers: Sequence[int]) -> Shown:
    """What these show together."""
    parts = [paragraphs[number] for number in numbers]
    texts = [part.key for part in parts]
    return Shown(" ".join(filter(None, texts)), parts[0].kind.value)


def _unit(
    before: Sequence[Piece], after: Sequence[Paragraph], ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[Pair]:
    """The paragraphs of a unit: one each, or those of a table by row and column."""
    if len(ours) <= 1 and len(theirs) <= 1:
        yield next(iter(ours), None), next(iter(theirs), None)
        return
    our_rows = _rows([(_row_of(before[number]), number) for number in ours])
    their_rows = []
    for row in _rows([(after[number].row, number) for number in theirs]):
        if _shown(after, row).text:
            their_rows.append(row)
    for one, other in _paired_rows(before, after, our_rows, their_rows):
        yield from _row(before, after, one, other)


def _row_of(piece: Piece) -> int:
    if piece.cell is None:
        return 0
    return piece.cell.row


def _rows(cells: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The numbers of cells by row."""
    found: dict[int, list[int]] = {}
    for row, number in cells:
        found.setdefault(row, []).append(number)
    return list(found.values())


def _paired_rows(
    before: Sequence[Piece], after: Sequence[Paragraph], ours: list[list[int]], theirs: list[list[int]]
) -> Iterator[tuple[list[int], list[int]]]:
    """The rows beside each other: by place if there are as many, else by their words."""
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)
        return
    shown = [_shown(before, row) for row in ours]
    came = [_shown(after, row) for row in theirs]
    for one, other in paired(shown, came):
        yield _chosen(ours, one), _chosen(theirs, other)


def _row(
    before: Sequence[Piece], after: Sequence[Paragraph], ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[Pair]:
    """The cells of a row by column."""
    places = {after[number].column: number for number in theirs}
    for number in ours:
        cell = before[number].cell
        column = 0
        if cell:
            column = cell.column
        yield number, places.pop(column, None)
    for number in places.values():
        if after[number].signs:
            yield None, number
