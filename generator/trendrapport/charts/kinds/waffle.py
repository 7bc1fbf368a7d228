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

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.parts.canvas import SWATCH, boxes, height_of, words
from trendrapport.charts.parts.layers import Layer, Row, label, sized, told
from trendrapport.charts.plan import NUMBERS, WORDS, Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.placing import wrapping

FIELDS = {"category": Role(WORDS, group=True), "value": Role(NUMBERS, parts=True)}

SIDE, GAP, EDGE = 30, 3, 10
"""The room for a square, the space within it, and how many stand beside each other."""
SQUARES = EDGE * EDGE
BESIDE = 560
"""From this width on the list stands beside the squares."""
_REST = Text(nl="overig", en="rest")


class Options(AmountOptions):
    """The settings of a hundred squares."""

    total: float | None = described(
        "het geheel, als de tabel er alleen delen van heeft",
        "the whole, if the table has only parts of it",
        default=None,
        gt=0,
    )


OPTIONS = Options
LIMITED = "category"


def draw(plan: Plan) -> Layer:
    """The squares, and a list of the parts."""
    options, category, value = plan.options(Options), plan.column("category"), plan.column("value")
    amounts = Amounts(plan, options)
    every = [
        (label(record[category.name], category, plan), amounts.of(record[value.name]))
        for record in plan.records()
    ]
    whole, parts = _whole([amount for _, amount in every], options), every[: plan.chart.limit]
    counts = squares([amount or 0.0 for _, amount in parts], whole)
    entries = [_entry(name, amount, whole, index, amounts) for index, (name, amount) in enumerate(parts)]
    if (rest := SQUARES - sum(counts)) and whole:
        left = whole - sum(amount or 0.0 for _, amount in parts)
        entries.append(
            {
                **_entry(_REST.of(plan.theme.language), left, whole, len(parts), amounts),
                "colour": plan.theme.paper,
                "mark": "",
            }
        )
    open_square = {
        "colour": plan.theme.paper,
        "mark": "",
        "description": entries[-1]["description"] if whole else "",
    }
    shown = [part for part, count in zip(entries, counts, strict=False) for part in [part] * count] + [
        open_square
    ] * rest
    beside = plan.theme.width >= BESIDE
    x, y = (EDGE * SIDE + 24, 0) if beside else (0, EDGE * SIDE + 14)
    listed, bottom = _list(entries, x, y, plan)
    return sized([*_squares(shown, plan), *listed], plan, max(bottom, EDGE * SIDE))


def _whole(known: Sequence[float | None], options: Options) -> float | None:
    """What the parts are parts of; None if that cannot be known."""
    total = sum(amount or 0.0 for amount in known)
    return options.total or (total if None not in known and total else None)


def squares(amounts: Sequence[float], whole: float | None) -> list[int]:
    """How many of a hundred squares each amount has; the largest remainders are rounded up (Hamilton's
    method).
    """
    if not whole:
        return [0] * len(amounts)
    exact = [SQUARES * amount / whole for amount in amounts]
    counts = [int(part) for part in exact]
    order = sorted(range(len(exact)), key=lambda index: (counts[index] - exact[index], index))
    for index in order[: round(sum(exact)) - sum(counts)]:
        counts[index] += 1
    return counts


def _entry(name: str, amount: float | None, whole: float | None, index: int, amounts: Amounts) -> Row:
    """A part: its colour, its number, and what it says."""
    theme, text = amounts.plan.theme, amounts.text(amount)
    if whole and amount is not None:
        share = notation.percentage(SQUARES * amount / whole, theme.language)
        same = amounts.unit == "%" and round(whole, 6) == SQUARES
        text = text if same else f"{share} ({text})"
    return {
        "colour": theme.series[index % len(theme.series)],
        "mark": str(index + 1),
        "description": told(name, text),
    }


def _squares(shown: list[Row], plan: Plan) -> list[Layer]:
    """The squares in rows from the top left; the first of each part has its number."""
    rows, marks, seen = [], [], set()
    for index, part in enumerate(shown):
        x, y = index % EDGE * SIDE + 1, index // EDGE * SIDE + 1
        rows.append(
            {
                "x": x,
                "y": y,
                "x2": x + SIDE - GAP,
                "y2": y + SIDE - GAP,
                "colour": part["colour"],
                "edge": plan.theme.soft if part["colour"] == plan.theme.paper else part["colour"],
                "description": part["description"],
            }
        )
        if part["mark"] not in seen:
            seen.add(part["mark"])
            marks.append(
                {
                    "x": x + (SIDE - GAP) / 2,
                    "y": y + (SIDE - GAP) / 2,
                    "text": part["mark"],
                    "colour": plan.theme.paper,
                }
            )
    return [*boxes(rows, strokeWidth=1), *words(marks, plan, "center")]


def _list(entries: list[Row], left: float, top: float, plan: Plan) -> tuple[list[Layer], float]:
    """Each part with its colour and number, below each other; and where the list ends."""
    room = plan.theme.width - left - 50
    swatches, texts, y = [], [], top
    for part in entries:
        text = wrapping.filled(
            f"{part['mark']}  {part['description']}".strip(), room, plan.theme.text_size, plan.theme.language
        )
        edge = plan.theme.soft if part["colour"] == plan.theme.paper else part["colour"]
        swatches.append(
            {
                "x": left + 1,
                "y": y + 3,
                "x2": left + SWATCH,
                "y2": y + 2 + SWATCH,
                "colour": part["colour"],
                "edge": edge,
            }
        )
        texts.append(
            {
                "x": left + SWATCH + 8,
                "y": y + height_of(text, plan) / 2,
                "text": text,
                "colour": plan.theme.ink,
            }
        )
        y += height_of(text, plan) + 8
    return [*boxes(swatches, strokeWidth=1), *words(texts, plan)], y
