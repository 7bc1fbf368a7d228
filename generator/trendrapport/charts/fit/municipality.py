"""What a declaration says of places held against its tables: where the two do not fit, as paths into the
declaration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from trendrapport.charts.fit.areas import NamedRow, short_codes, told_short
from trendrapport.charts.fit.misfit import CellMisfit, Misfit
from trendrapport.charts.plan import MUNICIPALITY, NUMBERS, passes, selected
from trendrapport.charts.tables.municipalities import municipalities
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, choose_from
from trendrapport.files.yaml_data import DataPath
from trendrapport.model.charts import Chart, Nation, Places

_COLUMN = (
    Text(
        nl='de tabel "{table}" heeft geen kolom "{name}"', en=('the table "{table}" has no column "{name}"')
    ),
    Text(nl="zonder die kolom is er niets te vertellen", en=("without that column there is nothing to tell")),
)
_TYPE = (
    Text(
        nl='kolom "{name}" is van het type {type}, maar hier hoort {wanted}',
        en='column "{name}" has type {type}, but {wanted} belongs here',
    ),
    Text(
        nl="een gemeente heeft hier een code en een getal", en=("a municipality has a code and a number here")
    ),
    Text(nl="Kies een van deze kolommen: {columns}.", en="Choose one of these columns: {columns}."),
)
_NO_COLUMN = Text(
    nl=(
        "Geen kolom van de tabel is van dat type: geef de kolom het goede type in "
        "charts/data/{table}.datapackage.yml."
    ),
    en=(
        "No column of the table has that type: give the column its right type in "
        "charts/data/{table}.datapackage.yml."
    ),
)
_NONE = (
    Text(nl='in kolom "{name}" staat geen gemeente', en='column "{name}" has no municipality'),
    Text(nl="geen lezer zou de eigen gemeente vinden", en="no reader would find the own municipality"),
    Text(
        nl="Neem de kolom met codes van het CBS, zoals GM0344.",
        en=("Take the column with codes of Statistics Netherlands, such as GM0344."),
    ),
)
_TWICE = (
    Text(nl='gemeente "{code}" heeft meer dan één rij', en=('municipality "{code}" has more than one row')),
    Text(
        nl="dan is niet zeker welk cijfer bij de gemeente hoort",
        en=("then it is not certain which figure is that of the municipality"),
    ),
    Text(
        nl='Kies met "filter" één rij voor elke gemeente.',
        en=('Choose one row for each municipality with "filter".'),
    ),
)
_FORMER = (
    Text(
        nl='"{code}" is geen gemeente van 2023 of later', en=('"{code}" is no municipality of 2023 or later')
    ),
    Text(
        nl="haar cijfer zou ongemerkt ontbreken in de volgorde",
        en=("its figure would silently be absent from the order"),
    ),
    Text(
        nl="Verbeter de code, of laat de rij weg met een filter.",
        en=("Correct the code, or leave the row out with a filter."),
    ),
)
_NATION = (
    Text(
        nl="het landelijke cijfer staat niet in precies één rij, maar in {count}",
        en="the national figure does not stand in exactly one row, but in {count}",
    ),
    Text(
        nl="dan is niet zeker welk cijfer landelijk is",
        en=("then it is not certain which figure is the national one"),
    ),
    Text(
        nl='Kies onder "nation" met "filter" de rij van heel Nederland, met een cijfer.',
        en='Choose the row of the whole country, with a figure, with "filter" under "nation".',
    ),
)


def place_misfits(chart: Chart, tables: Mapping[str, Table]) -> Iterator[Misfit | CellMisfit]:
    """Everything that a declaration says of places and that does not fit, as far as its tables could be read."""
    places, table = chart.places, tables.get(chart.data)
    if places is None or table is None or any(name not in table.columns for name in chart.filter):
        return
    wrong = [
        *_column(("places", "code"), places.code, table, frozenset({"string"})),
        *_column(("places", "value"), places.value, table, NUMBERS),
    ]
    yield from wrong
    if not wrong:
        yield from _codes(chart, places, table)
    if places.nation and (other := tables.get(places.nation.table or "")):
        yield from _nation(places.nation, places, other)


def _column(path: DataPath, name: str, table: Table, types: frozenset[str]) -> Iterator[Misfit]:
    if name not in table.columns:
        yield Misfit(
            path,
            False,
            "unknown-column",
            _COLUMN[0].filled(table=table.name, name=name),
            _COLUMN[1],
            choose_from(name, table.columns),
        )
    elif (seen := table.field(name).type) not in types:
        fitting = ", ".join(field.name for field in table.fields if field.type in types)
        fix = _TYPE[2].filled(columns=fitting) if fitting else _NO_COLUMN.filled(table=table.name)
        yield Misfit(
            path,
            False,
            "wrong-column-type",
            _TYPE[0].filled(name=name, type=seen, wanted=", ".join(sorted(types))),
            _TYPE[1],
            fix,
        )


def _codes(chart: Chart, places: Places, table: Table) -> Iterator[Misfit | CellMisfit]:
    others = [
        NamedRow(number, places.code, code)
        for number, record in enumerate(table.records())
        if passes(record, chart) and not MUNICIPALITY.fullmatch(code := str(record[places.code]))
    ]
    if short := short_codes(others):
        yield told_short(short, table)
        return
    codes = [
        code for record in selected(chart, table) if MUNICIPALITY.fullmatch(code := str(record[places.code]))
    ]
    path, known = ("places", "code"), municipalities()
    if twice := next((code for code, count in Counter(codes).items() if count > 1), None):
        yield Misfit(path, False, "place-twice", _TWICE[0].filled(code=twice), *_TWICE[1:])
    if former := next((code for code in codes if code not in known), None):
        yield Misfit(path, False, "unknown-place", _FORMER[0].filled(code=former), *_FORMER[1:])
    if not codes:
        yield Misfit(path, False, "no-places", _NONE[0].filled(name=places.code), *_NONE[1:])


def _nation(nation: Nation, places: Places, table: Table) -> Iterator[Misfit]:
    name, key = nation.column or places.value, "column" if nation.column else "table"
    wrong = [
        *_column(("places", "nation", key), name, table, NUMBERS),
        *(
            Misfit(
                ("places", "nation", "filter", column),
                True,
                "unknown-column",
                _COLUMN[0].filled(table=table.name, name=column),
                _COLUMN[1],
                choose_from(column, table.columns),
            )
            for column in nation.filter
            if column not in table.columns
        ),
    ]
    yield from wrong
    rows = (
        []
        if wrong
        else [record for record in table.records() if passes(record, nation) and record[name] is not None]
    )
    if not wrong and len(rows) != 1:
        yield Misfit(
            ("places", "nation", "table"),
            False,
            "unclear-nation",
            _NATION[0].filled(count=len(rows)),
            *_NATION[1:],
        )
