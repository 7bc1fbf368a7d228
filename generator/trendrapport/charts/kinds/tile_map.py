"""A map of tiles, one for each province or municipality: where there is much of something and where little.

Use it if location matters. Each area has a tile of the same size, so that small areas are as visible as
large ones. Darker is more (in dark mode, lighter is more), in at most five classes with round limits.
Provinces show their value. Of municipalities, the highest and the lowest have their names. An area without
a value has an empty tile with a dash. What has no tile, such as the whole country, is listed below the map.

Fields: `value` (a number) and `code` (CBS code: PV20, GM0363) or `name` (of the area); one of the two is
enough.

Options: `areas` (provinces or municipalities; otherwise what most rows are), `classes` (the maximum number
of classes, 2 to 5), `elsewhere` (names that need no tile, such as Onbekend), and `divide_by`, `decimals`
and `unit` for all numbers.

    kind: tile_map
    data: aardgasvrije_woningen_provincie
    fields: {name: regio, value: aardgasvrij_totaal_pct}
    filter: {jaar: 2022}
"""

from __future__ import annotations

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.canvas import boxes, column, key, words
from trendrapport.charts.parts.classes import MISSING, Shades, classes
from trendrapport.charts.parts.layers import Layer, Row, at, sized, told
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import NUMBERS, Plan, Role
from trendrapport.charts.tables.areas import Area, Division, areas, division
from trendrapport.diagnostics import Text
from trendrapport.model.base import described

FIELDS = {
    "code": Role(frozenset({"string"}), required=False),
    "name": Role(frozenset({"string"}), required=False),
    "value": Role(NUMBERS),
}
ONE_OF = ("code", "name")

SIDE: dict[Division, int] = {"provinces": 120, "municipalities": 26}
"""The side of a tile, in units; smaller where there is less room."""
ENDS = 3
BESIDE = 600
"""From this width on there is room for text in the north-western corner, which is sea."""
_HIGHEST, _LOWEST = Text(nl="Hoogste", en="Highest"), Text(nl="Laagste", en="Lowest")
_SAME = Text(nl="{count} gemeenten", en="{count} municipalities")
_ELSEWHERE = Text(nl="Niet op de kaart: {names}", en="Not on the map: {names}")
_MORE = Text(nl="en {count} andere", en="and {count} others")


class Options(AmountOptions):
    """The settings of a map of tiles."""

    areas: Division | None = described(
        "provinces of municipalities; anders wat de meeste rijen zijn",
        ("provinces or municipalities; otherwise what most rows are"),
        default=None,
    )
    elsewhere: tuple[str, ...] = described(
        ("namen die geen tegel hebben en onder de kaart mogen staan, zoals Onbekend"),
        ("names that have no tile and may stand below the map, such as Unknown"),
        default=(),
    )
    classes: int = described(
        "hoogstens zoveel kleuren, 2 tot 5", "at most so many colours, 2 to 5", default=5, ge=2, le=5
    )


OPTIONS = Options


def draw(plan: Plan) -> Layer:
    """The key, a tile for each area, the names of the highest and lowest, and what has no tile."""
    options = plan.options(Options)
    amounts, values = Amounts(plan, options), _values(plan, options)
    part = options.areas or division(values)
    tiles = {area: values[word] for word in values if (area := areas(part).of(word))}
    shades = Shades(classes(tiles.values(), options.classes), amounts, plan)
    rows = [_tile(area, tiles.get(area), shades) for area in areas(part).all]
    ranked = _ends(rows, amounts) if part == "municipalities" else []
    legend, top = key(shades.entries(missing=any(row["amount"] is None for row in rows)), plan)
    map_layers, bottom = _map(rows, part, top + 8, plan)
    ends, lower = column(ranked, plan, top + 12 if plan.theme.width >= BESIDE else bottom + 12)
    below, end = column(_elsewhere(values, part, amounts), plan, max(bottom, lower) + 12)
    return sized([*legend, *map_layers, *ends, *below], plan, end)


def on_map(plan: Plan, amounts: Amounts) -> list[Point]:
    """The figure of each tile by the name of its area; of provinces those without a row too."""
    options = plan.options(Options)
    values = _values(plan, options)
    part = options.areas or division(values)
    tiles = {area: amount for word, amount in values.items() if (area := areas(part).of(word))}
    shown = areas(part).all if part == "provinces" else [area for area in areas(part).all if area in tiles]
    return [
        Point(area.name, "", tiles.get(area), amounts.text(tiles.get(area)), provisional=False)
        for area in shown
    ]


def beside_map(plan: Plan, amounts: Amounts) -> list[str]:
    """A sentence on what has no tile, with its value."""
    options = plan.options(Options)
    values = _values(plan, options)
    return [f"{words}." for words in _elsewhere(values, options.areas or division(values), amounts)]


def _values(plan: Plan, options: Options) -> dict[str, float | None]:
    """The amount of each area, by its code or else by its name; a row without either is nowhere."""
    code, name, amounts = plan.optional("code"), plan.optional("name"), Amounts(plan, options)
    words = [column.name for column in (code, name) if column]
    value = plan.column("value").name
    rows = (
        (next((str(record[word]) for word in words if record[word]), ""), record[value])
        for record in plan.records()
    )
    return {word: amounts.of(amount) for word, amount in rows}


def _tile(area: Area, amount: float | None, shades: Shades) -> Row:
    text = shades.amounts.text(amount)
    return {
        "area": area,
        "amount": amount,
        "name": area.name,
        "value": text,
        "description": told(area.name, text),
        "colour": shades.colour(amount),
        "ink": shades.ink(amount),
        "edge": shades.plan.theme.soft,
        "mark": MISSING if amount is None else "",
        **at(area.code if shades.plan.chart.places else None),
    }


def _map(rows: list[Row], part: Division, top: float, plan: Plan) -> tuple[list[Layer], float]:
    """The tiles with what stands in them, and where they end; of municipalities in the east, beside the list."""
    columns, count = (max(getattr(row["area"], of) for row in rows) + 1 for of in ("column", "row"))
    side = int(min(SIDE[part], (plan.theme.width - 6) / columns))
    left = (
        plan.theme.width - 6 - columns * side
        if part == "municipalities" and plan.theme.width >= BESIDE
        else 1
    )
    gap = 4 if part == "provinces" else 2
    for row in rows:
        x, y = left + row["area"].column * side, top + row["area"].row * side
        row |= {"x": x, "y": y, "x2": x + side - gap, "y2": y + side - gap}
    tiles = [{name: value for name, value in row.items() if name != "area"} for row in rows]
    return [*boxes(tiles, strokeWidth=1), *_texts(rows, part, plan)], top + count * side


def _texts(rows: list[Row], part: Division, plan: Plan) -> list[Layer]:
    """The letters and value of a province; of a municipality its place in the list, or that its value is
    missing.
    """

    def inside(row: Row, text: str, down: float) -> Row:
        return {
            "x": (row["x"] + row["x2"]) / 2,
            "y": (row["y"] + row["y2"]) / 2 + down,
            "text": text,
            "colour": row["ink"],
        }

    if part == "municipalities":
        return words([inside(row, row["mark"], 0) for row in rows], plan, "center")
    line = plan.theme.text_size * 0.65
    values = [inside(row, row["mark"] or row["value"], line) for row in rows]
    letters = [inside(row, row["area"].short, -line) for row in rows]
    return [*words(letters, plan, "center", fontWeight=600), *words(values, plan, "center")]


def _ends(rows: list[Row], amounts: Amounts) -> list[str]:
    """The highest and the lowest municipalities, marked on the map; of those that share a value only how
    many, if not all have a line.
    """
    known = sorted(
        (row for row in rows if row["amount"] is not None), key=lambda row: (-row["amount"], row["name"])
    )
    language, most = amounts.plan.theme.language, min(ENDS, len(known) // 2)
    lines = []
    for heading, ordered, marks in ((_HIGHEST, known, "123"), (_LOWEST, known[::-1], "abc")) if most else ():
        whole, shared = _cut(ordered, most)
        lines += [
            heading.of(language) + ":",
            *(_marked(row, mark) for row, mark in zip(whole, marks, strict=False)),
        ]
        if shared:
            lines.append(told(_SAME.filled(count=len(shared)).of(language), shared[0]["value"]))
    return lines


def _cut(ordered: list[Row], most: int) -> tuple[list[Row], list[Row]]:
    """The first rows that can each have a line, and those that share the next value, as readers see it, if
    that group would be cut.
    """
    if len(ordered) == most or ordered[most]["value"] != ordered[most - 1]["value"]:
        return ordered[:most], []
    shared = [row for row in ordered if row["value"] == ordered[most]["value"]]
    return ordered[: ordered.index(shared[0])], shared


def _marked(row: Row, mark: str) -> str:
    row["mark"] = mark
    return f"{mark}  {row['description']}"


def _elsewhere(values: dict[str, float | None], part: Division, amounts: Amounts) -> list[str]:
    """What has no tile, with its value."""
    language = amounts.plan.theme.language
    names = [
        told(word, amounts.text(amount)) for word, amount in values.items() if areas(part).of(word) is None
    ]
    if not names:
        return []
    most = 6
    more = [_MORE.filled(count=len(names) - most).of(language)] if len(names) > most else []
    return [_ELSEWHERE.filled(names=", ".join([*names[:most], *more])).of(language)]
