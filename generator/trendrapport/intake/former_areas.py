"""Municipalities of former years: their figures are added to those of the one that they became part of, or
kept apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trendrapport.charts.tables.areas import areas, former
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
_SUM = Text(
    nl="tel hun cijfers op bij die van de gemeente waarin ze opgingen",
    en="add their figures to those of the municipality that they became part of",
)
_KEEP = Text(nl="laat ze staan", en="keep them")
_DROP = Text(nl="laat hun rijen weg", en="leave out their rows")
_WHO = Text(nl="{name} (sinds {year} {into})", en="{name} (since {year} {into})")


def with_former(columns: Sequence[Typed], dialogue: Dialogue) -> list[Typed]:
    """The columns, with former municipalities as is answered."""
    made = list(columns)
    for column in columns:
        rows = _rows(column, columns)
        if rows:
            made = _handled(made, column, rows, dialogue)
    return made


def _rows(column: Typed, columns: Sequence[Typed]) -> list[int]:
    """The rows with a municipality that is no more, in a column beside codes of municipalities."""
    beside = any(other.title == CODE or _has_codes(other) for other in columns)
    if column.type != "string" or column.sort or not beside:
        return []
    present = areas("municipalities")
    return [
        row for row, word in enumerate(column.values) if folded(word) in former() and not present.of(word)
    ]


def _has_codes(column: Typed) -> bool:
    return any(value.startswith("GM") for value in column.values)


def _handled(columns: list[Typed], column: Typed, rows: Sequence[int], dialogue: Dialogue) -> list[Typed]:
    found = [former()[folded(column.values[row])] for row in rows]
    shown = dict.fromkeys(found)
    parts = [_WHO.filled(name=one.name, year=one.year, into=" / ".join(one.into)) for one in list(shown)[:3]]
    names = Text(", ".join(part.nl for part in parts), ", ".join(part.en for part in parts))
    can_be_added = all(len(one.into) == 1 for one in found) and all(map(_is_count, columns))
    choices = [Choice("keep", _KEEP), Choice("drop", _DROP)]
    if can_be_added:
        choices.insert(0, Choice("sum", _SUM))
    question = _QUESTION.filled(column=column.shown, names=names)
    doubt = Doubt(f"{column.key}.former", column.places[rows[0]], question, tuple(choices), choices[0].value)
    match dialogue.ask(doubt):
        case "sum":
            return _added(_renamed(columns, column, rows))
        case "drop":
            kept = [row for row in range(len(column.values)) if row not in set(rows)]
            return [one.taken(kept) for one in columns]
    return columns


def _is_count(column: Typed) -> bool:
    """Whether a column can be added up, or need not be."""
    if column.type == "number":
        return False
    return column.type != "integer" or not is_percent(column.unit)


def _renamed(columns: Sequence[Typed], column: Typed, rows: Sequence[int]) -> list[Typed]:
    """The columns, with the present municipality in these rows."""
    names, codes = list(column.values), {}
    for row in rows:
        area = areas("municipalities").of(former()[folded(names[row])].into[0])
        if area:
            names[row], codes[row] = area.name, area.code
    made = []
    for one in columns:
        if one.key == column.key:
            made.append(replace(one, values=tuple(names)))
        elif one.title == CODE or _has_codes(one):
            made.append(
                replace(one, values=tuple(codes.get(row, value) for row, value in enumerate(one.values)))
            )
        else:
            made.append(one)
    return made


def _added(columns: Sequence[Typed]) -> list[Typed]:
    """The columns with one row for each combination of what is not counted, and the sums of what is."""
    counted = [column for column in columns if column.type == "integer"]
    others = [column for column in columns if column.type != "integer"]
    groups: dict[tuple[str, ...], list[int]] = {}
    for row in range(len(columns[0].values)):
        groups.setdefault(tuple(column.values[row] for column in others), []).append(row)
    firsts = [rows[0] for rows in groups.values()]
    made: list[Typed] = []
    for column in columns:
        one = column.taken(firsts)
        if column in counted:
            one = replace(one, values=tuple(_sum(column, rows) for rows in groups.values()))
        made.append(one)
    return made


def _sum(column: Typed, rows: Sequence[int]) -> str:
    """The sum of some rows; missing if one of them is."""
    values = [column.values[row] for row in rows]
    return str(sum(map(int, values))) if all(values) else ""
