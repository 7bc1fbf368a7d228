"""Rows compared with their map: a code or name without a tile would be listed below the map, and its tile
would stay empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from trendrapport.charts.fit.drawn_rows import MOST_ROWS_DRAWN, has_columns, numbered_rows
from trendrapport.charts.fit.misfit import Misfit, at_key
from trendrapport.charts.kinds import traits
from trendrapport.charts.plan import Record, named
from trendrapport.charts.tables.areas import Area, Areas, Division, areas, division, former
from trendrapport.charts.tables.names import bare, folded
from trendrapport.charts.tables.table import Table
from trendrapport.diagnostics import Diagnostic, Text, did_you_mean, enumerated, finding, shortened
from trendrapport.model.charts import Chart

_WHY = Text(
    nl="het cijfer komt niet op de kaart, en de bedoelde tegel blijft leeg",
    en="the figure is missing from the map, and the intended tile stays empty",
)
_WHY_CODE = Text(
    nl="zo is niet te zien over welke gemeente of provincie de rij gaat",
    en="there is no way to tell which municipality or province the row is about",
)
_CODE = (
    Text(nl='"{word}" is geen code van het CBS', en='"{word}" is not a code of Statistics Netherlands'),
    Text(
        nl=(
            'Bedoelt u {name}? Schrijf dan "{code}": GM voor een gemeente of PV voor een provincie, '
            "met alle nullen."
        ),
        en=(
            'Did you mean {name}? Then write "{code}": GM for a municipality or PV for a province, '
            "with all zeros."
        ),
    ),
    Text(
        nl="Dit geldt ook voor regel {lines}: {others}{more}.",
        en="The same applies to line {lines}: {others}{more}.",
    ),
)
_AND_MORE = Text(nl=", en {count} andere rijen", en=", and {count} more rows")
_FEW_LINES = 4
_NO_TILE = Text(nl='"{word}" heeft geen tegel op de kaart', en='"{word}" has no tile on the map')
_SEVERAL = (
    Text(
        nl='er zijn {count} gemeenten met de naam "{word}"',
        en='there are {count} municipalities called "{word}"',
    ),
    Text(nl="Schrijf welke gemeente u bedoelt: {names}.", en="Write which municipality you mean: {names}."),
)
_FORMER = (
    Text(
        nl='"{word}" is sinds {year} geen gemeente meer',
        en='"{word}" has not been a municipality since {year}',
    ),
    Text(
        nl='Tel het cijfer op bij dat van {names}, of laat de rij weg met "filter".',
        en='Add the figure to that of {names}, or leave out the row with "filter".',
    ),
)
_OTHERWISE = Text(
    nl=(
        'Verbeter de naam of code. Hoort die niet op de kaart, zet dan onder "options": elsewhere: [{word}].'
    ),
    en=(
        'Correct the name or code. If it does not belong on the map, add under "options": '
        "elsewhere: [{word}]."
    ),
)
_FEW = (
    Text(
        nl="van de {count} rijen krijgen er {landed} een plaats op de kaart van {division}",
        en="only {landed} of the {count} rows have a place on the map of {division}",
    ),
    Text(nl="een lezer ziet een lege kaart", en="readers would see an empty map"),
    Text(
        nl=(
            'Noem bij "code" of "name" de kolom met gemeenten of provincies, of kies met "filter" de '
            "juiste rijen."
        ),
        en=(
            'Name the column with municipalities or provinces under "code" or "name", or choose the '
            'right rows with "filter".'
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
LARGER = re.compile(r".*\((?:LD|CR|AM|RP|VR|PV|GM)\)")
WHOLE = frozenset(
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
"""Names of the whole country, which needs no tile."""


@dataclass(frozen=True)
class NamedRow:
    """A row by the area that it names: its number, the column of the word, and the word."""

    row: int
    column: str
    word: str


def area_misfits(chart: Chart, table: Table) -> Iterator[Misfit | Diagnostic]:
    """Each row that has no tile though it should have one; and that hardly any row has."""
    columns = [*named(chart, "code"), *named(chart, "name")]
    if not traits(chart.kind).areas or not columns or not has_columns(table, [*columns, *chart.filter]):
        return
    shown = numbered_rows(chart, table)
    if len(shown) > MOST_ROWS_DRAWN:
        return
    rows = list(_named_rows(shown, columns))
    part = _division(chart, rows)
    tiles = areas(part)
    lost = [row for row in rows if tiles.of(row.word) is None and _needs_tile(row.word, part, chart)]
    yield from _lost(lost, part, table)
    landed = sum(tiles.of(row.word) is not None for row in rows)
    if shown and not lost and landed * 2 < len(shown):
        counts = {"count": len(shown), "landed": landed}
        yield at_key(("fields",), "empty-map", _FEW, division=_DIVISIONS[part], **counts)


def _named_rows(rows: Sequence[tuple[int, Record]], columns: Sequence[str]) -> Iterator[NamedRow]:
    """Each row with its code, or else its name; rows without either are left out."""
    for number, record in rows:
        column = next((name for name in columns if record[name]), None)
        if column:
            yield NamedRow(number, column, str(record[column]))


def _division(chart: Chart, rows: Sequence[NamedRow]) -> Division:
    """The division that a declaration asks for, or else that of most rows."""
    asked = chart.options.get("areas")
    for part in get_args(Division):
        if part == asked:
            return part  # type: ignore[no-any-return]
    return division([row.word for row in rows])


def _needs_tile(word: str, part: Division, chart: Chart) -> bool:
    """Whether a name should be on the map."""
    return not _is_elsewhere(word, chart) and not _is_of_another_sort(word, part)


def _is_elsewhere(word: str, chart: Chart) -> bool:
    """Whether an editor says that a name needs no tile, or it is that of more than one area."""
    declared = chart.options.get("elsewhere")
    names = set(WHOLE)
    if isinstance(declared, list | tuple):
        names |= {folded(str(name)) for name in declared}
    return folded(word) in names or bool(_REGION.fullmatch(word))


def _is_of_another_sort(word: str, part: Division) -> bool:
    """Whether it is a province on a map of municipalities, or the other way around, or a larger part of the
    country.
    """
    if LARGER.fullmatch(word):
        return True
    return any(areas(other).of(word) for other in get_args(Division) if other != part)


def _lost(rows: Sequence[NamedRow], part: Division, table: Table) -> Iterator[Diagnostic]:
    """Codes that lack something, all in one finding, and each name that has no tile."""
    short = short_codes(rows)
    if short:
        yield of_short_codes(short, table)
    for row in rows:
        if row not in short:
            what, fix = _of_name(row.word, areas(part))
            yield finding(table.locate(row.row, row.column), "no-tile", (what, _WHY, fix))


def short_codes(rows: Sequence[NamedRow]) -> dict[NamedRow, Area]:
    """The rows with a code without its letters or zeros, each with the area that is meant."""
    provinces = _are_all_provinces(rows)
    short: dict[NamedRow, Area] = {}
    for row in rows:
        area = area_of_code(row.word, provinces=provinces)
        if area:
            short[row] = area
    return short


def of_short_codes(short: Mapping[NamedRow, Area], table: Table) -> Diagnostic:
    """One finding of all of them, at the first."""
    (first, area), *others = short.items()
    fix = _CODE[1].filled(name=area.name, code=area.code)
    if others:
        shown = others[:_FEW_LINES]
        lines = enumerated([table.cells[row.row][0].line for row, _ in shown])
        codes = enumerated([f'"{area.code}"' for _, area in shown])
        more = Text("", "")
        if len(others) > len(shown):
            more = _AND_MORE.filled(count=len(others) - len(shown))
        fix += _CODE[2].filled(lines=lines, others=codes, more=more)
    texts = (_CODE[0], _WHY_CODE, fix)
    return finding(table.locate(first.row, first.column), "short-code", texts, word=shortened(first.word))


def area_of_code(word: str, *, provinces: bool) -> Area | None:
    """The area that is meant by a code without its letters or zeros."""
    found = _DIGITS.fullmatch(word.strip())
    if not found:
        return None
    digits = found["digits"].lstrip("0")
    for sort in _sorts(found["sort"], provinces=provinces):
        code = f"GM{digits:0>4}" if sort == "GM" else f"PV{digits:0>2}"
        for part in get_args(Division):
            area = areas(part).of(code)
            if area:
                return area
    return None


def _sorts(written: str | None, *, provinces: bool) -> list[str]:
    """The sorts of areas that a number may be of, the most likely first."""
    if written:
        return [written.upper()]
    return ["PV", "GM"] if provinces else ["GM", "PV"]


def _are_all_provinces(rows: Sequence[NamedRow]) -> bool:
    """Whether every bare number among the words is that of a province: a single 26 could be either."""
    for row in rows:
        word = row.word.strip()
        if _DIGITS.fullmatch(word) and not areas("provinces").of(f"PV{word.lstrip('0')}"):
            return False
    return True


def _of_name(word: str, tiles: Areas) -> tuple[Text, Text]:
    """Why a name has no tile, and how to fix it."""
    shown = shortened(word)
    several = tiles.several(word)
    if several:
        names = enumerated([f'"{area.name}"' for area in several])
        return _SEVERAL[0].filled(word=shown, count=len(several)), _SEVERAL[1].filled(names=names)
    gone = former().get(folded(word))
    if gone and tiles.division == "municipalities":
        into = enumerated(gone.into)
        return _FORMER[0].filled(word=shown, year=gone.year), _FORMER[1].filled(names=into)
    fix = did_you_mean(word, (area.name for area in tiles.all), _OTHERWISE.filled(word=shown), key=bare)
    return _NO_TILE.filled(word=shown), fix
