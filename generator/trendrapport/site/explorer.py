"""The script with which readers explore a figure: Vega, as this package holds it, and the report's controls.

It is a file of its own, as no page loads it before a reader asks for it.
"""

from __future__ import annotations

from importlib.resources import files

from trendrapport.charts.rendering.vega_to_svg import LIBRARIES

PATH = "assets/explore.js"


def script() -> bytes:
    """The whole script."""
    controls = files("trendrapport.pages.browser") / "explorer" / "explore.js"
    return LIBRARIES.read_bytes() + controls.read_bytes()
