"""A shape for each of up to eight kinds, so that colour is never needed to tell them apart; as SVG paths
around (0, 0).
"""

from __future__ import annotations

import math

SHAPES: tuple[tuple[int, float, float], ...] = (
    (0, 0, 1),
    (4, 45, 1.25),
    (3, 0, 1.4),
    (4, 0, 1.3),
    (6, 0, 1.1),
    (3, 180, 1.4),
    (5, 0, 1.15),
    (8, 22.5, 1.08),
)
"""The corners of a shape (none: round), how far it is turned (degrees), and its reach for the same area
(about) as a round one of 1.
"""
REACH = 1.4
"""How far any shape reaches, in parts of the radius."""


def lowered(index: int, size: float) -> float:
    """How far the middle of a text of that size stands below the middle of the shape of a kind: a triangle is
    widest near its foot.
    """
    corners, turn, _ = SHAPES[index % len(SHAPES)]
    return (-0.1 if turn else 0.1) * size if corners == 3 else 0.0  # noqa: PLR2004 - a triangle


def path(index: int, radius: float) -> str:
    """The outline of the shape of a kind; after the eighth they return."""
    corners, turn, reach = SHAPES[index % len(SHAPES)]
    if not corners:
        return (
            f"M{-radius:g} 0a{radius:g} {radius:g} 0 1 1 {2 * radius:g} 0a{radius:g} {radius:g} 0 1 1 "
            f"{-2 * radius:g} 0z"
        )
    angles = [math.radians(turn + 360 * corner / corners) for corner in range(corners)]
    points = [
        (f"{radius * reach * math.sin(angle):.1f} {-radius * reach * math.cos(angle):.1f}")
        for angle in angles
    ]
    return f"M{'L'.join(points)}z"


def clip(index: int) -> str:
    """The shape of a kind as CSS cuts it from a square box: the same corners as `path`, as large as fits."""
    corners, turn, _ = SHAPES[index % len(SHAPES)]
    if not corners:
        return "circle(50%)"
    angles = [math.radians(turn + 360 * corner / corners) for corner in range(corners)]
    across, down = [math.sin(angle) for angle in angles], [-math.cos(angle) for angle in angles]
    room = max(max(across) - min(across), max(down) - min(down))
    middle = [(max(way) + min(way)) / 2 for way in (across, down)]
    points = [
        (f"{50 + 100 * (x - middle[0]) / room:.0f}% {50 + 100 * (y - middle[1]) / room:.0f}%")
        for x, y in zip(across, down, strict=True)
    ]
    return f"polygon({','.join(points)})"
