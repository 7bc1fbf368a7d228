"""Lines across periods without values, if an editor asks for them.

    options:
      join: true

A line is interrupted where a value is missing and where the table skips a period: a year among years, a month
among months. With `join` it continues there, dotted, and a footnote says so. A break stays open. If most
periods of a table are further apart than its nearest two, as those of a survey held in 1995, 2000, 2005 and
2006, the table skips none: its rows are all there is, and lines join them.
"""

from __future__ import annotations

from trendrapport.model.base import Model, described
from trendrapport.model.charts import Chart

DOTTED = [1, 4]
"""The dashes of a line where there are no figures; provisional figures have longer ones."""


class JoinOptions(Model):
    """The settings of every kind that draws lines over time."""

    join: bool = described(
        "lijnen lopen gestippeld door waar cijfers ontbreken",
        "lines continue, dotted, where figures are missing",
        default=False,
    )


def joins(chart: Chart) -> bool:
    """Whether a declaration asks for it."""
    return chart.options.get("join") is True
