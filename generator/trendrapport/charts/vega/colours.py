"""What counts as a colour in Vega-Lite.

Anything else instead of a colour can be an address, from which an SVG that is opened by itself would load.
"""

from __future__ import annotations

import re

_COLOUR = re.compile(r"#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s.,%/-]*\)", re.IGNORECASE | re.ASCII)


def is_colour(text: str) -> bool:
    """Whether a text is a colour by number, or a word, which loads nothing."""
    return _COLOUR.fullmatch(text) is not None
