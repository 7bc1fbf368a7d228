"""The contrast of two colours; knows no settings and no charts.

The formulas are those of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and
#dfn-contrast-ratio.
"""

from __future__ import annotations

TEXT = 4.5
"""The least contrast of text with what lies behind it: success criterion 1.4.3, level AA."""

MARK = 3.0
"""The least contrast of a shape that carries meaning with what lies beside it: success criterion 1.4.11,
level AA.
"""


def linear(colour: str) -> tuple[float, float, float]:
    """The red, green and blue light, from 0 to 1, of a colour as #rrggbb in sRGB."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def luminance(colour: str) -> float:
    """The relative luminance of a colour: 0 for black, 1 for white."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, from 1 (the same) to 21 (black and white)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
