"""The look of a report as its settings say it: colours in light and dark mode, fonts, space and corners."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from trendrapport.model.base import Model, described
from trendrapport.model.field_types import Colour, Line

_TwoColours = tuple[Colour, Colour]

SERIES, AMOUNTS = 8, 5
"""How many colours charts have for series, and for amounts."""


def _two(value: object) -> object:
    """A lone colour is refused as such: which other one goes with it is for the editor to say."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list):
        return value
    if len(given) == 1 and isinstance(given[0], str):
        raise PydanticCustomError("one-colour", "one colour", {"first": given[0]})
    return tuple(given)


ColourPair = Annotated[_TwoColours, BeforeValidator(_two)]
"""A colour in the light scheme and in the dark one."""


class Family(StrEnum):
    """A family of letters: the report's own serif or sans serif, or the one of the reader's system."""

    SERIF = "serif"
    SANS = "sans"
    SYSTEM = "system"


class Letters(Model):
    """The letters of the site; those in charts are always the sans serif, by which they were measured."""

    heading: Family = described(
        "lettertype van titels en citaten: serif, sans of system",
        "font of titles and quotations: serif, sans or system",
        default=Family.SERIF,
    )
    text: Family = described(
        "lettertype van de tekst: serif, sans of system",
        "font of the text: serif, sans or system",
        default=Family.SANS,
    )
    size: float = described(
        "grootte van de tekst in pixels, bij de gewone instelling van een browser",
        "size of the text in pixels, at a browser's usual setting",
        default=18.0,
        ge=16,
        le=24,
    )
    scale: float = described(
        "hoeveel groter elke stap in titels is dan de vorige",
        "how much larger each step of titles is than the one before",
        default=1.25,
        ge=1.1,
        le=1.4,
    )


class Logo(Model):
    """The mark of the publisher in the head of each page, beside the name of the report."""

    light: Line = described(
        "afbeelding, met het pad vanaf de map van het rapport",
        "image, with its path from the report's folder",
        example="content/images/logo.png",
    )
    dark: Line | None = described(
        "afbeelding voor de donkere weergave; anders dezelfde",
        "image for dark mode; otherwise the same",
        default=None,
    )


class Look(Model):
    """What the site looks like; each colour for the light and the dark scheme."""

    paper: ColourPair = described("achtergrond", "background", default=("#fbfaf6", "#11181f"))
    card: ColourPair = described("kaarten", "cards", default=("#ffffff", "#19232c"))
    ink: ColourPair = described("tekst", "text", default=("#16202c", "#eef1f2"))
    soft: ColourPair = described("bijschriften", "captions", default=("#52606d", "#a9b5bf"))
    line: ColourPair = described("lijnen", "lines", default=("#dcd8cc", "#33414d"))
    wash: ColourPair = described("vlakken", "areas", default=("#eef3f1", "#1b2a2f"))
    accent: ColourPair = described("links en nadruk", "links and emphasis", default=("#0b5c66", "#6cc5cf"))
    cover: ColourPair = described(
        "vlak van de omslag en de voet; wat erop staat, heeft de kleuren van de donkere weergave",
        "background of the cover and the footer; text on it has the colours of dark mode",
        default=("#0e333c", "#0b2830"),
    )
    series: tuple[ColourPair, ...] = described(
        "kleuren van reeksen in grafieken, in hun volgorde; wat ontbreekt, heeft een gewone kleur",
        "colours of series in charts, in their order; any that are not given are the usual ones",
        default=(),
        max_length=SERIES,
    )
    amounts: tuple[ColourPair, ...] = described(
        "de vijf kleuren van hoeveelheden in grafieken, van weinig naar veel; anders de gewone",
        "the five colours of amounts in charts, from few to many; otherwise the usual ones",
        default=(),
        min_length=AMOUNTS,
        max_length=AMOUNTS,
    )
    letters: Letters = described("lettertypen en -grootten", "fonts and their sizes", default=Letters())
    space: float = described(
        "hoe ruim alles staat: 1 is gewoon",
        "how much space there is between elements: 1 is normal",
        default=1.0,
        ge=0.6,
        le=1.6,
    )
    logo: Logo | None = described(
        "logo naast de naam van het rapport; anders drie ringen",
        "logo beside the name of the report; otherwise three rings",
        default=None,
    )
    icon: Line | None = described(
        "teken van de site in tabbladen en op beginschermen: vierkant, minstens 512 pixels",
        "mark of the site in tabs and on home screens: square, at least 512 pixels",
        default=None,
        example="content/images/icon.png",
    )
    radius: int = described(
        "ronding van hoeken in pixels", "rounding of corners in pixels", default=4, ge=0, le=24
    )
    measure: int = described(
        "aantal tekens op een regel tekst", "number of characters on a line of text", default=66, ge=45, le=85
    )

    @classmethod
    def colours(cls) -> tuple[str, ...]:
        """The names of the fields that are a colour."""
        pair: object = _TwoColours
        return tuple(name for name, field in cls.model_fields.items() if field.annotation == pair)
