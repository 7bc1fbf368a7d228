"""One to four big numbers to remember, each with an optional small line of its history.

Use it if the numbers themselves are the message and have no common scale, or if one number is enough. To
compare numbers, use `ranked_bars`. With `history`, the number is the last known one. Below it, a line shows
all moments on its own scale, interrupted where a value is missing.

Fields: `label` (text, year, month, date or whole number), `value` (a number), `period` (when the number
applied), and `history` (year, month, date or whole number: the moments of the line; a label then has a row
for each moment).

Options: `divide_by`, `decimals` and `unit` for all numbers.

    kind: key_figures
    data: zonnestroom_nederland
    fields: {label: sector, value: vermogen_kwp, history: peildatum}
    options: {divide_by: 1000000, unit: GW}
"""

from __future__ import annotations

from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.canvas import LINE, dots, height_of, joined, words
from trendrapport.charts.parts.layers import Layer, Row, label, sized, told
from trendrapport.charts.parts.moments import moment, pace_of, runs
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import NUMBERS, TIMES, WORDS, Plan, Record, Role
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping

FIELDS = {
    "label": Role(WORDS),
    "value": Role(NUMBERS),
    "period": Role(WORDS, required=False),
    "history": Role(TIMES | {"integer"}, required=False),
}

MOST_DRAWN = 4
BIGGEST = 46
BETWEEN, NARROW = 20, 130
"""The space between two numbers, and the least room for one; with less they stand in more rows."""
SPARK, ABOVE = 40, 14
"""The height of a line below a number, and the space above it."""


class Options(AmountOptions):
    """The settings of key figures."""


OPTIONS = Options
LIMITED = "label"


def draw(plan: Plan) -> Layer:
    """The first numbers of the table, each with its name and period below it, and its history if there is
    one.
    """
    amounts, name = Amounts(plan, plan.options(Options)), plan.column("label").name
    groups: dict[Scalar, list[Record]] = {}
    for index, record in enumerate(plan.records()):
        groups.setdefault(record[name] if plan.optional("history") else index, []).append(record)
    shown = list(groups.values())[: min(plan.chart.limit or MOST_DRAWN, MOST_DRAWN)]
    rows = -(-len(shown) // max(1, int(plan.theme.width // NARROW)))
    columns = -(-len(shown) // rows)
    room = plan.theme.width / columns
    figures = [_figure(records, room - BETWEEN, amounts) for records in shown]
    size = min(
        [
            BIGGEST,
            *(
                int(BIGGEST * (room - BETWEEN) / wrapping.width(row["big"], BIGGEST))
                for row in figures
                if row["known"]
            ),
        ]
    )
    layers, top = [], 0.0
    for start in range(0, len(figures), columns):
        made, top = _row(figures[start : start + columns], room, size, top, plan)
        layers += made
    return sized(layers, plan, top)


def _figure(records: list[Record], wide: float, amounts: Amounts) -> Row:
    """A number with its words, and the points of its history."""
    plan = amounts.plan
    name, value, history = plan.column("label"), plan.column("value"), plan.optional("history")
    ordered = sorted(records, key=lambda record: moment(record[history.name])) if history else records
    known = [record for record in ordered if record[value.name] is not None]
    last = (known or ordered)[-1]
    period = plan.optional("period") or history
    when = label(last[period.name], period, plan) if period else ""
    words = label(last[name.name], name, plan)
    text = amounts.text(amounts.of(last[value.name]))
    points = (
        [
            Point(
                record[history.name],
                words,
                amount := amounts.of(record[value.name]),
                amounts.text(amount),
                False,
            )
            for record in ordered
        ]
        if history
        else []
    )
    lines = wrapping.filled(words, wide, plan.theme.text_size, plan.theme.language)
    return {
        "big": text,
        "known": last[value.name] is not None,
        "words": lines,
        "when": when,
        "points": points,
        "wide": wide,
        "said": told(words, f"{text} ({when})" if history and known else text),
    }


def _row(figures: list[Row], room: float, size: float, top: float, plan: Plan) -> tuple[list[Layer], float]:
    """Figures beside each other from `top` on; and where they end."""
    big, small, soft = [], [], []
    line = plan.theme.text_size * LINE
    below = top + size + 8 + max(height_of(figure["words"], plan) for figure in figures)
    spark = below + (line if any(figure["when"] for figure in figures) else 0) + ABOVE
    layers = []
    for index, figure in enumerate(figures):
        x = index * room
        big.append(
            {
                "x": x,
                "y": top + size / 2 + 2,
                "text": figure["big"],
                "description": figure["said"],
                "colour": plan.theme.series[0] if figure["known"] else plan.theme.soft,
            }
        )
        small.append(
            {
                "x": x,
                "y": top + size + 8 + height_of(figure["words"], plan) / 2,
                "text": figure["words"],
                "colour": plan.theme.ink,
            }
        )
        soft.append(
            {
                "x": x,
                "y": top + size + 8 + height_of(figure["words"], plan) + line / 2,
                "text": figure["when"],
                "colour": plan.theme.soft,
            }
        )
        layers += _spark(figure, x, spark, plan)
    end = spark + (SPARK if any(figure["points"] for figure in figures) else -ABOVE) + ABOVE
    known, missing = (
        [row for row in big if (row["colour"] == plan.theme.soft) is gone] for gone in (False, True)
    )
    return [
        *words(known, plan, fontSize=size, fontWeight=600),
        *words(missing, plan),
        *words(small, plan),
        *words(soft, plan),
        *layers,
    ], end


def _spark(figure: Row, left: float, top: float, plan: Plan) -> list[Layer]:
    """A line from the first moment to the last, from the lowest value to the highest."""
    amounts = [point.amount for point in figure["points"] if point.amount is not None]
    if len(amounts) < 2:
        return []
    low, high = min(amounts), max(amounts)
    moments = [moment(point.key) for point in figure["points"]]

    def at(point: Point) -> Row:
        part = (moment(point.key) - moments[0]) / (moments[-1] - moments[0] or 1)
        up = ((point.amount or 0.0) - low) / (high - low) if high > low else 0.5
        return {
            "x": round(left + 3 + part * (figure["wide"] - 6), 2),
            "y": round(top + SPARK * (1 - up), 2),
            "colour": plan.theme.series[0],
        }

    joint = runs(figure["points"], [], pace_of(plan, "history"))
    path = [{**at(point), "run": str(index)} for index, run in enumerate(joint) for point in run.points]
    column = plan.column("history")
    marks = [
        {**at(point), "description": told((f"{point.series}, {label(point.key, column, plan)}"), point.text)}
        for point in figure["points"]
        if point.amount is not None
    ]
    return [*joined(path, strokeWidth=2), *dots(marks[:-1], size=12), *dots(marks[-1:], size=60)]
