"""A map of tiles, one for each province or municipality: where there is much of something and where little.

Use it if location matters. Each area has a tile of the same size, so that small areas are as visible as large
ones. Darker is more (in dark mode, lighter is more), in at most five classes with round limits. Provinces
show their value. Of municipalities, the highest and the lowest have their names. An area without a value has
an empty tile with a dash. What has no tile, such as the whole country, is listed below the map.

Fields: `value` (a number) and `code` (CBS code: PV20, GM0363) or `name` (of the area); one of the two is
enough.

Options: `areas` (provinces or municipalities; otherwise what most rows are), `classes` (the maximum number of
classes, 2 to 5), `elsewhere` (names that need no tile, such as Onbekend), and `divide_by`, `decimals` and
`unit` for all numbers.

    kind: tile_map
    data: aardgasvrije_woningen_provincie
    fields: {name: regio, value: aardgasvrij_totaal_pct}
    filter: {jaar: 2022}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.canvas import boxes, column, key, words
from trendrapport.charts.parts.classes import MISSING, Shades, classes
from trendrapport.charts.parts.layers import Layer, Row, describe, of_municipality, sized
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import NUMBERS, Plan, Role
from trendrapport.charts.tables.areas import Area, Division, areas, division
from trendrapport.diagnostics import Language, Text
from trendrapport.model.base import described

FIELDS = {
    "code": Role(frozenset({"string"}), required=False),
    "name": Role(frozenset({"string"}), required=False),
    "value": Role(NUMBERS),
}
ONE_OF = ("code", "name")

SIDE: dict[Division, int] = {"provinces": 120, "municipalities": 26}
"""The side of a tile, in units; smaller where there is less room."""
ENDS, MOST_ELSEWHERE = 3, 6
"""How many of the highest and of the lowest are named, and how many of those without a tile."""
BESIDE = 600
"""From this width on there is room for text in the north-western corner, which is sea."""
_HIGHEST, _LOWEST = Text(nl="Hoogste", en="Highest"), Text(nl="Laagste", en="Lowest")
_SAME = Text(nl="{count} gemeenten", en="{count} municipalities")
_ELSEWHERE = Text(nl="Niet op de kaart: {names}", en="Not on the map: {names}")
_MORE = Text(nl="en {count} andere", en="and {count} others")


class Options(AmountOptions):
    """The settings of a map of tiles."""

    areas: Division | None = described(
        "provinces of municipalities; anders wat in de meeste rijen staat",
        "provinces or municipalities; otherwise what most rows contain",
        default=None,
    )
    elsewhere: tuple[str, ...] = described(
        "namen zonder tegel, die onder de kaart mogen staan, zoals Onbekend",
        "names without a tile, which may be listed below the map, such as Unknown",
        default=(),
    )
    classes: int = described(
        "grootste aantal kleuren, 2 tot 5", "maximum number of colours, 2 to 5", default=5, ge=2, le=5
    )


OPTIONS = Options
TRAITS = Traits(one_unit=True, areas=True)
SUITS = Suits(
    Text(
        nl="een kaart van tegels laat zien waar het veel en waar het weinig is",
        en="a map of tiles shows where there is much and where little",
    ),
    good={"rows": (6, 500)},
    possible={"rows": (3, 500)},
    sketch="tiles",
)


@dataclass(frozen=True)
class _Map:
    """The areas of one division, with the amounts of the table."""

    division: Division
    amounts: Amounts
    tiles: dict[Area, float | None]
    """The amount of each area that the table has."""
    elsewhere: dict[str, float | None]
    """The amount of each code or name that has no tile."""

    @property
    def areas(self) -> Sequence[Area]:
        """All areas of the division."""
        return areas(self.division).all


@dataclass(frozen=True)
class _Tile:
    """An area as it is drawn."""

    area: Area
    amount: float | None
    value: str
    """The amount as a reader sees it."""
    sign: str = ""
    """What is written in its tile: that its value is missing, or its rank in the list beside the map."""

    @property
    def description(self) -> str:
        return describe(self.area.name, self.value)


@dataclass(frozen=True)
class _Grid:
    """Where tiles are drawn, in units of the drawing."""

    left: float
    top: float
    side: int
    gap: int
    bottom: float

    def corner(self, area: Area) -> tuple[float, float]:
        """The upper left of a tile."""
        return self.left + area.column * self.side, self.top + area.row * self.side


def draw(plan: Plan) -> Layer:
    """The key, a tile for each area, the names of the highest and lowest, and what has no tile."""
    options = plan.options(Options)
    drawn = _map(plan, Amounts(plan, options), options)
    tiles = [_tile(area, drawn) for area in drawn.areas]
    shades = Shades(classes(drawn.tiles.values(), options.classes), drawn.amounts, plan)
    legend, top = key(shades.entries(missing=any(tile.amount is None for tile in tiles)), plan)
    ranked: list[str] = []
    if drawn.division == "municipalities":
        tiles, ranked = _ranked(tiles, drawn.amounts)
    grid = _grid(drawn, top + 8, plan)
    ends, lower = column(ranked, plan, top + 12 if plan.theme.width >= BESIDE else grid.bottom + 12)
    below, end = column(_elsewhere(drawn), plan, max(grid.bottom, lower) + 12)
    layers = [*legend, *_tiles(tiles, grid, shades), *_texts(tiles, drawn, grid, shades), *ends, *below]
    return sized(layers, plan, end)


def on_map(plan: Plan, amounts: Amounts) -> list[Point]:
    """The figure of each tile by the name of its area; of provinces those without a row too."""
    drawn = _map(plan, amounts, plan.options(Options))
    points = []
    for area in drawn.areas:
        if area in drawn.tiles or drawn.division == "provinces":
            amount = drawn.tiles.get(area)
            points.append(Point(area.name, "", amount, amounts.text(amount), provisional=False))
    return points


def beside_map(plan: Plan, amounts: Amounts) -> list[str]:
    """A sentence on what has no tile, with its value."""
    return [f"{words}." for words in _elsewhere(_map(plan, amounts, plan.options(Options)))]


def _map(plan: Plan, amounts: Amounts, options: Options) -> _Map:
    values = _values(plan, options)
    part = options.areas or division(values)
    tiles: dict[Area, float | None] = {}
    elsewhere: dict[str, float | None] = {}
    for word, amount in values.items():
        if area := areas(part).of(word):
            tiles[area] = amount
        else:
            elsewhere[word] = amount
    return _Map(part, amounts, tiles, elsewhere)


def _values(plan: Plan, options: Options) -> dict[str, float | None]:
    """The amount of each area, by its code or else by its name; a row without either is nowhere."""
    amounts, value = Amounts(plan, options), plan.column("value").name
    fields = [*plan.columns("code"), *plan.columns("name")]
    values = {}
    for record in plan.records():
        words = [str(record[field.name]) for field in fields if record[field.name]]
        values[words[0] if words else ""] = amounts.of(record[value])
    return values


def _tile(area: Area, drawn: _Map) -> _Tile:
    amount = drawn.tiles.get(area)
    return _Tile(area, amount, drawn.amounts.text(amount), MISSING if amount is None else "")


def _grid(drawn: _Map, top: float, plan: Plan) -> _Grid:
    """The tiles below `top`; of municipalities in the east, beside the list."""
    columns = max(area.column for area in drawn.areas) + 1
    rows = max(area.row for area in drawn.areas) + 1
    room = plan.theme.width - 6
    side = int(min(SIDE[drawn.division], room / columns))
    if drawn.division == "provinces":
        return _Grid(1, top, side, 4, top + rows * side)
    left = room - columns * side if plan.theme.width >= BESIDE else 1
    return _Grid(left, top, side, 2, top + rows * side)


def _tiles(tiles: list[_Tile], grid: _Grid, shades: Shades) -> list[Layer]:
    return boxes([_box(tile, grid, shades) for tile in tiles], strokeWidth=1)


def _box(tile: _Tile, grid: _Grid, shades: Shades) -> Row:
    x, y = grid.corner(tile.area)
    side = grid.side - grid.gap
    municipality = tile.area.code if shades.plan.chart.places else None
    return {
        "x": x,
        "y": y,
        "x2": x + side,
        "y2": y + side,
        "description": tile.description,
        "colour": shades.colour(tile.amount),
        "edge": shades.plan.theme.soft,
        **of_municipality(municipality),
    }


def _texts(tiles: list[_Tile], drawn: _Map, grid: _Grid, shades: Shades) -> list[Layer]:
    """The letters and value of a province; of a municipality its rank in the list, or that its value is
    missing.
    """
    plan = shades.plan
    if drawn.division == "municipalities":
        return words([_text(tile, tile.sign, 0, grid, shades) for tile in tiles], plan, "center")
    line = plan.theme.text_size * 0.65
    letters = [_text(tile, tile.area.short, -line, grid, shades) for tile in tiles]
    values = [_text(tile, tile.sign or tile.value, line, grid, shades) for tile in tiles]
    return [*words(letters, plan, "center", fontWeight=600), *words(values, plan, "center")]


def _text(tile: _Tile, text: str, down: float, grid: _Grid, shades: Shades) -> Row:
    """A text in a tile, this far below its middle."""
    x, y = grid.corner(tile.area)
    half = (grid.side - grid.gap) / 2
    return {"x": x + half, "y": y + half + down, "text": text, "colour": shades.ink(tile.amount)}


def _ranked(tiles: list[_Tile], amounts: Amounts) -> tuple[list[_Tile], list[str]]:
    """The tiles with signs for the highest and the lowest, and the list that names those."""
    known = [tile for tile in tiles if tile.amount is not None]
    known.sort(key=lambda tile: (-(tile.amount or 0.0), tile.area.name))
    most = min(ENDS, len(known) // 2)
    if not most:
        return tiles, []
    signs: dict[Area, str] = {}
    lines: list[str] = []
    for heading, ordered, of in ((_HIGHEST, known, "123"), (_LOWEST, known[::-1], "abc")):
        named, shared = _cut(ordered, most)
        signed = dict(zip(of, named, strict=False))
        signs |= {tile.area: sign for sign, tile in signed.items()}
        lines += _list(heading, signed, shared, amounts.plan.theme.language)
    return [replace(tile, sign=signs.get(tile.area, tile.sign)) for tile in tiles], lines


def _list(heading: Text, signed: dict[str, _Tile], shared: list[_Tile], language: Language) -> Iterator[str]:
    """The lines of the highest or the lowest; of those that share a value only how many they are."""
    yield heading.of(language) + ":"
    for sign, tile in signed.items():
        yield f"{sign}  {tile.description}"
    if shared:
        yield describe(_SAME.filled(count=len(shared)).of(language), shared[0].value)


def _cut(ordered: list[_Tile], most: int) -> tuple[list[_Tile], list[_Tile]]:
    """The first that can each have a line, and those that share the next value, as readers see it, if that
    group would be cut.
    """
    if len(ordered) == most or ordered[most].value != ordered[most - 1].value:
        return ordered[:most], []
    shared = [tile for tile in ordered if tile.value == ordered[most].value]
    return ordered[: ordered.index(shared[0])], shared


def _elsewhere(drawn: _Map) -> list[str]:
    """What has no tile, with its value."""
    if not drawn.elsewhere:
        return []
    language = drawn.amounts.plan.theme.language
    names = [describe(word, drawn.amounts.text(amount)) for word, amount in drawn.elsewhere.items()]
    more = len(names) - MOST_ELSEWHERE
    if more > 0:
        names[MOST_ELSEWHERE:] = [_MORE.filled(count=more).of(language)]
    return [_ELSEWHERE.filled(names=", ".join(names)).of(language)]
