"""A hundred squares, divided up: parts of a whole as numbers out of a hundred.

Use it for two to five parts if the message is "so many out of a hundred". The parts follow the order of the
table. Each part has a number in its first square and in the list, next to its share and amount. Shares are
rounded so that the squares add up to a hundred. If a part has no value, the shares are unknown: all squares
stay empty, unless `total` gives the whole.

Fields: `category` (text, year, month, date or whole number) and `value` (a number, 0 or more).

Options: `total` (the whole, if the table has only some of its parts; the rest stays empty, and so do parts
beyond `limit`), and `divide_by`, `decimals` and `unit` for all numbers.

    kind: waffle
    data: algoritmeregister_organisatietype_2026
    fields: {category: organisatietype, value: algoritmes}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from trendrapport.charts import notation
from trendrapport.charts.kinds import Suits, Traits
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.canvas import SWATCH, boxes, height_of, words
from trendrapport.charts.parts.layers import Layer, Row, describe, label, sized
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.placing import wrapping

FIELDS = {"category": Role(WORDS, group=True), "value": Role(NUMBERS, parts=True)}

SIDE, GAP, EDGE = 30, 3, 10
"""The room for a square, the space within it, and how many squares a row has."""
SQUARES = EDGE * EDGE
BESIDE = 560
"""From this width on the list is beside the squares."""
_REST = Text(nl="overig", en="rest")


class Options(AmountOptions):
    """The settings of a hundred squares."""

    total: float | None = described(
        "het geheel, als de tabel alleen delen daarvan bevat",
        "the whole, if the table contains only parts of it",
        default=None,
        gt=0,
    )


OPTIONS = Options
TRAITS = Traits(compared=("category",), part_role="category")
SUITS = Suits(
    Text(
        nl="honderd vakjes laten zien hoe groot elk deel is, als de delen samen het geheel zijn",
        en="a hundred squares show how large each part is, if the parts add up to the whole",
    ),
    good={"category": (2, 5)},
    possible={"category": (2, 7)},
    along="words",
    sketch="squares",
)
LIMITED = "category"


@dataclass(frozen=True)
class _Entry:
    """A part in the list, and what its squares look like and say."""

    mark: str
    """Its number; what is left of the whole has none."""
    description: str
    colour: str
    edge: str


def draw(plan: Plan) -> Layer:
    """The squares, and a list of the parts."""
    options = plan.options(Options)
    amounts = Amounts(plan, options)
    every = _parts(plan, amounts)
    whole = _whole([amount for _, amount in every], options)
    parts = every[: plan.chart.limit]
    counts = squares([amount or 0.0 for _, amount in parts], whole)
    entries = [_entry(index, name, amount, whole, amounts) for index, (name, amount) in enumerate(parts)]
    shown = list(chain.from_iterable(map(repeat, entries, counts)))
    rest = SQUARES - len(shown)
    if rest and whole:
        left = whole - sum(amount or 0.0 for _, amount in parts)
        entries.append(_open(_description(_REST.of(plan.theme.language), left, whole, amounts), plan))
    shown += [_open(entries[-1].description if whole else "", plan)] * rest
    x, y = (EDGE * SIDE + 24, 0) if plan.theme.width >= BESIDE else (0, EDGE * SIDE + 14)
    listed, bottom = _list(entries, x, y, plan)
    return sized([*_squares(shown, plan), *listed], plan, max(bottom, EDGE * SIDE))


def _parts(plan: Plan, amounts: Amounts) -> list[tuple[str, float | None]]:
    """The name and amount of each part."""
    category, value = plan.column("category"), plan.column("value").name
    records = plan.records()
    return [(label(record[category.name], category, plan), amounts.of(record[value])) for record in records]


def _whole(known: Sequence[float | None], options: Options) -> float | None:
    """What the parts are parts of; None if that cannot be known."""
    if options.total:
        return options.total
    if None in known:
        return None
    return sum(amount or 0.0 for amount in known) or None


def squares(amounts: Sequence[float], whole: float | None) -> list[int]:
    """How many of a hundred squares each amount has; the largest remainders are rounded up (Hamilton's
    method).
    """
    if not whole:
        return [0] * len(amounts)
    exact = [SQUARES * amount / whole for amount in amounts]
    counts = list(map(int, exact))
    order = sorted(range(len(exact)), key=lambda index: (counts[index] - exact[index], index))
    for index in order[: round(sum(exact)) - sum(counts)]:
        counts[index] += 1
    return counts


def _entry(index: int, name: str, amount: float | None, whole: float | None, amounts: Amounts) -> _Entry:
    colours = amounts.plan.theme.series
    colour = colours[index % len(colours)]
    return _Entry(str(index + 1), _description(name, amount, whole, amounts), colour, colour)


def _open(description: str, plan: Plan) -> _Entry:
    """What is left of the whole, or all of it when shares are not known."""
    return _Entry("", description, plan.theme.paper, plan.theme.soft)


def _description(name: str, amount: float | None, whole: float | None, amounts: Amounts) -> str:
    """The name of a part with its share and its amount."""
    text = amounts.text(amount)
    if not whole or amount is None:
        return describe(name, text)
    if amounts.unit == "%" and round(whole, 6) == SQUARES:
        return describe(name, text)
    share = notation.percentage(SQUARES * amount / whole, amounts.plan.theme.language)
    return describe(name, f"{share} ({text})")


def _squares(shown: list[_Entry], plan: Plan) -> list[Layer]:
    """The squares in rows from the top left; the first of each part has its number."""
    rows: list[Row] = []
    numbers: dict[str, Row] = {}
    side = SIDE - GAP
    for index, entry in enumerate(shown):
        x, y = index % EDGE * SIDE + 1, index // EDGE * SIDE + 1
        box = {"x": x, "y": y, "x2": x + side, "y2": y + side}
        look = {"colour": entry.colour, "edge": entry.edge, "description": entry.description}
        rows.append({**box, **look})
        number = {"x": x + side / 2, "y": y + side / 2, "text": entry.mark, "colour": plan.theme.paper}
        numbers.setdefault(entry.mark, number)
    return [*boxes(rows, strokeWidth=1), *words(numbers.values(), plan, "center")]


def _list(entries: list[_Entry], left: float, top: float, plan: Plan) -> tuple[list[Layer], float]:
    """Each part with its colour and number, below each other; and where the list ends."""
    theme, room = plan.theme, plan.theme.width - left - 50
    swatches: list[Row] = []
    texts: list[Row] = []
    y = top
    for entry in entries:
        words_of_part = f"{entry.mark}  {entry.description}".strip()
        text = wrapping.filled(words_of_part, room, theme.text_size, theme.language)
        box = {"x": left + 1, "y": y + 3, "x2": left + SWATCH, "y2": y + 2 + SWATCH}
        swatches.append({**box, "colour": entry.colour, "edge": entry.edge})
        middle = y + height_of(text, plan) / 2
        texts.append({"x": left + SWATCH + 8, "y": middle, "text": text, "colour": theme.ink})
        y += height_of(text, plan) + 8
    return [*boxes(swatches, strokeWidth=1), *words(texts, plan)], y
