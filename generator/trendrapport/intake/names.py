"""The rows with names above a table to the names, the unit and the period of each column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Dialogue
from trendrapport.intake.likeness import UNIT, is_period
from trendrapport.intake.marks import NOTE_SIGN
from trendrapport.intake.region import Region
from trendrapport.intake.sheet import EMPTY, Cell

_IN_BRACKETS = re.compile(r"^(?P<title>.*\S)\s*[\[(](?P<unit>[^()\[\]]{1,40})[\])]$")
_IN_UNIT = re.compile(
    r"^(?P<title>.*\S),?\s+in\s+(?P<unit>%|procent|euro|€|miljoen euro|mln euro)$", re.IGNORECASE
)
_SHORT = 15
"""The most characters of a unit that is not a known one."""

_UNITS = Text(nl="regel {row} bevat eenheden: {units}", en="row {row} has units: {units}")
_MERGED = Text(
    nl="namen in samengevoegde cellen gelden voor elke kolom eronder",
    en="names in merged cells apply to each column below them",
)


@dataclass(frozen=True)
class Names:
    """What stands above a column: its names from the top down, its unit, and its period."""

    names: tuple[str, ...]
    unit: str = ""
    period: Cell | None = None


def column_names(region: Region, dialogue: Dialogue) -> Mapping[int, Names]:
    """What stands above each column."""
    rows, units = list(region.headings), dict[int, str]()
    if len(rows) > 1 and _has_units(region, rows[-1], rows[-2]):
        units = _texts(region, rows.pop())
        _tell_units(region, units, dialogue)
    elif len(rows) > 1:
        dialogue.tell("heading.merged", region.place(rows[0], 0), _MERGED)
    spread = [_spread_right(region, row) for row in rows]
    found: dict[int, Names] = {}
    for column in region.columns:
        found[column] = _names([cells[column] for cells in spread], units.get(column, ""))
    return found


def _has_units(region: Region, row: int, above: int) -> bool:
    """Whether a row has units: short texts below a row in which each column has its own name."""
    texts = _texts(region, row)
    for column in region.columns:
        cell = region.sheet.rows[row][column]
        if not cell.empty and (not cell.text or region.sheet.rows[above][column].empty):
            return False
    if all(map(UNIT.fullmatch, texts.values())):
        return bool(texts)
    return len(texts) < len(region.columns) and max(map(len, texts.values())) <= _SHORT


def _texts(region: Region, row: int) -> dict[int, str]:
    """The texts in a row, by column."""
    found: dict[int, str] = {}
    for column in region.columns:
        text = region.sheet.rows[row][column].text
        if text:
            found[column] = text
    return found


def _tell_units(region: Region, units: Mapping[int, str], dialogue: Dialogue) -> None:
    row = region.headings[-1]
    shown = ", ".join(dict.fromkeys(units.values()))
    dialogue.tell("units", region.place(row, min(units)), _UNITS.filled(row=row + 1, units=shown))


def _spread_right(region: Region, row: int) -> dict[int, Cell]:
    """The names in a row, each also in the columns to the right of it that have none here."""
    cells = region.spread[row]
    found = {column: cells[column] for column in region.columns}
    if row == region.headings[-1]:
        return found
    covered = set(_merged(region, row))
    last = EMPTY
    for column, cell in found.items():
        if cell.empty:
            found[column] = last
        elif column in covered:
            last = EMPTY
        else:
            last = cell
    return found


def _merged(region: Region, row: int) -> Iterator[int]:
    """The columns of a row that are part of merged cells."""
    for area in region.sheet.merged:
        if area.top <= row <= area.bottom:
            yield from range(area.left, area.right + 1)


def _names(cells: Sequence[Cell], unit: str) -> Names:
    """The names in the cells above a column."""
    names: dict[str, None] = {}
    period: Cell | None = None
    for cell in cells:
        if cell.empty:
            continue
        if period is None and is_period(cell):
            period = cell
        else:
            names[NOTE_SIGN.sub("", cell.text or cell.error or str(cell.value)).strip()] = None
    *before, last = names or [""]
    title, own_unit = _parted(last)
    return Names(tuple(filter(None, [*before, title])), unit.strip("()[] ") or own_unit, period)


def _parted(name: str) -> tuple[str, str]:
    """A name and the unit in brackets behind it."""
    for pattern in (_IN_BRACKETS, _IN_UNIT):
        found = pattern.match(name)
        if found and UNIT.fullmatch(found["unit"].strip()):
            return found["title"], found["unit"].strip()
    return name, ""
