"""Parts that several chart kinds are made of, as Altair layers; imports Altair only when one is drawn."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import SHORT, Amounts, scale_marks
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import Scalar, TableField
from trendrapport.placing import wrapping

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, Any]
Layer = Any
"""A part of a chart, or a whole one; Altair's methods do not keep its types."""

SHAPES = (
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "cross",
    "triangle-down",
    "triangle-right",
    "triangle-left",
)
"""A shape for each series, so that colour is never the only difference."""

GAP = 0.3
"""The part of a bar's place that is not bar."""

WORD, WORD_ABOVE_NUMBER = 22, 42
"""The room for a word above a chart, and above the numbers that stand there."""

SYMBOL = 40
"""The room for the mark of a series before its name, and for the space behind it."""

AMOUNT = ",.10~f"
"""Vega's notation of amounts, with no more decimals than they have."""

LINES = "split(datum.label, '\\n')"
"""A Vega expression that puts a label's lines below each other."""


def chart(rows: Iterable[Row]) -> Layer:
    """A chart of rows that stand in the specification itself."""
    part, data = _shared()
    return part(data(values=list(rows)))


@cache
def _shared() -> tuple[type[alt.Chart], type[alt.InlineData]]:
    """Charts and data of which every step of building a whole keeps the parts; Altair would copy all of them
    each time.

    So a part is never changed in place: a kind makes another one with `encode` or `mark_…`.
    """
    import altair as alt

    class SharedChart(alt.Chart):
        def copy(self, deep: bool | Iterable[Any] = True, ignore: list[str] | None = None) -> SharedChart:  # noqa: FBT001, FBT002 - Altair's
            return super().copy(deep=False if deep is True else deep, ignore=ignore)

    class SharedData(alt.InlineData):
        def __deepcopy__(self, _memo: object) -> SharedData:
            return self

    return SharedChart, SharedData


def sized(layers: Sequence[Layer], plan: Plan, height: float, *, left: float = 0, right: float = 0) -> Layer:
    """The layers on one drawing about as wide as the theme says, with so much room for text beside the marks.

    Vega can fit a chart to a width itself, but then measures all text twice, which is most of the work.
    """
    import altair as alt

    return alt.layer(*layers, width=round(plan.theme.width - left - right - 4), height=round(height))


def beside(texts: Iterable[str], plan: Plan) -> float:
    """The room that the widest of these texts takes beside the marks."""
    return max((wrapping.width(text, plan.theme.text_size) + 10 for text in texts), default=0.0)


def both_sides(rows: Sequence[Row], plan: Plan) -> tuple[float, float]:
    """The room for values left and right of lying bars; words for a missing one start at 0, where there is no
    bar.
    """
    left = [row["text"] for row in rows if (row["value"] or 0) < 0]
    right = [
        row["text"]
        for row in rows
        if (row["value"] is None and left) or (row["value"] is not None and row["value"] >= 0)
    ]
    return beside(left, plan), beside(right, plan)


def label(value: Scalar, column: TableField, plan: Plan, *, provisional: bool = False) -> str:
    """What a category is called; Statistics Netherlands marks a provisional figure with an asterisk, and so
    do we.
    """
    return notation.shown(value, column.type, plan.theme.language) + ("*" if provisional else "")


def front(key: Scalar, highlighted: Collection[Scalar], plan: Plan) -> str:
    """The colour of a bar: that of the first series, or of what steps back behind the highlighted ones."""
    return plan.theme.muted if highlighted and key not in highlighted else plan.theme.series[0]


def told(name: str, amount: str) -> str:
    """What a mark says of itself: "2024: 39%"."""
    return f"{name.replace(chr(10), ' ')}: {amount}"


def at(place: str | None) -> Row:
    """The code of the municipality that a mark stands for, as a part of its row (see `marked`)."""
    return {"place": place} if place else {}


def in_order(rows: Iterable[Row], field: str = "category") -> list[str]:
    """Each category once, in the order of the rows, those without a value included."""
    return list(dict.fromkeys(row[field] for row in rows))


def _several(rows: Sequence[Row]) -> range:
    """The numbers of lines, from two on, that names of categories may have."""
    return range(2, max([4, *(1 + row["category"].count("\n") for row in rows)]) + 1)


def fitted(rows: Sequence[Row], amounts: Amounts, room: float) -> tuple[list[Row], bool]:
    """Rows with their values as those fit in so much room each, perhaps without their unit; and whether they
    do.
    """
    known = [row for row in rows if row["value"] is not None]
    texts = amounts.fitting([row["text"] for row in known], room)
    if texts is None:
        return list(rows), False
    own = dict(zip(map(id, known), texts, strict=True))
    return [{**row, "text": own.get(id(row), row["text"])} for row in rows], True


def lying(
    rows: Sequence[Row], plan: Plan, *, room: float = 0, above: float = 0, block: float = 0, **scale: Any
) -> alt.Y:  # noqa: ANN401 - as Altair takes it
    """Categories from top to bottom, with their whole names in the colour of text, so far left of the marks.

    With room `above` them the names stand there, over marks that are `block` high.
    """
    import altair as alt

    if above:
        return _named_above(rows, plan, room, above, block)
    # Lines of text grow downwards from where the first one stands.
    half = plan.theme.text_size * 1.15 / 2
    several = {
        "condition": [
            {"test": (f"length(split(datum.value, '\\n')) == {lines}"), "value": -half * (lines - 1)}
            for lines in _several(rows)
        ],
        "value": 0,
    }
    axis = alt.Axis(
        labelExpr=LINES,
        labelLimit=0,
        grid=False,
        labelColor=plan.theme.ink,
        labelPadding=8 + round(room),
        labelOffset=several,
        labelOverlap=False,
    )
    return alt.Y("category:N", sort=None, scale=alt.Scale(domain=in_order(rows), **scale), axis=axis)


def _named_above(rows: Sequence[Row], plan: Plan, room: float, above: float, block: float) -> alt.Y:
    import altair as alt

    line = plan.theme.text_size * 1.25
    offsets = {
        "condition": [
            {
                "test": (f"length(split(datum.value, '\\n')) == {lines}"),
                "value": -block / 2 - line * (lines - 0.5) - 2,
            }
            for lines in _several(rows)
        ],
        "value": -block / 2 - line / 2 - 2,
    }
    axis = alt.Axis(
        labelExpr=LINES,
        labelLimit=0,
        grid=False,
        labelColor=plan.theme.ink,
        labelAlign="left",
        labelPadding=0,
        ticks=False,
        labelLineHeight=line,
        labelOffset=offsets,
        labelOverlap=False,
        offset=round(room),
    )
    gap = above / (above + block)
    return alt.Y(
        "category:N",
        sort=None,
        axis=axis,
        scale=alt.Scale(domain=in_order(rows), paddingInner=gap, paddingOuter=gap / 2),
    )


def legend(names: Sequence[str], plan: Plan, above: int = 8, left: float = 0) -> alt.Legend:
    """The names of series above the chart, in as few rows as they fit in; so high above it, and so far from
    the left of the drawing.
    """
    import altair as alt

    room = min(plan.theme.width * 0.85, plan.theme.width - left - 4)
    shown = [
        wrapping.filled(name, room - SYMBOL, plan.theme.text_size, plan.theme.language) for name in names
    ]
    wide = [wrapping.width(name, plan.theme.text_size) + SYMBOL for name in shown]
    fitting = (
        count
        for count in range(len(wide), 0, -1)
        if sum(max(wide[column::count]) for column in range(count)) < room
    )
    columns = -(-len(wide) // -(-len(wide) // next(fitting, 1)))
    lines: dict[str, Any] = {
        "labelExpr": (
            f"{json.dumps([name.split(chr(10)) for name in shown])}[indexof({json.dumps(list(names))}, "
            f"datum.value)]"
        )
    }
    return alt.Legend(
        columns=0 if columns >= len(wide) else columns,
        gridAlign="none" if columns >= len(wide) else "each",
        offset=above,
        **(lines if shown != list(names) else {}),
    )


def amount_axis(
    low: float, high: float, step: float, amounts: Amounts, left: float | None = None
) -> dict[str, Any]:
    """The properties of an axis with round values between two limits; a unit stands at the last of them, a
    long one by itself.

    Of a standing axis, which is so far `left`, that is above its numbers.
    """
    marks = scale_marks(low, high, step)
    long = (
        {}
        if len(amounts.unit) <= SHORT
        else {"title": amounts.unit, "titleColor": amounts.plan.theme.soft, **_above(left)}
    )
    # Without a count Vega would leave out every other value of more than the usual number.
    return {
        "values": marks,
        "tickCount": len(marks),
        "format": AMOUNT,
        "labelExpr": unit_label(amounts, None if long else marks[-1]),
        **long,
    }


def unit_label(amounts: Amounts, last: float | None) -> str:
    """A Vega expression for the text of a mark: with each its sign of percentages, of another unit only with
    the last.
    """
    before, after = amounts.affixes
    whole = (f"{json.dumps(before)} + " if before else "") + f"datum.label + {json.dumps(after)}"
    if amounts.unit == "%" or not (before or after):
        return whole
    return "datum.label" if last is None else f"datum.value === {json.dumps(last)} ? {whole} : datum.label"


def _above(left: float | None) -> dict[str, Any]:
    """Where the name of a unit stands: from the left edge of the drawing on."""
    if left is None:
        return {}
    return {
        "titleAngle": 0,
        "titleAlign": "left",
        "titleAnchor": "start",
        "titleBaseline": "bottom",
        "titleX": 4 - round(left),
        "titleY": -10,
    }


def pixel(y: float) -> Layer:
    """A height in units of the drawing, from the top of the marks."""
    import altair as alt

    return alt.YValue(y)  # type: ignore[no-untyped-call]


def break_rules(
    places: Iterable[Row], plan: Plan, x: alt.X, *, above: int = WORD, left: float = 0, late: bool = False
) -> list[Layer]:
    """A dashed line so far left of each place from which figures cannot be compared, and a word above the
    first.

    The word stands right of its line, or left of it if that is `late`: near the right edge.
    """
    import altair as alt

    rows = [{**place, "break": notation.BREAK.of(plan.theme.language)} for place in places]
    if not rows:
        return []
    top, bottom = pixel(-above), alt.Y2Value("height")  # type: ignore[no-untyped-call]
    rule = (
        chart(rows)
        .mark_rule(color=plan.theme.soft, strokeDash=[3, 3], aria=False, xOffset=-round(left))
        .encode(x=x, y=top, y2=bottom)
    )
    word = (
        chart(rows[:1])
        .mark_text(
            align="right" if late else "left",
            baseline="top",
            dx=(-4 if late else 4) - round(left),
            color=plan.theme.soft,
            aria=False,
        )
        .encode(x=x, y=top, text=alt.Text("break:N"))
    )
    return [rule, word]


def zero_line(rows: Sequence[Row], plan: Plan, *, broken: bool = False, **place: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """A line at 0 if there are bars on both sides of it; `broken` between lying bars, where their names
    stand.
    """
    import altair as alt

    if not any((row["value"] or 0) < 0 for row in rows):
        return []
    if broken:
        bars = [{"value": 0, "category": name} for name in in_order(rows)]
        ends = {"y": alt.Y("category:N", sort=None, bandPosition=0), "y2": alt.Y2("category", bandPosition=1)}
        return [chart(bars).mark_rule(color=plan.theme.soft, aria=False).encode(**place, **ends)]
    return [chart([{"value": 0}]).mark_rule(color=plan.theme.soft, aria=False).encode(**place)]


def late(part: float, plan: Plan) -> bool:
    """Whether a place at this part of the width has no room on its right for the word at a break."""
    return (1 - part) * plan.theme.width * 0.92 < wrapping.width(
        notation.BREAK.of(plan.theme.language), plan.theme.text_size
    ) + 8


def bar_breaks(rows: Sequence[Row], breaks: Iterable[Scalar], plan: Plan) -> list[Layer]:
    """A line in the gap before each of these standing bars."""
    import altair as alt

    names = in_order(rows)
    places = [{"category": name} for name in in_order(row for row in rows if row["key"] in tuple(breaks))]
    half = GAP / 2 * plan.theme.width / len(names)
    return break_rules(
        places,
        plan,
        alt.X("category:O", sort=None, bandPosition=0),
        above=WORD_ABOVE_NUMBER,
        left=half,
        late=bool(places) and late(names.index(places[0]["category"]) / len(names), plan),
    )
