"""Hidden rows and columns of a sheet: taken or left out, as whoever knows says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.sheet import EMPTY, Cell, Place, Sheet

_SHOWN = 3
_QUESTION = Text(
    nl="Er zijn verborgen rijen of kolommen ({places}). Meenemen?",
    en="There are hidden rows or columns ({places}). Include them?",
)
_CHOICES = (
    Choice("keep", Text(nl="verborgen rijen en kolommen meegenomen", en="hidden rows and columns included")),
    Choice("drop", Text(nl="verborgen rijen en kolommen weggelaten", en="hidden rows and columns left out")),
)


def without_hidden(sheet: Sheet, dialogue: Dialogue) -> Sheet:
    """The sheet, with nothing in hidden rows and columns if these are not meant."""
    hidden: list[Place] = []
    for row, column, _ in sheet.filled():
        if _is_hidden(sheet, row, column):
            hidden.append(sheet.place(row, column))
    if not hidden:
        return sheet
    doubt = Doubt("hidden", hidden[0], _QUESTION.filled(places=_few(hidden)), _CHOICES)
    if dialogue.ask(doubt) == "keep":
        return sheet
    rows: list[tuple[Cell, ...]] = []
    for number, cells in enumerate(sheet.rows):
        made = list(cells)
        for column in range(len(made)):
            if _is_hidden(sheet, number, column):
                made[column] = EMPTY
        rows.append(tuple(made))
    return replace(sheet, rows=tuple(rows), hidden_rows=frozenset(), hidden_columns=frozenset())


def _is_hidden(sheet: Sheet, row: int, column: int) -> bool:
    return row in sheet.hidden_rows or column in sheet.hidden_columns


def _few(places: Sequence[Place]) -> str:
    shown = ", ".join(map(str, places[:_SHOWN]))
    if len(places) > _SHOWN:
        return f"{shown}, ..."
    return shown
