"""What a reader can explore in a chart, as plain Vega-Lite: every series and moment of its table, or a cloud
of dots up close.

The drawing on the page shows what the editor chose; here a reader chooses. Knows no drawing library: Vega
itself draws this, in the reader's browser, and only when asked (`pages/browser/explorer/`). Its controls set
the signals named `chosen`, `first`, `last`, `across` and `up`.
"""

from __future__ import annotations

from trendrapport.charts.exploring.axes import Spec
from trendrapport.charts.exploring.dots import zoomed_dots
from trendrapport.charts.exploring.lines import choosing_lines
from trendrapport.charts.figure import Figure

HEIGHT = 340
"""The height of the plot."""


def explorable(figure: Figure) -> Spec | None:
    """The specification for a reader who explores this figure; None if its declaration offers none."""
    wanted = figure.plan.chart.explore
    if not wanted:
        return None
    spec = zoomed_dots(figure) if "zoom" in wanted else choosing_lines(figure.plan)
    config: Spec = {**figure.plan.theme.config(), "point": {"strokeWidth": 1.5}}
    config["axis"] |= {"aria": False}
    return {
        "width": "container",
        "height": HEIGHT,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "config": config,
        **spec,
    }
