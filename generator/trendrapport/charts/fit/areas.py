"""Rows held against the map that they should land on: a code or name that has no tile would be told below it,
and its tile stay empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from trendrapport.charts.fit.misfit import CellMisfit, Misfit
from trendrapport.charts.fit.same_rows import MOST_ROWS_DRAWN
from trendrapport.charts.plan import Record, named, passes
from trendrapport.charts.tables.areas import Area, Areas, Division, areas, division, former
from trendrapport.charts.tables.names import bare, folded
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Text, did_you_mean, enumerated, shortened
from trendrapport.model.charts import Chart

_WHY = Text(
    nl="het cijfer valt van de kaart, en de tegel die bedoeld is blijft leeg",
    en="the figure falls off the map, and the tile that is meant stays empty",
)
_WHY_CODE = Text(
    nl="zo is niet te vinden over welke gemeente of provincie de rij gaat",
    en="it cannot be found which municipality or province the row is about",
)
_CODE = (
    Text(nl='"{word}" is geen code van het CBS', en='"{word}" is no code of Statistics Netherlands'),
    Text(
        nl=(
            'Bedoelt u {name}? Schrijf dan "{code}": GM voor een gemeente of PV voor een provincie, '
            "met alle nullen."
        ),
        en=(
            'Did you mean {name}? Then write "{code}": GM for a municipality or PV for a '
            "province, with all its zeros."
        ),
    ),
    Text(nl="Zo ook op regel {lines}: {others}{more}.", en="So too on line {lines}: {others}{more}."),
)
_AND_MORE = Text(nl=", en {count} andere rijen", en=", and {count} other rows")
_FEW_LINES = 4
_NO_TILE = Text(nl='"{word}" heeft geen tegel op de kaart', en='"{word}" has no tile on the map')
_SEVERAL = (
    Text(nl='er zijn {count} gemeenten "{word}"', en='there are {count} municipalities "{word}"'),
    Text(nl="Schrijf welke u bedoelt: {names}.", en="Write which one you mean: {names}."),
)
_FORMER = (
    Text(
        nl='"{word}" is sinds {year} geen gemeente meer',
        en=('"{word}" has been no municipality since {year}'),
    ),
    Text(
        nl="Tel het cijfer bij dat van {names}, of laat de rij weg met een filter.",
        en="Add the figure to that of {names}, or leave the row out with a filter.",
    ),
)
_OTHERWISE = Text(
    nl=(
        'Verbeter de naam of code. Hoort het niet op de kaart, zet het dan onder "options" bij elsewhere: '
        "[{word}]."
    ),
    en=(
        "Correct the name or code. If it does not belong on the map, put it under "
        '"options" at elsewhere: [{word}].'
    ),
)
_FEW = (
    Text(
        nl="van de {count} rijen krijgen er {landed} een plaats op de kaart van {division}",
        en="of the {count} rows, {landed} get a place on the map of {division}",
    ),
    Text(nl="een lezer ziet een lege kaart", en="a reader sees an empty map"),
    Text(
        nl=(
            'Noem bij "code" of "name" de kolom met gemeenten of provincies, of kies met "filter" de '
            "rijen daarvan."
        ),
        en=(
            'Name the column of municipalities or provinces at "code" or "name", or choose their '
            'rows with "filter".'
        ),
    ),
)
_DIVISIONS: Mapping[Division, Text] = {
    "provinces": Text(nl="provincies", en="provinces"),
    "municipalities": Text(nl="gemeenten", en="municipalities"),
}

_DIGITS = re.compile(r"(?:(?P<sort>GM|PV)[\s-]*)?(?P<digits>\d{1,4})(?:\.0)?", re.ASCII | re.IGNORECASE)
_REGION = re.compile(r"(?:NL|EU)\d{0,2}|(?!GM|PV)[A-Z]{2}\d{2,4}", re.ASCII)
"""The code of a country, a part of one, or a COROP area."""
_LARGER = re.compile(r".*\((?:LD|CR|AM|RP|VR|PV|GM)\)")
_WHOLE = frozenset(
    {
        "nederland",
        "heel nederland",
        "totaal nederland",
        "landelijk",
        "totaal",
        "totaal generaal",
        "netherlands",
        "the netherlands",
        "national",
        "total",
    }
)
"""What stands for the whole country, and needs no tile."""


@dataclass(frozen=True)
class NamedRow:
    """A row by what it says of its place: its number, the column of the word, and the word."""

    row: int
    column: str
    word: str


def area_misfits(chart: Chart, table: Table) -> Iterator[Misfit | CellMisfit]:
    """Each row that has no tile though it should have one; and that hardly any row has."""
    columns = [*named(chart, "code"), *named(chart, "name")]
    if chart.kind != "tile_map" or not columns or not {*columns, *chart.filter} <= set(table.columns):
        return
    shown = [(number, record) for number, record in enumerate(table.records()) if passes(record, chart)]
    if len(shown) > MOST_ROWS_DRAWN:
        return
    rows = [found for number, record in shown if (found := _named(number, record, columns))]
    asked = chart.options.get("areas")
    part = next((one for one in get_args(Division) if one == asked), None) or division(
        [row.word for row in rows]
    )
    tiles = areas(part)
    left = [row for row in rows if tiles.of(row.word) is None and not _elsewhere(row.word, chart)]
    told = [row for row in left if not _of_another_sort(row.word, part)]
    yield from _lost(told, part, table)
    landed = sum(tiles.of(row.word) is not None for row in rows)
    if shown and not told and landed * 2 < len(shown):
        what = _FEW[0].filled(count=len(shown), landed=landed, division=_DIVISIONS[part])
        yield Misfit(("fields",), True, "empty-map", what, *_FEW[1:])


def _named(number: int, record: Record, columns: Sequence[str]) -> NamedRow | None:
    """A row's code, or else its name."""
    column = next((name for name in columns if record[name]), None)
    return NamedRow(number, column, str(record[column])) if column else None


def _elsewhere(word: str, chart: Chart) -> bool:
    """Whether an editor says that a name needs no tile, or it stands for more than one."""
    declared = chart.options.get("elsewhere")
    named_so = {folded(str(name)) for name in declared} if isinstance(declared, list | tuple) else set()
    return folded(word) in named_so | _WHOLE or bool(_REGION.fullmatch(word))


def _of_another_sort(word: str, part: Division) -> bool:
    """Whether it is a province on a map of municipalities, or the other way around, or a larger part of the
    country.
    """
    return bool(_LARGER.fullmatch(word)) or any(
        areas(other).of(word) for other in get_args(Division) if other != part
    )


def _lost(rows: Sequence[NamedRow], part: Division, table: Table) -> Iterator[CellMisfit]:
    """Codes that lack something, all in one finding, and each name that has no tile."""
    short = short_codes(rows)
    if short:
        yield told_short(short, table)
    for row in rows:
        if row not in short:
            what, fix = _of_name(row.word, areas(part))
            yield CellMisfit(row.row, row.column, "no-tile", what, _WHY, fix)


def short_codes(rows: Sequence[NamedRow]) -> dict[NamedRow, Area]:
    """The rows with a code without its letters or zeros, each with the area that is meant."""
    provinces = _all_provinces(rows)
    return {row: area for row in rows if (area := _meant(row.word, provinces=provinces))}


def told_short(short: Mapping[NamedRow, Area], table: Table) -> CellMisfit:
    """One finding of all of them, at the first."""
    (first, area), *others = short.items()
    fix = _CODE[1].filled(name=area.name, code=area.code)
    if others:
        shown = others[:_FEW_LINES]
        lines, codes = (
            [table.cells[row.row][0].line for row, _ in shown],
            [f'"{area.code}"' for _, area in shown],
        )
        more = _AND_MORE.filled(count=len(others) - len(shown)) if len(others) > len(shown) else Text("", "")
        fix += _CODE[2].filled(lines=enumerated(lines), others=enumerated(codes), more=more)
    return CellMisfit(
        first.row, first.column, "short-code", _CODE[0].filled(word=shortened(first.word)), _WHY_CODE, fix
    )


def _meant(word: str, *, provinces: bool) -> Area | None:
    """The area that is meant by a code without its letters or zeros."""
    found = _DIGITS.fullmatch(word.strip())
    if not found:
        return None
    sorts = [found["sort"].upper()] if found["sort"] else ["PV", "GM"] if provinces else ["GM", "PV"]
    digits = found["digits"].lstrip("0")
    codes = [f"GM{digits:0>4}" if sort == "GM" else f"PV{digits:0>2}" for sort in sorts]
    return next(
        (area for code in codes for division in get_args(Division) if (area := areas(division).of(code))),
        None,
    )


def _all_provinces(rows: Sequence[NamedRow]) -> bool:
    """Whether every bare number among the words is that of a province: a single 26 could be either."""
    numbers = [row.word.strip().lstrip("0") for row in rows if _DIGITS.fullmatch(row.word.strip())]
    return all(areas("provinces").of(f"PV{number}") for number in numbers)


def _of_name(word: str, tiles: Areas) -> tuple[Text, Text]:
    """Why a name has no tile, and how to mend it."""
    several, gone = tiles.several(word), former().get(folded(word))
    if several:
        names = enumerated([f'"{area.name}"' for area in several])
        return _SEVERAL[0].filled(word=shortened(word), count=len(several)), _SEVERAL[1].filled(names=names)
    if gone and tiles.division == "municipalities":
        return _FORMER[0].filled(word=shortened(word), year=gone.year), _FORMER[1].filled(
            names=enumerated(gone.into)
        )
    otherwise = _OTHERWISE.filled(word=shortened(word))
    return _NO_TILE.filled(word=shortened(word)), did_you_mean(
        word, (area.name for area in tiles.all), otherwise, key=bare
    )
