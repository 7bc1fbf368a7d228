"""Small panels in rows and columns, of one size and with one scale of amounts; positions are in units of the
drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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
    """One panel: its name in lines, and the left top of its marks."""

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
    """Whether keys are moments on a time axis, so that naming the first and the last is enough."""

    @property
    def height(self) -> float:
        """The height of the drawing."""
        return self.all[-1].top + self.high + FOOT

    def y(self, panel: Panel, amount: float) -> float:
        """The position of an amount in a panel."""
        low, high, _ = self.scale
        return round(panel.top + self.high * (high - amount) / (high - low), 2)

    def frame(self) -> list[Layer]:
        """The names, and lines at the ends of the scale and at 0 with amounts beside the first column."""
        low, high, _ = self.scale
        marks = sorted({low, high, min(high, max(low, 0.0))})
        rules, amounts, names = list[Row](), list[Row](), list[Row]()
        for panel in self.all:
            names.append(self._name(panel))
            rules += [self._rule(panel, mark) for mark in marks]
            if panel.left == self.all[0].left:
                amounts += self._amounts(panel, marks)
        texts = [*words(amounts, self.plan, "right"), *words(names, self.plan, fontWeight=600)]
        return [*lines(rules), *texts]

    def _name(self, panel: Panel) -> Row:
        middle = panel.top - HEAD - height_of(panel.name, self.plan) / 2
        return {"x": panel.left, "y": middle, "text": panel.name, "colour": self.plan.theme.ink}

    def _rule(self, panel: Panel, mark: float) -> Row:
        """The line across a panel at an amount, stronger at 0 or else the lowest."""
        theme, y = self.plan.theme, self.y(panel, mark)
        colour = theme.soft if mark == max(self.scale[0], 0.0) else theme.line
        return {"x": panel.left, "x2": panel.left + self.wide, "y": y, "y2": y, "colour": colour}

    def _amounts(self, panel: Panel, marks: Sequence[float]) -> Iterator[Row]:
        """The amounts on the left of a panel."""
        x, colour = panel.left - 8, self.plan.theme.soft
        for mark, text in zip(marks, self.amounts.marks(marks), strict=True):
            yield {"x": x, "y": self.y(panel, mark), "text": text, "colour": colour}

    def below(self, across: Mapping[Scalar, float]) -> list[Layer]:
        """The names of keys under the marks of each panel: all if they fit, else their numbers, or the first
        and the last.
        """
        column, size = self.plan.column("x"), self.plan.theme.text_size
        names = {key: label(key, column, self.plan) for key in across}
        if self._room(list(names.values())):
            return self._below([(across[key], name) for key, name in names.items()], "center")
        if self.keyed(across):
            return self._below([(x, str(number)) for number, x in enumerate(across.values(), 1)], "center")
        keys = list(across)
        first, last = keys[0], keys[-1]
        right = min(self.wide, across[last] + wrapping.width(names[last], size) / 2)
        return [*self._below([(0, names[first])], "left"), *self._below([(right, names[last])], "right")]

    def keyed(self, across: Iterable[Scalar]) -> list[str]:
        """The names of the keys with their numbers, if a panel has no room for them, and naming the first and
        the last is not enough.
        """
        keys, column = list(across), self.plan.column("x")
        names = [label(key, column, self.plan) for key in keys]
        if len(names) == 1 or self._room(names):
            return []
        countable = self.timed or regular(keys, column.type)
        if countable and least_width([names[0], names[-1]], self.plan) <= self.wide:
            return []
        return numbered(names)

    def _room(self, names: Sequence[str]) -> bool:
        """Whether all names of keys have room below a panel."""
        room, size = self.wide / len(names) - 6, self.plan.theme.text_size
        return all(wrapping.width(name, size) < room for name in names)

    def _below(self, texts: Sequence[tuple[float, str]], align: str) -> list[Layer]:
        """The same texts below each panel."""
        rows = list[Row]()
        for panel in self.all:
            y = panel.top + self.high + 14
            for x, text in texts:
                rows.append({"x": panel.left + x, "y": y, "text": text, "colour": self.plan.theme.soft})
        return words(rows, self.plan, align)


def least_width(texts: Sequence[str], plan: Plan) -> float:
    """The width of texts side by side."""
    return sum(wrapping.width(text, plan.theme.text_size) + 8 for text in texts)


def panels(  # noqa: PLR0913
    plan: Plan,
    amounts: Amounts,
    names: Sequence[str],
    values: Sequence[float | None],
    *,
    columns: int | None,
    zero: bool,
    least: float = 0,
    timed: bool = False,
) -> Panels:
    """Panels for these names, at least that wide, with a scale that holds all values, in as many columns as
    the width or the editor allows.
    """
    scale = low, high, _ = round_scale(values, zero=zero)
    left = beside(amounts.marks([low, high]), plan)
    room = plan.theme.width - left - 6
    most = max(1, int((room + BETWEEN) // (max(NARROWEST, least) + BETWEEN)))
    rows = -(-len(names) // min(columns or most, most))
    count = -(-len(names) // rows)
    wide = (room - (count - 1) * BETWEEN) / count
    tall = min(HIGHEST, max(LOWEST, wide * 0.55))
    wrapped = [wrapping.filled(name, wide, plan.theme.text_size, plan.theme.language) for name in names]
    lefts = [round(left + column * (wide + BETWEEN), 2) for column in range(count)]
    return Panels(plan, amounts, tuple(_placed(wrapped, lefts, tall, plan)), scale, wide, tall, timed)


def _placed(names: Sequence[str], lefts: Sequence[float], tall: float, plan: Plan) -> Iterator[Panel]:
    """Panels in rows below each other, each row as high as its highest name needs."""
    heads = 0.0
    for index, start in enumerate(range(0, len(names), len(lefts))):
        row = names[start : start + len(lefts)]
        heads += max(height_of(name, plan) for name in row) + HEAD
        top = heads + index * (tall + FOOT + 8)
        for name, left in zip(row, lefts, strict=False):
            yield Panel(name, left, top)
