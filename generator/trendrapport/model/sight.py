"""What colours look like to whoever sees them otherwise, and how far apart they are then."""

from __future__ import annotations

import math
from collections.abc import Callable

from trendrapport.model.contrast import linear, luminance

Light = tuple[float, float, float]
"""Red, green and blue light, each from 0 to 1."""

APART = 13.0
"""The least difference in CIE Lab at which nearly every viewer tells two colours of half a degree of view
apart.

M. Stone, D. Albers Szafir and V. Setlur, "An engineering model for color difference as a function of size",
Color and Imaging Conference 2014: a share p of viewers notices a difference in lightness of p(10.16 +
1.50/s) at s degrees, and half a degree is about what a bar, a dot or the square of a key takes on a screen.
Differences in hue must be larger, but lightness is all that is left in grey, the hardest of the cases here.
"""

STEPS_APART = APART * 0.6
"""The same of neighbours on a scale of amounts, for which less will do: they have an outline and a key, and
most also their value.
"""

_PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
_DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
_TRITANOPIA = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
"""G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A physiologically-based model for simulation of
color vision deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), doi
10.1109/TVCG.2009.113: severity 1.0, on linear light."""


def _through(matrix: tuple[Light, ...]) -> Callable[[str], Light]:
    def seen(colour: str) -> Light:
        light = linear(colour)
        red, green, blue = (_clipped(_product(row, light)) for row in matrix)
        return red, green, blue

    return seen


def _product(row: Light, light: Light) -> float:
    return sum(part * amount for part, amount in zip(row, light, strict=True))


def _clipped(amount: float) -> float:
    return min(1.0, max(0.0, amount))


def _grey(colour: str) -> Light:
    amount = luminance(colour)
    return amount, amount, amount


SIGHTS: dict[str, Callable[[str], Light]] = {
    "all colours": linear,
    "protanopia": _through(_PROTANOPIA),
    "deuteranopia": _through(_DEUTERANOPIA),
    "tritanopia": _through(_TRITANOPIA),
    "grey": _grey,
}


def lab(light: Light) -> tuple[float, float, float]:
    """CIE Lab of sRGB light under D65 (IEC 61966-2-1, CIE 15)."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    x, y, z = (
        part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29 for part in (x, y, z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(first: str, second: str) -> float:
    """How far two colours are apart (CIE 1976, ΔE*ab) to whoever tells them apart worst."""
    return min(math.dist(lab(seen(first)), lab(seen(second))) for seen in SIGHTS.values())
