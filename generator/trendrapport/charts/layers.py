"""Parts that several chart kinds are made of, as Altair layers; imports Altair only when one is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from trendrapport.charts import notation
from trendrapport.charts.declaration import Scalar, TableField
from trendrapport.charts.plan import Plan

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, Any]

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left")
"""A shape for each series, so that colour is never the only difference."""

LINES = "split(datum.label, '\\n')"
"""A Vega expression that puts a label's lines below each other."""


def chart(rows: Iterable[Row]) -> alt.Chart:
    """A chart of rows that stand in the specification itself."""
    import altair as alt

    return alt.Chart(alt.InlineData(values=list(rows)))


def sized(layers: Sequence[alt.Chart], plan: Plan, height: float, *, left: float = 2, right: float = 2,
          top: float = 2) -> alt.LayerChart:
    """The layers on one drawing as wide as the theme says; the margins hold text that stands outside the axes."""
    import altair as alt

    padding = {"left": round(left), "right": round(right), "top": round(top), "bottom": 2}
    return alt.layer(*layers).properties(width=plan.theme.width, height=round(height), padding=padding,
                                         autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def label(value: Scalar, column: TableField, plan: Plan, provisional: Scalar = None) -> str:
    """What a category is called; Statistics Netherlands marks a provisional figure with an asterisk, and so do we."""
    return notation.shown(value, column.type, plan.theme.language) + ("*" if provisional else "")


def told(name: str, amount: str, plan: Plan, provisional: Scalar = None) -> str:
    """What a mark says of itself: "2024: 39% (voorlopig)"."""
    return f"{name.replace(chr(10), ' ')}: {amount}" + (
        f" ({notation.PROVISIONAL.of(plan.theme.language)})" if provisional else "")


def amount_axis(low: float, high: float, step: float, suffix: str) -> dict[str, Any]:
    """The properties of an axis with round values between two limits."""
    count = round((high - low) / step)
    return {"values": [round(low + step * index, 6) for index in range(count + 1)],
            "format": ",.10~f", "labelExpr": f"datum.label + {json.dumps(suffix)}"}


def break_rules(places: Iterable[Row], plan: Plan, x: alt.X) -> list[alt.Chart]:
    """A dashed line and a word at each place where figures before and after cannot be compared."""
    import altair as alt

    rows = [{**place, "break": notation.BREAK.of(plan.theme.language)} for place in places]
    if not rows:
        return []
    rule = chart(rows).mark_rule(color=plan.theme.soft, strokeDash=[3, 3], aria=False).encode(x=x)
    word = chart(rows[:1]).mark_text(align="left", baseline="top", dx=4, color=plan.theme.soft, aria=False).encode(
        x=x, y=alt.value(0), text="break:N")
    return [rule, word]
