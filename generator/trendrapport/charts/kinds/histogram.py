"""The spread of values: how many fall in each of a number of equal ranges.

Use it for twenty or more values of the same sort, such as one for each municipality, if the spread matters
and not who has which value. The ranges have round limits. A line shows the median, with half of the values on
either side. A sentence below the figure says how many rows have no value.

Fields: `value` (a number).

Options: `bins` (the approximate number of ranges, 2 to 40; otherwise it follows from the number of values),
`counted` (what is counted, such as gemeenten), `median` (false leaves the line out), and `divide_by`,
`decimals` and `unit` for all numbers.

    kind: histogram
    data: aardgasvrije_woningen_gemeente
    fields: {value: aardgasvrij_totaal_pct}
    options: {counted: gemeenten}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from trendrapport.charts import notation
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.axes import Axis, axis, under, upright
from trendrapport.charts.parts.bins import Bins, bins
from trendrapport.charts.parts.canvas import boxes, column, lines, no_data_lines, words
from trendrapport.charts.parts.layers import Layer, Row, beside, describe, sized
from trendrapport.charts.parts.sizes import text_width
from trendrapport.charts.parts.unit_apart import scale_name, too_long
from trendrapport.charts.plan import NUMBERS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described

FIELDS = {"value": Role(NUMBERS)}

HEIGHT, HEAD = 260, 48
"""The height of the scale, and the room for words above it."""
_COUNT = Text(nl="Aantal", en="Number")
_COUNT_OF = Text(nl="Aantal {what}", en="Number of {what}")
_MEDIAN = Text(nl="mediaan {amount}", en="median {amount}")
_RANGE = Text(nl="{low} tot {high}", en="{low} to {high}")
_LAST = Text(nl="{low} tot en met {high}", en="{low} up to and including {high}")


class Options(AmountOptions):
    """The settings of a spread."""

    bins: int | None = described(
        "aantal klassen bij benadering, 2 tot 40",
        "approximate number of ranges, 2 to 40",
        default=None,
        ge=2,
        le=40,
    )
    counted: str | None = described(
        "wat geteld wordt, zoals gemeenten", "what is counted, such as municipalities", default=None
    )
    median: bool = described("een lijn bij de mediaan", "a line at the median", default=True)


OPTIONS = Options
TRAITS = Traits(counts_rows=True)
SUITS = Suits(
    Text(
        nl="een verdeling laat zien hoe ver de waarden uiteenlopen",
        en="a histogram shows how widely the values are spread",
    ),
    good={"rows": (30, 2000)},
    possible={"rows": (12, 2000)},
    sketch="spread",
)


@dataclass(frozen=True)
class _Spread:
    """The ranges, and the scales on which they are drawn."""

    bins: Bins
    x: Axis
    y: Axis
    left: float
    """The room for the numbers left of the scale."""
    single: bool
    """Whether each range is one whole number."""
    amounts: Amounts
    options: Options

    def across(self, amount: float) -> float:
        """Where an amount is drawn: one whole number in the middle of its bar."""
        return self.x.at(amount + self.single / 2)


def draw(plan: Plan) -> Layer:
    """A bar for each range, with its limits below it and how many it holds above it."""
    options, value = plan.options(Options), plan.column("value")
    amounts, counts = Amounts(plan, options), Amounts(plan, AmountOptions(unit=""))
    found = [amounts.of(record[value.name]) for record in plan.records()]
    known = [amount for amount in found if amount is not None]
    if not known:
        return sized(column([notation.NO_DATA.of(plan.theme.language)], plan, 0)[0], plan, 24)
    spread = _spread(known, amounts, counts, options)
    marked = amounts.apart if too_long(amounts.unit, plan) else amounts
    bars, middle = list(_bars(spread)), median(known)
    at = spread.across(middle) if options.median else None
    missing, bottom = column(no_data_lines([""] * (len(found) - len(known)), plan), plan, HEAD + HEIGHT + 48)
    layers = [
        *upright(spread.y, counts, spread.left, spread.x.end + 2),
        *boxes(bars),
        *(_line(at, middle, marked) if at is not None else ()),
        *words(_texts(bars, at, plan), plan, "center"),
        *_titles(spread),
        *words(_limits(spread, marked), plan, "center"),
        *missing,
    ]
    return sized(layers, plan, bottom)


def _spread(known: list[float], amounts: Amounts, counts: Amounts, options: Options) -> _Spread:
    plan = amounts.plan
    whole = options.divide_by == 1 and plan.column("value").type == "integer"
    made = bins(known, options.bins, whole=whole)
    y = axis(made.counts, HEAD + HEIGHT, HEAD, zero=True)
    y = replace(y, step=max(1.0, y.step))
    left = beside(counts.marks(y.marks), plan)
    x = Axis(made.low, made.high, made.step, left + 2, plan.theme.width - 6 - 16)
    return _Spread(made, x, y, left, whole and made.step == 1, amounts, options)


def _titles(spread: _Spread) -> list[Layer]:
    """What is counted, above the scale, and what the limits are of, below it."""
    plan = spread.amounts.plan
    counted = _COUNT
    if spread.options.counted:
        counted = _COUNT_OF.filled(what=spread.options.counted)
    head = {"x": 0, "y": 8, "text": counted.of(plan.theme.language), "colour": plan.theme.soft}
    foot = {
        "x": spread.x.end + 14,
        "y": HEAD + HEIGHT + 35,
        "text": scale_name(spread.amounts),
        "colour": plan.theme.soft,
    }
    return [*words([head], plan), *words([foot], plan, "right")]


def _bars(spread: _Spread) -> Iterator[Row]:
    for index, count in enumerate(spread.bins.counts):
        low, high = spread.bins.limits(index)
        said = f"{count} {spread.options.counted or ''}".strip()
        yield {
            "x": spread.x.at(low) + 0.5,
            "x2": spread.x.at(high) - 0.5,
            "y": spread.y.at(count),
            "y2": spread.y.at(0),
            "text": str(count),
            "colour": spread.amounts.plan.theme.series[0],
            "description": describe(_name(spread, index), said),
        }


def _texts(bars: list[Row], middle: float | None, plan: Plan) -> list[Row]:
    """How many each bar holds, above it and beside the line at the median; none if they do not all fit."""
    rows = []
    for bar in bars:
        at, wide = (bar["x"] + bar["x2"]) / 2, text_width(bar["text"], plan)
        if middle is not None and abs(at - middle) < wide / 2 + 4:
            at = middle + wide / 2 + 5
        if wide > bar["x2"] - bar["x"] or at + wide / 2 > bar["x2"] + 6:
            return []
        rows.append({"x": at, "y": bar["y"] - 9, "text": bar["text"], "colour": plan.theme.ink})
    return rows


def _name(spread: _Spread, index: int) -> str:
    """What a range is called, by its limits."""
    amounts = spread.amounts
    lower, upper = spread.bins.limits(index)
    low, high = amounts.round_text(lower), amounts.round_text(upper)
    if spread.single:
        return low
    last = index == len(spread.bins.counts) - 1
    name = (_LAST if last else _RANGE).filled(low=amounts.bare(low), high=high)
    return name.of(amounts.plan.theme.language)


def _limits(spread: _Spread, amounts: Amounts) -> list[Row]:
    """The limits below the edges of the bars, or whole numbers below the bars themselves."""
    edges = len(spread.bins.counts) + (not spread.single)
    limits = [spread.bins.limits(index)[0] for index in range(edges)]
    texts = zip(map(spread.across, limits), amounts.marks(limits), strict=True)
    return under(texts, amounts.plan, HEAD + HEIGHT)


def _line(at: float, middle: float, amounts: Amounts) -> list[Layer]:
    """A dashed line at the median that is seen on paper and on bars, with its value above the bars."""
    plan = amounts.plan
    text = _MEDIAN.filled(amount=amounts.exact_text(middle)).of(plan.theme.language)
    left = min(at + 6, plan.theme.width - 6 - text_width(text, plan))
    rule = {"x": at, "x2": at, "y": HEAD - 22, "y2": HEAD + HEIGHT}
    return [
        *lines([{**rule, "colour": plan.theme.paper}], strokeWidth=4),
        *lines([{**rule, "colour": plan.theme.ink}], strokeDash=[4, 3], strokeWidth=1.5),
        *words([{"x": left, "y": HEAD - 24, "text": text, "colour": plan.theme.ink}], plan),
    ]
