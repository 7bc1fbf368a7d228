"""How every chart looks: sizes, fonts, and colours that the page fills in for its light or dark scheme.

vl-convert only draws fixed colours, so each role has a colour of its own that occurs nowhere
else and becomes a CSS custom property afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trendrapport.diagnostics import Language

FONT = "Source Sans Pro"
ROLES = {"#0a0b01": "1", "#0a0b02": "2", "#0a0b03": "3", "#0a0b04": "4", "#0a0b05": "5", "#0a0b06": "6",
         "#0a0b10": "ink", "#0a0b11": "soft", "#0a0b12": "line", "#0a0b13": "paper"}
"""Colours as drawn, and the custom property (`--chart-...`) that each stands for."""

_BY_ROLE = {role: colour for colour, role in ROLES.items()}


@dataclass(frozen=True)
class Theme:
    """What a kind of chart may use; lengths are in pixels at the drawing's own size."""

    language: Language
    width: int = 560
    font_size: int = 14

    def colour(self, number: int) -> str:
        """The colour of a series, from 1; after six they start again."""
        return _BY_ROLE[str((number - 1) % 6 + 1)]

    @property
    def palette(self) -> list[str]:
        """The colours of series, in order."""
        return [self.colour(number) for number in range(1, 7)]

    @property
    def ink(self) -> str:
        """Text."""
        return _BY_ROLE["ink"]

    @property
    def soft(self) -> str:
        """Axis labels and notes."""
        return _BY_ROLE["soft"]

    @property
    def line(self) -> str:
        """Grid lines."""
        return _BY_ROLE["line"]

    @property
    def paper(self) -> str:
        """What lies under the drawing."""
        return _BY_ROLE["paper"]

    def config(self) -> dict[str, Any]:
        """The Vega-Lite configuration."""
        text = {"labelFontSize": self.font_size, "labelColor": self.soft, "titleColor": self.soft,
                "titleFontSize": self.font_size, "titleFontWeight": "normal", "domain": False, "ticks": False,
                "gridColor": self.line, "labelPadding": 8, "tickCount": 5, "title": None, "labelLimit": 240}
        return {"font": FONT, "background": None, "view": {"stroke": None}, "axis": text,
                "axisX": {"grid": False}, "legend": {"labelFontSize": self.font_size, "labelColor": self.ink, "title": None,
                                                     "orient": "top", "symbolType": "square", "columnPadding": 20,
                                                     "labelLimit": 300},
                "text": {"color": self.ink, "fontSize": self.font_size}, "range": {"category": self.palette}}
