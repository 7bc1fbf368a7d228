"""A long unit, written once above a drawing: after each number it would leave little room for the marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from trendrapport.charts.parts.amounts import Amounts
from trendrapport.charts.plan import Plan
from trendrapport.language import units
from trendrapport.placing import wrapping

KINDS = frozenset(
    {
        "area",
        "bars",
        "diverging_bars",
        "dots",
        "grouped_bars",
        "heat_map",
        "key_figures",
        "lines",
        "pyramid",
        "ranked_bars",
        "slope",
        "small_multiples",
        "stacked_bars",
        "tile_map",
    }
)
"""The kinds whose numbers all have one unit.

`histogram` and `scatter` have it in the names of their scales, `waffle` in its list.
"""
_TOLD = re.compile(r": (\N{MINUS SIGN}?\d(?:[\d.,]*\d)?)(?:\u00a0?%)?(?=[^:]*$)")
"""The number that a mark tells, behind the last colon."""
LONG, LONG_ON_PHONES = 14, 8
"""The most letters of a unit behind each number."""


def unit_apart(plan: Plan) -> tuple[Plan, str]:
    """The plan without a unit that is too long for its numbers, and that unit; or the plan as it is, and
    nothing.
    """
    options = plan.chart.options
    unit = options.get("unit")
    if plan.chart.kind not in KINDS or options.get("share"):
        return plan, ""
    if not isinstance(unit, str) or not too_long(unit, plan):
        return plan, ""
    # A number of a hundred keeps its sign: without it, it would be another number.
    kept = "%" if unit.startswith("%") else ""
    chart = plan.chart.model_copy(update={"options": {**options, "unit": kept}})
    return replace(plan, chart=chart), unit


def too_long(unit: str, plan: Plan) -> bool:
    """Whether a unit is shown, and takes too much room at each number."""
    most = LONG_ON_PHONES if plan.theme.narrow else LONG
    return len(unit) > most and any(units.affixes(unit, plan.theme.language))


def scale_name(amounts: Amounts) -> str:
    """The title of the column that a scale shows, with a unit that is too long for its numbers."""
    plan, title = amounts.plan, amounts.plan.column(amounts.role).title
    return f"{title} ({amounts.unit})" if too_long(amounts.unit, plan) else title


def with_unit_told(spec: dict[str, Any], unit: str, plan: Plan) -> None:
    """Puts the unit at the numbers that marks tell, which nobody reads together with what is above."""

    def with_unit(found: re.Match[str]) -> str:
        return f": {units.with_unit(found[1], unit, plan.theme.language)}"

    for rows in spec.get("datasets", {}).values():
        for row in rows:
            if isinstance(row.get("description"), str):
                row["description"] = _TOLD.sub(with_unit, row["description"])


def heading(unit: str, plan: Plan) -> dict[str, Any]:
    """The unit as Vega-Lite writes it above all else."""
    theme = plan.theme
    lines = wrapping.filled(unit, theme.width - 8, theme.text_size, theme.language).split("\n")
    return {
        "text": lines,
        "anchor": "start",
        "frame": "bounds",
        "align": "left",
        "offset": 10,
        "color": theme.soft,
        "fontSize": theme.text_size,
        "fontWeight": "normal",
    }
