"""The script with which readers explore a figure: Vega, as it is kept in this package, and this report's own
controls.

It is a file of its own, as no page loads it before a reader asks for it.
"""

from __future__ import annotations

from importlib.resources import files

from trendrapport.charts.rendering.vega_to_svg import LIBRARIES

PATH = "assets/explore.js"


def script() -> bytes:
    """The whole script."""
    return LIBRARIES.read_bytes() + (files("trendrapport.pages.browser") / "explorer" / "explore.js").read_bytes()
