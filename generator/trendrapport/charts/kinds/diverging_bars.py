"""Answers on both sides of a middle: how many are for and against, or content and not, for each statement.

Use it for answers with an order, from one end to the other, such as from "disagree" to "agree". Those before
the middle answer go to the left, those after it to the right, so that both sides can be compared; the middle
answer lies half on each side. What is no answer on that scale, such as "don't know", is better left out with
`filter`. For parts without such an order, use `stacked_bars`. An answer without a value is left out, and its
bar says "onvolledig".

Fields: `category` (text, year, month, date or whole number), `value` (one column for each answer, or one
column together with `series`, the column that names the answer), and `provisional` (true or false): those
categories get an *.

Options: `order` (of the answers, from left to right; otherwise as in the table), `neutral` (the answer or
answers in the middle; otherwise the middle one of an odd number, and none of an even number), `sort` (table,
or descending or ascending by the sum on the right), `share` (true: show answers as percentages of their sum),
`totals` (false: without the sum of each side at the ends of its bar), and `divide_by`, `decimals` and `unit`
for all numbers.

    kind: diverging_bars
    data: antwoorden
    fields: {category: stelling, value: [oneens, beetje_oneens, neutraal, beetje_eens, eens]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from typing import TYPE_CHECKING, Literal

from trendrapport.charts import notation
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.bar_texts import texts
from trendrapport.charts.parts.category_axis import in_order, lying
from trendrapport.charts.parts.layers import GAP, Layer, Row, beside, chart, sized
from trendrapport.charts.parts.legends import legend
from trendrapport.charts.parts.naming import Naming, naming
from trendrapport.charts.parts.series import SERIES_FIELDS, Point, SeriesOptions, keys, names, points
from trendrapport.charts.parts.sides import Sides, sides, sums
from trendrapport.charts.parts.sizes import text_width
from trendrapport.charts.parts.stacks import share_points, shares, stacked
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role
from trendrapport.charts.theme import Theme
from trendrapport.diagnostics import Text, enumerated
from trendrapport.model.base import described

if TYPE_CHECKING:
    import altair as alt

FIELDS = {"category": Role(WORDS), **SERIES_FIELDS, "value": Role(NUMBERS, many=True, parts=True)}

ROW = 32
LETTERS = 32
"""Longer names than this are broken over lines."""


class Options(SeriesOptions):
    """The settings of answers on both sides of a middle."""

    neutral: tuple[str | int, ...] = described(
        "het antwoord of de antwoorden in het midden; anders het middelste van een oneven aantal",
        "the answer or answers in the middle; otherwise the middle one of an odd number",
        default=(),
    )
    sort: Literal["table", "descending", "ascending"] = described(
        (
            "volgorde: table (zoals in de tabel), of descending (aflopend) of ascending (oplopend) naar de "
            "som rechts"
        ),
        "order: table (as in the table), or descending or ascending by the sum on the right",
        default="table",
    )
    share: bool = described(
        "antwoorden als percentage van hun som", "answers as percentages of their sum", default=False
    )
    totals: bool = described(
        "de som van elke kant aan de uiteinden", "the sum of each side at the ends", default=True
    )


OPTIONS = Options
TRAITS = Traits(
    compared=("series", "category"),
    part_role="series",
    colour_key=True,
    one_unit=True,
    own_order=True,
    paired=True,
    sides=(2, 8),
)
SUITS = Suits(
    Text(
        nl="staven aan weerszijden van een midden laten zien hoeveel er voor en tegen zijn",
        en="bars on both sides of a middle show how many are for and against",
    ),
    good={"category": (2, 12), "series": (3, 5)},
    possible={"category": (1, 25), "series": (2, 7)},
    sketch="stacks",
)
PROPOSED_FOR = re.compile(
    r"\b(?:on)?eens\b|\b(?:on)?tevreden\b|\b(?:dis)?agrees?\b|\b(?:dis|un)?satisfied\b|\bneutraa?l\b"
    r"|\bneither\b|\b(?:heel |very )?(?:goed|slecht|good|bad|likely|unlikely)\b",
    re.IGNORECASE,
)
"""The names of answers for which it is proposed: of other parts nobody is for or against."""
LIMITED = "category"
_TOGETHER = Text(nl="{names} samen: ", en="{names} together: ")


def draw(plan: Plan) -> Layer:
    """A bar for each category, with its middle below the middles of the others."""
    options = plan.options(Options)
    found = points(plan, "category", options)
    answers = sides(names(found, options), options.neutral)
    found = _sorted(found, answers, options)
    kept = set(keys(found)[: plan.chart.limit])
    shown = [point for point in found if point.key in kept]
    rows: Sequence[Row] = list(stacked(shown, answers.all, plan, "category", LETTERS))
    amounts = Amounts(plan, options)
    if options.share:
        rows, amounts = shares(rows, amounts), amounts.shares
    return _drawn(list(_moved(rows, answers)), answers, amounts, options)


def together(plan: Plan, found: Sequence[Point]) -> Iterator[tuple[Text, list[Point]]]:
    """The answers of each side that has several, and the sums of those that are all known."""
    options = plan.options(Options)
    answers = sides(names(list(found), options), options.neutral)
    for side in (answers.left, answers.right):
        if len(side) > 1:
            whole = [point for point in sums(found, side) if point.amount is not None]
            yield _TOGETHER.filled(names=enumerated(side)), whole


def _sorted(found: list[Point], answers: Sides, options: Options) -> list[Point]:
    """The values in the wanted order of categories; those without a sum come last."""
    if options.sort == "table":
        return found
    compared = share_points(found) if options.share else found
    by_key = {point.key: point.amount for point in sums(compared, answers.right)}
    sign = -1 if options.sort == "descending" else 1

    def rank(point: Point) -> tuple[bool, float]:
        amount = by_key.get(point.key)
        return amount is None, sign * (amount or 0.0)

    return sorted(found, key=rank)


def _moved(rows: Sequence[Row], answers: Sides) -> Iterator[Row]:
    """The parts of each bar, so that its middle is at 0."""
    bars: dict[str, list[Row]] = {}
    for row in rows:
        bars.setdefault(row["category"], []).append(row)
    for parts in bars.values():
        middle = sum(_length(part) * answers.part_on_left(part["series"]) for part in parts)
        for part in parts:
            moved = {name: round(part[name] - middle, 6) for name in ("from", "to", "middle")}
            yield {**part, **moved}


def _length(part: Row) -> float:
    length: float = part["to"] - part["from"]
    return length


def _drawn(rows: list[Row], answers: Sides, amounts: Amounts, options: Options) -> Layer:
    import altair as alt

    plan = amounts.plan
    left_ends, right_ends = _ends(rows, answers, amounts, options)
    before = beside((end["text"] for end in left_ends), plan) if left_ends else 0
    after = beside((end["text"] for end in right_ends), plan) if right_ends else 0
    names_ = naming((row["category"] for row in rows), plan, before + after)
    block = ROW * (1 - GAP)
    low, high = min(row["from"] for row in rows), max(row["to"] for row in rows)
    if low == high:
        low, high = -1.0, 1.0
    left = names_.left + before
    unit = (plan.theme.width - left - after) / (high - low)
    x = alt.X("from:Q", axis=None, scale=alt.Scale(domain=[low, high], nice=False))
    y = _categories(rows, plan, names_, before, block)
    looks = _looks(answers, plan.theme)
    layers = [
        _middle(rows, plan, x, above=bool(names_.above)),
        _parts(rows, looks, plan, x, y, _key(answers, looks, plan, names_, left)),
        *_inside(rows, looks, unit, plan, y),
        *texts(left_ends, {"x": alt.X("at:Q"), "y": y}, align="right", dx=-6, color=plan.theme.ink),
        *texts(right_ends, {"x": alt.X("at:Q"), "y": y}, align="left", dx=6, color=plan.theme.ink),
    ]
    return sized(layers, plan, len(in_order(rows)) * names_.row(block, ROW), left=left, right=after)


def _middle(rows: list[Row], plan: Plan, x: alt.X, *, above: bool) -> Layer:
    """The line of the middle; interrupted by names above the bars."""
    import altair as alt

    look = {"color": plan.theme.soft, "aria": False}
    if not above:
        return chart([{"from": 0}]).mark_rule(**look).encode(x=x)
    bars = [{"from": 0, "category": name} for name in in_order(rows)]
    top = alt.Y("category:N", sort=None, bandPosition=0)
    return chart(bars).mark_rule(**look).encode(x=x, y=top, y2=alt.Y2("category", bandPosition=1))


def _categories(rows: list[Row], plan: Plan, naming_: Naming, room: float, block: float) -> alt.Y:
    return lying(rows, plan, room=room, above=naming_.above, block=block, paddingInner=GAP, paddingOuter=0.1)


def _looks(answers: Sides, theme: Theme) -> dict[str, tuple[str, str, str]]:
    """The colour, the outline and the colour of text of each answer: warm on the left, cool on the right, the
    stronger the further out; the middle pale.
    """
    warm = (theme.series[1], theme.series[5], theme.series[2], theme.series[6])
    cool = (theme.scale[3], theme.scale[4], theme.series[3], theme.series[0])
    looks = {}
    for side, colours in ((answers.left[::-1], warm), (answers.right, cool)):
        for name, colour in zip(side, islice(cycle(colours), len(side)), strict=True):
            looks[name] = (colour, theme.paper, theme.paper)
    looks |= dict.fromkeys(answers.middle, (theme.line, theme.soft, theme.ink))
    return looks


def _key(
    answers: Sides, looks: dict[str, tuple[str, str, str]], plan: Plan, naming_: Naming, left: float
) -> alt.Color:
    """The colours of answers, with their key above the drawing in the order of the bars."""
    import altair as alt

    above = legend(answers.all, plan, 8 + round(naming_.above / 2), left)
    above["symbolStrokeColor"], above["symbolStrokeWidth"] = plan.theme.soft, 1
    scale = alt.Scale(domain=answers.all, range=[looks[name][0] for name in answers.all])
    return alt.Color("series:N", sort=None, scale=scale, legend=above)


def _parts(
    rows: list[Row],
    looks: dict[str, tuple[str, str, str]],
    plan: Plan,
    x: alt.X,
    y: alt.Y,
    colour: alt.Color,
) -> Layer:
    """The parts of all bars, with paper between them."""
    import altair as alt

    known = [
        {**row, "edge": looks[row["series"]][1]} for row in rows if row["known"] and row.get("drawn", True)
    ]
    mark = chart(known).mark_bar(strokeWidth=1)
    said = alt.Description("description:N")
    stroke = alt.Stroke("edge:N", scale=None, legend=None)
    return mark.encode(x=x, x2=alt.X2("to:Q"), y=y, color=colour, stroke=stroke, description=said)


def _inside(
    rows: list[Row], looks: dict[str, tuple[str, str, str]], unit: float, plan: Plan, y: alt.Y
) -> Iterator[Layer]:
    """The values of parts that have room for them, on each colour in one that can be read."""
    import altair as alt

    by_ink: dict[str, list[Row]] = {}
    for row in rows:
        if row["known"] and _length(row) * unit > text_width(row["text"], plan) + 6:
            by_ink.setdefault(looks[row["series"]][2], []).append(row)
    for ink, wide in by_ink.items():
        yield from texts(wide, {"x": alt.X("middle:Q"), "y": y}, color=ink)


def _ends(rows: list[Row], answers: Sides, amounts: Amounts, options: Options) -> tuple[list[Row], list[Row]]:
    """The sums at the left and at the right ends, or on the right that a part or all of a bar is missing."""
    bars: dict[str, list[Row]] = {}
    for row in rows:
        bars.setdefault(row["category"], []).append(row)
    left, right, language = list[Row](), list[Row](), amounts.plan.theme.language
    for name, parts in bars.items():
        known = [part["known"] for part in parts]
        end = {"category": name, "at": max(part["to"] for part in parts)}
        if not all(known):
            word = notation.INCOMPLETE if any(known) else notation.NO_DATA
            right.append({**end, "text": word.of(language)})
        elif options.totals:
            start = min(part["from"] for part in parts)
            left.append({"category": name, "at": start, "text": amounts.text(_sum(parts, answers.left))})
            right.append({**end, "text": amounts.text(_sum(parts, answers.right))})
    return left, right


def _sum(parts: Sequence[Row], side: Sequence[str]) -> float:
    return sum(_length(part) for part in parts if part["series"] in side)
