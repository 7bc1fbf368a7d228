"""Values of series to parts on top of each other, as amounts or as shares of their sum; knows no drawing
library.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.parts.layers import Row, in_order, label, told
from trendrapport.charts.parts.naming import lined
from trendrapport.charts.parts.series import Point, keys
from trendrapport.charts.plan import Plan
from trendrapport.model.charts import Scalar

WHOLE = 100


def stacked(
    found: Sequence[Point], series: Sequence[str], plan: Plan, place: str, letters: int | None
) -> Iterator[Row]:
    """A row for each part, with where it starts and ends; `sum` is that of it and all below it.

    Longer names are broken over lines.
    """
    column, unknown = plan.column(place), notation.NO_DATA.of(plan.theme.language)
    for key in keys(list(found)):
        parts = {point.series: point for point in found if point.key == key}
        name = label(key, column, plan, provisional=any(point.provisional for point in parts.values()))
        shown = lined(name, plan, letters) if letters else name
        end = 0.0
        for word in series:
            part = parts.get(word)
            amount = part.amount if part else None
            start, end = end, end + (amount or 0.0)
            text = part.text if part else unknown
            yield {
                "category": shown,
                "key": key,
                "series": word,
                "from": start,
                "to": end,
                "sum": end,
                "middle": (start + end) / 2,
                "known": amount is not None,
                "text": text,
                "description": told(f"{name}, {word}", text),
            }


def shares(rows: Sequence[Row], amounts: Amounts) -> list[Row]:
    """The parts as percentages of their sum; of a sum that is 0 or lacks a part there are none, so nothing of
    it is drawn.
    """
    made = []
    for name in in_order(rows):
        parts = [row for row in rows if row["category"] == name]
        if all(part["known"] for part in parts) and parts[-1]["sum"] > 0:
            made += [_share(part, parts[-1]["sum"], amounts) for part in parts]
        else:
            made += [{**part, "from": 0.0, "to": 0.0, "middle": 0.0, "drawn": False} for part in parts]
    return made


def share_points(found: Sequence[Point]) -> list[Point]:
    """Values as percentages of the sum of those at the same place; None where a part is missing, or all are
    0.
    """
    sums: dict[Scalar, float | None] = {}
    for point in found:
        before = sums.get(point.key, 0.0)
        sums[point.key] = None if before is None or point.amount is None else before + point.amount
    return [
        replace(point, amount=WHOLE * (point.amount or 0.0) / whole if (whole := sums[point.key]) else None)
        for point in found
    ]


def _share(part: Row, whole: float, amounts: Amounts) -> Row:
    start, end = (round(WHOLE * part[of] / whole, 4) for of in ("from", "to"))
    text = amounts.shares.text(end - start)
    said = (
        part["description"]
        if amounts.unit == "%"
        else part["description"].replace(part["text"], f"{text} ({part['text']})")
    )
    return {**part, "from": start, "to": end, "middle": (start + end) / 2, "text": text, "description": said}
