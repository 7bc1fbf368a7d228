"""What is understood of a file as rows of texts, for a terminal or a page."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.charts.tables.cell_values import SORTS
from trendrapport.diagnostics import Language, Text, shortened
from trendrapport.intake.dialogue import FREE, Doubt, Understood
from trendrapport.intake.tidy import TidyColumn
from trendrapport.intake.understanding import Understanding

_FILE = Text(nl="{file}: {rows} rijen, {columns} kolommen", en="{file}: {rows} rows, {columns} columns")
_SHEET = Text(nl='{file}, blad "{sheet}"', en='{file}, sheet "{sheet}"')
_HEADS = (
    Text(nl="Kolom", en="Column"),
    Text(nl="Inhoud", en="Contents"),
    Text(nl="Eenheid", en="Unit"),
    Text(nl="Leeg", en="Empty"),
    Text(nl="Voorbeelden", en="Examples"),
)
_OTHERWISE = Text(nl="{what} (anders: --set {key}={values})", en="{what} (otherwise: --set {key}={values})")
_PROPOSED = Text(nl="{means} (voorgesteld)", en="{means} (proposed)")
_ANY = Text(nl="tekst", en="text")
_SHOWN = 4

Rows = Sequence[Sequence[str]]


def heading(file: str, found: Understanding) -> Text:
    """What the table is made of, and its size."""
    name = _SHEET.filled(file=file, sheet=found.sheet) if found.sheet else Text(file, file)
    columns = found.table.columns
    return _FILE.filled(file=name, rows=len(columns[0].values), columns=len(columns))


def column_rows(found: Understanding, language: Language) -> Rows:
    """The columns of the table: name, contents, unit, missing values and examples."""
    rows = [[head.of(language) for head in _HEADS]]
    signs = {"", *found.table.missing}
    for column in found.table.columns:
        empty = sum(value in signs for value in column.values)
        rows.append(
            [
                column.name,
                SORTS[column.type].of(language),
                column.unit,
                str(empty or ""),
                _examples(column, signs, language),
            ]
        )
    return rows


def _examples(column: TidyColumn, signs: set[str], language: Language) -> str:
    """The first values that differ, as the language writes numbers."""
    given = dict.fromkeys(value for value in column.values if value not in signs)
    shown = [shortened(value, 30) for value in list(given)[:_SHOWN]]
    if column.type == "number" and language == "nl":
        shown = [value.replace(".", ",") for value in shown]
    between = "; " if column.type == "number" else ", "
    return between.join([*shown, *(["..."] if len(given) > _SHOWN else [])])


def understood_rows(found: Understanding, language: Language) -> Rows:
    """What was understood: where, what, and how to have it otherwise."""
    return [[str(one.at), _understood(one).of(language)] for one in found.understood]


def _understood(one: Understood) -> Text:
    if not one.otherwise:
        return one.what
    values = [_ANY if choice.value == FREE else Text(choice.value, choice.value) for choice in one.otherwise]
    joined = Text(" | ".join(value.nl for value in values), " | ".join(value.en for value in values))
    return _OTHERWISE.filled(what=one.what, key=one.key, values=joined)


def doubt_rows(doubt: Doubt, language: Language) -> Rows:
    """The choices of a doubt: how to answer with each, and what it means."""
    rows = []
    for choice in doubt.choices:
        value = _ANY.of(language) if choice.value == FREE else choice.value
        means = choice.means
        if choice.value == doubt.proposed:
            means = _PROPOSED.filled(means=means)
        rows.append([f"{doubt.key}={value}", means.of(language)])
    return rows
