"""The drawing as a file of its own: in the colours of the light scheme, on paper, in a font that most machines have."""

from __future__ import annotations

import re

from trendrapport.charts.theme import FONT, PALETTE

_PROPERTY = re.compile(r"var\(--([a-z0-9-]+)\)")
_ROOT = re.compile(r'^<svg ([^>]*?)viewBox="0 0 (\S+) (\S+)" width="100%"([^>]*)>')

MARGIN = 24
"""The space around the drawing, in its units: also for text that is wider in another font than the one it was measured in."""


def write(svg: str) -> bytes:
    """The file that the SVG of a page makes: with a size, a background and no property that only the page has."""
    root = _ROOT.match(svg)
    if root is None:
        raise ValueError("not a drawing for a page")
    width, height = (float(side) + 2 * MARGIN for side in root.groups()[1:3])
    size = f'viewBox="{-MARGIN} {-MARGIN} {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    paper = f'<rect x="{-MARGIN}" y="{-MARGIN}" width="{width:g}" height="{height:g}" fill="var(--chart-paper)"/>'
    whole = f'<svg {root[1]}{size} font-family="{FONT}, sans-serif"{root[4]}>{paper}{svg[root.end():]}'
    return _PROPERTY.sub(lambda name: PALETTE[name[1]][0], whole).encode()
