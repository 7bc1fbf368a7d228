"""Inspiration: a book, film, series or work of art that an edition recommends."""

from __future__ import annotations

from enum import StrEnum

from trendrapport.diagnostics import Text
from trendrapport.model.base import Model, described
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Known, Line, WebAddress

PLACE = "{edition}/inspiration.yml"
SHAPE = Shape.MAPPING
ONE = Text(nl="inspiratie", en="inspiration")
COUNTED = (
    Text(nl="1 aanbeveling", en="1 recommendation"),
    Text(nl="{count} aanbevelingen", en="{count} recommendations"),
)


class Medium(StrEnum):
    """What sort of work it is."""

    BOOK = "book"
    FILM = "film"
    SERIES = "series"
    DOCUMENTARY = "documentary"
    PODCAST = "podcast"
    ART = "art"
    GAME = "game"
    WEBSITE = "website"


class Inspiration(Model):
    """A work and why it is worth the time."""

    title: Line = described("titel van het werk", "title of the work", example="Titel van het werk")
    medium: Medium = described(
        "book, film, series, documentary, podcast, art, game of website",
        "book, film, series, documentary, podcast, art, game or website",
        example="book",
    )
    maker: Line = described(
        "schrijver, regisseur of kunstenaar", "writer, director or artist", example="Maker"
    )
    year: int | None = described(
        "jaar van verschijnen", "year of publication", default=None, example=2026, ge=1000, le=2200
    )
    why: Line = described(
        "waarom dit de moeite waard is", "why it is worth the time", example="Waarom dit de moeite waard is."
    )
    trends: tuple[Known, ...] = described(
        "trends waar het over gaat", "trends that it is about", default=(), to="trends"
    )
    address: WebAddress | None = described("waar het te vinden is", "where it can be found", default=None)
    source: Known | None = described(
        "sleutel van de bron van de aanbeveling",
        "key of the source of the recommendation",
        default=None,
        to="sources",
    )


MODEL = Inspiration
