"""Marks at computed places, for kinds with a layout of their own: a place is in units from the top left.

A row says where it stands (`x`, `y`, and `x2`, `y2` for a box), its `colour`, and for text its
`text`, which can have several lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from trendrapport.charts import notation
from trendrapport.charts.parts.layers import Layer, Row, chart
from trendrapport.charts.plan import Plan
from trendrapport.diagnostics import Text
from trendrapport.placing import wrapping

LINE = 1.25
"""The distance between lines of text, in parts of the text's size."""

MOST_NAMES = 8
_ROW = Text(nl="1 rij", en="1 row")
_ROWS = Text(nl="{count} rijen", en="{count} rows")

SWATCH = 14
"""The side of a colour in a key."""


def _places(*fields: str) -> dict[str, Any]:
    import altair as alt

    sorts = {"x": alt.X, "y": alt.Y}
    return {field: sorts[field](f"{field}:Q", scale=None, axis=None) for field in fields}


def _said(rows: Sequence[Row]) -> dict[str, Any]:
    import altair as alt

    return {"description": alt.Description("description:N")} if "description" in rows[0] else {}


def boxes(rows: Sequence[Row], **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """Filled boxes, with an outline if the rows have an `edge`; what they say is their `description`."""
    import altair as alt

    if not rows:
        return []
    edge = {"stroke": alt.Stroke("edge:N", scale=None)} if "edge" in rows[0] else {}
    return [
        chart(rows)
        .mark_rect(aria=bool(_said(rows)), **mark)
        .encode(
            **_places("x", "y"),
            x2=alt.X2("x2"),
            y2=alt.Y2("y2"),
            fill=alt.Fill("colour:N", scale=None),
            **edge,
            **_said(rows),
        )
    ]


def lines(rows: Sequence[Row], **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """Straight lines from (x, y) to (x2, y2)."""
    import altair as alt

    if not rows:
        return []
    return [
        chart(rows)
        .mark_rule(aria=bool(_said(rows)), **mark)
        .encode(
            **_places("x", "y"),
            x2=alt.X2("x2"),
            y2=alt.Y2("y2"),
            stroke=alt.Stroke("colour:N", scale=None),
            **_said(rows),
        )
    ]


def dots(rows: Sequence[Row], **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """Filled dots; a row can have a `shape`."""
    import altair as alt

    if not rows:
        return []
    shape = {"shape": alt.Shape("shape:N", scale=None)} if "shape" in rows[0] else {}
    return [
        chart(rows)
        .mark_point(filled=True, **{"size": 60, "opacity": 1, **mark})
        .encode(**_places("x", "y"), color=alt.Color("colour:N", scale=None), **shape, **_said(rows))
    ]


def words(rows: Iterable[Row], plan: Plan, align: str = "left", **mark: Any) -> list[Layer]:  # noqa: ANN401
    """Text of which the middle stands at `y`, however many lines it has."""
    import altair as alt

    line = mark.get("fontSize", plan.theme.text_size) * LINE
    # Lines of text grow downwards from where the first one stands.
    placed = [
        {**row, "y": round(row["y"] - row["text"].count("\n") * line / 2, 2)} for row in rows if row["text"]
    ]
    if not placed:
        return []
    several = {"lineBreak": "\n", "lineHeight": line} if any("\n" in row["text"] for row in placed) else {}
    return [
        chart(placed)
        .mark_text(align=align, baseline="middle", aria=bool(_said(placed)), **several, **mark)
        .encode(
            **_places("x", "y"),
            text=alt.Text("text:N"),
            color=alt.Color("colour:N", scale=None),
            **_said(placed),
        )
    ]


def key(entries: Sequence[tuple[str, str]], plan: Plan, top: float = 0) -> tuple[list[Layer], float]:
    """Names with their colours in rows below each other, as wide as the drawing; and how high that is."""
    x, y, row = 0.0, top, 24.0
    swatches, names = [], []
    for name, colour in entries:
        wide = SWATCH + 6 + wrapping.width(name, plan.theme.text_size) + 16
        if x and x + wide > plan.theme.width:
            x, y = 0.0, y + row
        swatches.append(
            {
                "x": x + 1,
                "y": y + 1,
                "x2": x + SWATCH,
                "y2": y + SWATCH,
                "colour": colour,
                "edge": plan.theme.soft,
            }
        )
        names.append({"x": x + SWATCH + 6, "y": y + SWATCH / 2 + 1, "text": name, "colour": plan.theme.ink})
        x += round(wide)
    return [*boxes(swatches, strokeWidth=1), *words(names, plan)], y + row - top


def height_of(text: str, plan: Plan) -> float:
    """How high the lines of a text are."""
    return (text.count("\n") + 1) * plan.theme.text_size * LINE


def without(names: Sequence[str], plan: Plan) -> list[str]:
    """A line that tells what has no data, by name or, of more than a few or nameless ones, how many they are."""
    if not names:
        return []
    many = len(names) > MOST_NAMES or not all(names)
    rows = _ROW if len(names) == 1 else _ROWS.filled(count=len(names))
    told = rows.of(plan.theme.language) if many else ", ".join(names)
    return [f"{notation.NO_DATA.of(plan.theme.language).capitalize()}: {told}"]


def column(
    texts: Sequence[str], plan: Plan, top: float, wide: float = 0, x: float = 0
) -> tuple[list[Layer], float]:
    """Texts below each other from `x` on, in lines no longer than the drawing or `wide`; and where they end.

    A heading ends in a colon.
    """
    rows, y = [], top
    for text in (
        wrapping.filled(text, wide or plan.theme.width, plan.theme.text_size, plan.theme.language)
        for text in texts
    ):
        high = height_of(text, plan)
        rows.append(
            {
                "x": x,
                "y": y + high / 2,
                "text": text,
                "colour": plan.theme.soft if text.endswith(":") else plan.theme.ink,
            }
        )
        y += high
    return words(rows, plan), y


def joined(rows: Sequence[Row], **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """Lines through the places of each `run`, in the order of the rows."""
    import altair as alt

    if not rows:
        return []
    return [
        chart(rows)
        .mark_line(aria=False, **mark)
        .encode(**_places("x", "y"), detail=alt.Detail("run:N"), color=alt.Color("colour:N", scale=None))
    ]
