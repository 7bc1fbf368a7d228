"""Parts that several chart kinds are made of, as Altair layers; imports Altair only when one is drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import Amounts
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


def pixel(y: float) -> Layer:
    """A height in units of the drawing, from the top of the marks."""
    import altair as alt

    return alt.YValue(y)  # type: ignore[no-untyped-call]
