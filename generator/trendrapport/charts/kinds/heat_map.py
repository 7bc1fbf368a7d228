"""A table in colour: a value for each pair of categories, so that patterns are easy to see.

Use it for two groups of categories, or for categories by year, if the pattern matters more than the exact
difference. Each cell shows its value if it fits. Darker is more (in dark mode, lighter is more), in at most
five classes with round limits. A pair without a value has an empty cell with a dash.

Fields: `x` (the columns) and `y` (the rows): text, year, month, date or whole number; and `value` (a number).

Options: `classes` (the maximum number of classes, 2 to 5), `sort` (of the rows: table, or descending or
ascending by the last column), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: heat_map
    data: internet_leeftijd
    fields: {x: jaar, y: leeftijd, value: nooit_internet_gebruikt_pct}
    options: {decimals: 0}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Literal

from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.canvas import boxes, column, height_of, key, words
from trendrapport.charts.parts.classes import MISSING, Shades, classes
from trendrapport.charts.parts.layers import Layer, Row, describe, label, sized
from trendrapport.charts.parts.moments import moment, regular
from trendrapport.charts.parts.naming import Naming, lined, naming, numbered
from trendrapport.charts.parts.sizes import highest, text_width, widest
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role
from trendrapport.charts.tables.rhythm import every
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.charts import Scalar, TableField
from trendrapport.placing import wrapping

FIELDS = {"x": Role(WORDS), "y": Role(WORDS), "value": Role(NUMBERS)}

CELL, GAP = 34, 2
"""The least height of a cell, and the space between two."""


class Options(AmountOptions):
    """The settings of a table in colour."""

    classes: int = described(
        "grootste aantal kleuren, 2 tot 5", "maximum number of colours, 2 to 5", default=5, ge=2, le=5
    )
    sort: Literal["table", "descending", "ascending"] = described(
        (
            "volgorde van de rijen: table (zoals in de tabel), of descending (aflopend) of ascending "
            "(oplopend) naar de laatste kolom"
        ),
        "order of the rows: table (as in the table), or descending or ascending by the last column",
        default="table",
    )


OPTIONS = Options
TRAITS = Traits(compared=("x", "y"), one_unit=True, paired=True, left_out="empty")
SUITS = Suits(
    Text(
        nl="een tabel in kleur laat zien waar het veel en waar het weinig is",
        en="a table in colour shows where there is much and where little",
    ),
    good={"x": (4, 14), "y": (5, 25)},
    possible={"x": (3, 24), "y": (3, 40)},
    sketch="cells",
)
LIMITED = "y"

Pair = tuple[Scalar, Scalar]
"""A column and a row."""
Values = dict[Pair, float | None]


def draw(plan: Plan) -> Layer:
    """The key, the names of columns and rows, and a cell for each pair."""
    options = plan.options(Options)
    amounts = Amounts(plan, options)
    shown = _shown(_values(plan, amounts), options, plan)
    shades = Shades(classes(shown.values(), options.classes), amounts, plan)
    legend, top = key(shades.entries(missing=None in shown.values()), plan)
    grid = _grid(shown, top + 8, plan)
    cells = [_cell(pair, grid, amount, shades) for pair, amount in shown.items()]
    below, bottom = column(grid.head.listed, plan, grid.bottom + 6)
    layers = [
        *legend,
        *words(_column_names(grid, plan), plan, "center"),
        *_row_names(grid, plan),
        *boxes(cells, strokeWidth=1),
        *words(_texts(cells, grid.wide, amounts), plan, "center"),
        *below,
    ]
    return sized(layers, plan, bottom if grid.head.listed else bottom - 6)


@dataclass(frozen=True)
class _Head:
    """The names of the columns, in lines."""

    names: list[str]
    every: int = 1
    """One in this many columns has a name."""
    listed: tuple[str, ...] = ()
    """What is written below the cells where numbers take the places of names."""

    def height(self, plan: Plan) -> float:
        return highest(self.names, plan)


@dataclass(frozen=True)
class _Grid:
    """The columns and rows of cells, and where they are drawn."""

    columns: dict[Scalar, int]
    """Each column with its number, from the left."""
    rows: dict[Scalar, int]
    names: list[str]
    """Those of the rows."""
    naming: Naming
    head: _Head
    head_top: float
    left: float
    top: float
    wide: float
    """The width of a cell with the space beside it."""
    tall: float
    """The height of a cell with the space below it."""

    @property
    def step(self) -> float:
        """The distance between two rows, which have their names between them where these are long."""
        return self.tall + self.naming.above

    @property
    def bottom(self) -> float:
        """Where the cells end."""
        return self.top + len(self.rows) * self.step - self.naming.above

    def x(self, index: float) -> float:
        """Where a column starts."""
        return self.left + index * self.wide

    def y(self, index: float) -> float:
        """Where a row starts."""
        return self.top + index * self.step


def _values(plan: Plan, amounts: Amounts) -> Values:
    x, y, value = plan.column("x").name, plan.column("y").name, plan.column("value").name
    return {(record[x], record[y]): amounts.of(record[value]) for record in plan.records()}


def _shown(values: Values, options: Options, plan: Plan) -> Values:
    """The amount of each cell, row by row."""
    found, rows = _numbers(values)
    columns = _ordered(list(found), plan.column("x"))
    shown: Values = {}
    for row in _sorted(list(rows), columns[-1], values, options.sort)[: plan.chart.limit]:
        for name in columns:
            shown[name, row] = values.get((name, row))
    return shown


def _ordered(columns: list[Scalar], field: TableField) -> list[Scalar]:
    """Moments in order of time, with the periods that are missing between them."""
    if field.type == "date":
        return sorted(columns, key=moment)
    return every(columns, field.type)


def _sorted(rows: list[Scalar], last: Scalar, values: Values, sort: str) -> list[Scalar]:
    """The rows in the wanted order; by size, those without a value in the last column come last."""
    if sort == "table":
        return rows
    sign = -1 if sort == "descending" else 1

    def rank(row: Scalar) -> tuple[bool, float]:
        amount = values.get((last, row))
        return amount is None, sign * (amount or 0.0)

    return sorted(rows, key=rank)


def _grid(shown: Values, top: float, plan: Plan) -> _Grid:
    """The cells below `top`, beside or below the names of their rows."""
    columns, rows = _numbers(shown)
    names = [lined(label(row, plan.column("y"), plan), plan, plan.theme.width // 22) for row in rows]
    side = naming(names, plan)
    left = side.left or 1.0
    wide = (plan.theme.width - left - 6) / len(columns)
    head = _head(list(columns), wide, plan)
    tall = CELL if side.above else max(CELL, highest(names, plan) + 6)
    first = top + head.height(plan) + 4 + side.above
    return _Grid(columns, rows, names, side, head, top, left, first, wide, tall)


def _numbers(shown: Values) -> tuple[dict[Scalar, int], dict[Scalar, int]]:
    """The columns and the rows with their numbers, from 0."""
    columns: dict[Scalar, int] = {}
    rows: dict[Scalar, int] = {}
    for column_key, row_key in shown:
        columns.setdefault(column_key, len(columns))
        rows.setdefault(row_key, len(rows))
    return columns, rows


def _head(columns: list[Scalar], wide: float, plan: Plan) -> _Head:
    """The names of the columns.

    Of moments at equal distances only every second or third has a name where all would touch; other names
    give way to numbers if one has no room.
    """
    field = plan.column("x")
    full = [label(key, field, plan) for key in columns]
    letters = max(4, int(wide / text_width("n", plan)))
    names = [wrapping.wrapped(name, letters) for name in full]
    needed = widest(names, plan)
    if regular(columns, field.type):
        return _Head(names, ceil((needed + 3) / wide))
    if needed > wide:
        numbers = list(map(str, range(1, len(full) + 1)))
        return _Head(numbers, listed=tuple(numbered(full)))
    return _Head(names)


def _column_names(grid: _Grid, plan: Plan) -> Iterator[Row]:
    """The names above the cells, up to that of the last column, which is the newest."""
    bottom = grid.head_top + grid.head.height(plan)
    last = len(grid.head.names) - 1
    for index, name in enumerate(grid.head.names):
        if (last - index) % grid.head.every == 0:
            y = bottom - height_of(name, plan) / 2
            yield {"x": grid.x(index + 0.5), "y": y, "text": name, "colour": plan.theme.soft}


def _row_names(grid: _Grid, plan: Plan) -> list[Layer]:
    """The names of the rows, beside or above their cells."""
    rows = []
    for index, name in enumerate(grid.names):
        x, y = grid.left - 8, grid.y(index) + grid.tall / 2
        if grid.naming.above:
            x, y = grid.left, grid.y(index) + (-height_of(name, plan) / 2 - 3)
        rows.append({"x": x, "text": name, "colour": plan.theme.ink, "y": y})
    return words(rows, plan, "left" if grid.naming.above else "right")


def _cell(pair: Pair, grid: _Grid, amount: float | None, shades: Shades) -> Row:
    plan, text = shades.plan, shades.amounts.text(amount)
    column_key, row_key = pair
    x, y = grid.x(grid.columns[column_key]), grid.y(grid.rows[row_key])
    name = f"{label(row_key, plan.column('y'), plan)}, {label(column_key, plan.column('x'), plan)}"
    return {
        "x": round(x, 2),
        "y": round(y, 2),
        "x2": round(x + grid.wide - GAP, 2),
        "y2": round(y + grid.tall - GAP, 2),
        "text": MISSING if amount is None else text,
        "ink": shades.ink(amount),
        "colour": shades.colour(amount),
        "edge": plan.theme.soft,
        "description": describe(name, text),
    }


def _texts(cells: list[Row], wide: float, amounts: Amounts) -> Iterator[Row]:
    """The text in each cell."""
    texts = _fitting([cell["text"] for cell in cells], wide - GAP - 2, amounts)
    for cell, text in zip(cells, texts, strict=True):
        x, y = (cell["x"] + cell["x2"]) / 2, (cell["y"] + cell["y2"]) / 2
        yield {"x": x, "y": y, "text": text, "colour": cell["ink"]}


def _fitting(texts: list[str], room: float, amounts: Amounts) -> list[str]:
    """The values with their unit if all fit, else without; if neither fits, only that values are missing."""
    for found in (texts, list(map(amounts.bare, texts))):
        if widest(found, amounts.plan) <= room:
            return found
    return [text if text == MISSING else "" for text in texts]
