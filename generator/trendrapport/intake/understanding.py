"""A file to what is understood of it: the steps of this room in their order.

Answers go in, and what is still doubtful comes out, so that whoever asks can answer and call again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.intake.area_names import with_areas
from trendrapport.intake.columns import typed_column
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt, Understood
from trendrapport.intake.former_areas import with_former
from trendrapport.intake.heading_rows import NO_TABLE
from trendrapport.intake.long import long
from trendrapport.intake.marks import legend
from trendrapport.intake.numbers import DecimalMark, decimal_mark, without_signs
from trendrapport.intake.opening import sheets_of
from trendrapport.intake.provenance import Provenance, provenance
from trendrapport.intake.raw_table import RawColumn, raw_columns
from trendrapport.intake.region import region_of
from trendrapport.intake.sheet import Place, Sheet, letters
from trendrapport.intake.tidy import TidyTable, another, name_of, tidied
from trendrapport.intake.totals import without_totals
from trendrapport.intake.typed import Typed

_WHICH_SHEET = Text(
    nl="Er zijn meer bladen met een tabel. Welk?", en="Several sheets have a table. Which one?"
)
_SHEET = Text(nl='blad "{name}", {count} rijen', en='sheet "{name}", {count} rows')
_NO_SHEET = Text(nl='"{name}" heeft geen blad met een tabel.', en='"{name}" has no sheet with a table.')


@dataclass(frozen=True)
class Understanding:
    """What is understood of a file; it can be used when nothing in it is doubtful."""

    table: TidyTable
    provenance: Provenance
    sheet: str
    checksum: str
    """SHA-256 of the file, in hexadecimal."""
    understood: tuple[Understood, ...]
    doubts: tuple[Doubt, ...]


def understand(file: str, raw: bytes, answers: Mapping[str, str], language: Language = "nl") -> Understanding:
    """What is understood of the bytes of a file with these answers; `file` is its name.

    Raises CannotRunError for what is no table, and for answers that fit no question.
    """
    dialogue = Dialogue(answers)
    sheet = _sheet(file, sheets_of(file, raw, dialogue), dialogue)
    region = region_of(sheet, dialogue)
    columns = long(raw_columns(region, dialogue), dialogue)
    signs = legend(region.notes)
    typed = _typed(columns, _likely_mark(sheet), signs, dialogue)
    typed = _masked(with_areas(_masked(typed), dialogue))
    typed = without_totals(with_former(typed, dialogue), dialogue)
    table = tidied(typed, signs, language, dialogue)
    around = provenance(file, region, dialogue, language)
    dialogue.check_answers()
    checksum = hashlib.sha256(raw).hexdigest()
    return Understanding(
        table, around, sheet.name, checksum, tuple(dialogue.understood), tuple(dialogue.doubts)
    )


def _sheet(file: str, sheets: Sequence[Sheet], dialogue: Dialogue) -> Sheet:
    """The sheet with the table; of several the one that is meant."""
    shown, hidden = _with_cells(sheets)
    if not shown and not hidden:
        raise CannotRunError((_NO_SHEET if sheets[0].name else NO_TABLE).filled(name=file))
    ordered = [*shown, *hidden]
    if shown == ordered and len(shown) == 1:
        return shown[0]
    tables = [sheet.name for sheet in shown if sheet.width > 1]
    proposed = None
    if len(tables) == 1:
        proposed = tables[0]
    choices: list[Choice] = []
    for sheet in ordered:
        choices.append(Choice(sheet.name, _SHEET.filled(name=sheet.name, count=len(sheet.rows))))
    doubt = Doubt("sheet", Place(sheet=ordered[0].name), _WHICH_SHEET, tuple(choices), proposed)
    chosen = dialogue.ask_unless(proposed is not None, doubt)
    return next(sheet for sheet in ordered if sheet.name == chosen)


def _with_cells(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[Sheet]]:
    """The sheets that have several rows: those that are shown, and those that are hidden."""
    shown: list[Sheet] = []
    hidden: list[Sheet] = []
    for sheet in sheets:
        if len(sheet.rows) > 1:
            chosen = hidden if sheet.hidden else shown
            chosen.append(sheet)
    return shown, hidden


def _likely_mark(sheet: Sheet) -> DecimalMark | None:
    """The decimal mark to propose: the comma where Dutch programs put semicolons between columns."""
    if sheet.separator == ";":
        return ","
    return None


def _typed(
    columns: Sequence[RawColumn], likely: DecimalMark | None, signs: Mapping[str, str], dialogue: Dialogue
) -> list[Typed]:
    """The columns with their types, by one decimal mark for those that do not show their own."""
    usual = decimal_mark(map(_texts, columns), dialogue, likely=likely)
    made: list[Typed] = []
    for column, key in zip(columns, _keys(columns), strict=True):
        made.append(typed_column(column, key, usual, signs, dialogue))
    return made


def _texts(column: RawColumn) -> list[tuple[str, Place]]:
    """The texts in a column, without signs of provisional figures and footnotes."""
    found: list[tuple[str, Place]] = []
    for cell, place in zip(column.cells, column.places, strict=True):
        if cell.text:
            found.append((without_signs(cell.text), place))
    return found


def _keys(columns: Sequence[RawColumn]) -> list[str]:
    """What answers about each column go by: its name, or the letters of one without."""
    keys: list[str] = []
    for column in columns:
        wanted = column.title.lstrip("@") or letters(column.places[0].column)
        keys.append(another(name_of(wanted), keys))
    return keys


def _masked(columns: Sequence[Typed]) -> list[Typed]:
    """The columns with only the rows that are meant."""
    masks = list(filter(None, (column.kept for column in columns)))
    if not masks:
        return list(columns)
    rows = [row for row, kept in enumerate(zip(*masks, strict=True)) if all(kept)]
    return [column.taken(rows) for column in columns]
