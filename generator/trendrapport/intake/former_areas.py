"""Municipalities of former years: their figures are added to those of the one that they became part of, or
kept apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trendrapport.charts.tables.areas import Former, areas, former
from trendrapport.charts.tables.names import folded, is_percent
from trendrapport.diagnostics import Text
from trendrapport.intake.dialogue import Choice, Dialogue, Doubt
from trendrapport.intake.typed import Typed
from trendrapport.intake.words import CODE

_QUESTION = Text(
    nl='In kolom "{column}" staan gemeenten die er niet meer zijn, zoals {names}. Wat moet daarmee?',
    en=(
        'Column "{column}" has municipalities that no longer exist, such as {names}. What should be '
        "done with them?"
    ),
)
_SUM = Choice(
    "sum",
    Text(
        nl="tel hun cijfers op bij die van de gemeente waarin ze opgingen",
        en="add their figures to those of the municipality that they became part of",
    ),
)
_KEEP = Choice("keep", Text(nl="laat ze staan", en="keep them"))
_DROP = Choice("drop", Text(nl="laat hun rijen weg", en="leave out their rows"))
_NEXT = Text(nl="{before}, {after}", en="{before}, {after}")
_WHO = Text(nl="{name} (sinds {year} {into})", en="{name} (since {year} {into})")


def with_former(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns, with former municipalities as is answered."""
    made = list(columns)
    for column in columns:
        found = _found(column)
        if found and any(map(_has_codes, columns)):
            made = _handled(made, column, found, dialogue)
    return made


def _found(column: Typed) -> dict[int, Former]:
    """The rows with a municipality that is no more."""
    found: dict[int, Former] = {}
    if column.type != "string" or column.sort:
        return found
    for row, word in enumerate(column.values):
        one = former().get(folded(word))
        if one and not areas("municipalities").of(word):
            found[row] = one
    return found


def _has_codes(column: Typed) -> bool:
    """Whether a column has codes of municipalities, if only for those that are still there."""
    return column.title == CODE or any(value.startswith("GM") for value in column.values)


def _handled(
    columns: list[Typed], column: Typed, found: Mapping[int, Former], dialogue: Dialogue
) -> list[Typed]:
    are_counts = all(map(_is_count, columns)) and all(len(one.into) == 1 for one in found.values())
    choices = [_KEEP, _DROP]
    if are_counts:
        choices.insert(0, _SUM)
    place = column.places[min(found)]
    question = _QUESTION.filled(column=column.shown, names=_names(found.values()))
    doubt = Doubt(f"{column.key}.former", place, question, tuple(choices), choices[0].value)
    answer = dialogue.ask(doubt)
    if answer == _SUM.value:
        return _added([_renamed(one, column, found) for one in columns])
    if answer == _DROP.value:
        kept = [row for row in range(len(column.values)) if row not in found]
        return [one.taken(kept) for one in columns]
    return columns


def _names(found: Iterable[Former]) -> Text:
    """The first of former municipalities, each with what it is part of now."""
    names = Text("", "")
    for one in list(dict.fromkeys(found))[:3]:
        name = _WHO.filled(name=one.name, year=one.year, into=" / ".join(one.into))
        if names.nl:
            name = _NEXT.filled(before=names, after=name)
        names = name
    return names


def _is_count(column: Typed) -> bool:
    """Whether a column can be added up, or need not be."""
    return column.type != "number" and not is_percent(column.unit)


def _renamed(one: Typed, column: Typed, found: Mapping[int, Former]) -> Typed:
    """A column, with the name or the code of the present municipality in these rows."""
    if one.key != column.key and not _has_codes(one):
        return one
    values = list(one.values)
    for row, gone in found.items():
        area = areas("municipalities").of(gone.into[0])
        if area and one.key == column.key:
            values[row] = area.name
        elif area:
            values[row] = area.code
    return replace(one, values=tuple(values))


def _added(columns: Sequence[Typed]) -> list[Typed]:
    """The columns with one row for each combination of what is not counted, and the sums of what is."""
    others = [column.values for column in columns if column.type != "integer"]
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, about in enumerate(zip(*others, strict=True)):
        groups[about].append(row)
    made: list[Typed] = []
    for column in columns:
        one = column.taken([rows[0] for rows in groups.values()])
        if column.type == "integer":
            one = replace(one, values=tuple(_sum(column, rows) for rows in groups.values()))
        made.append(one)
    return made


def _sum(column: Typed, rows: Sequence[int]) -> str:
    """The sum of some rows; missing if one of them is."""
    values = [column.values[row] for row in rows]
    if all(values):
        return str(sum(map(int, values)))
    return ""
