"""A file per form in which a chart is shown as text on a terminal, in a few lines and without colour.

A module here holds `sketch(plan, width)`: the lines. A kind of chart names its form (`SUITS.sketch`). A
sketch leaves out what does not fit and says so; it is never part of a report.
"""

from __future__ import annotations

import sys
from typing import Protocol, cast

from trendrapport.charts.plan import Plan
from trendrapport.diagnostics.visible import visible
from trendrapport.runtime.plugins import modules


class Form(Protocol):
    """What each module in this folder holds."""

    def sketch(self, plan: Plan, width: int) -> list[str]:
        """The lines of a chart, about so many characters wide."""


def sketched(form: str, plan: Plan, width: int) -> list[str]:
    """A chart in a form: lines no wider than that, without what a terminal would take for an order."""
    module = cast("Form", modules(sys.modules[__name__])[form])
    return [visible(line)[:width].rstrip() for line in module.sketch(plan, width)]
