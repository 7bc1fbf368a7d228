"""A foreword: what opens an edition."""

from __future__ import annotations

from trendrapport.entries import Shape
from trendrapport.publishable import Publishable

PLACE = "{edition}/foreword.md"
SHAPE = Shape.TEXT


class Foreword(Publishable):
    """The foreword of one edition."""


MODEL = Foreword
