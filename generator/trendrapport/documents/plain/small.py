"""Small letters above or below the line in plain text: as signs of their own, such as m² and CO₂, or between
marks, so that 10^-3^ and 10-3 stay different things.
"""

from __future__ import annotations

from trendrapport.documents.inlines import Style

_RAISED = dict(zip("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_SIGNS = {Style.RAISED: _RAISED, Style.LOWERED: _LOWERED}
_MARKS = {Style.RAISED: "^", Style.LOWERED: "_"}
SMALL = frozenset(_SIGNS)
"""The styles of small letters."""


def small(style: Style, text: str) -> str:
    """Words in one of these styles; those without signs are marked as in mathematics, such as x^a and x_i."""
    signs = _SIGNS[style]
    if text and set(text) <= set(signs):
        return "".join(signs[sign] for sign in text)
    return _MARKS[style] + text
