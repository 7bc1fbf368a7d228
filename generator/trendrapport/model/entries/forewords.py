"""A foreword: what opens an edition."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.entries import Shape
from trendrapport.model.shared_fields import Publishable

PLACE = "{edition}/foreword.md"
SHAPE = Shape.TEXT
ONE = Text(nl="voorwoord", en="foreword")


class Foreword(Publishable):
    """The foreword of one edition."""


MODEL = Foreword
