"""Cells that are not values of their column's type to findings: one for each cause, with what to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain

from trendrapport.charts.tables.cell_values import SORTS, read_cell
from trendrapport.charts.tables.meaning import Cause, Habits, Meant
from trendrapport.charts.tables.suggestions import meant
from trendrapport.charts.tables.tidied import is_told, told
from trendrapport.diagnostics import Diagnostic, Location, Text, enumerated, shortened
from trendrapport.files.cells import Cell
from trendrapport.model.charts import TableField

_WHAT = Text(
    nl='"{value}" in kolom "{column}" is geen {sort}: {cause}',
    en='"{value}" in column "{column}" is not a {sort}: {cause}',
)
_ALIKE = Text(
    nl=(
        '"{value}" in kolom "{column}" is gelezen als decimaal getal, terwijl deze kolom punten '
        "tussen duizendtallen heeft"
    ),
    en=(
        '"{value}" in column "{column}" was read as a decimal number, but this column has points '
        "as thousands separators"
    ),
)
_WHY = Text(
    nl="volgens de beschrijving van de tabel heeft deze kolom dat type",
    en="the table's descriptor gives this column that type",
)
_CODES: dict[Cause, str] = {
    "percent": "csv-sign",
    "currency": "csv-sign",
    "unit": "csv-sign",
    "mark": "csv-sign",
    "date": "csv-moment",
    "coarse": "csv-moment",
    "fine": "csv-moment",
    "period": "csv-moment",
}
"""What the finding is called; csv-type where nothing more is said."""
_CAUSES: dict[Cause, tuple[Text, Text]] = {
    "percent": (
        Text(nl="er staat een procentteken bij", en="it has a percent sign"),
        Text(
            nl='Zet het procentteken in het .datapackage.yml-bestand bij de kolom: unit: "%".',
            en='Add the percent sign to the column in the .datapackage.yml file: unit: "%".',
        ),
    ),
    "currency": (
        Text(nl="er staat een munteenheid bij", en="it has a currency sign"),
        Text(
            nl="Zet de munteenheid in het .datapackage.yml-bestand bij de kolom, bijvoorbeeld: unit: euro.",
            en="Add the currency to the column in the .datapackage.yml file, for instance: unit: euro.",
        ),
    ),
    "unit": (
        Text(nl="er staat tekst achter", en="text follows it"),
        Text(
            nl="Zet de tekst erachter in het .datapackage.yml-bestand bij de kolom, als unit.",
            en="Add the text after it to the column in the .datapackage.yml file, as unit.",
        ),
    ),
    "mark": (
        Text(nl="er staat een voetnootteken bij", en="it has a footnote mark"),
        Text(
            nl="Gebruik een kolom van het type boolean voor voorlopige cijfers, of geef uitleg bij caption.",
            en="Use a column of type boolean for provisional figures, or explain it in caption.",
        ),
    ),
    "minus": (
        Text(nl="het minteken is een ander streepje", en="the minus sign is a different dash"),
        Text(nl="Gebruik het streepje op het toetsenbord.", en="Use the hyphen on the keyboard."),
    ),
    "thousands": (
        Text(
            nl=(
                "een tabel heeft een punt als decimaalteken en niets tussen duizendtallen, tenzij de "
                "beschrijving iets anders zegt"
            ),
            en=(
                "a table has a decimal point, and nothing between thousands, unless its descriptor says "
                "otherwise"
            ),
        ),
        Text(
            nl="De site zet er zelf de punten en komma's van de taal bij.",
            en="The site adds the separators of the language.",
        ),
    ),
    "fraction": (
        Text(nl="het getal heeft decimalen", en="it has decimals"),
        Text(
            nl="Geef de kolom in het .datapackage.yml-bestand type: number, of rond het getal af.",
            en="Give the column type: number in the .datapackage.yml file, or round the number.",
        ),
    ),
    "missing": (
        Text(nl="er staat een teken voor een ontbrekende waarde", en="it is a mark for a missing value"),
        Text(
            nl="Laat de cel leeg, of noem het teken in het .datapackage.yml-bestand: missingValues: {marks}.",
            en="Leave the cell empty, or list the mark in the .datapackage.yml file: missingValues: {marks}.",
        ),
    ),
    "date": (
        Text(nl="het staat er in een andere schrijfwijze", en="it is written differently"),
        Text(
            nl="Schrijf in een tabel eerst het jaar, dan de maand en de dag.",
            en="In a table, write the year first, then the month and day.",
        ),
    ),
    "coarse": (
        Text(nl="het is niet volledig", en="it is incomplete"),
        Text(
            nl=(
                "Vul aan wat ontbreekt. Is dat niet bekend, geef de kolom dan in het "
                ".datapackage.yml-bestand type: {type}."
            ),
            en=(
                "Add what is missing. If it is unknown, give the column type: {type} in the "
                ".datapackage.yml file."
            ),
        ),
    ),
    "fine": (
        Text(nl="er staat een maand of dag bij", en="it also has a month or a day"),
        Text(
            nl="Moet die blijven staan, geef de kolom dan in het .datapackage.yml-bestand {types}.",
            en="To keep it, give the column {types} in the .datapackage.yml file.",
        ),
    ),
    "period": (
        Text(nl="het is een kwartaal of week", en="it is a quarter or a week"),
        Text(
            nl=(
                "Geef de kolom in het .datapackage.yml-bestand type: string; een kolom met alleen "
                "kwartalen of weken wordt als tijd gelezen."
            ),
            en=(
                "Give the column type: string in the .datapackage.yml file; a column with only quarters "
                "or weeks is read as time."
            ),
        ),
    ),
    "boolean": (
        Text(nl="het staat er in een andere schrijfwijze", en="it is written differently"),
        Text(nl="Er zijn twee waarden: true en false.", en="There are two values: true and false."),
    ),
    "told": (
        Text(
            nl="het is anders geschreven dan de beschrijving van de kolom zegt",
            en="it is not written as the descriptor of the column says",
        ),
        Text(
            nl="Schrijf alle cellen van de kolom op dezelfde manier.",
            en="Write all cells of the column in the same way.",
        ),
    ),
}
_TELL = Text(
    nl="Zet in het .datapackage.yml-bestand bij de kolom: {form}. Of pas de tabel aan.",
    en="In the .datapackage.yml file, add to the column: {form}. Or change the table.",
)
_TOLD_BY: frozenset[Cause] = frozenset(
    {"percent", "currency", "unit", "mark", "thousands", "date", "boolean", "told"}
)
"""What a descriptor can say of a column."""
_SIGNS: frozenset[Cause] = frozenset({"percent", "currency", "unit", "mark"})
_WRITE = Text(nl="Schrijf {examples}.", en="Write {examples}.")
_THEN_WRITE = Text(nl="Schrijf dan {examples}.", en="Then write {examples}.")
_FOR = Text(nl='{write} voor "{value}"', en='{write} for "{value}"')
_ON_LINE = Text(nl='{write} voor "{value}" op regel {line}', en='{write} for "{value}" on line {line}')
_DAYS = Text(nl="type: date", en="type: date")
_MONTHS_OR_DAYS = Text(nl="type: yearmonth of type: date", en="type: yearmonth or type: date")
_LISTED = Text(nl="{listed}{more}", en="{listed}{more}")
_MORE = Text(nl=", en zo ook in {count} andere rijen", en=", and the same in {count} more rows")
_MANY = Text(nl=", en zo ook in veel andere rijen", en=", and the same in many more rows")
_EITHER = Text(
    nl="{first} of {second}, naargelang wat bedoeld is,", en="{first} or {second}, whichever is meant,"
)
_SHOWN, _LOOKED_AT, _MOST_COUNTED = 3, 2_000, 500
"""How many cells are written out, are looked at, and are counted: beyond that it is the whole column."""

OddCells = Sequence[tuple[Cell, Meant]]
"""Cells with one cause, each with what it was meant to be."""


def odd_cells(
    path: str,
    field: TableField,
    cells: Sequence[Cell],
    seen: Habits,
    form: str = "",
    reported: Set[Cause] = frozenset(),
) -> Iterator[Diagnostic]:
    """One finding for each cause, and one for each cell of which it is not certain what it was meant to be.

    `form` is what the descriptor can say of the column, so that the cells are values as they are. Of
    the causes that are `reported` already, nothing more is said.
    """
    by_cause: dict[Cause, list[tuple[Cell, Meant]]] = {}
    # Of the cells of a cause the finding names one that cannot be read at all.
    for cell in sorted(cells[:_LOOKED_AT], key=lambda cell: _is_value(cell, field)):
        text = cell.text.strip()
        found = _meant(text, field, seen)
        if found:
            by_cause.setdefault(found.cause, []).append((cell, found))
            continue
        problem = read_cell(text, field)[1]
        if problem:
            yield problem.at(Location(path, cell.line, cell.column))
    for cause, same in by_cause.items():
        if cause not in reported:
            yield _of_cause(path, field, cause, same, form)


def _meant(text: str, field: TableField, seen: Habits) -> Meant | None:
    """What a cell was meant to be, written as the descriptor says; None if that is not certain."""
    found = meant(text, field.type, seen)
    if not found or not is_told(field):
        return found
    if found.cause in _SIGNS and field.bareNumber is False:
        return None
    written = tuple(told(one, field) for one in found.write)
    cause: Cause = "told" if found.cause in ("thousands", "date", "boolean") else found.cause
    return Meant(cause, written)


def _is_value(cell: Cell, field: TableField) -> bool:
    """Whether a cell can be read as it is."""
    return not read_cell(cell.text.strip(), field)[1]


def _of_cause(path: str, field: TableField, cause: Cause, same: OddCells, form: str) -> Diagnostic:
    first = same[0][0]
    value, (why, advice) = shortened(first.text.strip()), _CAUSES[cause]
    if _is_value(first, field):
        what = _ALIKE.filled(value=value, column=field.name)
    else:
        what = _WHAT.filled(value=value, column=field.name, sort=SORTS[field.type], cause=why)
    fix = _fix(field, cause, same, advice)
    if form and cause in _TOLD_BY:
        fix = _TELL.filled(form=form) + fix
    at = Location(path, first.line, first.column)
    return Diagnostic(at, _CODES.get(cause, "csv-type"), what, _WHY, fix)


def _fix(field: TableField, cause: Cause, same: OddCells, advice: Text) -> Text:
    """What to write for cells with one cause, or what to change in the descriptor."""
    if cause == "missing":
        signs = dict.fromkeys(["", *(cell.text.strip() for cell, _ in same)])
        listed = ", ".join(f'"{sign}"' for sign in signs)
        return advice.filled(marks=f"[{listed}]")
    if cause == "coarse":
        return advice.filled(type=_type_of(same)) + _rewritten(same)
    write = _WRITE.filled(examples=_examples(same))
    if cause == "fine":
        types = _DAYS if field.type == "yearmonth" else _MONTHS_OR_DAYS
        return write + advice.filled(types=types)
    return write + advice


def _type_of(same: OddCells) -> str:
    """The type that all of some incomplete dates can have: years if any is no more than that."""
    written = chain.from_iterable(found.write for _, found in same)
    return "year" if any(len(text) == len("2024") for text in written) else "yearmonth"


def _rewritten(same: OddCells) -> Text:
    """What to write for the incomplete dates that are written otherwise as well, when their column has the
    type that fits.
    """
    otherwise = [(cell, found) for cell, found in same if cell.text.strip() not in found.write]
    return _THEN_WRITE.filled(examples=_examples(otherwise)) if otherwise else Text("", "")


def _examples(same: OddCells) -> Text:
    """What to write for the first cells that are written differently, and in how many more rows it is the
    same.
    """
    (first, found), *others = same[:_SHOWN]
    examples = [_FOR.filled(write=_readings(found), value=shortened(first.text.strip()))]
    for cell, found in others:
        value = shortened(cell.text.strip())
        examples.append(_ON_LINE.filled(write=_readings(found), value=value, line=cell.line))
    return _LISTED.filled(listed=_enumerated(examples), more=_more(len(same) - len(examples)))


def _enumerated(texts: Sequence[Text]) -> Text:
    nl, en = enumerated(text.nl for text in texts), enumerated(text.en for text in texts)
    return Text(nl.nl, en.en)


def _more(count: int) -> Text:
    """In how many more rows it is the same."""
    if not count:
        return Text("", "")
    return _MORE.filled(count=count) if count < _MOST_COUNTED else _MANY


def _readings(found: Meant) -> Text:
    first, *others = found.write
    return _EITHER.filled(first=first, second=others[0]) if others else Text(first, first)
