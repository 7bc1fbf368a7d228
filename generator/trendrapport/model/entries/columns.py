"""A column: one author's view."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.base import described
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known
from trendrapport.model.shared_fields import Named

PLACE = "{edition}/columns/{slug}.md"
SHAPE = Shape.TEXT
ONE = Text(nl="column", en="column")


class Column(Named):
    """A column in one edition."""

    trends: tuple[Known, ...] = described(
        "trends waar de column over gaat", "trends that the column is about", default=(), to="trends"
    )


MODEL = Column
