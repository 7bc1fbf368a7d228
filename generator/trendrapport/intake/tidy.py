"""Typed columns to a tidy table: names, signs for missing values, and which figures are provisional."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trendrapport.diagnostics import CannotRunError, Language, Text, counted
from trendrapport.intake.dialogue import Dialogue
from trendrapport.intake.sheet import Place
from trendrapport.intake.signs import with_signs
from trendrapport.intake.typed import Typed
from trendrapport.intake.words import CATEGORY, PROVISIONAL, VALUE, named
from trendrapport.model.addresses import slug_of
from trendrapport.model.charts import DeclaredType

_LONGEST_NAME = 60
_NOTHING = Text(nl="Er blijven geen rijen over.", en="No rows are left.")
_UNKNOWN = (
    Text(nl="1 rij zonder waarden weggelaten", en="1 row without values left out"),
    Text(nl="{count} rijen zonder waarden weggelaten", en="{count} rows without values left out"),
)
_PROVISIONAL = Text(
    nl="voorlopige cijfers ({count}) staan in een eigen kolom",
    en="provisional figures ({count}) are in a column of their own",
)


@dataclass(frozen=True)
class TidyColumn:
    """A column of the table as its descriptor declares it."""

    name: str
    title: str
    type: DeclaredType
    unit: str
    values: tuple[str, ...]
    required: bool
    """Whether each row has a value, which says what the row is about."""


@dataclass(frozen=True)
class TidyTable:
    """A table in which each row is one case and each column one thing."""

    columns: tuple[TidyColumn, ...]
    missing: Mapping[str, Text]
    """The signs for missing values in its cells, besides empty ones, with what they mean."""
    notes: tuple[Text, ...]
    """What its descriptor should say of empty cells."""

    @property
    def rows(self) -> Iterator[tuple[str, ...]]:
        """The rows, as text."""
        return zip(*(column.values for column in self.columns), strict=True)

    def csv(self) -> str:
        """The text of its file."""
        made = io.StringIO()
        writer = csv.writer(made, lineterminator="\n")
        writer.writerow(column.name for column in self.columns)
        writer.writerows(self.rows)
        return made.getvalue()


def tidied(
    columns: Sequence[Typed], legend: Mapping[str, str], language: Language, dialogue: Dialogue
) -> TidyTable:
    """The table of typed columns; `legend` is what the notes of a file say of its signs."""
    signed = with_signs(_with_provisional(columns, dialogue), legend, dialogue)
    missing = {"", *signed.meanings}
    names: list[str] = []
    made: list[TidyColumn] = []
    for column in _with_values(signed.columns, dialogue):
        title = _title(column, language, dialogue)
        names.append(another(name_of(dialogue.given(f"{column.key}.name") or title), names))
        is_required = column.key_column and missing.isdisjoint(column.values)
        unit = dialogue.given(f"{column.key}.unit") or column.unit
        made.append(TidyColumn(names[-1], title, column.type, unit, column.values, is_required))
    return TidyTable(tuple(made), signed.meanings, signed.notes)


def name_of(title: str) -> str:
    """A title as the name of a column."""
    plain = title.replace("'", "").replace("\u2019", "")
    return slug_of(plain, otherwise="kolom")[:_LONGEST_NAME].rstrip("-").replace("-", "_")


def another(wanted: str, taken: Sequence[str]) -> str:
    """A name that is not taken yet: with a number behind it, if need be."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name


def _with_provisional(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns, with one that says which figures are provisional, if any are."""
    places: dict[int, Place] = {}
    for column in columns:
        for row, is_provisional in enumerate(column.provisional):
            if is_provisional:
                places.setdefault(row, column.places[row])
    if not places:
        return list(columns)
    dialogue.tell("provisional", places[min(places)], _PROVISIONAL.filled(count=len(places)))
    values = ["false"] * len(columns[0].values)
    for row in places:
        values[row] = "true"
    return [*columns, Typed("provisional", PROVISIONAL, "boolean", tuple(values), columns[0].places)]


def _with_values(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns without rows in which nothing is known; raises CannotRunError if no row is left."""
    known: set[int] = set()
    for column in columns:
        # That a figure is provisional says nothing by itself.
        if column.title != PROVISIONAL:
            known.update(row for row, value in enumerate(column.values) if value)
    if not known:
        raise CannotRunError(_NOTHING)
    left_out = len(columns[0].values) - len(known)
    if left_out:
        dialogue.tell("empty.values", columns[0].places[0], counted(left_out, *_UNKNOWN))
    rows = sorted(known)
    return [column.taken(rows) for column in columns]


def _title(column: Typed, language: Language, dialogue: Dialogue) -> str:
    """The title of a column: as answered, that in the file, or what its values are."""
    title = dialogue.given(f"{column.key}.title") or _own_title(column, language)
    return title[:1].upper() + title[1:]


def _own_title(column: Typed, language: Language) -> str:
    if column.title and column.title != "@period":
        return named(column.title, language)
    if column.sort:
        return named(f"@{column.sort}", language)
    if column.title:
        return named(column.title, language)
    return named(CATEGORY if column.key_column else VALUE, language)
