"""The spread of values: how many fall in each of a number of equal ranges.

Use it for twenty or more values of the same sort, such as one for each municipality, if the spread matters
and not who has which value. The ranges have round limits. A line shows the median, with half of the values
on either side. A sentence below the figure says how many rows have no value.

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

from dataclasses import replace
from statistics import median

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.axes import Axis, axis, under, upright
from trendrapport.charts.parts.bins import Bins, bins
from trendrapport.charts.parts.canvas import boxes, column, lines, without, words
from trendrapport.charts.parts.layers import Layer, Row, beside, sized, told
from trendrapport.charts.parts.unit_apart import scale_name, too_long
from trendrapport.charts.plan import NUMBERS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.placing import wrapping

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
        "ongeveer zoveel klassen, 2 tot 40", "about so many ranges, 2 to 40", default=None, ge=2, le=40
    )
    counted: str | None = described(
        "wat geteld wordt, zoals gemeenten", "what is counted, such as municipalities", default=None
    )
    median: bool = described("een lijn bij de mediaan", "a line at the median", default=True)


OPTIONS = Options


def draw(plan: Plan) -> Layer:
    """A bar for each range, with its limits below it and how many it holds above it."""
    options, value = plan.options(Options), plan.column("value")
    amounts, counts = Amounts(plan, options), Amounts(plan, AmountOptions(unit=""))
    found = [amounts.of(record[value.name]) for record in plan.records()]
    known = [amount for amount in found if amount is not None]
    missing, bottom = column(without([""] * (len(found) - len(known)), plan), plan, HEAD + HEIGHT + 48)
    if not known:
        return sized(column([notation.NO_DATA.of(plan.theme.language)], plan, 0)[0], plan, 24)
    made = bins(known, options.bins, whole=value.type == "integer" and options.divide_by == 1)
    y = axis(made.counts, HEAD + HEIGHT, HEAD, zero=True)
    y = replace(y, step=max(1.0, y.step))
    left = beside(counts.marks(y.marks), plan)
    x = Axis(made.low, made.high, made.step, left + 2, plan.theme.width - 6 - 16)
    counted = _COUNT_OF.filled(what=options.counted) if options.counted else _COUNT
    heads = [{"x": 0, "y": 8, "text": counted.of(plan.theme.language), "colour": plan.theme.soft}]
    tails = [
        {"x": x.end + 14, "y": HEAD + HEIGHT + 35, "text": scale_name(amounts), "colour": plan.theme.soft}
    ]
    marked = amounts.apart if too_long(amounts.unit, plan) else amounts
    bars, middle = _bars(made, x, y, amounts, options), median(known)
    at = x.at(middle + _single(made, amounts) / 2) if options.median else None
    line = [] if at is None else _line(at, middle, marked)
    return sized(
        [
            *upright(y, counts, left, x.end + 2),
            *boxes(bars),
            *line,
            *words(_texts(bars, at, plan), plan, "center"),
            *words(heads, plan),
            *words(tails, plan, "right"),
            *words(_limits(made, x, marked), plan, "center"),
            *missing,
        ],
        plan,
        bottom,
    )


def _bars(made: Bins, x: Axis, y: Axis, amounts: Amounts, options: Options) -> list[Row]:
    rows = []
    for index, count in enumerate(made.counts):
        low, high = made.limits(index)
        said = f"{count} {options.counted or ''}".strip()
        rows.append(
            {
                "x": x.at(low) + 0.5,
                "x2": x.at(high) - 0.5,
                "y": y.at(count),
                "y2": y.at(0),
                "text": str(count),
                "colour": amounts.plan.theme.series[0],
                "description": told(_named(made, index, amounts), said),
            }
        )
    return rows


def _texts(bars: list[Row], middle: float | None, plan: Plan) -> list[Row]:
    """How many each bar holds, above it and beside the line at the median; none if they do not all fit."""
    rows = []
    for bar in bars:
        at, wide = (bar["x"] + bar["x2"]) / 2, wrapping.width(bar["text"], plan.theme.text_size)
        if middle is not None and abs(at - middle) < wide / 2 + 4:
            at = middle + wide / 2 + 5
        if wide > bar["x2"] - bar["x"] or at + wide / 2 > bar["x2"] + 6:
            return []
        rows.append({"x": at, "y": bar["y"] - 9, "text": bar["text"], "colour": plan.theme.ink})
    return rows


def _single(made: Bins, amounts: Amounts) -> bool:
    """Whether each range is one whole number."""
    return (
        made.step == 1 and amounts.options.divide_by == 1 and amounts.plan.column("value").type == "integer"
    )


def _named(made: Bins, index: int, amounts: Amounts) -> str:
    low, high = (amounts.round_text(limit) for limit in made.limits(index))
    if _single(made, amounts):
        return low
    words = _LAST if index == len(made.counts) - 1 else _RANGE
    return words.filled(low=amounts.bare(low), high=high).of(amounts.plan.theme.language)


def _limits(made: Bins, x: Axis, amounts: Amounts) -> list[Row]:
    """The limits below the edges of the bars, or whole numbers below the bars themselves."""
    single = _single(made, amounts)
    marks = [made.limits(index)[0] for index in range(len(made.counts) + (not single))]
    texts = zip(marks, amounts.marks(marks), strict=True)
    return under([(x.at(mark + single / 2), text) for mark, text in texts], amounts.plan, HEAD + HEIGHT)


def _line(at: float, middle: float, amounts: Amounts) -> list[Layer]:
    """A dashed line at the median that is seen on paper and on bars, with its value above the bars."""
    plan = amounts.plan
    text = _MEDIAN.filled(amount=amounts.exact_text(middle)).of(plan.theme.language)
    left = min(at + 6, plan.theme.width - 6 - wrapping.width(text, plan.theme.text_size))
    rule = {"x": at, "x2": at, "y": HEAD - 22, "y2": HEAD + HEIGHT}
    return [
        *lines([{**rule, "colour": plan.theme.paper}], strokeWidth=4),
        *lines([{**rule, "colour": plan.theme.ink}], strokeDash=[4, 3], strokeWidth=1.5),
        *words([{"x": left, "y": HEAD - 24, "text": text, "colour": plan.theme.ink}], plan),
    ]
