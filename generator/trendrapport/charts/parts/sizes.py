"""How wide and how high texts are in a drawing."""

from __future__ import annotations

from collections.abc import Iterable

from trendrapport.charts.parts.canvas import height_of
from trendrapport.charts.plan import Plan
from trendrapport.placing import wrapping


def text_width(text: str, plan: Plan) -> float:
    """The width of the longest line of a text."""
    return wrapping.width(text, plan.theme.text_size)


def widest(texts: Iterable[str], plan: Plan) -> float:
    """The width of the widest text; 0 of none."""
    return max((text_width(text, plan) for text in set(texts)), default=0.0)


def highest(texts: Iterable[str], plan: Plan) -> float:
    """The height of the text with most lines; 0 of none."""
    return max((height_of(text, plan) for text in texts), default=0.0)
