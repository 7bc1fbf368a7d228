"""Parts that several chart kinds are made of, as Altair layers; imports Altair only when one is drawn."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
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
"""The room for a word above a chart, and for one above numbers there."""

SYMBOL = 40
"""The room for the mark of a series before its name, and for the space behind it."""

AMOUNT = ",.10~f"
"""Vega's notation of amounts, with no more decimals than they have."""

LINES = "split(datum.label, '\\n')"
"""A Vega expression that sets a label in lines below each other."""


def chart(rows: Iterable[Row]) -> Layer:
    """A chart of rows that are written in the specification itself."""
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
        def copy(
            self,
            deep: bool | Iterable[Any] = True,  # noqa: FBT001, FBT002 - Altair's
            ignore: list[str] | None = None,
        ) -> SharedChart:
            if deep is True:
                deep = False
            return super().copy(deep=deep, ignore=ignore)

    class SharedData(alt.InlineData):
        def __deepcopy__(self, _memo: object) -> SharedData:
            return self

    return SharedChart, SharedData


def sized(layers: Sequence[Layer], plan: Plan, height: float, *, left: float = 0, right: float = 0) -> Layer:
    """The layers in one drawing about as wide as the theme's, with room for text `left` and `right` of the
    marks.

    Vega can fit a chart to a width itself, but then measures all text twice, which is most of the work.
    """
    import altair as alt

    return alt.layer(*layers, width=round(plan.theme.width - left - right - 4), height=round(height))


def beside(texts: Iterable[str], plan: Plan) -> float:
    """The room that the widest of these texts takes beside the marks."""
    return max((wrapping.width(text, plan.theme.text_size) + 10 for text in texts), default=0.0)


def both_sides(rows: Sequence[Row], plan: Plan) -> tuple[float, float]:
    """The room for values left and right of horizontal bars.

    The words for a missing value start at 0, right of the bars that go left.
    """
    left = [row["text"] for row in rows if row["value"] is not None and row["value"] < 0]
    right = [row["text"] for row in rows if row["value"] is not None and row["value"] >= 0]
    if left:
        right += [row["text"] for row in rows if row["value"] is None]
    return beside(left, plan), beside(right, plan)


def label(value: Scalar, column: TableField, plan: Plan, *, provisional: bool = False) -> str:
    """The name of a category, with an asterisk at a provisional figure as Statistics Netherlands has it."""
    name = notation.shown(value, column.type, plan.theme.language)
    if provisional:
        return f"{name}*"
    return name


def front(key: Scalar, highlighted: Collection[Scalar], plan: Plan) -> str:
    """The colour of a bar: muted if others are highlighted, else that of the first series."""
    if highlighted and key not in highlighted:
        return plan.theme.muted
    return plan.theme.series[0]


def describe(name: str, amount: str) -> str:
    """The description of a mark: "2024: 39%"."""
    return f"{name.replace(chr(10), ' ')}: {amount}"


def of_municipality(code: str | None) -> Row:
    """The part of a mark's row with the code of its municipality, if it has one."""
    if code is None:
        return {}
    return {"municipality": code}


def in_order(rows: Iterable[Row], field: str = "category") -> list[str]:
    """Each category once, in the order of the rows, those without a value included."""
    return list(dict.fromkeys(row[field] for row in rows))


def _several(rows: Sequence[Row]) -> range:
    """The numbers of lines, from two on, that names of categories can have."""
    most = max((1 + row["category"].count("\n") for row in rows), default=0)
    return range(2, max(4, most) + 1)


def fitted(rows: Sequence[Row], amounts: Amounts, room: float) -> tuple[list[Row], bool]:
    """Rows with their values as they fit in that room, perhaps without a unit; and whether they fit."""
    known = [row for row in rows if row["value"] is not None]
    texts = amounts.fitting([row["text"] for row in known], room)
    if texts is None:
        return list(rows), False
    remaining = iter(texts)
    made = []
    for row in rows:
        text = row["text"] if row["value"] is None else next(remaining)
        made.append({**row, "text": text})
    return made, True


def lying(  # noqa: PLR0913
    rows: Sequence[Row],
    plan: Plan,
    *,
    room: float = 0,
    above: float = 0,
    block: float = 0,
    **scale: Any,  # noqa: ANN401 - as Altair takes it
) -> alt.Y:
    """Categories from top to bottom, with their whole names in the colour of text, `room` left of the marks.

    With room `above` them the names are there, over marks that are `block` high.
    """
    import altair as alt

    if above:
        return _named_above(rows, plan, room, above, block)
    # Lines of text grow downwards from the first one.
    half = plan.theme.text_size * 1.15 / 2
    offsets = _offsets(0, {lines: -half * (lines - 1) for lines in _several(rows)})
    axis = alt.Axis(
        labelExpr=LINES,
        labelLimit=0,
        grid=False,
        labelColor=plan.theme.ink,
        labelPadding=8 + round(room),
        labelOffset=offsets,
        labelOverlap=False,
    )
    return alt.Y("category:N", sort=None, scale=alt.Scale(domain=in_order(rows), **scale), axis=axis)


def _named_above(rows: Sequence[Row], plan: Plan, room: float, above: float, block: float) -> alt.Y:
    import altair as alt

    line = plan.theme.text_size * 1.25
    higher = {lines: -block / 2 - line * (lines - 0.5) - 2 for lines in _several(rows)}
    axis = alt.Axis(
        labelExpr=LINES,
        labelLimit=0,
        grid=False,
        labelColor=plan.theme.ink,
        labelAlign="left",
        labelPadding=0,
        ticks=False,
        labelLineHeight=line,
        labelOffset=_offsets(-block / 2 - line / 2 - 2, higher),
        labelOverlap=False,
        offset=round(room),
    )
    gap = above / (above + block)
    scale = alt.Scale(domain=in_order(rows), paddingInner=gap, paddingOuter=gap / 2)
    return alt.Y("category:N", sort=None, axis=axis, scale=scale)


def _offsets(usual: float, by_lines: Mapping[int, float]) -> dict[str, Any]:
    """The offset of a name of one line, and of names of more lines by their number of lines."""
    conditions = [
        {"test": f"length(split(datum.value, '\\n')) == {lines}", "value": offset}
        for lines, offset in by_lines.items()
    ]
    return {"condition": conditions, "value": usual}


def legend(names: Sequence[str], plan: Plan, above: int = 8, left: float = 0) -> alt.Legend:
    """The names of series, `above` the chart and `left` in from the edge of the drawing, in as few rows as
    they fit in.
    """
    import altair as alt

    theme = plan.theme
    room = min(theme.width * 0.85, theme.width - left - 4)
    shown = [wrapping.filled(name, room - SYMBOL, theme.text_size, theme.language) for name in names]
    columns = _columns([wrapping.width(name, theme.text_size) + SYMBOL for name in shown], room)
    more: dict[str, Any] = {}
    if shown != list(names):
        more["labelExpr"] = _in_lines(names, shown)
    if columns >= len(names):
        return alt.Legend(columns=0, gridAlign="none", offset=above, **more)
    return alt.Legend(columns=columns, gridAlign="each", offset=above, **more)


def _columns(widths: Sequence[float], room: float) -> int:
    """The number of columns with which as few rows as possible fit in the room, all of them about full."""
    most = next((count for count in range(len(widths), 0, -1) if _total(widths, count) < room), 1)
    rows = -(-len(widths) // most)
    return -(-len(widths) // rows)


def _total(widths: Sequence[float], count: int) -> float:
    """The width of all columns when names are set in that many."""
    return sum(max(widths[column::count]) for column in range(count))


def _in_lines(names: Sequence[str], shown: Sequence[str]) -> str:
    """A Vega expression for a name in the lines in which it is shown."""
    lines = [name.split("\n") for name in shown]
    return f"{json.dumps(lines)}[indexof({json.dumps(list(names))}, datum.value)]"


def amount_axis(
    low: float, high: float, step: float, amounts: Amounts, left: float | None = None
) -> dict[str, Any]:
    """The properties of an axis with round values between two limits; the last has the unit, unless that is
    long: then it is the title.

    The title of a vertical axis, which is `left` in from the edge, is above its numbers.
    """
    marks = scale_marks(low, high, step)
    # Without a count Vega would leave out every other value of more than the usual number.
    axis = {"values": marks, "tickCount": len(marks), "format": AMOUNT}
    if len(amounts.unit) <= SHORT:
        return {**axis, "labelExpr": unit_label(amounts, marks[-1])}
    title = {"title": amounts.unit, "titleColor": amounts.plan.theme.soft, **_above(left)}
    return {**axis, "labelExpr": unit_label(amounts, None), **title}


def unit_label(amounts: Amounts, last: float | None) -> str:
    """A Vega expression for the text of a mark: each has its percent sign, but only the last another unit."""
    before, after = amounts.affixes
    with_unit = f"datum.label + {json.dumps(after)}"
    if before:
        with_unit = f"{json.dumps(before)} + {with_unit}"
    if amounts.unit == "%" or not (before or after):
        return with_unit
    if last is None:
        return "datum.label"
    return f"datum.value === {json.dumps(last)} ? {with_unit} : datum.label"


def _above(left: float | None) -> dict[str, Any]:
    """The position of the name of a unit: from the left edge of the drawing on."""
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


def break_rules(  # noqa: PLR0913
    places: Iterable[Row], plan: Plan, x: alt.X, *, above: int = WORD, left: float = 0, late: bool = False
) -> list[Layer]:
    """A dashed line, `left` of each position from which figures cannot be compared, and a word above the
    first.

    The word is right of its line, or left of it if that is `late`: near the right edge.
    """
    import altair as alt

    rows = [{**place, "break": notation.BREAK.of(plan.theme.language)} for place in places]
    if not rows:
        return []
    align, beside_rule = ("right", -4) if late else ("left", 4)
    top, bottom = pixel(-above), alt.Y2Value("height")  # type: ignore[no-untyped-call]
    look = {"color": plan.theme.soft, "aria": False}
    rule = chart(rows).mark_rule(strokeDash=[3, 3], xOffset=-round(left), **look)
    word = chart(rows[:1]).mark_text(align=align, baseline="top", dx=beside_rule - round(left), **look)
    return [rule.encode(x=x, y=top, y2=bottom), word.encode(x=x, y=top, text=alt.Text("break:N"))]


def zero_line(
    rows: Sequence[Row],
    plan: Plan,
    *,
    broken: bool = False,
    **place: Any,  # noqa: ANN401 - as Altair takes it
) -> list[Layer]:
    """A line at 0 if there are bars on both sides of it; `broken` between horizontal bars, to spare names."""
    import altair as alt

    if not any(row["value"] is not None and row["value"] < 0 for row in rows):
        return []
    look = {"color": plan.theme.soft, "aria": False}
    if not broken:
        return [chart([{"value": 0}]).mark_rule(**look).encode(**place)]
    bars = [{"value": 0, "category": name} for name in in_order(rows)]
    top = alt.Y("category:N", sort=None, bandPosition=0)
    return [chart(bars).mark_rule(**look).encode(**place, y=top, y2=alt.Y2("category", bandPosition=1))]


def late(part: float, plan: Plan) -> bool:
    """Whether the word at a break has no room on its right, at this part of the width."""
    word = wrapping.width(notation.BREAK.of(plan.theme.language), plan.theme.text_size)
    return (1 - part) * plan.theme.width * 0.92 < word + 8


def bar_breaks(rows: Sequence[Row], breaks: Iterable[Scalar], plan: Plan) -> list[Layer]:
    """A line in the gap before each of these vertical bars."""
    import altair as alt

    names, keys = in_order(rows), set(breaks)
    broken = in_order(row for row in rows if row["key"] in keys)
    if not broken:
        return []
    x = alt.X("category:O", sort=None, bandPosition=0)
    places = [{"category": name} for name in broken]
    half = GAP / 2 * plan.theme.width / len(names)
    near_edge = late(names.index(broken[0]) / len(names), plan)
    return break_rules(places, plan, x, above=WORD_ABOVE_NUMBER, left=half, late=near_edge)
