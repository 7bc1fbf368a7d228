"""A person: one who wrote, edited, reviewed, analysed or spoke; an author can also be an organisation."""

from __future__ import annotations

from trendrapport.diagnostics import Text
from trendrapport.model.base import Model, described
from trendrapport.model.entries import Shape
from trendrapport.model.field_types import Line, Slug, WebAddress
from trendrapport.model.portraits import Portrait

PLACE = "people.yml"
SHAPE = Shape.MAPPING
ONE = Text(nl="persoon", en="person")
COUNTED = (Text(nl="1 persoon", en="1 person"), Text(nl="{count} personen", en="{count} people"))


class Person(Model):
    """Who someone is."""

    name: Line = described("volledige naam", "full name", example="Voornaam Achternaam")
    role: Line | None = described("functie", "role", default=None, example="functie")
    organisation: Line | None = described("organisatie", "organisation", default=None, example="Organisatie")
    family: Line | None = described(
        (
            "achternaam voor verwijzingen, als die uit meer bestaat dan het laatste woord met "
            "tussenvoegsels (van, de)"
        ),
        "family name for citations, if it is more than the last word and its particles (van, de)",
        default=None,
    )
    group: bool = described(
        "true voor een organisatie of redactie: verwijzingen noemen dan de hele naam",
        "true for an organisation or editorial board: citations then give the whole name",
        default=False,
    )
    portrait: Portrait | None = described(
        "foto met tekstalternatief", "photo with text alternative", default=None
    )
    biography: Line | None = described(
        "wie dit is, in enkele zinnen; een lege regel begint een alinea",
        "who this is, in a few sentences; an empty line starts a paragraph",
        default=None,
        max_length=2000,
    )
    address: WebAddress | None = described("website", "website", default=None)
    formerly: tuple[Slug, ...] = described(
        "eerdere sleutels van deze persoon; het adres van zijn of haar pagina blijft dan werken",
        "former keys of this person; the address of their page then keeps working",
        default=(),
    )


MODEL = Person
