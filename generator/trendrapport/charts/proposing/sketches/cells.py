"""A table in shades: a line of text for each row, a shade for each value."""

from __future__ import annotations

from trendrapport.charts import notation
from trendrapport.charts.parts.amounts import AmountOptions, Amounts
from trendrapport.charts.plan import Plan
from trendrapport.charts.proposing.characters import SHADES, few, names, shade
from trendrapport.model.charts import Scalar


def sketch(plan: Plan, width: int) -> list[str]:
    """The rows in the order of the table, and below them what the lightest and the darkest shade mean."""
    del width  # a column is two characters
    x, y, value = plan.column("x"), plan.column("y"), plan.column("value")
    amounts = Amounts(plan, AmountOptions())
    cells: dict[tuple[Scalar, Scalar], float | None] = {}
    for record in plan.records():
        cells[record[y.name], record[x.name]] = amounts.of(record[value.name])
    known = [amount for amount in cells.values() if amount is not None]
    down, across = zip(*cells, strict=True)
    rows, columns = list(dict.fromkeys(down)), sorted(set(across), key=str)
    shown = names([notation.shown(row, y.type, plan.theme.language) for row in rows])
    low, high = min(known), max(known)
    lines = []
    for name, row in zip(shown, rows, strict=True):
        shades = ""
        for column in columns:
            shades += shade(cells.get((row, column)), low, high, SHADES) * 2
        lines.append(f"{name} {shades}")
    scale = f"{SHADES[0]} {amounts.text(low)}  {SHADES[-1]} {amounts.text(high)}"
    return [*few(lines, plan.theme.language), scale]
