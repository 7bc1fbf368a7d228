"""The fields that every entry with a page of its own has."""

from __future__ import annotations

from enum import StrEnum

from trendrapport.model.base import Model, described
from trendrapport.model.dates import FullDate
from trendrapport.model.field_types import Known, Line, Slug


class Status(StrEnum):
    """How far a text is. A draft, and one that others still look at, is only shown when asked for."""

    DRAFT = "draft"
    REVIEW = "review"
    FINAL = "final"


UNFINISHED = frozenset({Status.DRAFT, Status.REVIEW})
"""What readers do not get."""


class Correction(Model):
    """A mistake in a text that readers have seen, and what was done about it."""

    date: FullDate = described(
        "dag van de correctie (JJJJ-MM-DD)", "day of the correction (YYYY-MM-DD)", example="2026-01-31"
    )
    what: Line = described(
        "wat er veranderd is: wat er stond en wat er nu staat",
        "what changed: what it said and what it says now",
        example="Het aantal was 25 en is nu 52.",
    )
    why: Line = described(
        "waarom dat nodig was", "why that was needed", example="De cijfers waren omgewisseld."
    )


class Publishable(Model):
    """An entry that is written, finished and published."""

    title: Line = described(
        "titel, zoals de lezer die ziet",
        "title, as readers see it",
        example="Titel",
        max_length=120,
        translated=True,
    )
    summary: Line = described(
        "samenvatting in een of twee zinnen",
        "summary in one or two sentences",
        example="Een of twee zinnen die zeggen waar het om gaat.",
        max_length=400,
        translated=True,
    )
    status: Status = described(
        "draft (concept), review (ter beoordeling) of final (af)",
        "draft, review or final",
        default=Status.FINAL,
        example="draft",
    )
    publish: FullDate | None = described(
        "dag vanaf wanneer lezers dit krijgen (JJJJ-MM-DD)",
        "day from which readers get this (YYYY-MM-DD)",
        default=None,
    )
    authors: tuple[Known, ...] = described(
        "schrijvers, uit people.yml", "authors, from people.yml", default=(), to="people"
    )
    editors: tuple[Known, ...] = described(
        "wie deze tekst redigeerde, uit people.yml",
        "who edited this text, from people.yml",
        default=(),
        to="people",
    )
    reviewers: tuple[Known, ...] = described(
        "wie deze tekst beoordeelde, uit people.yml",
        "who reviewed this text, from people.yml",
        default=(),
        to="people",
    )
    analysts: tuple[Known, ...] = described(
        "wie de cijfers analyseerde, uit people.yml",
        "who analysed the figures, from people.yml",
        default=(),
        to="people",
    )
    written: FullDate | None = described(
        (
            "dag van deze tekst (JJJJ-MM-DD), als dat niet de dag van de editie is; in edition.yml "
            "geldt dit voor alle teksten van de editie"
        ),
        (
            "day of this text (YYYY-MM-DD), if it is not the day of the edition; in edition.yml for "
            "all texts of the edition"
        ),
        default=None,
    )
    updated: FullDate | None = described(
        (
            "dag waarop deze tekst voor het laatst veranderde (JJJJ-MM-DD), voor feeds en "
            "zoekmachines; anders de dag volgens git"
        ),
        (
            "day on which this text last changed (YYYY-MM-DD), for feeds and search engines; "
            "otherwise the day that git knows"
        ),
        default=None,
    )
    version: Line | None = described(
        "versie van deze tekst, zoals 1.1; in edition.yml geldt dit voor alle teksten van de editie",
        "version of this text, such as 1.1; in edition.yml for all texts of the edition",
        default=None,
    )
    corrections: tuple[Correction, ...] = described(
        "fouten die verbeterd zijn nadat lezers deze tekst kregen",
        "mistakes that were corrected after readers got this text",
        default=(),
        translated=True,
    )
    based_on: Known | None = described(
        (
            "bron waarop deze tekst is gebaseerd, als een ander die uitgaf; in edition.yml geldt dit "
            "voor alle teksten van de editie"
        ),
        (
            "source that this text is based on, if someone else published it; in edition.yml for all "
            "texts of the edition"
        ),
        default=None,
        to="sources",
    )
    sources: tuple[Known, ...] = described(
        "bronnen die niet in de tekst zelf worden genoemd",
        "sources that the text does not cite",
        default=(),
        to="sources",
    )

    @property
    def credited(self) -> tuple[str, ...]:
        """Who is named as the author: nobody who only helped."""
        return self.authors

    @property
    def corrected(self) -> str | None:
        """The day of the last correction."""
        return max((correction.date for correction in self.corrections), default=None)


class Named(Publishable):
    """An entry that editors gave a name, which is its address, and can give another."""

    formerly: tuple[Slug, ...] = described(
        (
            "eerdere namen van dit bestand, in deze of een oudere editie; geschiedenis en oude "
            "adressen blijven dan werken"
        ),
        (
            "former names of this file, in this edition or an older one; its history and old "
            "addresses then keep working"
        ),
        default=(),
        example=["oude-naam"],
    )
