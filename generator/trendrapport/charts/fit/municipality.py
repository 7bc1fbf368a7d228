"""A declaration's settings for municipalities compared with its tables: where the two do not fit, as paths
into the declaration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from trendrapport.charts.fit.areas import NamedRow, of_short_codes, short_codes
from trendrapport.charts.fit.drawn_rows import has_columns, numbered_rows
from trendrapport.charts.fit.misfit import Misfit, at_key, at_value
from trendrapport.charts.plan import MUNICIPALITY, NUMBERS, selected
from trendrapport.charts.tables.municipalities import municipalities
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Text, choose_from
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.charts import Chart, Nation, Places

_COLUMN = (
    Text(nl='de tabel "{table}" heeft geen kolom "{name}"', en='the table "{table}" has no column "{name}"'),
    Text(nl="zonder die kolom valt er niets te vertellen", en="without that column there is nothing to say"),
)
_TYPE = (
    Text(
        nl='kolom "{name}" is van het type {type}, maar hier is {wanted} nodig',
        en='column "{name}" is of type {type}, but {wanted} is needed here',
    ),
    Text(
        nl="een gemeente heeft hier een code en een getal", en="a municipality needs a code and a number here"
    ),
    Text(nl="Kies een van deze kolommen: {columns}.", en="Choose one of these columns: {columns}."),
)
_NO_COLUMN = Text(
    nl=(
        "Geen kolom van de tabel heeft dat type. Geef de kolom het juiste type in "
        "charts/data/{table}.datapackage.yml."
    ),
    en=(
        "No column of the table has that type. Give the column the right type in "
        "charts/data/{table}.datapackage.yml."
    ),
)
_NONE = (
    Text(nl='kolom "{name}" bevat geen gemeenten', en='column "{name}" contains no municipalities'),
    Text(nl="lezers zouden hun gemeente niet vinden", en="readers would not find their municipality"),
    Text(
        nl="Kies de kolom met codes van het CBS, zoals GM0344.",
        en="Choose the column with codes of Statistics Netherlands, such as GM0344.",
    ),
)
_TWICE = (
    Text(nl='gemeente "{code}" heeft meer dan één rij', en='municipality "{code}" has more than one row'),
    Text(
        nl="het is niet duidelijk welk cijfer bij de gemeente hoort",
        en="it is unclear which figure belongs to the municipality",
    ),
    Text(
        nl='Kies met "filter" één rij per gemeente.',
        en='Use "filter" to choose one row per municipality.',
    ),
)
_FORMER = (
    Text(
        nl='"{code}" is geen gemeente uit 2023 of later', en='"{code}" is not a municipality of 2023 or later'
    ),
    Text(
        nl="het cijfer zou ongemerkt ontbreken in de ranglijst",
        en="its figure would silently be missing from the ranking",
    ),
    Text(
        nl='Verbeter de code, of laat de rij weg met "filter".',
        en='Correct the code, or leave out the row with "filter".',
    ),
)
_NATION = (
    Text(
        nl="het landelijke cijfer moet in precies één rij staan, maar staat in {count}",
        en="the national figure must be in exactly one row, but is in {count}",
    ),
    Text(
        nl="het is niet duidelijk wat het landelijke cijfer is",
        en="it is unclear what the national figure is",
    ),
    Text(
        nl='Kies onder "nation" met "filter" de rij met het cijfer van heel Nederland.',
        en='Under "nation", use "filter" to choose the row with the figure for the whole country.',
    ),
)


def place_misfits(chart: Chart, tables: Mapping[str, Table]) -> Iterator[Misfit | Diagnostic]:
    """Everything that a declaration says of municipalities and that does not fit, as far as its tables could
    be read.
    """
    places, table = chart.places, tables.get(chart.data)
    if places is None or table is None or not has_columns(table, chart.filter):
        return
    wrong = [
        *_column(("places", "code"), places.code, table, frozenset({"string"})),
        *_column(("places", "value"), places.value, table, NUMBERS),
    ]
    yield from wrong
    if not wrong:
        yield from _codes(chart, places, table)
    if places.nation:
        national = tables.get(places.nation.table or "")
        if national:
            yield from _nation(places.nation, places, national)


def _column(path: DataPath, name: str, table: Table, types: frozenset[str]) -> Iterator[Misfit]:
    """A column that does not exist, or has another type than these."""
    if name not in table.columns:
        yield _no_column(path, name, table, key=False)
        return
    found = table.field(name).type
    if found in types:
        return
    fitting = ", ".join(field.name for field in table.fields if field.type in types)
    fix = _TYPE[2].filled(columns=fitting) if fitting else _NO_COLUMN.filled(table=table.name)
    wanted = ", ".join(sorted(types))
    yield at_value(path, "wrong-column-type", (*_TYPE[:2], fix), name=name, type=found, wanted=wanted)


def _no_column(path: DataPath, name: str, table: Table, *, key: bool) -> Misfit:
    at = at_key if key else at_value
    texts = (*_COLUMN, choose_from(name, table.columns))
    return at(path, "unknown-column", texts, table=table.name, name=name)


def _codes(chart: Chart, places: Places, table: Table) -> Iterator[Misfit | Diagnostic]:
    """Codes without letters or zeros; or else codes that are unknown or occur twice, or none at all."""
    codes, others = [], []
    for number, row in numbered_rows(chart, table):
        code = str(row[places.code])
        if MUNICIPALITY.fullmatch(code):
            codes.append(code)
        else:
            others.append(NamedRow(number, places.code, code))
    short = short_codes(others)
    if short:
        yield of_short_codes(short, table)
        return
    path, known = ("places", "code"), municipalities()
    twice = [code for code, count in Counter(codes).items() if count > 1]
    if twice:
        yield at_value(path, "place-twice", _TWICE, code=twice[0])
    former = [code for code in codes if code not in known]
    if former:
        yield at_value(path, "unknown-place", _FORMER, code=former[0])
    if not codes:
        yield at_value(path, "no-places", _NONE, name=places.code)


def _nation(nation: Nation, places: Places, table: Table) -> Iterator[Misfit]:
    """A national figure whose column or row cannot be found."""
    name, key = nation.column or places.value, "column" if nation.column else "table"
    wrong = list(_column(("places", "nation", key), name, table, NUMBERS))
    for column in nation.filter:
        if column not in table.columns:
            wrong.append(_no_column(("places", "nation", "filter", column), column, table, key=True))
    yield from wrong
    if wrong:
        return
    count = sum(row[name] is not None for row in selected(nation, table))
    if count != 1:
        yield at_value(("places", "nation", "table"), "unclear-nation", _NATION, count=count)
