"""Signs for missing values in typed columns: told apart where a table has several, else empty cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Dialogue
from trendrapport.intake.marks import mark
from trendrapport.intake.sheet import Place
from trendrapport.intake.typed import Typed

_TOLD_APART = Text(
    nl="tekens voor ontbrekende waarden blijven staan: {signs}",
    en="signs for missing values stay: {signs}",
)
_EMPTIED = Text(
    nl='"{sign}" is een ontbrekende waarde ({means}): een lege cel',
    en='"{sign}" is a missing value ({means}): an empty cell',
)
_EMPTY_CELLS = Text(nl="Lege cellen: {means}.", en="Empty cells: {means}.")
_ONE = Text(nl="{sign} ({means})", en="{sign} ({means})")
_NEXT = Text(nl="{before}, {after}", en="{before}, {after}")


@dataclass(frozen=True)
class Signed:
    """Columns with their signs for missing values."""

    columns: list[Typed]
    meanings: Mapping[str, Text] = field(default_factory=dict)
    """What each sign that stays means."""
    notes: tuple[Text, ...] = ()
    """What empty cells mean, where signs were left out."""


def with_signs(columns: Sequence[Typed], legend: Mapping[str, str], dialogue: Dialogue) -> Signed:
    """The columns, with signs where these tell apart why values are missing; `legend` is what notes say of
    them.
    """
    used = _used(columns)
    if not used:
        return Signed(list(columns))
    meanings = {sign: _means(sign, legend) for sign in used}
    place = next(iter(used.values()))
    if not _tell_apart(columns, set(used)):
        for sign, means in meanings.items():
            dialogue.tell("missing", place, _EMPTIED.filled(sign=sign, means=means))
        notes = (_EMPTY_CELLS.filled(means=means) for means in meanings.values())
        return Signed(list(columns), notes=tuple(notes))
    dialogue.tell("missing", place, _TOLD_APART.filled(signs=_listed(meanings)))
    return Signed(list(map(_signed, columns)), meanings)


def _used(columns: Sequence[Typed]) -> dict[str, Place]:
    """The signs that stand for missing values, each with its first place."""
    found: dict[str, Place] = {}
    for column in columns:
        for sign, place in zip(column.marks, column.places, strict=False):
            if sign:
                found.setdefault(sign, place)
    return found


def _tell_apart(columns: Sequence[Typed], signs: set[str]) -> bool:
    """Whether signs say more than empty cells would, and are no values in a column of text."""
    kinds = len(signs)
    for column in columns:
        if column.marks:
            kinds += any(map(_is_empty, column.values, column.marks))
        elif signs.intersection(column.values):
            return False
    return kinds > 1


def _is_empty(value: str, sign: str) -> bool:
    return not value and not sign


def _means(sign: str, legend: Mapping[str, str]) -> Text:
    """What a sign means, as the notes of the file say or as is usual."""
    if sign in legend:
        return Text(legend[sign], legend[sign])
    found = mark(sign)
    if found:
        return found.means
    return Text(sign, sign)


def _listed(meanings: Mapping[str, Text]) -> Text:
    listed: Text | None = None
    for sign, means in meanings.items():
        one = _ONE.filled(sign=sign, means=means)
        if listed:
            one = _NEXT.filled(before=listed, after=one)
        listed = one
    return listed or Text("", "")


def _signed(column: Typed) -> Typed:
    """A column with its signs where it has no values."""
    if not column.marks:
        return column
    values = list(column.values)
    for row, sign in enumerate(column.marks):
        values[row] = values[row] or sign
    return replace(column, values=tuple(values))
