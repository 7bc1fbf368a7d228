"""A plain page: about, accessibility, colophon."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.entries import Shape
from trendrapport.model.shared_fields import Named

PLACE = "pages/{slug}.md"
SHAPE = Shape.TEXT
ONE = Text(nl="pagina", en="page")


class Page(Named):
    """A page outside the editions; its address is its slug."""


MODEL = Page
