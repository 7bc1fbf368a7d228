"""The figure as Vega-Lite for a reader who explores it, coloured by the page's CSS; nothing for a figure that
offers no such thing.
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
