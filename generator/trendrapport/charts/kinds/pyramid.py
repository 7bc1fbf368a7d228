"""Two groups back to back, age by age: how a population is made up of women and men, or of then and now.

Use it for numbers of two groups by age or size. The first group goes to the left, the second to the right, on
one scale. Names that count up, as ages do, begin at the bottom. Up to 30 bars carry their numbers; of more,
as of single years of age, a scale below shows them. To compare the groups category by category,
`grouped_bars` is clearer. A missing value is shown as a dash.

Fields: `category` (ages or sizes: text or whole number), `value` (two columns, or one column together with
`series`, the column that names the two groups), and `provisional` (true or false): those categories get an *.

Options: `order` (of the two groups), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: pyramid
    data: leeftijdsopbouw
    fields: {category: leeftijd, value: [vrouwen, mannen]}
    options: {divide_by: 1000}
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import Amounts, round_step, scale_marks
from trendrapport.charts.parts.bar_texts import gaps, texts
from trendrapport.charts.parts.category_axis import in_order, lying
from trendrapport.charts.parts.classes import MISSING
from trendrapport.charts.parts.layers import Layer, Row, beside, chart, describe, fitted, label, sized
from trendrapport.charts.parts.legends import legend
from trendrapport.charts.parts.naming import Naming, lined, naming
from trendrapport.charts.parts.series import (
    SERIES_FIELDS,
    Point,
    SeriesOptions,
    in_pairs,
    keys,
    names,
    points,
    series_colours,
)
from trendrapport.charts.plan import NUMBERS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.charts import Scalar

if TYPE_CHECKING:
    import altair as alt

FIELDS = {
    "category": Role(frozenset({"string", "integer"})),
    **SERIES_FIELDS,
    "value": Role(NUMBERS, many=True, parts=True),
}

FEW = 30
"""Of more bars than these there is no room for numbers, nor for every name."""
ROW, LOW_ROW = 22, 5
"""The room for a bar with its number, and for one without."""
FOOT = 8
LEAST_NAMES = 4
"""Fewer names than these say too little along many bars."""
MOST = 0.16
"""The part of the width that a number with its unit may take; else it has none, as the subtitle tells it."""
LETTERS = 20
"""Longer names than this are broken over lines."""
_DIGITS = re.compile(r"\d+")


class Options(SeriesOptions):
    """The settings of two groups back to back."""


OPTIONS = Options
TRAITS = Traits(
    compared=("category", "series"),
    part_role="series",
    one_unit=True,
    own_order=True,
    paired=True,
    sides=(2, 2),
)
SUITS = Suits(
    Text(
        nl="een piramide laat zien hoe twee groepen over leeftijden of grootten zijn verdeeld",
        en="a pyramid shows how two groups are spread over ages or sizes",
    ),
    good={"category": (5, 30), "series": (2, 2)},
    possible={"category": (4, 120), "series": (2, 2)},
    along="ordered",
)


def draw(plan: Plan) -> Layer:
    """A bar to the left and one to the right for each category, the first category at the bottom."""
    options = plan.options(Options)
    found = in_pairs(points(plan, "category", options), plan)
    groups = names(found, options)
    rows = list(_rows(upwards(found), groups, plan))
    if len(in_order(rows)) > FEW:
        return _dense(rows, groups, Amounts(plan, options))
    return _written(rows, groups, Amounts(plan, options))


def upwards(found: list[Point]) -> list[Point]:
    """The values from top to bottom: names that count up begin at the bottom, others at the top."""
    known = keys(found)
    if not _counts_up(known):
        return found
    ranks = {key: rank for rank, key in enumerate(reversed(known))}
    return sorted(found, key=lambda point: ranks[point.key])


def _counts_up(known: Sequence[Scalar]) -> bool:
    """Whether these are numbers or hold some, and the last one is higher than the first."""
    found = [int(digits[0]) for digits in map(_DIGITS.search, map(str, known)) if digits]
    return len(found) > len(known) / 2 and found[0] < found[-1]


def _rows(found: list[Point], groups: list[str], plan: Plan) -> Iterator[Row]:
    """A row for each bar, whose value is below 0 on the left."""
    provisional = {point.key for point in found if point.provisional}
    for point in found:
        name = label(point.key, plan.column("category"), plan, provisional=point.key in provisional)
        sign = -1 if point.series == groups[0] else 1
        yield {
            "category": lined(name, plan, LETTERS),
            "key": point.key,
            "series": point.series,
            "value": None if point.amount is None else sign * point.amount,
            "side": sign,
            "text": point.text,
            "description": describe(f"{name}, {point.series}", point.text),
        }


def _highest(rows: list[Row]) -> float:
    return max((abs(row["value"]) for row in rows if row["value"] is not None), default=0.0) or 1.0


def _written(rows: list[Row], groups: list[str], amounts: Amounts) -> Layer:
    """Bars with their numbers at the ends."""
    import altair as alt

    plan = amounts.plan
    rows = fitted(rows, amounts, plan.theme.width * MOST)[0]
    room = beside((row["text"] for row in rows if row["value"] is not None), plan)
    names_ = naming((row["category"] for row in rows), plan, 2 * room)
    high, left, block = _highest(rows), names_.left + room, ROW * 0.8
    x = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[-high, high], nice=False))
    y = lying(rows, plan, room=room, above=names_.above, block=block, paddingInner=0.2, paddingOuter=0.1)
    known = [row for row in rows if row["value"] is not None]
    at_left, at_right = _by_side(known)
    missing_left, missing_right = map(_dashes, _by_side(rows))
    axes, ink, soft = {"x": x, "y": y}, {"color": plan.theme.ink}, {"color": plan.theme.soft}
    layers = [
        _bars(rows, groups, plan, x, y, _colour(groups, plan, names_, left)),
        *texts(at_left, axes, align="right", dx=-5, **ink),
        *texts(at_right, axes, align="left", dx=5, **ink),
        *texts(missing_left, axes, align="right", dx=-5, **soft),
        *texts(missing_right, axes, align="left", dx=5, **soft),
        _middle(plan, x),
    ]
    return sized(layers, plan, len(in_order(rows)) * names_.row(block, ROW), left=left, right=room)


def _dashes(rows: list[Row]) -> list[Row]:
    return gaps(rows, MISSING)


def _by_side(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    return [row for row in rows if row["side"] < 0], [row for row in rows if row["side"] > 0]


def _dense(rows: list[Row], groups: list[str], amounts: Amounts) -> Layer:
    """Low bars without numbers, with a scale below them and as many names as fit."""
    import altair as alt

    plan = amounts.plan
    high = _highest(rows)
    step = round_step(high / (1.5 if plan.theme.narrow else 2.5))
    left = beside((row["category"] for row in rows), plan)
    x = alt.X(
        "value:Q",
        axis=alt.Axis(**_scale(high, step, amounts)),
        scale=alt.Scale(domain=[-high, high], nice=False),
    )
    every = in_order(rows)
    shown = _round_names(every)
    # Without a count Vega would leave out every other name of more than the usual number.
    axis = alt.Axis(
        values=shown,
        tickCount=len(shown),
        ticks=False,
        grid=False,
        labelColor=plan.theme.ink,
        labelOverlap="greedy",
    )
    scale = alt.Scale(domain=every, paddingInner=0.15)
    y = alt.Y("category:N", sort=None, scale=scale, axis=axis)
    colour = _colour(groups, plan, Naming(left, 0), left)
    layers = [_bars(rows, groups, plan, x, y, colour), _middle(plan, x)]
    return sized(layers, plan, len(every) * LOW_ROW + FOOT, left=left, right=16)


def _round_names(every: list[str]) -> list[str]:
    """The names that hold a multiple of ten, as those of ages do; all of them if these are too few."""
    tens = [name for name in every if (found := _DIGITS.search(name)) and int(found[0]) % 10 == 0]
    return tens if len(tens) >= LEAST_NAMES else every


def _scale(high: float, step: float, amounts: Amounts) -> dict[str, Any]:
    """Round amounts to both sides of 0, written without a minus."""
    most = math.floor(high / step) * step
    marks = scale_marks(-most, most, step)
    written = [amounts.bare_text(abs(mark)) for mark in marks[:-1]] + [amounts.round_text(marks[-1])]
    return {
        "values": marks,
        "labelExpr": f"{json.dumps(written)}[indexof({json.dumps(marks)}, datum.value)]",
        "grid": True,
        "domain": False,
        "ticks": False,
        "labelOverlap": "greedy",
    }


def _bars(rows: list[Row], groups: list[str], plan: Plan, x: alt.X, y: alt.Y, colour: alt.Color) -> Layer:
    import altair as alt

    known = [{**row, "zero": 0} for row in rows if row["value"] is not None]
    mark = chart(known).mark_bar()
    return mark.encode(
        x=x, x2=alt.X2("zero:Q"), y=y, color=colour, description=alt.Description("description:N")
    )


def _colour(groups: list[str], plan: Plan, naming_: Naming, left: float) -> alt.Color:
    """The colours of both groups, with their names above the drawing."""
    import altair as alt

    scale = alt.Scale(domain=groups, range=list(series_colours(groups, plan).values()))
    above = legend(groups, plan, 8 + round(naming_.above / 2), left)
    return alt.Color("series:N", sort=None, scale=scale, legend=above)


def _middle(plan: Plan, x: alt.X) -> Layer:
    """A line of paper between both sides, so that bars do not run into each other."""
    return chart([{"value": 0}]).mark_rule(color=plan.theme.paper, strokeWidth=2, aria=False).encode(x=x)
