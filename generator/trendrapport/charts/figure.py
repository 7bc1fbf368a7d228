"""A plan to the Vega-Lite text that it is drawn from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import cast

from trendrapport.charts import kinds
from trendrapport.charts.kinds import ChartKind, traits
from trendrapport.charts.parts.unit_apart import heading, unit_apart, with_unit_told
from trendrapport.charts.plan import Plan
from trendrapport.charts.vega.adapting import Spec, adapted, merged
from trendrapport.runtime.plugins import modules


@dataclass(frozen=True)
class Figure:
    """A plan and its Vega-Lite specification, as JSON; every format is made of one."""

    plan: Plan
    vega_lite: str


def figure(plan: Plan) -> Figure:
    """The specification of a plan that fits its kind; raises what the kind raises."""
    import altair as alt
    from altair.utils.schemapi import debug_mode

    kind = cast("ChartKind", modules(kinds)[plan.chart.kind])
    shown, unit = unit_apart(plan) if traits(plan.chart.kind).one_unit else (plan, "")
    alt.theme.enable("none")
    # Checking each part against the Vega-Lite schema takes longer than drawing it; only code from outside
    # needs it.
    with debug_mode(plan.code is not None):
        spec = kind.draw(shown).to_dict(validate=False)
    if unit:
        spec["title"] = heading(unit, plan)
        with_unit_told(spec, unit, plan)
    if plan.code is not None:
        return of_text(plan, spec)
    return Figure(plan, _text(spec, plan.theme.config()))


def of_text(plan: Plan, spec: Spec) -> Figure:
    """The figure of a specification that an editor wrote, as text or in Python; does without Altair."""
    config = merged(plan.theme.config(), plan.theme.outside())
    return Figure(plan, _text(adapted(spec, plan), config))


def _text(spec: Spec, config: Spec) -> str:
    whole = {**spec, "config": merged(config, spec.get("config", {}))}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)
