"""The shape that shows the category of a trend in a drawing, besides its colour."""

from __future__ import annotations

from collections.abc import Iterable

from trendrapport.model.entries.trends import Trend
from trendrapport.pages.view import View, Word
from trendrapport.placing.shapes import path
from trendrapport.report.report import Entry

KEY_RADIUS = 8
"""The radius of shapes in a key."""
IN_MARK = 0.78
"""The radius of shapes in a drawing, in parts of half the height of their mark."""


class KeyedWord(Word):
    """A category in a key: with the path of its shape."""

    shape: str


def shape_number(view: View, category: str) -> int:
    """Which shape a category has."""
    return list(view.report.config.taxonomies.categories).index(category)


def category_key(view: View, trends: Iterable[Entry[Trend]]) -> list[KeyedWord]:
    """The categories that occur, of each trend its first, each with its shape."""
    seen = {trend.data.categories[0] for trend in trends}
    key = []
    for number, name in enumerate(view.report.config.taxonomies.categories):
        if name in seen:
            key.append(KeyedWord(**view.term("categories", name), shape=path(number, KEY_RADIUS)))
    return key
