"""Many series in one drawing: the chosen ones in front with their names, the others as thin grey lines behind
them.

    options:
      highlight: [Nederland, Frankrijk]

Of more than 12 series in `lines` or `slope`, only those at `highlight` have a name, in the drawing and in the
sentences. Of the others, which are grey, one sentence tells the range at the last moment. The table has all
of them, the chosen ones first. Point at the end of a grey line to read which one it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from trendrapport.diagnostics import Text
from trendrapport.model.charts import Chart

CROWD = 12
"""The names of more series than these have no room."""
FAINT = {"strokeWidth": 1, "strokeOpacity": 0.5}
"""The look of lines behind the chosen ones: together they would be a grey surface."""
NAMELESS = "wedge"
"""The shape of dots behind the chosen ones, which are not seen but can be pointed at."""
OTHERS = Text(nl="{count} andere", en="{count} others")
OTHER = Text(nl="1 andere", en="1 other")


def in_front(series: Sequence[str], chart: Chart) -> list[str]:
    """The series that have a name: all, or of a crowd the chosen ones, in their order."""
    if len(series) <= CROWD:
        return list(series)
    chosen = _chosen(chart)
    return [name for name in series if name in chosen] or list(series)


def behind(series: Sequence[str], chart: Chart) -> list[str]:
    """The others: those that are grey and nameless."""
    front = set(in_front(series, chart))
    return [name for name in series if name not in front]


def _chosen(chart: Chart) -> set[str]:
    wanted = chart.options.get("highlight")
    return set(map(str, wanted)) if isinstance(wanted, list | tuple) else set()


def others(count: int) -> Text:
    """What the nameless series are called together."""
    return OTHER if count == 1 else OTHERS.filled(count=count)
