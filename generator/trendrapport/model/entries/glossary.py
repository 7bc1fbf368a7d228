"""A term that readers may not know, explained in a sentence or two."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.base import Model, described
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known, Line

PLACE = "glossary.yml"
SHAPE = Shape.MAPPING
ONE = Text(nl="begrip", en="term")
COUNTED = (Text(nl="1 begrip", en="1 term"), Text(nl="{count} begrippen", en="{count} terms"))


class Term(Model):
    """A term and its meaning."""

    term: Line = described("het woord", "the word", example="Het woord")
    definition: Line = described(
        "wat het betekent", "what it means", example="Wat het betekent, in gewone taal."
    )
    also: tuple[Line, ...] = described(
        "andere woorden of afkortingen", "other words or abbreviations", default=()
    )
    forms: tuple[Line, ...] = described(
        "vormen van het woord die in een tekst ook dit begrip betekenen, zoals het meervoud",
        "forms of the word that also mean this term in a text, such as the plural",
        default=(),
    )
    see: tuple[Known, ...] = described(
        "verwante begrippen in deze lijst", "related terms in this list", default=(), to="glossary"
    )
    source: Known | None = described("sleutel van een bron", "key of a source", default=None, to="sources")

    @property
    def names(self) -> tuple[str, ...]:
        """Everything in a text that is this term."""
        return self.term, *self.also, *self.forms


MODEL = Term
