"""A chart written in Python with Altair, for what the other kinds cannot show.

The code is in `charts/<name>.py`, next to the declaration, and holds one function:

    import altair as alt


    def draw(table, theme):
        rows = alt.InlineData(values=table.records())
        return alt.Chart(rows).mark_bar(color=theme.series[0]).encode(x="jaar:O", y="gas_m3:Q")

`table` is the whole table, with `records()` and `column(name)`; your code applies the declaration's filter.
Take colours, width and language from `theme`, so that one drawing works in light and dark mode. The function
is called twice, the second time for phones: then `theme.narrow` is true and `theme.width` is 312. Give marks
a `description` in plain words, which readers see when they point at a mark.

The code can do everything that the person who builds the report can do. Read it before you build somebody
else's branch. `trendrapport check` never runs it, and `trendrapport build --no-code` refuses to.

Fields: `columns` (the columns for the table below the chart; all of them if you leave it out).

    kind: altair
    data: energieverbruik_woning_nederland
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

from trendrapport.charts.errors import ChartCodeError
from trendrapport.charts.plan import Plan, Role
from trendrapport.diagnostics import Text
from trendrapport.model.base import Model
from trendrapport.model.charts import FieldType

if TYPE_CHECKING:
    from altair import TopLevelMixin

FIELDS = {"columns": Role(frozenset(get_args(FieldType)), required=False, many=True)}
CODE = ".py"


class Options(Model):
    """There are none: the code decides."""


OPTIONS = Options

_NO_FUNCTION = Text(
    nl='de functie "draw(table, theme)" ontbreekt', en='the function "draw(table, theme)" is missing'
)
_NO_CHART = Text(
    nl="draw() geeft {seen} terug in plaats van een Altair-grafiek",
    en="draw() returns {seen} instead of an Altair chart",
)


def draw(plan: Plan) -> TopLevelMixin:
    """What the chart's own code returns; raises ChartCodeError for anything that is wrong with it."""
    import altair as alt

    function = _function(plan)
    line = function.__code__.co_firstlineno
    chart = _guarded(plan, lambda: function(plan.table, plan.theme))
    if not isinstance(chart, alt.TopLevelMixin):
        raise ChartCodeError(line, _NO_CHART.filled(seen=type(chart).__name__))
    # Checked against the Vega-Lite schema here: later on the line is not known any more.
    _guarded(plan, chart.to_dict, line)
    return chart


def _function(plan: Plan) -> Any:  # noqa: ANN401
    names: dict[str, Any] = {"__name__": plan.name}
    code = _guarded(plan, lambda: compile(plan.code or "", plan.code_path, "exec", dont_inherit=True))
    # A chart's code is part of the report and reviewed as such.
    _guarded(plan, lambda: exec(code, names))  # noqa: S102
    function = names.get("draw")
    if not hasattr(function, "__code__"):
        raise ChartCodeError(1, _NO_FUNCTION)
    return function


def _guarded(plan: Plan, step: Callable[[], Any], line: int = 1) -> Any:  # noqa: ANN401
    """The result of a step; an error is reported on the last line of the chart's own code that led to it."""
    try:
        return step()
    except SyntaxError as error:
        own = error.filename == plan.code_path and error.lineno
        raise ChartCodeError(own or line, f"SyntaxError: {error.msg}") from error
    except BaseException as error:  # the interrupt key does not reach a worker: this comes from the code
        frames = traceback.extract_tb(error.__traceback__)
        lines = [line, *(frame.lineno or 1 for frame in frames if frame.filename == plan.code_path)]
        reason = (str(error).strip().splitlines() or [""])[0]
        raise ChartCodeError(lines[-1], f"{type(error).__name__}: {reason}") from error
