"""What is understood of a file as rows of texts, for a terminal or a page."""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.charts.tables.cell_values import SORTS
from trendrapport.diagnostics import Language, Text, counted, shortened
from trendrapport.intake.dialogue import FREE, Choice, Doubt, Understood
from trendrapport.intake.tidy import TidyColumn
from trendrapport.intake.understanding import Understanding

_FILE = Text(nl="{file}: {rows}, {columns}", en="{file}: {rows}, {columns}")
_ROW, _ROWS = Text(nl="1 rij", en="1 row"), Text(nl="{count} rijen", en="{count} rows")
_COLUMN, _COLUMNS = Text(nl="1 kolom", en="1 column"), Text(nl="{count} kolommen", en="{count} columns")
_SHEET = Text(nl='{file}, blad "{sheet}"', en='{file}, sheet "{sheet}"')
_HEADS = (
    Text(nl="Kolom", en="Column"),
    Text(nl="Inhoud", en="Contents"),
    Text(nl="Eenheid", en="Unit"),
    Text(nl="Leeg", en="Empty"),
    Text(nl="Voorbeelden", en="Examples"),
)
_OTHERWISE = Text(nl="{what} (anders: --set {key}={values})", en="{what} (otherwise: --set {key}={values})")
_OR = Text(nl="{before} | {after}", en="{before} | {after}")
_PROPOSED = Text(nl="{means} (voorgesteld)", en="{means} (proposed)")
_ANY = Text(nl="tekst", en="text")
_SHOWN = 4

Rows = Sequence[Sequence[str]]


def heading(file: str, found: Understanding) -> Text:
    """What the table is made of, and its size."""
    name = Text(file, file)
    if found.sheet:
        name = _SHEET.filled(file=file, sheet=found.sheet)
    columns = found.table.columns
    rows = counted(len(columns[0].values), _ROW, _ROWS)
    return _FILE.filled(file=name, rows=rows, columns=counted(len(columns), _COLUMN, _COLUMNS))


def column_rows(found: Understanding, language: Language) -> Rows:
    """The columns of the table: name, contents, unit, missing values and examples."""
    rows = [[head.of(language) for head in _HEADS]]
    signs = {"", *found.table.missing}
    for column in found.table.columns:
        missing = len(list(filter(signs.__contains__, column.values)))
        contents, examples = SORTS[column.type].of(language), _examples(column, signs, language)
        rows.append([column.name, contents, column.unit, str(missing or ""), examples])
    return rows


def _examples(column: TidyColumn, signs: set[str], language: Language) -> str:
    """The first values that differ, as the language writes numbers."""
    given = [value for value in dict.fromkeys(column.values) if value not in signs]
    shown = [shortened(value, 30) for value in given[:_SHOWN]]
    if len(given) > _SHOWN:
        shown.append("...")
    if column.type != "number":
        return ", ".join(shown)
    listed = "; ".join(shown)
    if language == "nl":
        return listed.replace(".", ",").replace(",,,", "...")
    return listed


def understood_rows(found: Understanding, language: Language) -> Rows:
    """What was understood: where, what, and how to have it otherwise."""
    return [[str(one.at), _understood(one).of(language)] for one in found.understood]


def _understood(one: Understood) -> Text:
    if not one.otherwise:
        return one.what
    values = Text("", "")
    for choice in one.otherwise:
        value = _value(choice)
        if values.nl:
            value = _OR.filled(before=values, after=value)
        values = value
    return _OTHERWISE.filled(what=one.what, key=one.key, values=values)


def _value(choice: Choice) -> Text:
    """The value of a choice, as it is typed."""
    if choice.value == FREE:
        return _ANY
    return Text(choice.value, choice.value)


def doubt_rows(doubt: Doubt, language: Language) -> Rows:
    """The choices of a doubt: how to answer with each, and what it means."""
    rows: list[Sequence[str]] = []
    for choice in doubt.choices:
        means = choice.means
        if choice.value == doubt.proposed:
            means = _PROPOSED.filled(means=means)
        rows.append([f"{doubt.key}={_value(choice).of(language)}", means.of(language)])
    return rows
