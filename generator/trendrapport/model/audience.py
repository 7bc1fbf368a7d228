"""Whom a report is for, and the report's own words for what its site says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from trendrapport.diagnostics import Language
from trendrapport.language.labels.wording import AUDIENCE
from trendrapport.model.base import Model, described
from trendrapport.model.field_types import LanguageCode, Line

MOST_LETTERS = 600
"""Of a label: the longest that the site has of itself, and half as much again."""

OwnLabels = dict[Line, Annotated[Line, Field(max_length=MOST_LETTERS)]]
"""Names of labels, and the words that take their place."""


class AudienceName(Model):
    """What the audience is called in a language."""

    one: Line = described(
        "één ervan, zoals waterschap", "one of them, such as company", example="organisatie", max_length=40
    )
    many: Line = described(
        "meer ervan, zoals waterschappen",
        "several of them, such as companies",
        example="organisaties",
        max_length=40,
    )
    article: Line | None = described(
        "lidwoord in het Nederlands: de of het; anders de",
        "article in Dutch, which says ons or onze: de or het; English needs none",
        default=None,
    )


class Audience(AudienceName):
    """Whom a report is for, as its site names them: "Wat kan uw waterschap doen?"."""

    translations: dict[LanguageCode, AudienceName] = described(
        "naam in een andere taal, voor vertaalde teksten",
        "name in another language, for translated texts",
        default={},
    )

    def named(self, language: Language, own: Language) -> AudienceName | None:
        """The name in a language, given that of the report; None where it has none there."""
        return self if language == own else self.translations.get(language)


def own_words(audience: Audience | None, language: Language, own: Language) -> Iterator[tuple[str, str]]:
    """The labels that name the audience."""
    name = audience.named(language, own) if audience else None
    for field in ("one", "many", "article"):
        if word := getattr(name, field, None):
            yield f"{AUDIENCE}.{field}", word
