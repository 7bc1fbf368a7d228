"""A table in colour: a value for each pair of categories, so that patterns are easy to see.

Use it for two groups of categories, or for categories by year, if the pattern matters more than the exact
difference. Each cell shows its value if it fits. Darker is more (in dark mode, lighter is more), in at most
five classes with round limits. A pair without a value has an empty cell with a dash.

Fields: `x` (the columns) and `y` (the rows): text, year, month, date or whole number; and `value` (a
number).

Options: `classes` (the maximum number of classes, 2 to 5), `sort` (of the rows: table, or descending or
ascending by the last column), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: heat_map
    data: internet_leeftijd
    fields: {x: jaar, y: leeftijd, value: nooit_internet_gebruikt_pct}
    options: {decimals: 0}
"""

from __future__ import annotations

from math import ceil
from typing import Literal

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.canvas import boxes, column, height_of, key, words
from trendrapport.charts.parts.classes import MISSING, Shades, classes
from trendrapport.charts.parts.layers import Layer, Row, label, sized, told
from trendrapport.charts.parts.moments import moment, regular
from trendrapport.charts.parts.naming import lined, naming, numbered
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role
from trendrapport.charts.tables.rhythm import every
from trendrapport.model.base import described
from trendrapport.model.charts import Scalar, TableField
from trendrapport.placing import wrapping

FIELDS = {"x": Role(WORDS), "y": Role(WORDS), "value": Role(NUMBERS)}

CELL, GAP = 34, 2
"""The height of a cell, and the space between two."""


class Options(AmountOptions):
    """The settings of a table in colour."""

    classes: int = described(
        "hoogstens zoveel kleuren, 2 tot 5", "at most so many colours, 2 to 5", default=5, ge=2, le=5
    )
    sort: Literal["table", "descending", "ascending"] = described(
        "volgorde van de rijen: table, of descending of ascending op de laatste kolom",
        "order of the rows: table, or descending or ascending by the last column",
        default="table",
    )


OPTIONS = Options
LIMITED = "y"
Values = dict[tuple[Scalar, Scalar], float | None]


def draw(plan: Plan) -> Layer:
    """The key, the names of columns and rows, and a cell for each pair."""
    options = plan.options(Options)
    amounts = Amounts(plan, options)
    x, y, value = (plan.column(role) for role in ("x", "y", "value"))
    values: Values = {
        (record[x.name], record[y.name]): amounts.of(record[value.name]) for record in plan.records()
    }
    columns = _ordered(list(dict.fromkeys(pair[0] for pair in values)), x)
    rows = _sorted(list(dict.fromkeys(pair[1] for pair in values)), columns[-1], values, options.sort)[
        : plan.chart.limit
    ]
    shown = {(column, row): values.get((column, row)) for row in rows for column in columns}
    shades = Shades(classes(shown.values(), options.classes), amounts, plan)
    legend, top = key(shades.entries(missing=None in shown.values()), plan)
    names = {row: lined(label(row, y, plan), plan, plan.theme.width // 22) for row in rows}
    side = naming(names.values(), plan)
    left = side.left or 1.0
    wide = (plan.theme.width - left - 6) / len(columns)
    head, listed, high = _head(columns, left, wide, top + 8, plan)
    tall = CELL if side.above else max(CELL, *(height_of(name, plan) + 6 for name in names.values()))
    step, first = tall + side.above, top + 8 + high + side.above
    place = {
        pair: (left + columns.index(pair[0]) * wide, first + rows.index(pair[1]) * step) for pair in shown
    }
    cells = [_cell(pair, place[pair], (wide, tall), amount, shades) for pair, amount in shown.items()]
    sides = [
        {
            "x": left if side.above else left - 8,
            "text": name,
            "colour": plan.theme.ink,
            "y": place[columns[0], row][1] + (-height_of(name, plan) / 2 - 3 if side.above else tall / 2),
        }
        for row, name in names.items()
    ]
    below, bottom = column(listed, plan, first + len(rows) * step + 6 - side.above)
    return sized(
        [
            *legend,
            *head,
            *words(sides, plan, "left" if side.above else "right"),
            *boxes(cells, strokeWidth=1),
            *words(_texts(cells, wide, amounts), plan, "center"),
            *below,
        ],
        plan,
        bottom if listed else bottom - 6,
    )


def _ordered(places: list[Scalar], column: TableField) -> list[Scalar]:
    """Moments in order of time, with the periods that are missing between them."""
    return sorted(places, key=moment) if column.type == "date" else every(places, column.type)


def _sorted(rows: list[Scalar], last: Scalar, values: Values, sort: str) -> list[Scalar]:
    """The rows in the wanted order; by size, those without a value in the last column come last."""
    if sort == "table":
        return rows
    sign = -1 if sort == "descending" else 1
    return sorted(
        rows, key=lambda row: (values.get((last, row)) is None, sign * (values.get((last, row)) or 0.0))
    )


def _head(
    columns: list[Scalar], left: float, wide: float, top: float, plan: Plan
) -> tuple[list[Layer], list[str], float]:
    """The names of the columns in lines, what has to be told of them below, and their height.

    Of moments at equal distances only every second or third has a name where all would touch; other names
    give way to numbers if one has no room.
    """
    most, full = (
        max(4, int(wide / wrapping.width("n", plan.theme.text_size))),
        [label(key, plan.column("x"), plan) for key in columns],
    )
    names, listed = [wrapping.wrapped(name, most) for name in full], []
    room = all(wrapping.width(name, plan.theme.text_size) <= wide for name in names)
    counted = regular(columns, plan.column("x").type)
    if not room and not counted:
        names, listed = [str(number) for number in range(1, len(full) + 1)], numbered(full)
    high = max(height_of(name, plan) for name in names)
    widest = max(wrapping.width(name, plan.theme.text_size) for name in names)
    step = ceil((widest + 3) / wide) if counted else 1
    # Up to the last, which is the newest.
    shown = [(index, name) for index, name in enumerate(names) if (len(names) - 1 - index) % step == 0]
    rows = [
        {
            "x": left + (index + 0.5) * wide,
            "y": top + high - height_of(name, plan) / 2,
            "text": name,
            "colour": plan.theme.soft,
        }
        for index, name in shown
    ]
    return words(rows, plan, "center"), listed, high + 4


def _cell(
    pair: tuple[Scalar, Scalar],
    at: tuple[float, float],
    size: tuple[float, float],
    amount: float | None,
    shades: Shades,
) -> Row:
    plan, text = shades.plan, shades.amounts.text(amount)
    name = ", ".join(
        label(part, plan.column(role), plan) for part, role in zip(pair[::-1], ("y", "x"), strict=True)
    )
    return {
        "x": round(at[0], 2),
        "y": round(at[1], 2),
        "x2": round(at[0] + size[0] - GAP, 2),
        "y2": round(at[1] + size[1] - GAP, 2),
        "text": MISSING if amount is None else text,
        "ink": shades.ink(amount),
        "colour": shades.colour(amount),
        "edge": plan.theme.soft,
        "description": told(name, text),
    }


def _texts(cells: list[Row], wide: float, amounts: Amounts) -> list[Row]:
    """The values with their unit if all fit, else without; if those do not fit either, only what is missing."""
    size = amounts.plan.theme.text_size
    texts = [[cell["text"] for cell in cells], [amounts.bare(cell["text"]) for cell in cells]]
    gaps = [cell["text"] if cell["text"] == MISSING else "" for cell in cells]
    fits = [found for found in texts if max(wrapping.width(text, size) for text in found) <= wide - GAP - 2]
    return [
        {
            "x": (cell["x"] + cell["x2"]) / 2,
            "y": (cell["y"] + cell["y2"]) / 2,
            "text": text,
            "colour": cell["ink"],
        }
        for cell, text in zip(cells, [*fits, gaps][0], strict=True)
    ]
