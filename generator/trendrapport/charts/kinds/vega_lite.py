"""A chart written in Vega-Lite, the language behind Altair, for what the other kinds cannot show.

The specification is in `charts/<name>.vl.json`, next to the declaration. The chart gets the same title, table
and source around it as any other:

    {
      "mark": "bar",
      "encoding": {
        "x": {"field": "jaar", "type": "ordinal"},
        "y": {"field": "gas_m3", "type": "quantitative"},
        "color": {"value": "chart-2"}
      }
    }

The data are the rows of the declared table after `filter`: leave `data` out, or write
`"data": {"name": "table"}`. Leave colours out too, or use the names `chart-1` to `chart-8`, `chart-ink`,
`chart-soft`, `chart-muted` and `chart-paper`, so that one drawing works in light and dark mode. Give marks a
`description` in plain words, which readers see when they point at a mark. Leave the title to the page.
Addresses, links, images and rows in the file itself are refused, because readers could not trace them.

A drawing is as wide as its page. Panels share the width, a legend that does not fit gets more rows, and
whatever still sticks out makes the drawing wider. `check` test-draws the chart and reports a mistake in a
formula at its character. Text has the same size as in other charts. Moments are in UTC, and whole numbers on
a time axis are years.

Fields: `columns` (the columns for the table below the chart; all of them if you leave it out).

    kind: vega_lite
    data: energieverbruik_woning_nederland
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast, get_args

from trendrapport.charts.errors import ChartCodeError
from trendrapport.charts.plan import Plan, Role
from trendrapport.charts.theme import named_colours
from trendrapport.charts.vega.schema import Mistake, mistakes
from trendrapport.charts.vega.untrusted import TABLE, position
from trendrapport.files.json_positions import places
from trendrapport.model.base import Model
from trendrapport.model.charts import FieldType

if TYPE_CHECKING:
    from altair import TopLevelMixin

FIELDS = {"columns": Role(frozenset(get_args(FieldType)), required=False, many=True)}
CODE = ".vl.json"


class Options(Model):
    """There are none: the specification decides."""


OPTIONS = Options


@dataclass(frozen=True)
class _Written:
    """A specification instead of an Altair chart."""

    spec: dict[str, Any]

    def to_dict(self, *, validate: bool = True) -> dict[str, Any]:  # noqa: ARG002 - as Altair has it
        return self.spec


def draw(plan: Plan) -> TopLevelMixin:
    """The chart's own specification with the table's rows in it; raises ChartCodeError for what Vega-Lite
    does not know.
    """
    spec = _read(plan)
    _valid(spec, plan)
    return cast("TopLevelMixin", _Written(with_rows(spec, plan)))


def with_rows(spec: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """A specification with the theme's colours and the rows that the declaration selects."""
    whole = cast("dict[str, Any]", named_colours(spec))
    return {**whole, "data": {"name": TABLE}, "datasets": {TABLE: plan.records()}}


def _read(plan: Plan) -> dict[str, Any]:
    try:
        spec = json.loads(plan.code or "")
    except ValueError as error:
        raise ChartCodeError(1, str(error)) from error
    if not isinstance(spec, dict):
        raise ChartCodeError(1, "not a JSON object")
    return spec


def _valid(spec: dict[str, Any], plan: Plan) -> None:
    """Refuses what Vega-Lite does not know; `check` has reported that already."""
    mistake = next(iter(mistakes({**spec, "data": {"name": TABLE}})), None)
    if mistake:
        line, column = position(plan.code or "", _offset(mistake, plan))
        raise ChartCodeError(line, mistake.what, column)


def _offset(mistake: Mistake, plan: Plan) -> int:
    """Where a mistake is in the text: at the innermost part of it that has a position."""
    known = places(plan.code or "")
    path = mistake.path
    while path and path not in known:
        path = path[:-1]
    return known.get(path, 0)
