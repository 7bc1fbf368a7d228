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

from collections.abc import Callable
from dataclasses import dataclass

from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.canvas import LINE, dots, height_of, joined, words
from trendrapport.charts.parts.layers import Layer, Row, describe, label, sized
from trendrapport.charts.parts.moments import moment, pace_of, runs
from trendrapport.charts.parts.series import Point
from trendrapport.charts.parts.sizes import highest
from trendrapport.charts.plan import NUMBERS, TIMES, WORDS, Plan, Record, Role
from trendrapport.diagnostics import Text
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
"""The size of the numbers, where they have room."""
BETWEEN, NARROW = 20, 130
"""The space between two numbers, and the least room for one; with less they are drawn in more rows."""
SPARK, ABOVE = 40, 14
"""The height of a line below a number, and the space above it."""


class Options(AmountOptions):
    """The settings of key figures."""


OPTIONS = Options
TRAITS = Traits(one_unit=True, left_out="interrupted")
SUITS = Suits(
    Text(nl="grote cijfers zijn makkelijk te onthouden", en="big numbers are easy to remember"),
    good={"label": (1, 3)},
    possible={"label": (1, 4)},
    along="words",
    sketch="figures",
)
LIMITED = "label"


@dataclass(frozen=True)
class _Figure:
    """A number with its words."""

    text: str
    known: bool
    name: str
    """In lines."""
    when: str
    history: list[Point]
    wide: float
    """The width of its line."""
    description: str

    @property
    def known_points(self) -> list[Point]:
        return [point for point in self.history if point.amount is not None]


def draw(plan: Plan) -> Layer:
    """The first numbers of the table, each with its name and period below it, and its history if there is
    one.
    """
    amounts = Amounts(plan, plan.options(Options))
    shown = _groups(plan)[: min(plan.chart.limit or MOST_DRAWN, MOST_DRAWN)]
    rows = -(-len(shown) // max(1, int(plan.theme.width // NARROW)))
    columns = -(-len(shown) // rows)
    room = plan.theme.width / columns
    figures = [_figure(records, room - BETWEEN, amounts) for records in shown]
    size = _size(figures, room - BETWEEN)
    layers, top = [], 0.0
    for start in range(0, len(figures), columns):
        made, top = _row(figures[start : start + columns], room, size, top, plan)
        layers += made
    return sized(layers, plan, top)


def _groups(plan: Plan) -> list[list[Record]]:
    """The rows of each number: with a history those of one label, else one each."""
    if not plan.optional("history"):
        return [[record] for record in plan.records()]
    name = plan.column("label").name
    groups: dict[Scalar, list[Record]] = {}
    for record in plan.records():
        groups.setdefault(record[name], []).append(record)
    return list(groups.values())


def _size(figures: list[_Figure], room: float) -> int:
    """The size at which each number has room."""
    size = BIGGEST
    for figure in figures:
        if figure.known:
            size = min(size, int(BIGGEST * room / wrapping.width(figure.text, BIGGEST)))
    return size


def _figure(records: list[Record], wide: float, amounts: Amounts) -> _Figure:
    """The last known number of these rows."""
    plan = amounts.plan
    name, value, history = plan.column("label"), plan.column("value"), plan.optional("history")
    ordered = sorted(records, key=lambda record: moment(record[history.name])) if history else records
    known = [record for record in ordered if record[value.name] is not None]
    last = (known or ordered)[-1]
    period = plan.optional("period") or history
    when = label(last[period.name], period, plan) if period else ""
    words = label(last[name.name], name, plan)
    text = amounts.text(amounts.of(last[value.name]))
    return _Figure(
        text,
        last[value.name] is not None,
        wrapping.filled(words, wide, plan.theme.text_size, plan.theme.language),
        when,
        _points(ordered, words, amounts) if history else [],
        wide,
        describe(words, f"{text} ({when})" if history and known else text),
    )


def _points(ordered: list[Record], name: str, amounts: Amounts) -> list[Point]:
    """The value at each moment."""
    key, value = amounts.plan.column("history").name, amounts.plan.column("value").name
    points = []
    for record in ordered:
        amount = amounts.of(record[value])
        points.append(Point(record[key], name, amount, amounts.text(amount), provisional=False))
    return points


def _row(
    figures: list[_Figure], room: float, size: float, top: float, plan: Plan
) -> tuple[list[Layer], float]:
    """Figures side by side from `top` on; and where they end."""
    theme, line = plan.theme, plan.theme.text_size * LINE
    names_top = top + size + 8
    below = names_top + highest((figure.name for figure in figures), plan)
    spark = below + (line if any(figure.when for figure in figures) else 0) + ABOVE
    known, missing, names, periods = list[Row](), list[Row](), list[Row](), list[Row]()
    sparks = []
    for index, figure in enumerate(figures):
        x, high = index * room, height_of(figure.name, plan)
        number = {"x": x, "y": top + size / 2 + 2, "text": figure.text, "description": figure.description}
        if figure.known:
            known.append({**number, "colour": theme.series[0]})
        else:
            missing.append({**number, "colour": theme.soft})
        names.append({"x": x, "y": names_top + high / 2, "text": figure.name, "colour": theme.ink})
        y = names_top + high + line / 2
        periods.append({"x": x, "y": y, "text": figure.when, "colour": theme.soft})
        sparks += _spark(figure, x, spark, plan)
    end = spark + (SPARK if any(figure.history for figure in figures) else -ABOVE) + ABOVE
    layers = [
        *words(known, plan, fontSize=size, fontWeight=600),
        *words(missing, plan),
        *words(names, plan),
        *words(periods, plan),
        *sparks,
    ]
    return layers, end


def _spark(figure: _Figure, left: float, top: float, plan: Plan) -> list[Layer]:
    """A line from the first moment to the last, from the lowest value to the highest, with a dot at each."""
    known = figure.known_points
    if len(known) < 2:
        return []
    field, at = plan.column("history"), _positions(figure, left, top, plan)
    path: list[Row] = []
    for index, run in enumerate(runs(figure.history, [], pace_of(plan, "history"))):
        path += [{**at(point), "run": str(index)} for point in run.points]
    marks = []
    for point in known:
        said = describe(f"{point.series}, {label(point.key, field, plan)}", point.text)
        marks.append({**at(point), "description": said})
    return [*joined(path, strokeWidth=2), *dots(marks[:-1], size=12), *dots(marks[-1:], size=60)]


def _positions(figure: _Figure, left: float, top: float, plan: Plan) -> Callable[[Point], Row]:
    """Where each point of a line is drawn, by its moment and its amount."""
    amounts = [point.amount or 0.0 for point in figure.known_points]
    low, high = min(amounts), max(amounts)
    first, last = moment(figure.history[0].key), moment(figure.history[-1].key)

    def at(point: Point) -> Row:
        part = (moment(point.key) - first) / (last - first or 1)
        up = ((point.amount or 0.0) - low) / (high - low) if high > low else 0.5
        return {
            "x": round(left + 3 + part * (figure.wide - 6), 2),
            "y": round(top + SPARK * (1 - up), 2),
            "colour": plan.theme.series[0],
        }

    return at
