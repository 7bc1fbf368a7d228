"""What a report can say around its pages: its menu, the first words of its home page, and its foot."""

from __future__ import annotations

from enum import StrEnum

from trendrapport.model.base import Model, described
from trendrapport.model.field_types import Line, WebAddress


class MenuPart(StrEnum):
    """A part of the site that can be in the main menu."""

    EDITIONS = "editions"
    TRENDS = "trends"
    ROLES = "roles"
    OVERVIEWS = "overviews"
    INSTRUMENTS = "instruments"
    KEY_FIGURES = "key_figures"
    MUNICIPALITY = "municipality"
    GLOSSARY = "glossary"
    SOURCES = "sources"
    FIGURES = "figures"
    INTERVIEWS = "interviews"
    MILESTONES = "milestones"
    PEOPLE = "people"


class Home(Model):
    """The first words of the home page."""

    title: Line | None = described(
        "titel; anders de naam van het rapport",
        "title; otherwise the name of the report",
        default=None,
        max_length=80,
    )
    lead: Line | None = described(
        "wat eronder staat; anders description",
        "what is below it; otherwise description",
        default=None,
        max_length=400,
    )


class FootLink(Model):
    """A link in the foot of each page."""

    title: Line = described("wat er staat", "its words", example="Privacyverklaring", max_length=60)
    address: WebAddress = described("adres", "address", example="https://example.org/privacy")


class Foot(Model):
    """What the foot of each page says besides the editions, the publisher and the licence."""

    text: Line | None = described(
        "tekst onder de naam van het rapport; anders description",
        "text below the name of the report; otherwise description",
        default=None,
        max_length=400,
    )
    links: tuple[FootLink, ...] = described(
        "links naar andere sites, na de pagina's over het rapport",
        "links to other sites, after the pages about the report",
        default=(),
    )
