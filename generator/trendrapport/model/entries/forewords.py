"""A foreword: what opens an edition."""

from __future__ import annotations

from trendrapport.model.entries import Shape
from trendrapport.model.publishable import Publishable

PLACE = "{edition}/foreword.md"
SHAPE = Shape.TEXT


class Foreword(Publishable):
    """The foreword of one edition."""


MODEL = Foreword
