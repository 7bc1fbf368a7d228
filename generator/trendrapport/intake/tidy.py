"""Typed columns to a tidy table: names, signs for missing values, and which figures are provisional."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trendrapport.diagnostics import CannotRunError, Language, Text
from trendrapport.intake.dialogue import Dialogue
from trendrapport.intake.marks import mark
from trendrapport.intake.typed import Typed
from trendrapport.intake.words import CATEGORY, PROVISIONAL, VALUE, named
from trendrapport.model.addresses import slug_of
from trendrapport.model.charts import DeclaredType

_LONGEST_NAME = 60
_NOTHING = Text(nl="Er blijven geen rijen over.", en="No rows are left.")
_PROVISIONAL = Text(
    nl="voorlopige cijfers ({count}) staan in een eigen kolom",
    en="provisional figures ({count}) are in a column of their own",
)
_TOLD_APART = Text(
    nl="tekens voor ontbrekende waarden blijven staan: {signs}",
    en="signs for missing values stay: {signs}",
)
_EMPTIED = Text(
    nl='"{sign}" is een ontbrekende waarde ({means}): een lege cel',
    en='"{sign}" is a missing value ({means}): an empty cell',
)
_EMPTY_CELLS = Text(nl="Lege cellen: {means}.", en="Empty cells: {means}.")


@dataclass(frozen=True)
class TidyColumn:
    """A column of the table as its descriptor declares it."""

    name: str
    title: str
    type: DeclaredType
    unit: str
    values: tuple[str, ...]
    key: str
    """What answers about it go by."""
    required: bool


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
        writer.writerow([column.name for column in self.columns])
        writer.writerows(self.rows)
        return made.getvalue()


def tidied(
    columns: Sequence[Typed], legend: Mapping[str, str], language: Language, dialogue: Dialogue
) -> TidyTable:
    """The table of typed columns; `legend` is what the notes of a file say of its signs."""
    if not columns or not columns[0].values:
        raise CannotRunError(_NOTHING)
    columns = _with_provisional(columns, dialogue)
    columns, signs, notes = _with_signs(columns, legend, dialogue)
    names = _names(columns, language, dialogue)
    made = [_column(column, name, language, dialogue) for column, name in zip(columns, names, strict=True)]
    return TidyTable(tuple(made), signs, notes)


def _with_provisional(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns, with one that says which figures are provisional, if any are."""
    flags = [column.provisional for column in columns if any(column.provisional)]
    if not flags:
        return list(columns)
    rows = [any(flag[row] for flag in flags) for row in range(len(columns[0].values))]
    place = next(column.places[rows.index(True)] for column in columns if any(column.provisional))
    dialogue.tell("provisional", place, _PROVISIONAL.filled(count=sum(rows)))
    values = tuple("true" if one else "false" for one in rows)
    return [*columns, Typed("provisional", PROVISIONAL, "boolean", values, columns[0].places)]


# Signs for missing values


def _with_signs(
    columns: Sequence[Typed], legend: Mapping[str, str], dialogue: Dialogue
) -> tuple[list[Typed], dict[str, Text], tuple[Text, ...]]:
    """The columns, with signs where these tell apart why values are missing; what these mean; and what empty
    cells mean, if signs were left out.
    """
    used = _used_signs(columns)
    if not used:
        return list(columns), {}, ()
    kinds = {*used, *(("",) if _has_empty(columns) else ())}
    texts = {value for column in columns if not column.marks for value in column.values}
    place = next(column.places[column.marks.index(used[0])] for column in columns if used[0] in column.marks)
    notes = tuple(_means(sign, legend) for sign in used)
    if len(kinds) == 1 or texts & set(used):
        for sign, means in zip(used, notes, strict=True):
            dialogue.tell("missing", place, _EMPTIED.filled(sign=sign, means=means))
        return list(columns), {}, tuple(_EMPTY_CELLS.filled(means=means) for means in notes)
    told = [
        Text(f"{sign} ({means.nl})", f"{sign} ({means.en})") for sign, means in zip(used, notes, strict=True)
    ]
    listed = Text(", ".join(one.nl for one in told), ", ".join(one.en for one in told))
    dialogue.tell("missing", place, _TOLD_APART.filled(signs=listed))
    made = [_signed(column) for column in columns]
    return made, dict(zip(used, notes, strict=True)), ()


def _used_signs(columns: Sequence[Typed]) -> list[str]:
    found = [sign for column in columns for sign in column.marks if sign]
    return list(dict.fromkeys(found))


def _has_empty(columns: Sequence[Typed]) -> bool:
    """Whether a value is missing without a sign in a column that has signs elsewhere."""
    for column in columns:
        if column.marks and any(
            not value and not sign for value, sign in zip(column.values, column.marks, strict=True)
        ):
            return True
    return False


def _means(sign: str, legend: Mapping[str, str]) -> Text:
    """What a sign means, as the notes of the file say or as is usual."""
    if sign in legend:
        return Text(legend[sign], legend[sign])
    found = mark(sign)
    return found.means if found else Text(sign, sign)


def _signed(column: Typed) -> Typed:
    if not column.marks:
        return column
    pairs = zip(column.values, column.marks, strict=True)
    return replace(column, values=tuple(value or sign for value, sign in pairs))


# Names


def _names(columns: Sequence[Typed], language: Language, dialogue: Dialogue) -> list[str]:
    """A name for each column, each another one."""
    names: list[str] = []
    for column in columns:
        answered = dialogue.given(f"{column.key}.name")
        wanted = name_of(answered or _title(column, language))
        name, number = wanted, 2
        while name in names:
            name, number = f"{wanted}_{number}", number + 1
        names.append(name)
    return names


def name_of(title: str) -> str:
    """A title as the name of a column."""
    plain = title.replace("'", "").replace("\u2019", "")
    return slug_of(plain, otherwise="kolom")[:_LONGEST_NAME].rstrip("-").replace("-", "_")


def _title(column: Typed, language: Language) -> str:
    """The title of a column; of one without, what its values are."""
    if column.title == "@period":
        return named(f"@{column.sort}" if column.sort else column.title, language)
    if column.title:
        return named(column.title, language)
    if column.sort:
        return named(f"@{column.sort}", language)
    return named(CATEGORY if column.key_column else VALUE, language)


def _column(column: Typed, name: str, language: Language, dialogue: Dialogue) -> TidyColumn:
    title = dialogue.given(f"{column.key}.title") or _title(column, language)
    unit = dialogue.given(f"{column.key}.unit")
    required = column.key_column and all(column.values)
    return TidyColumn(
        name,
        title[:1].upper() + title[1:],
        column.type,
        column.unit if unit is None else unit,
        column.values,
        column.key,
        required,
    )
