"""Marks at computed positions, for kinds with a layout of their own: in units from the top left.

A row has its position (`x`, `y`, and `x2`, `y2` for a box), its `colour`, and for text its `text`, which can
have several lines.
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

SWATCH, KEY_ROW = 14, 24.0
"""The side of a colour in a key, and the height of a row in it."""


def _position() -> dict[str, Any]:
    import altair as alt

    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _description(rows: Sequence[Row]) -> dict[str, Any]:
    """The channel of what marks say, if rows have a `description`."""
    import altair as alt

    if "description" not in rows[0]:
        return {}
    return {"description": alt.Description("description:N")}


def _edge(rows: Sequence[Row]) -> dict[str, Any]:
    import altair as alt

    if "edge" not in rows[0]:
        return {}
    return {"stroke": alt.Stroke("edge:N", scale=None)}


def _shape(rows: Sequence[Row]) -> dict[str, Any]:
    import altair as alt

    if "shape" not in rows[0]:
        return {}
    return {"shape": alt.Shape("shape:N", scale=None)}


def boxes(rows: Sequence[Row], **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """Filled boxes, with an outline if the rows have an `edge`; what they say is their `description`."""
    import altair as alt

    if not rows:
        return []
    said = _description(rows)
    box = chart(rows).mark_rect(aria=bool(said), **mark)
    fill = alt.Fill("colour:N", scale=None)
    return [box.encode(**_position(), x2=alt.X2("x2"), y2=alt.Y2("y2"), fill=fill, **_edge(rows), **said)]


def lines(rows: Sequence[Row], **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """Straight lines from (x, y) to (x2, y2)."""
    import altair as alt

    if not rows:
        return []
    said = _description(rows)
    line = chart(rows).mark_rule(aria=bool(said), **mark)
    stroke = alt.Stroke("colour:N", scale=None)
    return [line.encode(**_position(), x2=alt.X2("x2"), y2=alt.Y2("y2"), stroke=stroke, **said)]


def dots(rows: Sequence[Row], **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """Filled dots; a row can have a `shape`."""
    import altair as alt

    if not rows:
        return []
    dot = chart(rows).mark_point(filled=True, **{"size": 60, "opacity": 1, **mark})
    colour = alt.Color("colour:N", scale=None)
    return [dot.encode(**_position(), color=colour, **_shape(rows), **_description(rows))]


def words(rows: Iterable[Row], plan: Plan, align: str = "left", **mark: Any) -> list[Layer]:  # noqa: ANN401
    """Text with its middle at `y`, however many lines it has; rows with an empty `text` are left out."""
    import altair as alt

    line = mark.get("fontSize", plan.theme.text_size) * LINE
    placed = [_centred(row, line) for row in rows if row["text"]]
    if not placed:
        return []
    if any("\n" in row["text"] for row in placed):
        mark = {"lineBreak": "\n", "lineHeight": line, **mark}
    said = _description(placed)
    text = chart(placed).mark_text(align=align, baseline="middle", aria=bool(said), **mark)
    colour = alt.Color("colour:N", scale=None)
    return [text.encode(**_position(), text=alt.Text("text:N"), color=colour, **said)]


def _centred(row: Row, line: float) -> Row:
    """A row of text with the `y` of its first line, from which the others grow downwards."""
    return {**row, "y": round(row["y"] - row["text"].count("\n") * line / 2, 2)}


def joined(rows: Sequence[Row], **mark: Any) -> list[Layer]:  # noqa: ANN401 - as Altair takes it
    """Lines through the positions of each `run`, in the order of the rows."""
    import altair as alt

    if not rows:
        return []
    line = chart(rows).mark_line(aria=False, **mark)
    colour = alt.Color("colour:N", scale=None)
    return [line.encode(**_position(), detail=alt.Detail("run:N"), color=colour)]


def key(entries: Sequence[tuple[str, str]], plan: Plan, top: float = 0) -> tuple[list[Layer], float]:
    """Names with their colours in rows below each other, as wide as the drawing; and the height of them."""
    x, y = 0.0, top
    swatches, names = list[Row](), list[Row]()
    for name, colour in entries:
        wide = SWATCH + 6 + wrapping.width(name, plan.theme.text_size) + 16
        if x and x + wide > plan.theme.width:
            x, y = 0.0, y + KEY_ROW
        swatches.append(_swatch(x, y, colour, plan.theme.soft))
        names.append({"x": x + SWATCH + 6, "y": y + SWATCH / 2 + 1, "text": name, "colour": plan.theme.ink})
        x += round(wide)
    return [*boxes(swatches, strokeWidth=1), *words(names, plan)], y + KEY_ROW - top


def _swatch(x: float, y: float, colour: str, edge: str) -> Row:
    return {"x": x + 1, "y": y + 1, "x2": x + SWATCH, "y2": y + SWATCH, "colour": colour, "edge": edge}


def height_of(text: str, plan: Plan) -> float:
    """The height of the lines of a text."""
    return (text.count("\n") + 1) * plan.theme.text_size * LINE


def no_data_lines(names: Sequence[str], plan: Plan) -> list[str]:
    """A line that lists what has no data: by name, or as a count of rows if there are many or some are
    nameless.
    """
    if not names:
        return []
    listed = ", ".join(names)
    if len(names) > MOST_NAMES or not all(names):
        listed = _counted(len(names)).of(plan.theme.language)
    language = plan.theme.language
    return [notation.told_of(notation.NO_DATA.of(language).capitalize(), listed, language)]


def _counted(rows: int) -> Text:
    return _ROW if rows == 1 else _ROWS.filled(count=rows)


def column(
    texts: Sequence[str], plan: Plan, top: float, wide: float = 0, x: float = 0
) -> tuple[list[Layer], float]:
    """Texts below each other from `x` on, in lines no longer than the drawing or `wide`; and the bottom of
    the last.

    A heading ends in a colon.
    """
    theme, room = plan.theme, wide or plan.theme.width
    rows, y = list[Row](), top
    for text in texts:
        filled = wrapping.filled(text, room, theme.text_size, theme.language)
        colour = theme.soft if filled.endswith(":") else theme.ink
        high = height_of(filled, plan)
        rows.append({"x": x, "y": y + high / 2, "text": filled, "colour": colour})
        y += high
    return words(rows, plan), y
