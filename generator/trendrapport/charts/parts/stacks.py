"""Values of series as parts on top of each other, as amounts or as shares of their sum; knows no drawing
library.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.layers import Row, describe, label
from trendrapport.charts.parts.naming import lined
from trendrapport.charts.parts.series import Point
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import Scalar

WHOLE = 100


def stacked(
    found: Sequence[Point], series: Sequence[str], plan: Plan, place: str, letters: int | None
) -> Iterator[Row]:
    """A row for each part, with its start and end; `sum` is that of the part and all below it.

    Names with more `letters` are broken over lines. The column of the role `place` has the categories.
    """
    column = plan.column(place)
    for key, parts in _by_key(found).items():
        provisional = any(point.provisional for point in parts.values())
        name = label(key, column, plan, provisional=provisional)
        category = lined(name, plan, letters) if letters else name
        for row in _stack(parts, series, name, plan):
            yield {"category": category, "key": key, **row}


def _by_key(found: Sequence[Point]) -> dict[Scalar, dict[str, Point]]:
    """The points of each key by their series."""
    grouped: dict[Scalar, dict[str, Point]] = {}
    for point in found:
        grouped.setdefault(point.key, {})[point.series] = point
    return grouped


def _stack(parts: Mapping[str, Point], series: Sequence[str], name: str, plan: Plan) -> Iterator[Row]:
    """The parts of one sum on top of each other; a part without a value takes no room."""
    unknown = notation.NO_DATA.of(plan.theme.language)
    end = 0.0
    for word in series:
        part = parts.get(word)
        amount = part.amount if part else None
        start, end = end, end + (amount or 0.0)
        text = part.text if part else unknown
        yield {
            "series": word,
            "from": start,
            "to": end,
            "sum": end,
            "middle": (start + end) / 2,
            "known": amount is not None,
            "text": text,
            "description": describe(f"{name}, {word}", text),
        }


def shares(rows: Sequence[Row], amounts: Amounts) -> list[Row]:
    """The parts as percentages of their sum; of a sum that is 0 or lacks a part nothing is drawn."""
    stacks: dict[str, list[Row]] = {}
    for row in rows:
        stacks.setdefault(row["category"], []).append(row)
    made: list[Row] = []
    for parts in stacks.values():
        whole = parts[-1]["sum"]
        if whole > 0 and all(part["known"] for part in parts):
            made += [_share(part, whole, amounts) for part in parts]
        else:
            made += [{**part, "from": 0.0, "to": 0.0, "middle": 0.0, "drawn": False} for part in parts]
    return made


def _share(part: Row, whole: float, amounts: Amounts) -> Row:
    start, end = round(WHOLE * part["from"] / whole, 4), round(WHOLE * part["to"] / whole, 4)
    text = amounts.shares.text(end - start)
    description = part["description"]
    if amounts.unit != "%":
        description = description.replace(part["text"], f"{text} ({part['text']})")
    middle = (start + end) / 2
    return {**part, "from": start, "to": end, "middle": middle, "text": text, "description": description}


def share_points(found: Sequence[Point]) -> list[Point]:
    """Values as percentages of the sum of those with the same key; None where a part is missing, or all are
    0.
    """
    sums: dict[Scalar, float | None] = {}
    for point in found:
        before = sums.get(point.key, 0.0)
        sums[point.key] = None if before is None or point.amount is None else before + point.amount
    return [replace(point, amount=_percentage(point.amount, sums[point.key])) for point in found]


def _percentage(amount: float | None, whole: float | None) -> float | None:
    if not whole:
        return None
    return WHOLE * (amount or 0.0) / whole
