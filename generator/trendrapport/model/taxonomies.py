"""The lists of words that entries refer to: those that every report can have, and a report's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from trendrapport.model.base import Model, described
from trendrapport.model.entries.trends import Trend
from trendrapport.model.field_types import LanguageCode, Line, Name
from trendrapport.model.look import ColourPair


class Judged(StrEnum):
    """What a report can say of its trends; none of it is needed."""

    HORIZON = "horizon"
    IMPACT = "impact"
    CERTAINTY = "certainty"
    STANCE = "stance"
    ROLES = "roles"
    VALUES = "values"


FIELDS: Mapping[Judged, tuple[str, ...]] = {
    Judged.HORIZON: ("horizon",),
    Judged.IMPACT: ("impact",),
    Judged.CERTAINTY: ("certainty",),
    Judged.STANCE: ("stance",),
    Judged.ROLES: ("actions", "questions"),
    Judged.VALUES: ("values",),
}
"""The fields of a trend that say it."""

WORDS: Mapping[Judged, str] = {
    Judged.HORIZON: "horizons",
    Judged.STANCE: "stances",
    Judged.ROLES: "roles",
    Judged.VALUES: "values",
}
"""The taxonomy that has the words for it."""

FIELD_OF: Mapping[str, str] = {"categories": "categories", "horizons": "horizon", "stances": "stance"}
"""The field of a trend by its taxonomy; a report's own taxonomy has a field of its name."""


class Words(Model):
    """What readers of another language see of a word of a taxonomy."""

    label: Line = described("naam voor lezers", "name for readers", example="Name", max_length=60)
    explanation: Line | None = described(
        "wat het betekent, in één zin", "what it means, in one sentence", default=None
    )


class Term(Model):
    """One word of a taxonomy."""

    label: Line = described("naam voor lezers", "name for readers", example="Naam", max_length=60)
    explanation: Line | None = described(
        "wat het betekent, in één zin", "what it means, in one sentence", default=None
    )
    colour: ColourPair | None = described("kleur, licht en donker", "colour, light and dark", default=None)
    translations: dict[LanguageCode, Words] = described(
        "naam en betekenis in een andere taal, voor vertaalde teksten",
        "name and meaning in another language, for translated texts",
        default={},
    )


class Role(Term):
    """For whom actions are meant."""

    reader: Line | None = described(
        "wie de lezer met deze rol is, na 'U bent', zoals raadslid",
        "who a reader in this role is, after 'You are', such as: a councillor",
        default=None,
        max_length=60,
    )


Taxonomy = dict[Name, Term]
"""The words that editors choose from, in the order in which readers see them."""


_FACETS = frozenset({"category", "edition", "tag", "search", "sort"})
"""What lists have already in the addresses of what readers choose."""


def _own_name(value: str) -> str:
    if value in Trend.model_fields or value in Taxonomies.model_fields or value in _FACETS:
        raise PydanticCustomError("taken-name", "the name of another field", {"value": value})
    return value


OwnName = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=40), AfterValidator(_own_name)
]
"""The name of a report's own taxonomy, which is also a field of its trends."""


class OwnTaxonomy(Model):
    """A list of a report's own, of which a trend has one word."""

    label: Line = described(
        "hoe lezers deze lijst noemen", "what readers call this list", example="Ring", max_length=60
    )
    explanation: Line | None = described(
        "wat de lijst zegt, in één zin", "what the list says, in one sentence", default=None
    )
    words: Taxonomy = described(
        "de woorden, in hun volgorde; voor ringen van binnen naar buiten",
        "the words, in their order; for rings from the middle outwards",
        min_length=1,
    )
    translations: dict[LanguageCode, Words] = described(
        "naam en betekenis in een andere taal, voor vertaalde teksten",
        "name and meaning in another language, for translated texts",
        default={},
    )


class Taxonomies(Model):
    """The lists that entries refer to; of those for what a report says of trends, it needs the ones that it
    uses.
    """

    categories: Taxonomy = described("soorten ontwikkelingen", "kinds of development", min_length=1)
    horizons: Taxonomy = described(
        "wanneer een trend speelt, van dichtbij naar ver",
        "when a trend matters, from near to far",
        default={},
    )
    stances: Taxonomy = described("wat het rapport aanraadt", "what the report advises", default={})
    roles: dict[Name, Role] = described(
        "voor wie acties bedoeld zijn", "for whom actions are meant", default={}
    )
    values: Taxonomy = described("publieke waarden", "public values", default={})
    own: dict[OwnName, OwnTaxonomy] = described(
        "eigen lijsten, zoals de ringen van een radar; de naam is een veld van trends",
        "lists of your own, such as the rings of a radar; the name is a field of trends",
        default={},
    )

    def terms(self, name: str) -> Mapping[str, Term] | None:
        """The words of a taxonomy; None where there is none of that name."""
        if name in self.own:
            return self.own[name].words
        if name in STANDING:
            found: Mapping[str, Term] = getattr(self, name)
            return found
        return None

    def every(self) -> Iterator[tuple[str, tuple[str, ...], Mapping[str, Term]]]:
        """Each taxonomy that has words: its name, the path of its words in the settings, and these."""
        for name in STANDING:
            terms = getattr(self, name, {})
            if terms:
                yield name, ("taxonomies", name), terms
        for name, own in self.own.items():
            yield name, ("taxonomies", "own", name, "words"), own.words

    def place(self, name: str) -> tuple[str, ...]:
        """The path of the words of a taxonomy in the settings."""
        return ("taxonomies", "own", name, "words") if name in self.own else ("taxonomies", name)


STANDING = tuple(name for name in Taxonomies.model_fields if name != "own")
"""The taxonomies that every report can have."""


def words_of(trend: Trend, taxonomy: str) -> tuple[str, ...]:
    """The words of a taxonomy that a trend has, by name."""
    value: Any = getattr(trend, FIELD_OF.get(taxonomy, taxonomy), None)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
