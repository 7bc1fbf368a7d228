"""The figure as Vega-Lite for readers who explore it, coloured by the page's CSS; nothing for a figure
without that.
"""

from __future__ import annotations

import json

from trendrapport.charts.exploring.specification import explorable
from trendrapport.charts.figure import Figure
from trendrapport.charts.theme import with_properties


def write(figure: Figure) -> bytes:
    """JSON in which colours are custom properties, so that one file serves every colour scheme."""
    spec = explorable(figure)
    if spec is None:
        return b""
    return with_properties(json.dumps(spec, ensure_ascii=False, sort_keys=True)).encode()
