"""A map of tiles: provinces with letters and a shade; of municipalities two to a shade, so that all fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import MISSING, SHADES, step
from trendrapport.charts.proposing.shown import Shown, known, shown
from trendrapport.charts.tables.areas import Area, Areas, areas, division

Place = tuple[int, int]
"""The column and row of a sign."""


def sketch(plan: Plan, width: int) -> list[str]:
    """The map from the north, and below it what the lightest and the darkest shade mean."""
    del width  # the country is as wide as it is
    found = {str(one.key): one for one in shown(plan) if one.amount is not None}
    tiles = areas(division(found))
    landed: dict[Area, Shown] = {}
    for word, one in found.items():
        area = tiles.of(word)
        if area:
            landed[area] = one
    if not landed:
        return []
    amounts = known(list(landed.values()))
    low, high = min(amounts), max(amounts)
    ends = [min(landed.values(), key=_amount), max(landed.values(), key=_amount)]
    shades: dict[Area, str] = {}
    for area, one in landed.items():
        shades[area] = step(_amount(one), low, high, SHADES)
    lines = _map(tiles, shades)
    return [*lines, f"{SHADES[0]} {ends[0].text}  {SHADES[-1]} {ends[1].text}"]


def _map(tiles: Areas, shades: Mapping[Area, str]) -> list[str]:
    if tiles.division == "provinces":
        return _provinces(tiles.all, shades)
    return _halved(tiles.all, shades)


def _amount(one: Shown) -> float:
    return one.amount or 0.0


def _provinces(tiles: Iterable[Area], shades: Mapping[Area, str]) -> list[str]:
    cells: dict[Place, str] = {}
    for tile in tiles:
        cells[tile.column, tile.row] = f"{tile.short}{shades.get(tile, MISSING) * 2} "
    return _rows(cells, " " * 5)


def _halved(tiles: Iterable[Area], shades: Mapping[Area, str]) -> list[str]:
    """Two tiles above each other as one sign, the darker: a sign is twice as high as it is wide."""
    cells: dict[Place, str] = {}
    for tile in tiles:
        place = tile.column, tile.row // 2
        both = [shades.get(tile, MISSING), cells.get(place, MISSING)]
        cells[place] = max(both, key=f"{MISSING}{SHADES}".index)
    return _rows(cells, " ")


def _rows(cells: Mapping[Place, str], sea: str) -> list[str]:
    """The lines of a map, of which all cells are as wide as the sea."""
    columns, rows = zip(*cells, strict=True)
    lines = []
    for row in range(max(rows) + 1):
        line = ""
        for column in range(max(columns) + 1):
            line += cells.get((column, row), sea)
        lines.append(line)
    return lines
