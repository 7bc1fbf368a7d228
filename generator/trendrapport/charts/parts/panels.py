"""Small panels in rows and columns, of one size and with one scale of amounts, as places in units of the
drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from trendrapport.charts.parts.amounts import Amounts, round_scale
from trendrapport.charts.parts.canvas import height_of, lines, words
from trendrapport.charts.parts.layers import Layer, Row, beside, label
from trendrapport.charts.parts.moments import regular
from trendrapport.charts.parts.naming import numbered
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import Scalar
from trendrapport.placing import wrapping

BETWEEN = 20
"""The space between two columns."""

LOWEST, HIGHEST = 84, 200
"""The limits of a panel's height, which follows its width."""

NARROWEST = 104
"""The least width of a panel, axis left aside."""

HEAD, FOOT = 18, 26
"""The room between a name and its marks, which a value can need, and below the words under the marks."""


@dataclass(frozen=True)
class Panel:
    """One panel: its name in lines, and where its marks stand."""

    name: str
    left: float
    top: float


@dataclass(frozen=True)
class Panels:
    """The panels of a drawing, in reading order, and the scale that they share."""

    plan: Plan
    amounts: Amounts
    all: tuple[Panel, ...]
    scale: tuple[float, float, float]
    wide: float
    high: float
    timed: bool = False
    """Whether places are moments on an axis of time, of which the first and the last tell enough."""

    @property
    def height(self) -> float:
        """The height of the drawing."""
        return self.all[-1].top + self.high + FOOT

    def y(self, panel: Panel, amount: float) -> float:
        """The height at which an amount stands in a panel."""
        low, high, _ = self.scale
        return round(panel.top + self.high * (high - amount) / (high - low), 2)

    def frame(self) -> list[Layer]:
        """The names, and lines at the ends of the scale and at 0, with their amounts beside the first column."""
        soft, (low, high, _) = self.plan.theme.soft, self.scale
        marks = sorted({low, high, min(high, max(low, 0.0))})
        rules = [
            {
                "x": panel.left,
                "x2": panel.left + self.wide,
                "y": self.y(panel, mark),
                "y2": self.y(panel, mark),
                "colour": soft if mark == max(low, 0.0) else self.plan.theme.line,
            }
            for panel in self.all
            for mark in marks
        ]
        texts = self.amounts.marks(marks)
        scale = [
            {"x": panel.left - 8, "y": self.y(panel, mark), "text": text, "colour": soft}
            for panel in self.all
            if panel.left == self.all[0].left
            for mark, text in zip(marks, texts, strict=True)
        ]
        names = [
            {
                "x": panel.left,
                "y": panel.top - HEAD - height_of(panel.name, self.plan) / 2,
                "text": panel.name,
                "colour": self.plan.theme.ink,
            }
            for panel in self.all
        ]
        return [*lines(rules), *words(scale, self.plan, "right"), *words(names, self.plan, fontWeight=600)]

    def below(self, across: Mapping[Scalar, float]) -> list[Layer]:
        """What the places are called, under the marks of each panel: all if they fit, else the first and the
        last.
        """
        column, size = self.plan.column("x"), self.plan.theme.text_size
        names = {place: label(place, column, self.plan) for place in across}
        if self._room(list(names.values())):
            return self._below([(across[place], name) for place, name in names.items()], "center")
        *_, last = across
        first = next(iter(across))
        if self.keyed(across):
            return self._below([(x, str(number)) for number, x in enumerate(across.values(), 1)], "center")
        right = min(self.wide, across[last] + wrapping.width(names[last], size) / 2)
        return [*self._below([(0, names[first])], "left"), *self._below([(right, names[last])], "right")]

    def keyed(self, across: Iterable[Scalar]) -> list[str]:
        """The names of the places with their numbers, if a panel has no room for them, and the first and the
        last do not tell enough.
        """
        places, column = list(across), self.plan.column("x")
        names = [label(place, column, self.plan) for place in places]
        if len(names) == 1 or self._room(names):
            return []
        told = self.timed or regular(places, column.type)
        return (
            [] if told and least_width(names[:: len(names) - 1], self.plan) <= self.wide else numbered(names)
        )

    def _room(self, names: Sequence[str]) -> bool:
        """Whether all names of places have room below a panel."""
        return all(
            wrapping.width(name, self.plan.theme.text_size) < self.wide / len(names) - 6 for name in names
        )

    def _below(self, texts: Sequence[tuple[float, str]], align: str) -> list[Layer]:
        rows: list[Row] = [
            {
                "x": panel.left + x,
                "y": panel.top + self.high + 14,
                "text": text,
                "colour": self.plan.theme.soft,
            }
            for panel in self.all
            for x, text in texts
        ]
        return words(rows, self.plan, align)


def least_width(texts: Sequence[str], plan: Plan) -> float:
    """The room that texts beside each other take."""
    return sum(wrapping.width(text, plan.theme.text_size) + 8 for text in texts)


def panels(
    plan: Plan,
    amounts: Amounts,
    names: Sequence[str],
    values: Sequence[float | None],
    *,  # noqa: PLR0913
    columns: int | None,
    zero: bool,
    least: float = 0,
    timed: bool = False,
) -> Panels:
    """Panels for these names, at least so wide, with a scale that holds all values, in as many columns as the
    width or the editor allows.
    """
    low, high, step = round_scale(values, zero=zero)
    left = beside(amounts.marks([low, high]), plan)
    room = plan.theme.width - left - 6
    most = max(1, int((room + BETWEEN) // (max(NARROWEST, least) + BETWEEN)))
    count = -(-len(names) // -(-len(names) // min(columns or most, most)))
    wide = (room - (count - 1) * BETWEEN) / count
    tall = min(HIGHEST, max(LOWEST, wide * 0.55))
    wrapped = [wrapping.filled(name, wide, plan.theme.text_size, plan.theme.language) for name in names]
    return Panels(
        plan,
        amounts,
        tuple(_placed(wrapped, count, left, wide, tall, plan)),
        (low, high, step),
        wide,
        tall,
        timed,
    )


def _placed(
    names: Sequence[str], count: int, left: float, wide: float, tall: float, plan: Plan
) -> list[Panel]:
    rows = [names[start : start + count] for start in range(0, len(names), count)]
    heads = [max(height_of(name, plan) for name in row) + HEAD for row in rows]
    tops = [total + index * (tall + FOOT + 8) for index, total in enumerate(accumulate(heads))]
    return [
        Panel(name, round(left + column * (wide + BETWEEN), 2), top)
        for row, top in zip(rows, tops, strict=True)
        for column, name in enumerate(row)
    ]
