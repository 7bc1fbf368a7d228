"""The script with which readers explore a figure: Vega, as it is kept in this package, and this report's own controls.

It is a file of its own, as no page loads it before a reader asks for it.
"""

from __future__ import annotations

from importlib.resources import files

PATH = "assets/explore.js"


def script() -> bytes:
    """The whole script. `site/vega.js` is what `docs/vega.py` bundles: at each build that would take as long as all charts."""
    package = files("trendrapport")
    return (package / "site/vega.js").read_bytes() + (package / "pages/explorer/explore.js").read_bytes()
