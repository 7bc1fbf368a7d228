"""The part of a sheet with the table; of several tables below each other, the one that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.outline import Outline

_QUESTION = Text(nl="Er staan meer tabellen onder elkaar. Welke?", en="There are several tables. Which one?")
_ROWS = Text(nl="regel {first} tot en met {last}: {cells}", en="rows {first} to {last}: {cells}")


def block_of(outline: Outline, dialogue: Dialogue) -> tuple[int, int]:
    """The first and the last row of the table, with what is above and below it."""
    starts = [0, *_second_tables(outline)]
    blocks: list[tuple[int, int]] = []
    choices: list[Choice] = []
    for start, end in pairwise([*starts, len(outline.counts)]):
        blocks.append((start, end - 1))
        means = _ROWS.filled(first=start + 1, last=end, cells=outline.shown(start))
        choices.append(Choice(str(len(blocks)), means))
    if len(blocks) == 1:
        return blocks[0]
    chosen = dialogue.ask(Doubt("table", outline.sheet.place(0, 0), _QUESTION, tuple(choices)))
    return blocks[int(chosen) - 1]


def _second_tables(outline: Outline) -> Iterator[int]:
    """The rows at which another table starts: after an empty row, names above values, as in the first."""
    seen = False
    for row in range(1, outline.last):
        starts = not outline.counts[row - 1] and outline.counts[row] >= outline.least
        if starts and seen and outline.has_names(row) and outline.has_values(row + 1):
            yield _with_title(outline, row)
        seen = seen or outline.has_values(row)


def _with_title(outline: Outline, row: int) -> int:
    """The row of the title above a table, which an empty row parts from it."""
    above = row - 1
    while above > 0 and not outline.counts[above]:
        above -= 1
    is_title = outline.counts[above] == 1 and not outline.is_note(above) and above < row - 1
    if is_title:
        return above
    return row
